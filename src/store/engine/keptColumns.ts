import type Sqlite from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** The most rows of a table of which columns are kept. */
export const mostKeptRows = 4_000_000

/** How many bytes the columns of a connection may hold together. */
const keptBytes = 16_000_000
/** How many values can be told apart by one byte, and by two. */
const [mostInByte, mostInTwo] = [0x100, 0x10000]
/** About how many bytes a value holds that stands in a column, however often. */
const bytesOfValue = 100

type Value = string | number | null

/**
 * What rows have in a column, by the row's id: a number for each value, or that the row was not read yet. To count the rows
 * of a list by their values, SQLite would fetch each of them, and sort them all.
 */
class Column {
  /** The first stands for what was not read yet. */
  readonly #values: Value[] = [null]
  readonly #numbers = new Map<Value, number>()
  #ofRows: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(1_024)

  /** Takes in rows with a value. */
  add(value: Value, ids: readonly number[]): void {
    const number = this.#numberOf(value)
    for (const id of ids) {
      if (id >= this.#ofRows.length) this.#hold(Math.max(id + 1, 2 * this.#ofRows.length))
      this.#ofRows[id] = number
    }
  }

  get bytes(): number {
    return this.#ofRows.byteLength + bytesOfValue * this.#values.length
  }

  /** Those of the rows that were not read yet. */
  unread(ids: readonly number[]): number[] {
    return ids.filter(id => !this.#ofRows[id])
  }

  /** How many of the rows have each value that one of them has; null where one was not read yet. */
  tally(ids: readonly number[]): [Value, number][] | null {
    const counts = new Uint32Array(this.#values.length)
    for (const id of ids) {
      const number = this.#ofRows[id] ?? 0
      counts[number] = (counts[number] ?? 0) + 1
    }
    if (counts[0] !== 0) return null
    return this.#values
      .map((value, number): [Value, number] => [value, counts[number] ?? 0])
      .filter(([, count]) => count > 0)
  }

  #numberOf(value: Value): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const number = this.#values.push(value) - 1
    this.#numbers.set(value, number)
    if (number === mostInByte || number === mostInTwo) this.#hold(this.#ofRows.length)
    return number
  }

  /** Holds as many rows, each in as few bytes as the values need. */
  #hold(rows: number): void {
    const count = this.#values.length
    const Fitting = count > mostInTwo ? Uint32Array : count > mostInByte ? Uint16Array : Uint8Array
    const held = new Fitting(rows)
    held.set(this.#ofRows)
    this.#ofRows = held
  }
}

/**
 * Teaches a connection to keep columns by their names, each as it was in a state of the database:
 *
 * - `tally(name, state, ids)` counts the rows of a JSON array of ids by their values, as a JSON array of pairs; null where one was
 *   not read yet,
 * - `unread(name, state, ids, most)` says which were not; null where these are more than `most`,
 * - the aggregate `add_to_column(name, state, value, ids)` takes in the rows with each value, a JSON array of their ids.
 */
export function addKeptColumns(client: Sqlite.Database): void {
  const kept = new LRUCache<string, { readonly column: Column; readonly state: unknown }>({ maxSize: keptBytes })
  const columnOf = (name: unknown, state: unknown) => {
    const found = kept.get(String(name))
    return found !== undefined && found.state === state ? found.column : null
  }
  const idsIn = lastRead()
  client.aggregate('add_to_column', {
    start: () => null,
    varargs: true,
    step: (added: { name: string; state: unknown; column: Column } | null, ...cells: unknown[]) => {
      const [name, state, value, ids] = cells
      const into = added ?? { name: String(name), state, column: columnOf(name, state) ?? new Column() }
      into.column.add(typeof value === 'number' || value === null ? value : String(value), JSON.parse(String(ids)))
      return into
    },
    result: (added: { name: string; state: unknown; column: Column } | null) => {
      if (added === null) return 0
      const { name, column, state } = added
      kept.set(name, { column, state }, { size: Math.min(column.bytes, keptBytes) })
      return 1
    },
  })
  client.function('tally', { deterministic: false }, (name: unknown, state: unknown, ids: unknown) => {
    const pairs = columnOf(name, state)?.tally(idsIn(String(ids))) ?? null
    return pairs === null ? null : JSON.stringify(pairs)
  })
  const unread = (name: unknown, state: unknown, text: unknown, most: unknown) => {
    const ids = idsIn(String(text))
    const missing = columnOf(name, state)?.unread(ids) ?? ids
    return missing.length > Number(most) ? null : JSON.stringify(missing)
  }
  client.function('unread', { deterministic: false }, unread)
}

/**
 * Reads JSON arrays of ids. The last one is kept for a while: each facet of a list counts the same rows, and to read a million ids takes
 * as long as to count them.
 */
function lastRead(): (text: string) => readonly number[] {
  let last = new WeakRef<{ readonly text: string; readonly ids: readonly number[] }>({ text: '', ids: [] })
  return text => {
    const known = last.deref()
    if (known?.text === text) return known.ids
    const ids: readonly number[] = JSON.parse(text)
    last = new WeakRef({ text, ids })
    return ids
  }
}
