import { type Article, hullOf } from '../../ingest/article.ts'
import type { Span } from '../../model/span.ts'
import type { Proposal } from '../draftFile.ts'
import type { AcceptedEntry, DeskDecision } from './decisionLog.ts'
import type { ReviewTally } from './deskState.ts'
import { spansOf } from './halfMade.ts'
import type { ItemValue } from './item.ts'

/** Faster than this nobody has read what they decide on. */
const hastyMs = 1_000

/** Two contents are of one statement if they share so much. */
const leastInCommon = 0.5

export function reviewTally(
  article: Article,
  proposals: readonly Proposal[],
  held: readonly DeskDecision[],
  all: readonly DeskDecision[],
): ReviewTally {
  const count = (answer: DeskDecision['answer']) => held.filter(each => each.answer === answer).length
  const markedFirst = held.filter(each => each.isMarkedFirst)
  const drafted = proposals.filter(({ kind }) => kind === 'statement')
  return {
    accepted: count('ACCEPT'),
    changed: count('CHANGE'),
    refused: count('REFUSE'),
    unsure: count('UNSURE'),
    skipped: count('SKIP'),
    added: count('ADD'),
    revised: count('REVISE'),
    planted: count('PLANT_CAUGHT') + count('PLANT_MISSED'),
    caught: count('PLANT_CAUGHT'),
    markedFirst: markedFirst.length,
    alsoDrafted: markedFirst.filter(each => drafted.some(other => isTwin(hullIn(article, each), other))).length,
    hasty: all.filter((each, index) => {
      const before = all[index - 1]
      return before !== undefined && Date.parse(each.at) - Date.parse(before.at) < hastyMs
    }).length,
  }
}

/** Whether two stretches are so alike that they are of one statement. */
export function isShared(one: Span | null, other: Span): boolean {
  if (one === null) return false
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  const whole = Math.max(one.end, other.end) - Math.min(one.start, other.start)
  return common / whole >= leastInCommon
}

/** Whether two stretches are likely of one statement: alike, or with the same beginning or end. */
export function isTwin(one: Span | null, other: Span): boolean {
  return isShared(one, other) || one?.start === other.start || one?.end === other.end
}

/** From the first to the last word of what was decided on. */
export function hullIn(article: Article, { proposed, accepted }: DeskDecision): Span | null {
  if (proposed !== null) return { start: proposed.start, end: proposed.end }
  return accepted === null ? null : hullOfEntry(article, accepted)
}

/** From the first to the last word of what was accepted; null where it has no words of its own. */
export function hullOfEntry(article: Article, { value, mentionedIn }: AcceptedEntry): Span | null {
  const { content, words } = typeof value === 'string' ? {} : value
  const spans = spansOf(article, asValue(content ?? words ?? mentionedIn?.words))
  return spans.length === 0 ? null : hullOf(spans)
}

/** What stands in a log, as a value: it was checked when it was written. */
export function asValue(found: unknown): ItemValue | undefined {
  if (typeof found === 'string') return found
  if (Array.isArray(found)) return found.flatMap(each => (isQuote(each) ? [each] : []))
  return isQuote(found) && typeof found !== 'string' ? found : undefined
}

function isQuote(found: unknown): found is string | { readonly exact: string } {
  return typeof found === 'string' || (typeof found === 'object' && found !== null && 'exact' in found)
}
