import type { SoughtWords } from '../../model/textMatches.ts'
import { beginsWith } from '../engine/beginsWith.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { opaque } from '../engine/opaque.ts'
import type { SearchIndex } from './searchIndexes.ts'

/**
 * How often words stand in the texts of an index; null where only the texts tell.
 *
 * The index knows how often a word stands in it, and to ask it takes a hundredth of the time of reading every text with a common
 * word. It says nothing of phrases, nor of how often a stem stands, which it holds once a text.
 */
export function countInIndex(database: Database, index: SearchIndex, sought: readonly SoughtWords[]): number | null {
  const [words, ...others] = sought
  if (!words || others.length > 0 || words.stems.length > 0 || words.phrases.some(phrase => phrase.includes(' ')))
    return null
  if (words.isPrefix && words.phrases.length > 1) return null
  const vocabulary = vocabularyOf(database, index)
  const [column = ''] = index.texts.slice(-1)
  const counts = words.phrases.map(phrase => {
    const which = words.isPrefix ? beginsWith(sql`term`, phrase, opaque) : sql`term = ${opaque(phrase)}`
    const [row] = database.all<{ count: number }>(
      sql`select total(cnt) as count from ${sql.identifier(vocabulary)} where ${which} and col = ${column}`,
    )
    return row?.count ?? 0
  })
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Words of an index that begin so, as they stand in texts, as far as there are no more than that. */
export function wordsFrom(database: Database, index: SearchIndex, start: string, most: number): string[] {
  const vocabulary = sql.identifier(vocabularyOf(database, index))
  const rows = database.all<{ term: string }>(sql`
    select distinct term from (select term, col from ${vocabulary}
      where ${beginsWith(sql`term`, start, opaque)} limit ${most})
    where col in (${eachOf(index.texts)})`)
  return rows.map(row => row.term)
}

/** The table of the words of an index with their counts: it holds nothing, and is there for this connection alone. */
function vocabularyOf(database: Database, { name }: SearchIndex): string {
  const vocabulary = `${name}Words`
  database.client.exec(
    `create virtual table if not exists temp.${vocabulary} using fts5vocab('main', '${name}', 'col')`,
  )
  return vocabulary
}
