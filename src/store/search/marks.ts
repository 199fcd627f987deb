import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'

// What FTS5 puts around a match: noncharacters, which Unicode keeps for use inside of a program and out of texts.
const opening = '\uFDD0'
const closing = '\uFDD1'

/** A stretch of text that was matched, or that was not. */
export interface TextFragment {
  readonly text: string
  readonly matched: boolean
}

/** The SQL of a column of a full-text index with its matches marked. Matches that overlap are one. */
export function highlighted(index: string, column: number): SQL {
  return sql`highlight(${sql.identifier(index)}, ${sql.raw(String(column))}, ${opening}, ${closing})`
}

/** The SQL of the stretch of a row, of up to so many words, in which most is matched, with the matches marked. */
export function snippetOf(index: string, words: number): SQL {
  return sql`snippet(${sql.identifier(index)}, -1, ${opening}, ${closing}, '…', ${sql.raw(String(words))})`
}

/** The SQL of a marked text with what is asked for before and after each match. */
export function remarked(marked: SQL, open: unknown, close: unknown): SQL {
  return sql`replace(replace(${marked}, ${opening}, ${open}), ${closing}, ${close})`
}

/** The SQL of the number of matches in a marked text. */
export function countMarks(marked: SQL): SQL {
  return sql`length(${marked}) - length(replace(${marked}, ${opening}, ''))`
}

/** Takes a marked text apart; none of its fragments is empty. */
export function readMarks(marked: string): TextFragment[] {
  return marked
    .split(/[\uFDD0\uFDD1]/)
    .flatMap((text, index) => (text === '' ? [] : [{ text, matched: index % 2 === 1 }]))
}
