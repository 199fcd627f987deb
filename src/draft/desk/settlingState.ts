/** What is shown of differences that are to be settled: data alone, for the terminal and for the page. */

import type { Span } from '../../model/span.ts'
import type { ItemKind } from './item.ts'

export interface SettlingState {
  /** Changes with every action: a client with another value has not seen this state. */
  readonly revision: string
  readonly by: string
  /** Whose readings they are. */
  readonly names: readonly [string, string]
  readonly title: string
  readonly text: string
  /** The paragraph of the difference; null at the end. */
  readonly paragraph: Span | null
  readonly now: DifferenceShown | null
  readonly left: number
  readonly settled: number
  /** What the dossier still lacks or has wrong; null while differences are left. */
  readonly problems: readonly string[] | null
}

export interface DifferenceShown {
  readonly kind: ItemKind
  /** The words of the statement that it belongs to; null for a statement, a time or a role. */
  readonly statement: string | null
  /** Each coder's reading; null for one who has none. */
  readonly first: ReadingShown | null
  readonly second: ReadingShown | null
  /** Why the second reading cannot be taken yet; null when it can. */
  readonly missing: string | null
}

export interface ReadingShown {
  readonly spans: readonly Span[]
  readonly fields: readonly FieldShown[]
}

export interface FieldShown {
  readonly name: string
  /** In words; empty where this reading says nothing of it. */
  readonly value: string
  readonly isOther: boolean
}
