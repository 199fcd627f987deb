import { headName } from '../ingest/names/headName.ts'

/** An agent that a register or the graph has already, with its names. */
export interface KnownAgent {
  readonly key: string
  readonly names: readonly string[]
}

/** Names of agents, to be looked up by the words of a source. */
export class KnownAgents {
  readonly #byName = new Map<string, Set<string>>()
  readonly names: ReadonlyMap<string, string>

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
  }

  /** The only agent of that name; null for none and for several. */
  named(name: string): string | null {
    const keys = this.#byName.get(name.toLowerCase())
    const [key] = keys ?? []
    return keys?.size === 1 && key !== undefined ? key : null
  }

  /** The agent that the words of a source name: as a whole, or by the name that is their head. Never for a pronoun. */
  ofSource(words: string): string | null {
    const bare = words.replace(/^the\s+/i, '')
    const whole = this.named(words) ?? this.named(bare)
    if (whole !== null) return whole
    const head = headName(words)
    return head === null ? null : this.named(head.kind === 'PERSON' ? head.name.words : head.words)
  }
}
