import { MOST_IN_LINE } from '../model/records/fields.ts'

/**
 * What a page says of itself, in one line, without what no terminal should be sent. Null where it is no text, or none that a record
 * can hold.
 */
export function pageLine(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const line = value
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line === '' || line.length > MOST_IN_LINE ? null : line
}
