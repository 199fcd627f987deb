/** English times that name no number, or one before the first year: "Christmas Day 2023", "44 BC", "a decade ago". */

import type { Bounds } from '../model/edtf.ts'
import { yearOf } from './days.ts'
import { countOf } from './english/timeWords.ts'
import { namesOtherDay } from './moveableDays.ts'

/** Days that are the same each year, as MM-DD. */
const DAYS: readonly (readonly [RegExp, string])[] = [
  [/\bchristmas eve\b/i, '12-24'],
  [/\bchristmas day\b/i, '12-25'],
  [/\bboxing day\b/i, '12-26'],
  [/\bnew year['’]?s eve\b/i, '12-31'],
  [/\bnew year['’]?s day\b/i, '01-01'],
  [/\bvalentine['’]?s day\b/i, '02-14'],
  [/\bst\.? patrick['’]?s day\b/i, '03-17'],
  [/\bmay day\b/i, '05-01'],
  [/\b(?:the )?fourth of july\b/i, '07-04'],
  [/\bjuneteenth\b/i, '06-19'],
  [/\bgroundhog day\b/i, '02-02'],
  [/\bbastille day\b/i, '07-14'],
  [/^(?:on )?(?:9\/11|nine[- ]eleven)$/i, '09-11'],
  [/\bhallowe['’]?en\b/i, '10-31'],
  [/\b(?:veterans['’]?|armistice) day\b/i, '11-11'],
]

/** "The day after Thanksgiving", "Labor Day weekend": another day than the one that is named. */
const NEAR = /\b(?:after|before|following|preceding|week(?:end|s)?|season|around)\b/i
const BEFORE_CHRIST = /(?<![\p{L}\d])B\.?C\.?(?:E\.?)?(?![\p{L}\d])/u
const DECADES_AGO = /^(?:about |some |around )?(\w+) decades? ago$/i
/** By how many years a count of decades may be off. */
const DECADE_MARGIN = 5

/** How such words contradict the days that they are given; null where they do not. */
export function contradictNamedTime(
  words: string,
  { earliest, latest }: Bounds,
  published: string | null,
): string | null {
  if (BEFORE_CHRIST.test(words)) {
    // The year 0000 is 1 BC, and no earlier one is held.
    const isFirst = /^1 /.test(words) && earliest?.slice(0, 4) === '0000'
    return isFirst ? null : 'the words say a year before the first'
  }
  if (NEAR.test(words)) return null
  const day = DAYS.find(([name]) => name.test(words))?.[1]
  const isOther = (date: string) => (day !== undefined && date.slice(5) !== day) || namesOtherDay(words, date)
  if (earliest !== null && earliest === latest && isOther(earliest)) return `the words say ${words}`
  const count = countOf(DECADES_AGO.exec(words)?.[1] ?? '')
  if (count === null || published === null || earliest === null || latest === null) return null
  const year = yearOf(published) - 10 * count
  const isNear = yearOf(earliest) <= year + DECADE_MARGIN && yearOf(latest) >= year - DECADE_MARGIN
  return isNear ? null : `the words say ${words}`
}
