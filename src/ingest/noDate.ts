import { dateOf, readEdtf, spelledDate } from '../model/edtf.ts'
import { readTimes } from '../reading/index.ts'

/** Why a text is not a date, and what would be one. */
export interface NoDate {
  readonly message: string
  readonly suggestion: string | undefined
}

/** What is wrong with a date that is no EDTF of level 0 or 1; null where it is one. */
export function whyNoDate(text: string, language: string): NoDate | null {
  if (readEdtf(text) !== null) return null
  return noSuchDay(text) ?? otherOrder(text, language) ?? { message: plain, suggestion: undefined }
}

const plain = 'this is not an EDTF date, such as 2026-03-11, 2026-03, 2026 or 2026-03/2026-05'

/** A date in the right form, of a month or a day that there is not. */
function noSuchDay(text: string): NoDate | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? []
  if (month === '') return null
  if (Number(month) < 1 || Number(month) > 12) {
    const swapped = `${year}-${day}-${month}`
    const suggestion = readEdtf(swapped) === null ? undefined : swapped
    return { message: `there is no month ${month}: a date is year, month and day`, suggestion }
  }
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { message: `there is no such day: ${year}-${month} has ${days} days`, suggestion: undefined }
}

/** A date that is written in another order, with other signs, or in words. */
function otherOrder(text: string, language: string): NoDate | null {
  const found = [...yearFirst(text), ...yearLast(text), ...spelledDate(text), ...inWords(text, language)]
  const dates = [...new Set(found)].filter(date => readEdtf(date) !== null)
  if (dates.length === 0) return null
  const message = 'a date is written year-month-day, with hyphens and in digits'
  return { message, suggestion: dates.join(' or ') }
}

/** “2026/3/11”, “2026-3-1”. */
function yearFirst(text: string): string[] {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text) ?? []
  return year === '' ? [] : [dateOf(year, month, day)]
}

/** “11-03-2026”, which is of March or of November. */
function yearLast(text: string): string[] {
  const [, one = '', two = '', year = ''] = /^(\d{1,2})[-./] ?(\d{1,2})[-./] ?(\d{4})$/.exec(text) ?? []
  return year === '' ? [] : [dateOf(year, two, one), dateOf(year, one, two)]
}

function inWords(text: string, language: string): string[] {
  const [time, ...others] = readTimes(text, language)
  return time?.edtf != null && others.length === 0 && time.words.length >= text.length - 1 ? [time.edtf] : []
}
