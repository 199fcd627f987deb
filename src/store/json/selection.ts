import type { List } from '../query/page.ts'
import type { Entity } from '../schema/entities.ts'
import type { SearchType } from '../search/searchIndexes.ts'

// What is asked for, as data: the store makes one SQL statement of it that answers in JSON (jsonQuery.ts).

/** What stands in a row's column: text or a whole number; or a number of any kind, written as JavaScript writes it. */
export interface SelectedColumn {
  readonly kind: 'column' | 'number'
  readonly column: string
}

/** The same text, whatever the row is. */
export interface SelectedConstant {
  readonly kind: 'constant'
  readonly text: string
}

/** The global id or the permalink of a row, as one of that type. */
export interface SelectedName {
  readonly kind: 'id' | 'uri'
  readonly typename: string
}

/** The row whose row id stands in the column `key`; null where there is none. */
export interface SelectedRow {
  readonly kind: 'row'
  readonly key: string
  readonly entity: Entity
  readonly of: RowSelection
}

/** The row with a slug, which the request of that call says; null where there is none. */
export interface SelectedBySlug {
  readonly kind: 'named'
  readonly call: number
  readonly entity: Entity
  readonly of: RowSelection
}

/** A page of a list, of which the request of that call says which. */
export interface SelectedPage {
  readonly kind: 'page'
  readonly call: number
  readonly list: List
  readonly parts: readonly (readonly [name: string, part: PagePart])[]
}

/** A part of a page: its nodes, its edges, where it stands, how long the whole list is. */
export type PagePart =
  | SelectedConstant
  | { readonly kind: 'nodes'; readonly of: RowSelection }
  | { readonly kind: 'edges'; readonly parts: readonly (readonly [name: string, part: EdgePart])[] }
  | { readonly kind: 'pageInfo'; readonly parts: readonly (readonly [name: string, part: PageInfoPart])[] }
  | { readonly kind: 'totalCount' }

export type EdgePart =
  | SelectedConstant
  | { readonly kind: 'cursor' }
  | { readonly kind: 'node'; readonly of: RowSelection }

export type PageInfoPart =
  | SelectedConstant
  | { readonly kind: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' }

/** The groups that the rows of a list make, the first of them; the request of that call says by which dimensions. */
export interface SelectedGroups {
  readonly kind: 'groups'
  readonly call: number
  readonly list: List
  readonly parts: readonly (readonly [name: string, part: GroupsPart])[]
}

export type GroupsPart =
  | SelectedConstant
  | { readonly kind: 'nodes'; readonly parts: readonly (readonly [name: string, part: GroupPart])[] }
  | { readonly kind: 'countedTotal' }

export type GroupPart =
  | SelectedConstant
  | { readonly kind: 'count' | 'share' }
  | { readonly kind: 'keys'; readonly parts: readonly (readonly [name: string, part: GroupKeyPart])[] }

export type GroupKeyPart = SelectedConstant | { readonly kind: 'dimension' | 'label' | 'value' }

/** What a search finds, the first of it; the request of that call says what is searched for. */
export interface SelectedHits {
  readonly kind: 'hits'
  readonly call: number
  readonly parts: readonly (readonly [name: string, part: HitsPart])[]
}

export type HitsPart =
  | SelectedConstant
  | { readonly kind: 'nodes'; readonly parts: readonly (readonly [name: string, part: HitPart])[] }

export type HitPart =
  | SelectedConstant
  | { readonly kind: 'type' | 'score' }
  | { readonly kind: 'snippet'; readonly call: number }
  | { readonly kind: 'node'; readonly of: (type: SearchType) => RowSelection }

export type Selected =
  | SelectedColumn
  | SelectedConstant
  | SelectedName
  | SelectedRow
  | SelectedBySlug
  | SelectedPage
  | SelectedGroups
  | SelectedHits

/** An object: the names of its fields, in their order, and what stands behind each. */
export type Selection = readonly (readonly [name: string, value: Selected])[]

/** What is asked of rows of several types, by what stands in the column `kind`: a row of another kind is null. */
export interface SelectionByKind {
  readonly kinds: readonly (readonly [kind: string, selection: Selection])[]
}

/** What is asked of a row. */
export type RowSelection = Selection | SelectionByKind
