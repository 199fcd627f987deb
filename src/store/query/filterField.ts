import type { Vocabulary } from '../../model/vocabulary.ts'
import type { Entity } from '../schema/entities.ts'
import type { Bound } from '../schema/figureWords.ts'
import type { Flag } from '../schema/flags.ts'
import type { Imported } from '../schema/imported.ts'
import type { Relation } from '../schema/relations.ts'

/** A step to the row that holds a column: by which foreign key, to which entity. */
export interface Via {
  readonly key: string
  readonly entity: Entity
}

/** What a filter can ask of an entity: plain data, from which the GraphQL filter inputs are made as well. */
export type FilterField = {
  readonly description: string
  /** The name of today, where this one is accepted for one release more. */
  readonly formerNameOf?: string
} & (
  | { readonly kind: 'search'; readonly index: string }
  | { readonly kind: 'term'; readonly column: string; readonly vocabulary: Vocabulary }
  | { readonly kind: 'number'; readonly column: string }
  /** A bound of a figure: its own, or what its words say of its number. */
  | { readonly kind: 'bound'; readonly bound: Bound }
  /**
   * A code is compared character for character, such as a slug or an address. `names` is the entity whose slug it is, where no
   * index holds the slugs.
   */
  | { readonly kind: 'text'; readonly column: string; readonly isCode?: true; readonly names?: Entity }
  | { readonly kind: 'time'; readonly earliest: string; readonly latest: string }
  /** The days on which it was said, by the columns that date it. */
  | { readonly kind: 'said'; readonly of: 'statement' | 'part' }
  /** The day on which it came into the graph. */
  | { readonly kind: 'imported'; readonly of: Imported }
  | { readonly kind: 'one'; readonly column: string; readonly target: Entity; readonly via?: readonly Via[] }
  | { readonly kind: 'label'; readonly column: 'statementId' | 'documentId' | 'agentId' }
  /** The names of those who wrote a document. */
  | { readonly kind: 'author' }
  | { readonly kind: 'condition' }
  /** Whether the bounds that words commit to hold a number. */
  | { readonly kind: 'holding' }
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'many'; readonly relation: Relation }
)

export type FilterFields = Readonly<Record<string, FilterField>>
