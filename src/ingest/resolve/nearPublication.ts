import { readEdtf } from '../../model/edtf.ts'
import type { DossierContext } from './context.ts'
import type { ResolvedTime } from './times.ts'

const dayMs = 86_400_000

/** “Wednesday” and “today” of a report lie no further from its publication. */
const mostDays = 31

/** A day of publication far from every day that the text names by its weekday, or as “today”, is most likely wrong. */
export function checkPublication(times: readonly ResolvedTime[], { dossier, article, root, problems }: DossierContext) {
  const { published } = dossier.document
  const day = published === undefined ? null : dayOf(published)
  if (published === undefined || day === null) return
  const isNear = nearWords(article.language)
  const near = times.flatMap(({ record: { span, edtf } }) => {
    const coded = edtf === undefined || !isNear.test(span.exact) || /\d/.test(span.exact) ? null : dayOf(edtf)
    return coded === null ? [] : [{ words: span.exact, edtf, distance: Math.abs(coded - day) / dayMs }]
  })
  const [nearest] = near.toSorted((one, other) => one.distance - other.distance)
  if (nearest === undefined || nearest.distance <= mostDays) return
  const { words, edtf, distance } = nearest
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(published) ?? []
  const swapped = dayOf(`${year}-${date}-${month}`)
  const isSwapped = swapped !== null && Math.abs(swapped - (dayOf(edtf ?? '') ?? 0)) / dayMs <= mostDays
  problems.warn(
    root.in('document').at('published'),
    `published is ${Math.round(distance)} days from “${words}”, which is coded as ${edtf}` +
      (isSwapped ? `: did you mean ${year}-${date}-${month}?` : ''),
    published,
  )
}

/** The day that an EDTF date names, as a moment; null where it is no single day. */
function dayOf(edtf: string): number | null {
  const reading = readEdtf(edtf)
  const isDay = reading !== null && reading.earliest !== null && reading.earliest === reading.latest
  return isDay ? Date.parse(`${reading.earliest}T00:00:00Z`) : null
}

/** The weekdays of a language, and its words for yesterday, today and tomorrow, from CLDR. */
function nearWords(language: string): RegExp {
  const tag = Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en'
  const weekdays = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const words = [
    ...Array.from({ length: 7 }, (_, index) => weekdays.format(index * dayMs)),
    ...[-1, 0, 1].map(days => relative.format(days, 'day')),
  ]
  const escaped = words.map(word => word.replaceAll(/[.+?*]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}
