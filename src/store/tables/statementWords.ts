import { integer, sqliteTable, text } from '../engine/drizzle.ts'
import { statements } from './statements.ts'

/**
 * The words of each statement as they are counted, derived by the writer (model/wordRuns.ts): runs of words, a space
 * around each word and a line for each run.
 *
 * `own` are the words of the speaker, those that are quoted and in no scare quotes; null where there are none. `whole` are those of the
 * whole content; null where they are the same.
 */
export const statementWords = sqliteTable('statementWords', {
  statementId: integer()
    .primaryKey()
    .references(() => statements.id, { onDelete: 'cascade' }),
  own: text(),
  whole: text(),
})
