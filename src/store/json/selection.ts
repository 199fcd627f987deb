import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { List } from '../query/page.ts'
import type { Entity } from '../schema/entities.ts'
import type { Imported } from '../schema/imported.ts'
import type { SearchType } from '../search/searchIndexes.ts'
import type { Computation } from './computations.ts'

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

/** When what the row stands for came into the graph. */
export interface SelectedImported {
  readonly kind: 'imported'
  readonly of: Imported
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
  | SelectedFacets

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

/** The facets of the list of a page; the request of that call says by which dimensions. */
export interface SelectedFacets {
  readonly kind: 'facets'
  readonly call: number
  readonly parts: readonly (readonly [name: string, part: FacetPart])[]
}

export type FacetPart =
  | SelectedConstant
  | { readonly kind: 'dimension' | 'valueCount' }
  | { readonly kind: 'values'; readonly parts: readonly (readonly [name: string, part: FacetValuePart])[] }

export type FacetValuePart =
  | SelectedConstant
  | { readonly kind: 'count' | 'share' }
  | { readonly kind: 'key'; readonly parts: readonly (readonly [name: string, part: GroupKeyPart])[] }

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

/** The few rows of a table that belong to a row by `key`, in the order of `order`. */
export interface ValuesTable {
  readonly table: SQLiteTable
  readonly key: SQLiteColumn
  readonly order: SQLiteColumn
}

/** What is shown of such a row: its columns, and rows that its keys lead to. */
export type ValuePart = SelectedConstant | SelectedColumn | SelectedRow

/** The values of such rows: objects, or the cells of one column. */
export interface SelectedValues {
  readonly kind: 'values'
  readonly values: ValuesTable
  readonly of: SelectedColumn | readonly (readonly [name: string, part: ValuePart])[]
}

/** What is shown of a computed object: a key of its JSON. */
export type ComputedPart = SelectedConstant | { readonly kind: 'key'; readonly key: string }

/** A value that is computed: a plain one, an object, or a list of objects. `call` has its arguments. */
export interface SelectedComputed {
  readonly kind: 'computed'
  readonly computation: Computation
  readonly call: number | null
  readonly shape: 'plain' | 'object' | 'list'
  readonly parts: readonly (readonly [name: string, part: ComputedPart])[]
}

/** The whole text of a document. */
export interface SelectedText {
  readonly kind: 'text'
}

/** The roles of a statement's speaker at the time of the statement. */
export interface SelectedRoles {
  readonly kind: 'roles'
  readonly parts: readonly (readonly [name: string, part: RolePart])[]
}

export type RolePart =
  | SelectedConstant
  | { readonly kind: 'why' | 'certainty' | 'date' }
  | { readonly kind: 'membership'; readonly of: RowSelection }

export type Selected =
  | SelectedValues
  | SelectedComputed
  | SelectedText
  | SelectedRoles
  | SelectedColumn
  | SelectedConstant
  | SelectedName
  | SelectedImported
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
