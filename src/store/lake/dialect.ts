import type { ColumnType } from './layout.ts'

/** What engines of SQL write differently; all else is in the words that they have in common. */
export interface Dialect {
  /** The words of a text that has a space or the end of a line between each two: a row each, as `word`, joined to `from`. */
  words(from: string, text: string): string
}

const spaced = (text: string) => `replace(${text}, chr(10), ' ')`

export const duckdb: Dialect = {
  words: (from, text) => `${from} cross join unnest(string_split(${spaced(text)}, ' ')) as each_word(word)`,
}

export const spark: Dialect = {
  words: (from, text) => `${from} lateral view explode(split(${spaced(text)}, ' ')) each_word as word`,
}

/** The names of types, which are the same in both. */
export const typeNames = {
  TEXT: 'string',
  INTEGER: 'bigint',
  REAL: 'double',
  DATE: 'date',
} as const satisfies Record<ColumnType, string>

/** A text as all of them write it. */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Texts in brackets, for `in`. */
export function textList(texts: readonly string[]): string {
  return `(${texts.map(textLiteral).join(', ')})`
}
