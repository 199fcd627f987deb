import type { SQL } from 'drizzle-orm'
import { andBeyondAny, type PageSlice, sorted } from '../engine/cursor.ts'
import { sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import { madeQuery, type Query } from '../engine/query.ts'
import { negated } from '../query/comparison.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { type CursorOrder, cursorOrder } from '../query/listCursor.ts'
import { defaultOrder, orderOf } from '../query/order.ts'
import { type List, listed } from '../query/page.ts'
import type { QueryParameter } from '../query/queryParameter.ts'
import type { Entity } from '../schema/entities.ts'
import { type CountedList, facetsOf, groupsOf } from './groupParts.ts'
import { hitsOf } from './hitParts.ts'
import { keptResult } from './keptResult.ts'
import type { CallRequest } from './request.ts'
import { selectedColumns } from './rowColumns.ts'
import { computedOf, documentTextSql, rolesOf, rowValues as valuesOfRow } from './rowParts.ts'
import type {
  PageInfoPart,
  PagePart,
  RowSelection,
  Selected,
  SelectedFacets,
  SelectedGroups,
  SelectedHits,
  SelectedPage,
  Selection,
} from './selection.ts'
import type { SoughtForm } from './soughtForm.ts'
import { cell, commas, type JsonValue, json, listOf, literal, numberOf, objectOf, plain } from './text.ts'

/** What a call is asked, as far as the text of the statement depends on it. */
export interface Call {
  readonly request: Pick<CallRequest, 'filter' | 'order' | 'groupBy' | 'minCount' | 'types'>
  readonly asked: PageSlice<string | QueryParameter>
  /** What its search looks for, if it is one. */
  readonly sought: SoughtForm
  /** Whether its filter searches for what is common, so that its rows are found sooner in the order of the list than by the search index. */
  readonly isCommon?: boolean
}

/** Thrown where there is no such statement for a request. */
export class Unsupported extends Error {}

/** A statement that answers with JSON. */
export interface JsonStatement extends Query {
  /** The orders of the lists whose cursors it takes, by their calls. */
  readonly orders: ReadonlyMap<number, CursorOrder>
  /** Queries for whether the filters of lists search for what is common, by their calls. */
  readonly commonness: ReadonlyMap<number, Query>
}

/** Of so many rows that a search finds, it is sooner told whether a row is one of them than what place in the order each has. */
const commonRows = 10_000

/** The most fields of one object: a function of SQLite takes a thousand arguments, and a field is two of them. */
export const objectCap = 400

/**
 * Makes the statement that answers a selection. Its placeholders are `baseUrl` and, of each call, `slug`, `limit`, those
 * of its filter, of its search and of its cursor, with the call's number behind the word.
 *
 * JSON is put together as text: what a subquery answers counts as text to SQLite's JSON functions, which would have to
 * read it again.
 *
 * @throws Failure BAD_FILTER or BAD_ID
 */
export function compileJson(selection: Selection, calls: readonly Call[]): JsonStatement {
  const compiler = new JsonCompiler(calls)
  const query = madeQuery(sql`select cast(concat('{"data":', ${compiler.object(selection, null)}, '}') as blob)`)
  return { ...query, orders: compiler.orders, commonness: compiler.commonness }
}

/** The row that a part of the statement is about: the name of its table there, or null at the root. */
type RowName = SQL | null

class JsonCompiler {
  readonly orders = new Map<number, CursorOrder>()
  readonly commonness = new Map<number, Query>()
  readonly #calls: readonly Call[]
  readonly #filters = new FilterCompiler({ counts: true })
  #pages = 0

  constructor(calls: readonly Call[]) {
    this.#calls = calls
  }

  object(selection: Selection, row: RowName): SQL {
    return objectOf(selection.map(([field, value]) => [field, this.#value(value, row)]))
  }

  #row(of: RowSelection, row: SQL): SQL {
    if (!('kinds' in of)) return this.object(of, row)
    const kinds = of.kinds.map(([kind, selection]) => sql`when ${kind} then ${this.object(selection, row)}`)
    return sql`case ${row}.kind ${sql.join(kinds, sql` `)} else 'null' end`
  }

  #value(value: Selected, row: RowName): JsonValue {
    switch (value.kind) {
      case 'constant':
        return plain(literal(value.text))
      case 'named':
        return this.#one(value.entity, value.of, found =>
          value.entity.isNamed(found, sql`${sql.placeholder(`slug${value.call}`)}`),
        )
      case 'page':
        return json(this.#page(value, row))
      case 'groups':
        return json(this.#groups(value))
      case 'hits':
        return json(this.#hits(value))
    }
    if (row === null) throw new Error(`${value.kind} is of a row`)
    switch (value.kind) {
      case 'column':
        return plain(cell(row, value.column))
      case 'number':
        return plain(numberOf(cell(row, value.column)))
      case 'id':
        return plain(sql`global_id(${value.typename}, ${row}.slug)`)
      case 'uri':
        return plain(sql`${sql.placeholder('baseUrl')} || permalink_path(${value.typename}, ${row}.slug)`)
      case 'imported':
        return plain(value.of.at(column => cell(row, column)))
      case 'row':
        return this.#one(value.entity, value.of, found => sql`${found.id} = ${cell(row, value.key)}`)
      case 'values':
        return valuesOfRow(value, row, (part, each) => this.#value(part, each))
      case 'text':
        return plain(documentTextSql(sql`${row}.id`))
      case 'computed':
        return computedOf(value, row)
      case 'roles':
        return rolesOf(value, row, (of, membership) => this.#row(of, membership))
    }
  }

  #one(entity: Entity, of: RowSelection, isThat: (row: Entity['table']) => SQL): JsonValue {
    const row = this.#filters.alias(entity.table)
    const found = sql`(select ${this.#row(of, name(row))} from ${entity.table} ${name(row)} where ${isThat(row)})`
    return json(sql`coalesce(${found}, 'null')`)
  }

  #page(page: SelectedPage, parent: RowName): SQL {
    const { entity } = page.list
    const { request, asked } = this.#call(page.call)
    // Whatever is shown of the page, a cursor that is none is an error.
    if (asked.cursor !== null) this.orders.set(page.call, cursorOrder(entity, request))
    return objectOf(page.parts.map(([field, part]) => [field, this.#part(part, page, parent)]))
  }

  #part(part: PagePart, page: SelectedPage, parent: RowName): JsonValue {
    switch (part.kind) {
      case 'constant':
        return plain(literal(part.text))
      case 'nodes': {
        const rows = this.#rowsOf(page, parent, selectedColumns(part.of))
        return json(listOf(this.#row(part.of, rows.name), rows.from))
      }
      case 'edges': {
        const node = part.parts.flatMap(([, value]) => (value.kind === 'node' ? [...selectedColumns(value.of)] : []))
        const withCursor = part.parts.some(([, value]) => value.kind === 'cursor')
        const rows = this.#rowsOf(page, parent, new Set(node), withCursor)
        const edge = part.parts.map(([field, value]): [string, JsonValue] => {
          if (value.kind === 'constant') return [field, plain(literal(value.text))]
          return [field, value.kind === 'cursor' ? plain(rows.cursor) : json(this.#row(value.of, rows.name))]
        })
        return json(listOf(objectOf(edge), rows.from))
      }
      case 'pageInfo':
        return json(objectOf(part.parts.map(([field, value]) => [field, this.#place(value, page, parent)])))
      case 'totalCount':
        return plain(this.#count(page, parent))
      case 'facets':
        return json(this.#facets(part, page, parent))
    }
  }

  /** The rows of the page, in the order of the list: a subquery with these columns, and its name. */
  #rowsOf(page: SelectedPage, parent: RowName, columns: ReadonlySet<string>, withCursor = false) {
    const { row, order, asked, from } = this.#stretch(page, parent)
    this.#pages += 1
    const rows = sql.raw(`p${this.#pages}`)
    const keys = order.keys.map((_, index) => sql.raw(`k${index}`))
    const selected = [
      ...[...columns].map(column => cell(name(row), column)),
      ...(asked.backward ? order.keys.map((key, index) => sql`${key} as ${keys[index]}`) : []),
      ...(withCursor ? [sql`${row.slug} as named`] : []),
    ]
    const limit = sql.placeholder(`limit${page.call}`)
    const read = sql`(select ${selected.length === 0 ? sql`1` : commas(selected)} ${from} order by ${sorted(order, asked)} limit ${opaque(limit)})`
    // What was read from the end stands the other way round.
    const forwards = sorted({ ...order, keys }, { ...asked, backward: false })
    return {
      name: rows,
      from: asked.backward ? sql`(select * from ${read} order by ${forwards}) ${rows}` : sql`${read} ${rows}`,
      cursor: sql`cursor_of(${order.name}, ${rows}.named)`,
    }
  }

  /** From which rows a page is taken, without its end: behind the cursor, those of the list that meet the filter. */
  #stretch({ list, call }: SelectedPage, parent: RowName) {
    const { request, asked } = this.#call(call)
    const row = this.#filters.alias(list.entity.table)
    const order = orderOf(list.entity, row, request)
    const beyond = andBeyondAny(order, asked, `cursor${call}_`)
    const counting = isBounded(list, request) ? sql`` : this.#filters.counting(row.id)
    const found = this.#filters.searchAlone(list.entity, searchOf(request.filter))
    if (found !== null)
      this.commonness.set(call, madeQuery(sql`select count(*) = ${commonRows} from (${found} limit ${commonRows})`))
    return { row, order, asked, from: sql`${this.#listed(list, call, row, parent, counting)}${beyond}` }
  }

  /** From where the rows of a list are read, and which they are. */
  #listed(list: List, call: number, row: Entity['table'], parent: RowName, counting: SQL): SQL {
    const above = parent === null ? sql`null` : sql`${parent}.id`
    const { request, isCommon } = this.#call(call)
    const search = isCommon ? this.#filters.searchAlone(list.entity, searchOf(request.filter)) : null
    const filter = search === null ? request.filter : { ...request.filter, search: null }
    const condition = listed(this.#filters, list, row, filter, above)
    // The plus keeps SQLite from fetching each row that is found.
    const found = search === null ? sql`` : sql` and +${row.id} in (${search})`
    return sql`from ${list.entity.table} ${name(row)} where ${counting}${condition}${found}`
  }

  #place(part: PageInfoPart, page: SelectedPage, parent: RowName): JsonValue {
    const { backward, cursor } = this.#call(page.call).asked
    const beyond = json(literal(String(cursor !== null)))
    switch (part.kind) {
      case 'constant':
        return plain(literal(part.text))
      case 'hasNextPage':
        return backward ? beyond : this.#hasMore(page, parent)
      case 'hasPreviousPage':
        return backward ? this.#hasMore(page, parent) : beyond
      case 'startCursor':
      case 'endCursor': {
        const rows = this.#rowsOf(page, parent, new Set(), true)
        const at = part.kind === 'startCursor' ? '$[0]' : '$[#-1]'
        return plain(sql`(select json_group_array(${rows.cursor}) from ${rows.from}) ->> ${at}`)
      }
    }
  }

  #hasMore(page: SelectedPage, parent: RowName): JsonValue {
    const { order, asked, from } = this.#stretch(page, parent)
    const limit = sql.placeholder(`limit${page.call}`)
    const others = sql`select 1 ${from} order by ${sorted(order, asked)} limit 1 offset ${opaque(limit)}`
    return json(sql`case when exists (${others}) then 'true' else 'false' end`)
  }

  #count(page: Pick<SelectedPage, 'list' | 'call'>, parent: RowName): SQL {
    const counted = sql`(select count(*) from (${this.#ids(page, parent)}))`
    // To count the few rows of each of many parents takes no longer than to look up what is kept.
    return parent === null ? sql`cast(${keptResult(counted, null)} as integer)` : counted
  }

  /** The ids of the rows of a list: of what a search alone finds, its index has them. */
  #ids({ list, call }: Pick<SelectedPage, 'list' | 'call'>, parent: RowName, isCounting = true): SQL {
    const { filter } = this.#call(call).request
    const found = list.relation || list.fixed ? null : this.#filters.searchAlone(list.entity, filter)
    if (found !== null) return sql`select rowid as id from (${found})`
    const row = this.#filters.alias(list.entity.table)
    const counting = isCounting ? this.#filters.counting(row.id) : sql``
    return sql`select ${row.id} as id ${this.#listed(list, call, row, parent, counting)}`
  }

  /** The ids of the rows that a list without a parent leaves out; null where it searches, for which it would have to find all. */
  #others({ list, call }: Pick<SelectedPage, 'list' | 'call'>): SQL | null {
    const { filter } = this.#call(call).request
    if (filter?.search !== undefined) return null
    const row = this.#filters.alias(list.entity.table)
    return sql`select ${row.id} as id from ${list.entity.table} ${name(row)} where ${negated(listed(this.#filters, list, row, filter))}`
  }

  #groups({ parts, list, call }: SelectedGroups): SQL {
    const counted = this.#counted({ list, call }, null, call)
    return groupsOf(counted, parts, this.#filters)
  }

  #facets({ parts, call }: SelectedFacets, page: SelectedPage, parent: RowName): SQL {
    const counted = this.#counted(page, parent, call)
    return keptResult(facetsOf(counted, parts, this.#filters), counted.parent)
  }

  /** The rows of a list, as the call counts them. */
  #counted(page: Pick<SelectedPage, 'list' | 'call'>, row: RowName, call: number): CountedList {
    const { request, asked } = this.#call(call)
    if (asked.backward || asked.cursor !== null) throw new Unsupported('groups behind a cursor')
    const { list } = page
    return {
      list,
      parent: list.relation === undefined ? null : row,
      request: { ...request, filter: this.#call(page.call).request.filter },
      limit: sql`${sql.placeholder(`limit${call}`)}`,
      ids: isCounting => this.#ids(page, row, isCounting),
      others: () => (row === null ? this.#others(page) : null),
    }
  }

  #hits(hits: SelectedHits): SQL {
    const { request, asked, sought } = this.#call(hits.call)
    if (asked.backward || asked.cursor !== null || request.filter) throw new Unsupported('a narrowed search')
    return hitsOf(hits, { types: request.types, form: sought }, this.#filters, (entity, of, isThat) =>
      this.#one(entity, of, isThat),
    )
  }

  #call(number: number): Call {
    const call = this.#calls[number]
    if (call === undefined) throw new Error(`there is no call ${number}`)
    return call
  }
}

/** What a filter searches for, by itself. */
function searchOf(filter: FilterInput | null | undefined): FilterInput {
  return { search: filter?.search }
}

/** Whether a page reads no more than its rows, or the few that a parent has. */
function isBounded({ entity, relation, fixed }: List, { filter, order }: Call['request']): boolean {
  const goesOn = order !== null && order !== undefined && 'thenBy' in order && order.thenBy
  const isDefault = !goesOn && (order?.by ?? defaultOrder(entity)) === defaultOrder(entity)
  return ((relation ?? entity).reach ?? 'ALL') !== 'ALL' && fixed === undefined && !filter && isDefault
}
