import { valuesOf } from '../../model/vocabulary.ts'
import type { GroupRequest } from '../counting/grouping.ts'
import { cursorValues, stretch } from '../cursor.ts'
import type { Database } from '../database.ts'
import type { PageRequest } from '../page.ts'
import { prepareSearch, type SearchRequest } from '../search.ts'
import { SearchType } from '../searchIndex.ts'
import { type Call, compileJson, type JsonStatement } from './compiler.ts'
import { filterShape } from './filterShape.ts'
import type { Selection } from './selection.ts'

/** What a call is asked when it runs, as the arguments of its field: what it names, which page, how to count, what to find. */
export interface CallRequest extends Omit<PageRequest, 'order'>, Pick<GroupRequest, 'minCount'> {
  readonly groupBy?: readonly string[] | undefined
  readonly order?: PageRequest['order'] | GroupRequest['order']
  readonly slug?: string | undefined
  readonly id?: string | undefined
  readonly query?: string | undefined
  readonly types?: SearchRequest['types']
  readonly open?: string | undefined
  readonly close?: string | undefined
}

/** How many statements are kept of one selection; they differ in direction, order and the form of filters. */
const statementsCap = 50

/** A request, taken apart: what its statement depends on, and the values that stand in it. */
interface Prepared {
  readonly call: Call
  readonly form: string
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * A selection, answered by one SQL statement that writes the JSON: SQLite makes the text where the rows are, and no
 * object is made in between. A statement is kept by the form of what is asked, and not by its values.
 */
export class JsonQuery {
  readonly #selection: Selection
  readonly #known: readonly (CallRequest | null)[]
  readonly #statements = new Map<string, JsonStatement>()
  /** The requests that are known, by their numbers. */
  readonly #prepared = new Map<number, Prepared>()

  /** A request that is known beforehand, since no variable stands in it, is taken apart once. */
  constructor(selection: Selection, known: readonly (CallRequest | null)[]) {
    this.#selection = selection
    this.#known = known
  }

  /**
   * The object as JSON. What is not bounded by its form may read so many rows (`Database.within`).
   *
   * @throws Failure BAD_PAGE, BAD_CURSOR, BAD_FILTER or BAD_ID; OverBudget
   */
  answer(database: Database, requests: readonly CallRequest[], baseUrl: string, rows: number): string {
    const prepared = requests.map((request, number) =>
      searching(this.#prepare(request, number), request, number, database),
    )
    const statement = this.#statementOf(prepared)
    const cursors = [...statement.orders].map(([number, order]) => {
      const call = prepared[number]?.call
      return call ? cursorValues(call.asked, order, `cursor${number}_`) : {}
    })
    const values = Object.assign({ baseUrl }, ...prepared.map(each => each.values), ...cursors)
    return database.within(rows, () => database.text(statement, values))
  }

  #prepare(request: CallRequest, number: number): Prepared {
    const isKnown = request === this.#known[number]
    const earlier = isKnown ? this.#prepared.get(number) : undefined
    if (earlier) return earlier
    const asked = stretch(request)
    const { shape, values } = filterShape(request.filter, `filter${number}_`)
    const { order, groupBy, minCount, types, slug, open, close } = request
    const fixed = { order, filter: shape, groupBy, minCount, types }
    const named = Object.entries({ slug, open, close, limit: asked.size })
    const prepared = {
      call: { request: fixed, asked, weighed: [] },
      form: JSON.stringify([fixed, asked.backward, asked.cursor === null]),
      values: Object.assign(values, Object.fromEntries(named.map(([name, value]) => [`${name}${number}`, value]))),
    }
    if (isKnown) this.#prepared.set(number, prepared)
    return prepared
  }

  #statementOf(prepared: readonly Prepared[]): JsonStatement {
    const form = prepared.map(each => each.form).join()
    const known = this.#statements.get(form)
    if (known) return known
    const statement = compileJson(
      this.#selection,
      prepared.map(({ call }) => call),
    )
    if (this.#statements.size === statementsCap) this.#statements.clear()
    this.#statements.set(form, statement)
    return statement
  }
}

/** The request of a search with what it looks for, which depends on what is stored. */
function searching(prepared: Prepared, { query, types }: CallRequest, number: number, database: Database): Prepared {
  if (query === undefined) return prepared
  const { expression, weighed } = prepareSearch(database, { query, types, filters: {} })
  const ranked = valuesOf(SearchType).flatMap(type =>
    weighed[type] === undefined ? [] : [[type, weighed[type]] as const],
  )
  return {
    call: { ...prepared.call, weighed: ranked.map(([type]) => type) },
    form: `${prepared.form} ${ranked.map(([type]) => type)}`,
    values: {
      ...prepared.values,
      [`query${number}`]: expression,
      ...Object.fromEntries(ranked.map(([type, words]) => [`weighed${number}_${type}`, words])),
    },
  }
}
