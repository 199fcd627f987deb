import { cursorValues, stretch } from './cursor.ts'
import type { Database } from './database.ts'
import { filterShape } from './filterShape.ts'
import { type Call, compileJson, type JsonStatement } from './jsonCompiler.ts'
import type { PageRequest } from './page.ts'
import type { Selection } from './selection.ts'

/** What a call is asked when it runs: the slug or the id that it names, or which page. */
export type CallRequest = PageRequest & { readonly slug?: string | undefined; readonly id?: string | undefined }

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
  readonly #statements = new Map<string, JsonStatement>()
  /** Requests in which no variable stands come again and again. */
  readonly #prepared = new WeakMap<CallRequest, Prepared>()

  constructor(selection: Selection) {
    this.#selection = selection
  }

  /**
   * The object as JSON. What is not bounded by its form may read so many rows (`Database.within`).
   *
   * @throws Failure BAD_PAGE, BAD_CURSOR, BAD_FILTER or BAD_ID; OverBudget
   */
  answer(database: Database, requests: readonly CallRequest[], baseUrl: string, rows: number): string {
    const prepared = requests.map((request, number) => this.#prepare(request, number))
    const statement = this.#statementOf(prepared)
    const cursors = [...statement.orders].map(([number, order]) => {
      const call = prepared[number]?.call
      return call ? cursorValues(call.asked, order, `cursor${number}_`) : {}
    })
    const values = Object.assign({ baseUrl }, ...prepared.map(each => each.values), ...cursors)
    return database.within(rows, () => database.text(statement, values))
  }

  #prepare(request: CallRequest, number: number): Prepared {
    const known = this.#prepared.get(request)
    if (known) return known
    const asked = stretch(request)
    const { shape, values } = filterShape(request.filter, `filter${number}_`)
    const prepared = {
      call: { request: { order: request.order, filter: shape }, asked },
      form: JSON.stringify([request.order, shape, asked.backward, asked.cursor === null]),
      values: { ...values, [`slug${number}`]: request.slug, [`limit${number}`]: asked.size },
    }
    this.#prepared.set(request, prepared)
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
