import { headName } from '../ingest/names/headName.ts'

/** An agent that a register or the graph has already, with its names. */
export interface KnownAgent {
  readonly key: string
  readonly names: readonly string[]
  readonly type: 'person' | 'organization'
}

/** What joins a name to another noun, so that the name is not the one that is meant. */
const joint = /(?:\b(?:of|for|from|at|in|by|with|to|and|or|than|against|about)|['’]s?)\s+(?:the\s+)?$/i

/** Names of agents, to be looked up by the words of a source. */
export class KnownAgents {
  readonly #byName = new Map<string, Set<string>>()
  readonly names: ReadonlyMap<string, string>
  readonly #people: ReadonlySet<string>

  constructor(agents: readonly KnownAgent[]) {
    const names = new Map<string, string>()
    for (const { key, names: each } of agents) {
      for (const name of each) {
        const folded = name.toLowerCase()
        const keys = this.#byName.get(folded) ?? new Set()
        this.#byName.set(folded, keys.add(key))
        names.set(name, key)
      }
    }
    this.names = names
    this.#people = new Set(agents.flatMap(({ key, type }) => (type === 'person' ? [key] : [])))
  }

  isPerson(key: string): boolean {
    return this.#people.has(key)
  }

  /** The only agent of that name; null for none and for several. */
  named(name: string): string | null {
    const keys = this.#byName.get(name.toLowerCase())
    const [key] = keys ?? []
    return keys?.size === 1 && key !== undefined ? key : null
  }

  /** The only agent whose name ends so, as “Moss” does for Ada Moss; null for none and for several. */
  ofSurname(words: string): string | null {
    if (!/^\p{Lu}\S+$/u.test(words)) return null
    return this.#only(name => name.endsWith(` ${words}`))
  }

  #only(isTheirs: (name: string) => boolean): string | null {
    const keys = new Set([...this.names].flatMap(([name, key]) => (isTheirs(name) ? [key] : [])))
    const [key] = keys
    return keys.size === 1 && key !== undefined ? key : null
  }

  /** The agent that the words of a source name: as a whole, by the name that is their head, or by the full name that ends them. Never for a pronoun. */
  ofSource(words: string): string | null {
    const bare = words.replace(/^the\s+/i, '')
    const whole = this.named(words) ?? this.named(bare)
    if (whole !== null) return whole
    const head = headName(words)
    const byHead = head === null ? null : this.named(head.kind === 'PERSON' ? head.name.words : head.words)
    // A title that nobody knows, before a full name; “the head of the board” is not the board.
    const isEntitled = (name: string) =>
      name.includes(' ') && words.endsWith(` ${name}`) && !joint.test(words.slice(0, -name.length))
    return byHead ?? this.#only(isEntitled)
  }
}
