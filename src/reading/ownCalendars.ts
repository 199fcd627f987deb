/** Dates of a calendar of the language's own, such as the Persian one, held against the EDTF that they are given (CLDR, through Intl). */

import type { EdtfReading } from '../model/edtf.ts'
import { monthsOf } from './calendarNames.ts'
import { intlTag } from './language.ts'

/**
 * How such a date contradicts the day that it is given; undefined where the language has no such calendar, or the words name
 * one of our months.
 */
export function contradictOwnCalendar(
  words: string,
  { earliest, latest }: EdtfReading,
  language: string,
): string | null | undefined {
  const tag = intlTag(language)
  const format = new Intl.DateTimeFormat(`${tag}-u-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' })
  const isPersian = format.resolvedOptions().calendar === 'persian'
  const names = (name: string) => words.includes(name)
  if (!isPersian || monthsOf(language).some(forms => forms.some(names)) || /(?:19|20)\d\d/.test(words)) return undefined
  // A month of it begins in one of ours and ends in the next: only a day can be held against one.
  if (earliest === null || earliest !== latest) return null
  const numbers: readonly string[] = words.match(/\d+/g) ?? []
  const parts = format.formatToParts(new Date(`${earliest}T00:00:00Z`))
  const isOther = parts.some(({ type, value }) => {
    if (type === 'month') return !names(value)
    return (type === 'year' || (type === 'day' && numbers.length > 1)) && numbers.length > 0 && !numbers.includes(value)
  })
  return isOther ? `the words say ${words}, and ${earliest} is ${format.format(new Date(earliest))}` : null
}
