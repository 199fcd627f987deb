import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { closing, opening } from '../engine/marks.ts'

/** A stretch of text that was matched, or that was not. */
export interface TextFragment {
  readonly text: string
  readonly matched: boolean
}

/** The SQL of a marked text with what is asked for before and after each match. */
export function remarked(marked: SQL, open: unknown, close: unknown): SQL {
  return sql`replace(replace(${marked}, ${opening}, ${open}), ${closing}, ${close})`
}

/** Takes a marked text apart; none of its fragments is empty. */
export function readHighlights(marked: string): TextFragment[] {
  return marked
    .split(/[\uFDD0\uFDD1]/)
    .flatMap((text, index) => (text === '' ? [] : [{ text, matched: index % 2 === 1 }]))
}
