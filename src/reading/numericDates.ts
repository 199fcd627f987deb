/** Dates in digits alone, held against the EDTF that they are given: 03.05.2024, 5/3/2024. */

import type { EdtfReading } from '../model/edtf.ts'
import { isEnglish } from './language.ts'

const YEAR_FIRST =
  /(?<![\d.,/-])(?<year>\d{4})(?:\. ?|[/-])(?<month>\d{1,2})(?:\. ?|[/-])(?<day>\d{1,2})(?![\d,/-]|\.\d)/
const DATE = /(?<![\d.,/-])(\d{1,2})(?:(\.) ?|([/-]))(\d{1,2})(?:\. ?|[/-])(\d{4})(?![\d,/-]|\.\d)/

/** How such a date contradicts the day or the month that it is given. Of 5/3/2024 English has both, the third of May and the fifth of March. */
export function contradictNumericDate(
  words: string,
  { earliest, latest, interval }: EdtfReading,
  language: string,
): string | null {
  if (interval || earliest === null || latest === null) return null
  const named = datesIn(words, language)
  const isOf = (date: string) => earliest <= date && date <= latest
  return named.length === 0 || named.some(isOf) ? null : `the words say ${words}`
}

/** The days that such words may name. */
function datesIn(words: string, language: string): string[] {
  const first = YEAR_FIRST.exec(words)?.groups
  if (first !== undefined) return [isoDate(first.year, first.month, first.day)]
  const [date, one, point, , other, year] = DATE.exec(words) ?? []
  if (date === undefined) return []
  const dayFirst = isoDate(year, other, one)
  return point === undefined && isEnglish(language) ? [dayFirst, isoDate(year, one, other)] : [dayFirst]
}

function isoDate(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
