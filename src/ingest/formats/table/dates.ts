import { readEdtf } from '../../../model/edtf.ts'

export const dateFormats = ['YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY'] as const

export type DateFormat = (typeof dateFormats)[number]

/** The day in EDTF of what a cell holds in that format or, beside any format, as ISO 8601; null where it is neither. */
export function readDate(text: string, format: DateFormat): string | null {
  const date = text.replace(/[T ]\d{1,2}:\d\d.*$/, '')
  const edtf = /^\d{4}(-\d\d){0,2}$/.test(date) ? date : dayOf(date, format)
  return edtf === null || readEdtf(edtf) === null ? null : edtf
}

/** What is wrong with a date that cannot be read: its column, what it holds, and what would be right. */
export function sayBadDate(column: string, text: string, format: DateFormat): string {
  const reading = dateFormats.filter(other => readDate(text, other) !== null)
  const right = reading.length === 0 ? '' : `; dateFormat: ${reading.join(' or ')} would read it`
  const read = format === 'YYYY-MM-DD' ? format : `${format} or YYYY-MM-DD`
  return `the column ${column} has ${JSON.stringify(text)}, which is no date written as ${read}${right}`
}

function dayOf(date: string, format: DateFormat): string | null {
  if (format === 'YYYY-MM-DD') return null
  const [first = '', second = '', year = '', ...more] = date.split(format.charAt(2))
  if (more.length > 0 || !/^\d{4}$/.test(year) || !/^\d{1,2} \d{1,2}$/.test(`${first} ${second}`)) return null
  const [day, month] = format === 'MM/DD/YYYY' ? [second, first] : [first, second]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
