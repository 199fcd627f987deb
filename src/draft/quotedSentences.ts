/** Quotations that go over several sentences, seen from one of these. */

import type { TaggedToken } from './tokens.ts'

type Sentence = readonly TaggedToken[]

/** The sentences right before that stand wholly inside quotation marks. */
export function quotedBefore(sentences: readonly Sentence[], at: number): TaggedToken[] {
  const found: TaggedToken[] = []
  for (let each = at - 1; each >= 0 && isQuoted(sentences[each]); each -= 1) found.unshift(...(sentences[each] ?? []))
  return found
}

/** What stands inside of the marks that open the sentences right behind, and the sentences that stand wholly inside of marks. */
export function quotedAfter(sentences: readonly Sentence[], at: number): TaggedToken[] {
  const found: TaggedToken[] = []
  for (let each = at + 1; sentences[each]?.[0]?.quote === 'OPENS'; each += 1) {
    found.push(...(sentences[each] ?? []).filter(({ quote }) => quote !== 'OUTSIDE'))
  }
  return [...found, ...wholeQuotations(sentences, at)]
}

/** The sentences right behind that stand wholly inside quotation marks. */
export function wholeQuotations(sentences: readonly Sentence[], at: number): TaggedToken[] {
  const found: TaggedToken[] = []
  for (let each = at + 1; isQuoted(sentences[each]); each += 1) found.push(...(sentences[each] ?? []))
  return found
}

function isQuoted(sentence: Sentence | undefined): boolean {
  return sentence?.every(({ quote }) => quote !== 'OUTSIDE') ?? false
}
