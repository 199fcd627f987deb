import { type GraphQLOutputType, GraphQLString, isLeafType, isNonNullType } from 'graphql'
import { cursorValues, rowsOfPage, type StretchRequest, stretch, writeCursor } from '../../store/cursor.ts'
import type { Database, Query } from '../../store/database.ts'
import type { Entity } from '../../store/entities.ts'
import { type List, type PageRequest, type PagesQuery, pageQuery, pagesQuery } from '../../store/page.ts'
import { rowQuery, rowsQuery } from '../../store/rows.ts'

/** Thrown where a plan cannot answer: the resolvers answer instead, or say what is wrong. */
export class Unplanned extends Error {}

/** The cells of a row, as its columns stand in `Columns`. */
export type Row = readonly unknown[]

/** What one run of a plan has: where it reads, and what it was asked. */
export interface Run {
  readonly database: Database
  readonly baseUrl: string
  /** The arguments of each field that has some, by its number in the plan. */
  readonly args: readonly Readonly<Record<string, unknown>>[]
}

/** Writes JSON for each of many rows, in their order: so that all of them are read by one statement. */
export interface Writer {
  write(rows: readonly Row[], run: Run): readonly string[]
}

/** Which columns of a table are read; the row id is always the first. With them the cursor, where it is asked for. */
export class Columns {
  readonly names: string[] = ['id']
  withCursor = false

  at(name: string): number {
    const known = this.names.indexOf(name)
    return known >= 0 ? known : this.names.push(name) - 1
  }
}

/** One field of an object: its name as JSON, and what writes its value, for a row or for many. */
export interface Part {
  readonly name: string
  readonly value: Writer | ((row: Row, run: Run) => string)
}

/** Writes objects of one type. */
export class ObjectWriter implements Writer {
  readonly #names: readonly string[]
  readonly #values: readonly Part['value'][]

  constructor(parts: readonly Part[]) {
    this.#names = parts.map(({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`)
    this.#values = parts.map(({ value }) => value)
  }

  write(rows: readonly Row[], run: Run): readonly string[] {
    const values = this.#values.map(value => (typeof value === 'function' ? value : value.write(rows, run)))
    return rows.map((row, place) => {
      let json = ''
      for (const [index, value] of values.entries()) {
        json += this.#names[index] + (typeof value === 'function' ? value(row, run) : (value[place] ?? 'null'))
      }
      return `${json}}`
    })
  }
}

/** Writes rows of one table that are of several types: each by the writer for its own. */
export class AbstractWriter implements Writer {
  readonly #typeOf: (row: Row) => string
  readonly #writers: ReadonlyMap<string, Writer>

  constructor(typeOf: (row: Row) => string, writers: ReadonlyMap<string, Writer>) {
    this.#typeOf = typeOf
    this.#writers = writers
  }

  write(rows: readonly Row[], run: Run): readonly string[] {
    const written = new Map<Row, string>()
    for (const [type, same] of Map.groupBy(rows, this.#typeOf)) {
      const writer = this.#writers.get(type)
      if (writer === undefined) throw new Unplanned(type)
      for (const [place, json] of writer.write(same, run).entries()) written.set(same[place] ?? [], json)
    }
    return rows.map(row => written.get(row) ?? 'null')
  }
}

/** Writes the value of a column as its type has it. */
export function leafWriter(type: GraphQLOutputType, column: number): (row: Row) => string {
  const isRequired = isNonNullType(type)
  const leaf = isRequired ? type.ofType : type
  if (!isLeafType(leaf)) throw new Unplanned('not a leaf')
  return row => {
    const value = row[column] ?? null
    if (typeof value === 'string' && leaf === GraphQLString) return JSON.stringify(value)
    const given = value === null ? null : (leaf.coerceOutputValue(value) ?? null)
    // The resolvers' way has the words for it.
    if (given === null && isRequired) throw new Unplanned('null')
    return JSON.stringify(given)
  }
}

/** Writes the row whose id stands in a column. A row that many lead to is read and written once. */
export class RowWriter implements Writer {
  readonly #column: number
  readonly #target: Writer
  readonly #one: Query
  readonly #many: Query

  constructor(column: number, entity: Entity, target: Writer, columns: Columns) {
    this.#column = column
    this.#target = target
    this.#one = rowQuery(entity, entity.table.id, columns.names)
    this.#many = rowsQuery(entity, entity.table.id, columns.names)
  }

  write(rows: readonly Row[], run: Run): readonly string[] {
    const column = this.#column
    const keys = new Set<unknown>()
    for (const row of rows) if (row[column] !== null) keys.add(row[column])
    const written = new Map<unknown, string>()
    if (keys.size > 0) {
      const [first] = keys
      const found =
        keys.size === 1
          ? run.database.cells(this.#one, { value: first })
          : run.database.cells(this.#many, { keys: JSON.stringify([...keys]) })
      for (const [place, json] of this.#target.write(found, run).entries()) written.set(found[place]?.[0], json)
    }
    return rows.map(row => written.get(row[column]) ?? 'null')
  }
}

/** Writes the row that a name leads to, for the root of a query, which has one row. */
export class NamedWriter implements Writer {
  readonly #slugOf: (run: Run) => string
  readonly #target: Writer
  readonly #query: Query

  constructor(slugOf: (run: Run) => string, entity: Entity, target: Writer, columns: Columns) {
    this.#slugOf = slugOf
    this.#target = target
    this.#query = rowQuery(entity, entity.table.slug, columns.names)
  }

  write(_: readonly Row[], run: Run): readonly string[] {
    const found = run.database.cells(this.#query, { value: this.#slugOf(run) })
    return found.length === 0 ? ['null'] : this.#target.write(found, run)
  }
}

/** A page for each parent: the rows of all of them in a row, and which of these are whose. */
export interface Pages {
  readonly rows: readonly Row[]
  readonly pages: readonly {
    readonly begin: number
    readonly end: number
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
  }[]
  /** The cursor of a row. */
  cursorOf(row: Row): string
}

/** Writes a part of each page: its nodes, its edges, where it stands. */
export type PagePart = (pages: Pages, run: Run) => readonly string[]

/** Writes a page of a list for each row. */
export class PageWriter implements Writer {
  readonly #list: List
  readonly #columns: Columns
  readonly #args: number
  readonly #names: readonly string[]
  readonly #parts: readonly PagePart[]
  readonly #queries = new Map<string, PagesQuery>()

  constructor(list: List, args: number, parts: readonly (readonly [string, PagePart])[], columns: Columns) {
    this.#list = list
    this.#args = args
    this.#columns = columns
    this.#names = parts.map(([name], index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`)
    this.#parts = parts.map(([, part]) => part)
  }

  write(rows: readonly Row[], run: Run): readonly string[] {
    const pages = this.#read(rows, run)
    const parts = this.#parts.map(part => part(pages, run))
    const written = pages.pages.map(
      (_, place) => `${parts.map((part, index) => this.#names[index] + (part[place] ?? 'null')).join('')}}`,
    )
    return written
  }

  #read(parents: readonly Row[], { database, args }: Run): Pages {
    const request: PageRequest & StretchRequest = args[this.#args] ?? {}
    const asked = stretch(request)
    const isOne = parents.length === 1
    const query = this.#queryFor(request, isOne)
    const values = { limit: asked.size + 1, ...cursorValues(asked, query.order) }
    const parent = this.#columns.names.length
    const found = database.cells(
      query,
      isOne
        ? { parent: parents[0]?.[0] ?? null, ...values }
        : { parents: JSON.stringify(parents.map(([id]) => id)), ...values },
    )
    const byParent = isOne ? new Map([[0, found]]) : Map.groupBy(found, row => Number(row[parent]))
    const rows: Row[] = []
    const pages = parents.map((_, place) => {
      const { rows: shown, ...page } = rowsOfPage(asked, byParent.get(place) ?? [])
      const begin = rows.length
      rows.push(...shown)
      return { begin, end: rows.length, ...page }
    })
    return { rows, pages, cursorOf: row => writeCursor(query.order.name, String(row[parent + 1])) }
  }

  #queryFor(request: PageRequest & StretchRequest, isOne: boolean): PagesQuery {
    const { last, before, after, order } = request
    const shape = JSON.stringify([isOne, (last ?? before) != null, (after ?? before) != null, order?.direction])
    const known = this.#queries.get(shape)
    if (known) return known
    const { names, withCursor } = this.#columns
    const query = (isOne ? pageQuery : pagesQuery)(this.#list, request, names, withCursor)
    this.#queries.set(shape, query)
    return query
  }
}
