import { replaceControls } from '../model/text.ts'

/** A cell of a table: a text, a number, or nothing. */
export type CsvCell = string | number | null

/**
 * A table as CSV (RFC 4180): a line of names, then a line a row. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  withFormulas = false,
): string {
  return [header, ...rows].map(row => csvLine(row, withFormulas)).join('')
}

/** One line of CSV, with its end; `withFormulas` leaves its texts as they are. */
export function csvLine(row: readonly CsvCell[], withFormulas = false): string {
  return `${(withFormulas ? row : row.map(withoutFormula)).map(quoted).join(',')}\r\n`
}

/**
 * The cell, with an apostrophe before a text that a spreadsheet would run as a formula (OWASP, CSV injection). Numbers are
 * left as they are: none of them is a formula.
 */
function withoutFormula(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: CsvCell): string {
  const text = cell === null ? '' : replaceControls(String(cell).replaceAll('\r', '\n'))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
