/** What a person can choose from at the desk: what the dossier and its registers have, and what the graph has besides. */

import type { Article } from '../../ingest/article.ts'
import type { Span } from '../../model/span.ts'
import type { CuratedLists } from '../../store/query/curatedLists.ts'
import type { ItemValue } from './item.ts'

/** Somebody or something that has a key; `isNew` where only the graph has it, so that the dossier must name it first. */
export interface Listed {
  readonly key: string
  readonly label: string
  readonly isNew: boolean
}

export interface ListedAgent extends Listed {
  readonly type: 'person' | 'organization'
  /** What kind of organization it is; null for a person. */
  readonly kind: string | null
  readonly names: readonly string[]
}

export interface ListedFigure extends Listed {
  /** Null where it has bounds. */
  readonly value: number | null
}

/** A time of the article: of the dossier or, if `isNew`, of the draft, so that the dossier must name it first. */
export interface ListedTime extends Span {
  readonly key: string
  readonly words: ItemValue
  readonly isNew: boolean
  /** What the dossier is to say of it. */
  readonly value: Readonly<Record<string, unknown>>
}

/** A statement that stands in the annotations, and where its words are. */
export interface ListedStatement extends Span {
  readonly key: string
  readonly words: string
  readonly who: string
  /** How many codes of each kind it has. */
  readonly codes: number
}

export interface DeskCatalogue {
  readonly agents: readonly ListedAgent[]
  readonly referents: readonly Listed[]
  readonly claims: readonly Listed[]
  readonly figures: readonly ListedFigure[]
  readonly statements: readonly ListedStatement[]
  readonly times: readonly ListedTime[]
  readonly channels: readonly Listed[]
}

/** What the values that a person sets are read against. */
export interface ReadAgainst {
  readonly article: Article
  readonly catalogue: DeskCatalogue
  readonly published: string | null
}

export const noGraph: CuratedLists = { agents: [], referents: [], claims: [] }
