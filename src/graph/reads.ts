import type { Computation } from '../store/json/computations.ts'
import type { ValuesTable } from '../store/json/selection.ts'
import type { End, Said } from '../store/query/names.ts'
import type { List } from '../store/query/page.ts'
import type { Entity } from '../store/schema/entities.ts'
import type { SearchType } from '../store/search/searchIndexes.ts'
import type { WordsAs } from '../store/search/wordsNotFound.ts'

// What a field reads, said as data: the extension `reads` of a field. The planner (plan.ts) answers from it, without the
// resolver. A field that does not say it, and shows no column either, is left to its resolver.

/** The row whose row id stands in a column of the parent's row; null if there is none. */
export class RowOfKey {
  readonly entity: Entity
  readonly key: string

  constructor(entity: Entity, key: string) {
    this.entity = entity
    this.key = key
  }
}

/** The row that the argument `slug` names, if it is of the field's type. */
export class RowOfSlug {
  readonly entity: Entity

  constructor(entity: Entity) {
    this.entity = entity
  }
}

/** The node that the argument `id` names. */
export class NodeOfId {}

/** The groups that the rows of a list make: by what the argument `groupBy` says. */
export class GroupsOfList {
  readonly list: List

  constructor(list: List) {
    this.list = list
  }
}

/** What a search for the argument `query` finds. */
export class HitsOfSearch {}

/** The stretch of a hit in which most is matched, with the arguments `open` and `close` around each match. */
export class SnippetOfHit {}

/** A page of a list: of everything, or of what belongs to the parent's row. */
export class PageOfList {
  readonly list: List

  constructor(list: List) {
    this.list = list
  }
}

/** The roles of the parent's row that hold at the argument `date`. */
export class RolesAtDate {
  readonly list: List

  constructor(list: List) {
    this.list = list
  }
}

/** The few plain values that belong to the parent's row: objects of columns, or the cells of one column. */
export class ValuesOfRow {
  readonly values: ValuesTable
  /** The column, if they are not objects. */
  readonly column: string | null

  constructor(values: ValuesTable, column: string | null = null) {
    this.values = values
    this.column = column
  }
}

/** What is computed of columns of the row, and perhaps of the text of its document. */
export class Computed {
  readonly computation: Computation

  constructor(computation: Computation) {
    this.computation = computation
  }
}

/** The whole text of the document. */
export class TextOfDocument {}

/** The roles of the statement's speaker at the time of the statement. */
export class RolesOfSpeaker {}

/**
 * What the value of an argument, or of a field of an input, names: rows of an entity, by the text in a column; a reference
 * names them by slug or id. It is the extension `names`, and tells apart a name that is wrong from a question without answers.
 */
export class NamesRows {
  readonly entity: Entity
  readonly column: string
  /** Whether it is compared character for character. */
  readonly isCode: boolean

  constructor(entity: Entity, column = 'slug', isCode = column === 'slug') {
    this.entity = entity
    this.column = column
    this.isCode = isCode
  }
}

/** The same of authors, whom documents name and the graph has no nodes for. */
export class NamesAuthors {}

/** What is said under a name: the value has the name and, if it is given, what stands under it. */
export class NamesSaid {
  readonly said: Said

  constructor(said: Said) {
    this.said = said
  }
}

/** A row to which lists lead by several columns: the value names it by this one, and may mean another. */
export class NamesEnd extends NamesRows {
  readonly end: End
  readonly others: readonly End[]

  constructor(entity: Entity, end: End, others: readonly End[]) {
    super(entity)
    this.end = end
    this.others = others
  }
}

/** Words that are looked for, in texts of some types. */
export class NamesWords {
  readonly as: WordsAs
  /** The argument that says in which types, beside that of the words; null if none does. */
  readonly beside: string | null
  /** Those types, by the value of that argument; null are all that are searched if nothing is said. */
  readonly typesOf: (value: unknown) => readonly SearchType[] | null

  constructor(as: WordsAs, typesOf: NamesWords['typesOf'], beside: string | null = null) {
    this.as = as
    this.typesOf = typesOf
    this.beside = beside
  }
}

/** Numbers in a column: conditions on them may ask for one that is not there. */
export class NamesNumbers {
  readonly entity: Entity
  readonly column: string

  constructor(entity: Entity, column: string) {
    this.entity = entity
    this.column = column
  }
}
