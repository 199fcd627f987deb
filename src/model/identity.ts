/** Which names stand for one and the same: the closure of "same as" (union–find), led by the name that came first. */
export class Identities<T> {
  readonly #parents = new Map<T, T>()

  /** Joins two; the one that was known earlier leads. */
  join(first: T, second: T): void {
    const [a, b] = [this.leaderOf(first), this.leaderOf(second)]
    if (a === b) return
    const [earlier, later] = this.#isEarlier(a, b) ? [a, b] : [b, a]
    this.#parents.set(later, earlier)
  }

  leaderOf(name: T): T {
    const parent = this.#parents.get(name)
    if (parent === undefined) this.#parents.set(name, name)
    if (parent === undefined || parent === name) return name
    const leader = this.leaderOf(parent)
    this.#parents.set(name, leader)
    return leader
  }

  /** Each name that another one leads, with its leader. */
  followers(): [follower: T, leader: T][] {
    return [...this.#parents.keys()].flatMap(name => {
      const leader = this.leaderOf(name)
      return leader === name ? [] : [[name, leader] satisfies [T, T]]
    })
  }

  #isEarlier(a: T, b: T): boolean {
    for (const name of this.#parents.keys()) if (name === a || name === b) return name === a
    return true
  }
}
