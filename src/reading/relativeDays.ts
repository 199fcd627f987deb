/** Yesterday, today and tomorrow in the words of a language (CLDR, through Intl), held against the EDTF that they are given. */

import type { Bounds } from '../model/edtf.ts'
import { remembered } from '../model/remembered.ts'
import { plusDays } from './days.ts'
import { intlTag } from './language.ts'

const namesIn = remembered((tag): ReadonlyMap<string, number> => {
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const named = [-1, 0, 1].map(days => [format.format(days, 'day').toLowerCase(), days] as const)
  // Hindi has one word for yesterday and tomorrow.
  const isOne = ([name]: (typeof named)[number]) => named.filter(([other]) => other === name).length === 1
  return new Map(named.filter(isOne))
})

/** How "gestern" contradicts the day that it is given; null where the day of publication is not known. */
export function contradictRelativeDay(
  words: string,
  { earliest, latest }: Bounds,
  language: string,
  published: string | null,
): string | null {
  const days = namesIn(intlTag(language)).get(words.trim().toLowerCase())
  if (days === undefined || published === null || !/^\d{4}-\d\d-\d\d$/.test(published)) return null
  const day = plusDays(published, days)
  const isOf = (earliest === null || earliest <= day) && (latest === null || day <= latest)
  return isOf ? null : `the words say ${words}, and the article is of ${published}`
}
