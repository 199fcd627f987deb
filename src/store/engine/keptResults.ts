import type Sqlite from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** How many bytes the results that a connection keeps may hold together, how many one of them, and its key. */
const keptBytes = 1_000_000
const longest = 20_000
/** About how many bytes a result holds besides its own. */
const bytesBesides = 200

type Cell = string | number | null

/**
 * Teaches a connection to keep results by what they depend on, such as the state of the database and the values in a query:
 *
 * - `kept(…)` is the result that depends on these; null where none is kept,
 * - `keep(result, …)` keeps it, and is the result.
 */
export function addKeptResults(client: Sqlite.Database): void {
  const results = new LRUCache<string, { readonly result: Cell }>({ maxSize: keptBytes, maxEntrySize: longest })
  const options = { deterministic: false, varargs: true }
  client.function('kept', options, (...on: unknown[]) => results.get(JSON.stringify(on))?.result ?? null)
  client.function('keep', options, (result: Cell, ...on: unknown[]) => {
    const key = JSON.stringify(on)
    results.set(key, { result }, { size: 2 * (key.length + String(result).length) + bytesBesides })
    return result
  })
}
