import { isSlug, slugify } from '../../model/slug.ts'

/** The most characters of a key. */
const mostOfKey = 160

/** The keys that a dossier gives to the things of its document, by their slugs. */
export class DossierKeys {
  readonly #document: string
  readonly #thing: string
  readonly #keys = new Map<string, string>()
  readonly #taken = new Set<string>()

  constructor(document: string, thing: string, slugs: readonly string[]) {
    this.#document = document
    this.#thing = thing
    // Those whose slug is made of a key have that one, whatever the others are called.
    for (const slug of slugs) this.#give(slug, this.#ownKey(slug))
    for (const slug of slugs) if (!this.#keys.has(slug)) this.#give(slug, this.#freeKey(slug))
  }

  /** The key of a slug of this document. */
  of(slug: string): string {
    return this.#keys.get(slug) ?? this.outside(slug)
  }

  /** The key of a slug or, if it stands in another document, its name in the graph. */
  outside(slug: string): string {
    const key = this.#keys.get(slug)
    if (key !== undefined) return key
    return slug.includes('/') ? slug : `/${slug}`
  }

  ofOptional(slug: string | undefined): string | undefined {
    return slug === undefined ? undefined : this.of(slug)
  }

  /** The slug, where it is not made of the document's and the key. */
  slugToSay(slug: string): string | undefined {
    return slug === `${this.#document}/${this.of(slug)}` ? undefined : slug
  }

  #give(slug: string, key: string | null): void {
    if (key === null) return
    this.#keys.set(slug, key)
    this.#taken.add(key)
  }

  /** The key of which a slug is made; null if there is none. A bare number is none, as numbers lose their order as keys. */
  #ownKey(slug: string): string | null {
    const within = this.#within(slug)
    return within !== null && isSlug(within) && !/^\d+$/.test(within) && within.length <= mostOfKey ? within : null
  }

  #within(slug: string): string | null {
    return slug.startsWith(`${this.#document}/`) ? slug.slice(this.#document.length + 1) : null
  }

  #freeKey(slug: string): string {
    const words = slugify(this.#within(slug) ?? slug).slice(0, mostOfKey - 40)
    const key = `${this.#thing}-${words}`.replace(/-$/, '')
    let free = key
    for (let number = 2; this.#taken.has(free); number += 1) free = `${key}-${number}`
    return free
  }
}
