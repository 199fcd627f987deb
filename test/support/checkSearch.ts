import type { Database } from '../../src/store/engine/database.ts'
import { examinations } from '../../src/store/write/soundness.ts'

/** Compares every search index with one that is made anew from what is stored: each word at each of its places. */
export function checkSearch(database: Database): void {
  const { flaws } = examinations['search indexes'](database)
  if (flaws.length > 0) throw new Error(JSON.stringify(flaws))
}
