import type Sqlite from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** The most rows of a table of which columns are kept. */
export const mostKeptRows = 4_000_000

/** How many bytes the columns of a connection may hold together. */
const keptBytes = 32_000_000
/** About how many bytes a value holds that stands in a column, however often. */
const bytesOfValue = 50

type Value = string | number | null

/**
 * What each row of a table has in a column, by the row's id: a number for each value. To count the rows of a long list by
 * their values, SQLite would fetch each of them, and sort them all.
 */
class Column {
  readonly #values: Value[] = []
  #ofRows = new Int32Array(1_024)

  /** Takes in the rows with a value, which comes once. */
  add(value: Value, ids: readonly number[]): void {
    const number = this.#values.push(value) - 1
    for (const id of ids) {
      if (id >= this.#ofRows.length) this.#reach(id)
      this.#ofRows[id] = number
    }
  }

  get bytes(): number {
    return this.#ofRows.byteLength + bytesOfValue * this.#values.length
  }

  /** How many of the rows have each value that one of them has. */
  tally(ids: readonly number[]): [Value, number][] {
    const counts = new Uint32Array(this.#values.length)
    for (const id of ids) {
      const number = this.#ofRows[id] ?? 0
      counts[number] = (counts[number] ?? 0) + 1
    }
    return this.#values
      .map((value, number): [Value, number] => [value, counts[number] ?? 0])
      .filter(([, count]) => count > 0)
  }

  #reach(id: number): void {
    const longer = new Int32Array(Math.max(id + 1, 2 * this.#ofRows.length))
    longer.set(this.#ofRows)
    this.#ofRows = longer
  }
}

/**
 * Teaches a connection to keep columns by their names, each as it was in a state of the database:
 *
 * - the aggregate `made_column(value, ids)` makes one of the rows with each value, a JSON array of their ids,
 * - `tally(name, state, made, ids)` counts the rows of a JSON array of ids by their values, as a JSON array of pairs. What was made is
 *   kept, instead of the column in a former state; where none was made (null) and none is kept, the answer is null.
 */
export function addKeptColumns(client: Sqlite.Database): void {
  const kept = new LRUCache<string, { readonly column: Column; readonly state: unknown }>({ maxSize: keptBytes })
  /** The one that was made last, until it is kept. */
  let made: Column | undefined
  client.aggregate('made_column', {
    start: () => new Column(),
    varargs: true,
    step: (column: Column, ...[value, ids]: unknown[]) => {
      column.add(typeof value === 'number' || value === null ? value : String(value), JSON.parse(String(ids)))
    },
    result: (column: Column) => {
      made = column
      return 1
    },
  })
  client.function('tally', { deterministic: false }, (name: unknown, state: unknown, isMade: unknown, ids: unknown) => {
    if (isMade === 1) {
      if (made === undefined) throw new Error(`no column ${String(name)} was made`)
      kept.set(String(name), { column: made, state }, { size: Math.min(made.bytes, keptBytes) })
      made = undefined
    }
    const found = kept.get(String(name))
    return found?.state === state ? JSON.stringify(found?.column.tally(JSON.parse(String(ids)))) : null
  })
}
