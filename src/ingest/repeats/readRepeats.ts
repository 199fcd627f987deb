import type { Database } from '../../store/engine/database.ts'
import { recordRevision } from '../../store/engine/revisions.ts'
import { clearRepeats, documentsInOrder, type Repeats, writeRepeats } from '../../store/write/repeats.ts'
import { findRepeats } from './findRepeats.ts'

/** The version of the rules: counted up when other documents or codings come to be left out. */
export const REPEAT_RULES_VERSION = '1'

/**
 * Finds what of a dataset repeats: documents of nearly the same text (SAME_TEXT_IN_DATASET), and the readings of further coders of
 * a document (ONE_CODING_COUNTS). Analyses count each once. One transaction.
 */
export function readRepeats(database: Database, dataset: string): Repeats {
  return database.write(() => {
    clearRepeats(database, dataset)
    const written = writeRepeats(
      database,
      dataset,
      findRepeats(documentsInOrder(database, dataset)),
      REPEAT_RULES_VERSION,
    )
    recordRevision(database, `repeats of ${dataset} found`, REPEAT_RULES_VERSION)
    return written
  })
}

/** Lets everything count again. */
export function forgetRepeats(database: Database, dataset: string): void {
  database.write(() => {
    clearRepeats(database, dataset)
    recordRevision(database, `repeats of ${dataset} forgotten`, REPEAT_RULES_VERSION)
  })
}
