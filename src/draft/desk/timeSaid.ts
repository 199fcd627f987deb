/** When a statement was said, by the words of the article for it: a time of the dossier, of the draft, or a new one. */

import { isDeepStrictEqual } from 'node:util'
import { allWordsOf } from '../../ingest/placesOf.ts'
import { slugify } from '../../model/slug.ts'
import { type Span, spansMeet } from '../../model/span.ts'
import type { Proposal } from '../draftFile.ts'
import { readIn } from './adding.ts'
import type { DeskCatalogue, ListedTime, ReadAgainst } from './catalogue.ts'
import type { AcceptedEntry, DeskDecision } from './decisionLog.ts'
import { defined, type ItemValue, type ItemValues, quotesOf, textOf } from './item.ts'

const open = 'The text does not say which date is meant.'

/** What a dossier says of a time: its date, or why that is left open. */
export function timeFields(words: unknown, edtf: string | undefined, reason: string | undefined) {
  return { words, edtf, reason: edtf === undefined ? (reason ?? open) : reason }
}

/** The times that the dossier has, and those that are drafted on other words and were not refused. */
export function withDraftedTimes(
  catalogue: DeskCatalogue,
  proposals: readonly Proposal[],
  held: readonly DeskDecision[],
): DeskCatalogue {
  const { times } = catalogue
  const refused = new Set(held.flatMap(({ answer, proposal }) => (answer === 'REFUSE' ? (proposal ?? []) : [])))
  const drafted = proposals.flatMap((proposal): ListedTime[] => {
    if (proposal.kind !== 'time' || refused.has(proposal.key)) return []
    const { key, words, edtf, start, end } = proposal
    if (times.some(time => spansMeet(time, proposal))) return []
    return [{ key, words, start, end, isNew: true, value: defined(timeFields(words, edtf, undefined)) }]
  })
  return { ...catalogue, times: [...times, ...drafted] }
}

/** A time of which a person gives the words: one that is known is meant where they touch its words. */
export function timeSetTo(
  { article, catalogue, published }: ReadAgainst,
  { quote, span }: { readonly quote: ItemValue; readonly span: Span },
): ItemValues {
  const known = catalogue.times.find(time => spansMeet(time, span))
  if (known !== undefined) return { time: known.words, date: undefined }
  return { time: quote, date: readIn(article, 'time', span, published).date }
}

/** The key of the time that stands on the desk with a statement, and what the dossier then needs; undefined where none does. */
export function timeSaid(
  { time: words, date }: ItemValues,
  { times }: DeskCatalogue,
): { readonly key: string; readonly needs: AcceptedEntry['needs'] } | undefined {
  if (words === undefined) return undefined
  const known = times.find(time => isDeepStrictEqual(time.words, words))
  if (known !== undefined) {
    const { key, isNew, value } = known
    return { key, needs: isNew ? [{ section: 'times', key, value }] : [] }
  }
  const name = slugify(allWordsOf(quotesOf(words))) || 'time'
  const taken = new Set(times.map(time => time.key))
  const key =
    [name, ...times.map((_, index) => `${name}-${index + 2}`)].find(each => !taken.has(each)) ?? `${name}-said`
  return { key, needs: [{ section: 'times', key, value: defined(timeFields(words, textOf(date), undefined)) }] }
}
