import type { Budget } from '../engine/budget.ts'
import { stretch } from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { filterShape } from '../query/filterShape.ts'
import { cursorValues } from '../query/listCursor.ts'
import { type Binding, QueryParameter } from '../query/queryParameter.ts'
import { prepareSearch, type SearchRequest } from '../search/search.ts'
import { type Call, compileJson, type JsonStatement } from './compiler.ts'
import type { CallRequest, Text } from './request.ts'
import type { Selection } from './selection.ts'
import { formOfSearch, noSearch } from './soughtForm.ts'

/** How many selections there have been: what the database keeps for each of them is told apart by their numbers. */
let selections = 0

/** Requests taken apart: what their statement depends on, and what stands in it. */
export interface Prepared {
  readonly calls: readonly Call[]
  readonly form: string
  /** The values of the placeholders that are known, and for the others the parameters, by the placeholders' names. */
  readonly values: Readonly<Record<string, unknown>>
  readonly parameters: readonly (readonly [placeholder: string, parameter: QueryParameter])[]
  readonly searches: readonly Sought[]
}

/** What the text of a statement depends on. */
type Asked = Pick<Prepared, 'calls' | 'form'>

/** What a call searches for. */
interface Sought {
  readonly call: number
  readonly query: Text
  readonly types: SearchRequest['types']
}

/**
 * A selection, answered by one SQL statement that writes the JSON: SQLite makes the text where the rows are, and no
 * object is made in between. A statement is kept by the form of what is asked, and not by its values.
 */
export class JsonQuery {
  readonly #selection: Selection
  readonly #name: string

  constructor(selection: Selection) {
    this.#selection = selection
    selections += 1
    this.#name = `selection ${selections}`
  }

  /**
   * The requests of the calls taken apart, which can be answered many times with other values in their parameters. The key says
   * all that they depend on; without one they are not kept.
   *
   * @throws UnboundParameter where the statement depends on the value of a parameter; Failure BAD_PAGE
   */
  prepare(database: Database, key: string | null, requests: () => readonly CallRequest[]): Prepared {
    const make = () => prepared(requests())
    return key === null ? make() : database.keep(`${this.#name} asked ${key}`, make, bytesOf)
  }

  /**
   * The answer as JSON. What is not bounded by its form may read as much as the budget says (`Database.withBudget`).
   *
   * @throws Failure BAD_CURSOR, BAD_FILTER or BAD_ID; OverBudget
   */
  answer(database: Database, prepared: Prepared, bind: Binding, baseUrl: string, budget: Budget): Buffer {
    const values: Record<string, unknown> = { ...prepared.values, baseUrl }
    for (const [name, parameter] of prepared.parameters) values[name] = bind(parameter)
    const { calls, form } = prepared.searches.reduce<Asked>(
      (asked, sought) => searching(asked, sought, bind, database, values),
      prepared,
    )
    const statement = this.#statement(database, calls, form, values)
    for (const [number, order] of statement.orders) {
      const asked = calls[number]?.asked
      if (!asked) continue
      const cursor = textIn(asked.cursor, bind)
      Object.assign(values, cursorValues(database, { ...asked, cursor }, order, `cursor${number}_`))
    }
    return database.withBudget(budget, () => database.bytes(statement, values))
  }

  /** The statement for what is asked; another one where it searches for what is common. */
  #statement(
    database: Database,
    calls: readonly Call[],
    form: string,
    values: Readonly<Record<string, unknown>>,
  ): JsonStatement {
    const statement = database.once(`${this.#name} ${form}`, () => compileJson(this.#selection, calls))
    const common = [...statement.commonness].flatMap(([call, query]) => (database.isTrue(query, values) ? [call] : []))
    if (common.length === 0) return statement
    return database.once(`${this.#name} ${form} common ${common}`, () =>
      compileJson(
        this.#selection,
        calls.map((call, index) => ({ ...call, isCommon: common.includes(index) })),
      ),
    )
  }
}

function prepared(requests: readonly CallRequest[]): Prepared {
  const parts = requests.map(partOf)
  const values = Object.entries(Object.assign({}, ...parts.map(part => part.values)))
  return {
    calls: parts.map(({ call }) => call),
    form: parts.map(({ form }) => form).join(),
    values: Object.fromEntries(values.filter(([, value]) => !(value instanceof QueryParameter))),
    parameters: values.flatMap(([name, value]) => (value instanceof QueryParameter ? [[name, value] as const] : [])),
    searches: requests.flatMap(({ query, types }, call) => (query === undefined ? [] : [{ call, query, types }])),
  }
}

/** About how many bytes it holds: objects are some eight times as large as what their JSON says. */
function bytesOf({ form, values }: Prepared): number {
  return 8 * (form.length + JSON.stringify(values).length)
}

/** One request taken apart; the names of its placeholders end in its number. */
function partOf(request: CallRequest, number: number) {
  const asked = stretch(request)
  const { shape, values } = filterShape(request.filter, `filter${number}_`)
  const { order, groupBy, minCount, types, slug, open, close, given = {} } = request
  const fixed = { order, filter: shape, groupBy, minCount, types }
  const named = Object.entries({ slug, open, close, limit: asked.size, ...prefixed('given_', given) }).filter(
    ([, value]) => value !== undefined,
  )
  return {
    call: { request: fixed, asked, sought: noSearch },
    form: JSON.stringify([fixed, asked.backward, asked.cursor === null]),
    values: Object.assign(values, Object.fromEntries(named.map(([name, value]) => [`${name}${number}`, value]))),
  }
}

function prefixed(prefix: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]))
}

/** What is asked, with what a search looks for, which depends on what is stored; its words are put to the values. */
function searching(
  { calls, form }: Asked,
  { call: number, query, types }: Sought,
  bind: Binding,
  database: Database,
  values: Record<string, unknown>,
): Asked {
  const search = prepareSearch(database, { query: textIn(query, bind), types, filters: {} })
  const { form: sought, values: found } = formOfSearch(search, number)
  Object.assign(values, found)
  return {
    calls: calls.map((call, index) => (index === number ? { ...call, sought } : call)),
    form: `${form} ${number} ${Object.values(sought).join(' ')}`,
  }
}

function textIn<Known extends string | null>(text: Known | QueryParameter, bind: Binding): Known | string {
  return text instanceof QueryParameter ? String(bind(text)) : text
}
