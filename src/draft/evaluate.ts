/**
 * How well attributions are found: counts of what was proposed, what is there, and what of both agrees.
 *
 * Spans are compared without punctuation. *Strict*: cue, source and content word for word. *Lenient*: cue and source overlap, and
 * the contents have at least half of their words in common (Jaccard): a person would mend it, and not retype it.
 */

import type { FoundAttribution } from './attribution.ts'
import { isWord, type TaggedText } from './tokens.ts'

/** How a content is quoted, by the tokens inside quotation marks. */
export type QuotedKind = 'DIRECT' | 'MIXED' | 'INDIRECT'

/** How many were proposed and how many of those are right; how many there are and how many of those were found. */
export interface Score {
  proposed: number
  right: number
  gold: number
  found: number
}

export type Measure = 'LENIENT' | 'STRICT'

/** The scores of a measure: of all, and by how the content is quoted. */
export type Scores = Readonly<Record<'ALL' | QuotedKind, Score>>

const leastInCommon = 0.5

export function emptyScores(): Scores {
  const none = () => ({ proposed: 0, right: 0, gold: 0, found: 0 })
  return { ALL: none(), DIRECT: none(), MIXED: none(), INDIRECT: none() }
}

/** The harmonic mean of the share of proposals that are right and of the share of the gold that is found, in percent. */
export function f1({ proposed, right, gold, found }: Score): number {
  const precision = proposed === 0 ? 0 : right / proposed
  const recall = gold === 0 ? 0 : found / gold
  return precision + recall === 0 ? 0 : (200 * precision * recall) / (precision + recall)
}

/** Adds the comparison of one text to the scores. */
export function score(
  scores: Scores,
  text: TaggedText,
  gold: readonly FoundAttribution[],
  proposed: readonly FoundAttribution[],
  measure: Measure,
): void {
  const pairs = matched(text, gold, proposed, measure)
  const right = new Set(pairs.values())
  for (const [index, each] of proposed.entries()) {
    for (const kind of ['ALL', kindOf(text, each.content)] as const) {
      scores[kind].proposed += 1
      if (right.has(index)) scores[kind].right += 1
    }
  }
  for (const [index, each] of gold.entries()) {
    for (const kind of ['ALL', kindOf(text, each.content)] as const) {
      scores[kind].gold += 1
      if (pairs.has(index)) scores[kind].found += 1
    }
  }
}

/** For each of the gold that is found the number of its proposal: in the order of the gold, the best that is left. */
export function matched(
  text: TaggedText,
  gold: readonly FoundAttribution[],
  proposed: readonly FoundAttribution[],
  measure: Measure,
): Map<number, number> {
  const agreement = measure === 'STRICT' ? strictly : leniently
  const pairs = new Map<number, number>()
  const used = new Set<number>()
  for (const [index, there] of gold.entries()) {
    let best = -1
    let most = 0
    for (const [number, here] of proposed.entries()) {
      const common = used.has(number) ? 0 : agreement(text, there, here)
      if (common > most) {
        most = common
        best = number
      }
    }
    if (best < 0) continue
    used.add(best)
    pairs.set(index, best)
  }
  return pairs
}

/** How a content is quoted: wholly, in part, or not. */
export function kindOf({ tokens }: TaggedText, content: readonly number[]): QuotedKind {
  const words = content.flatMap(index => {
    const token = tokens[index]
    return token !== undefined && isWord(token) ? [token] : []
  })
  const quoted = words.filter(({ quote }) => quote === 'INSIDE').length
  if (quoted === 0) return 'INDIRECT'
  return quoted === words.length ? 'DIRECT' : 'MIXED'
}

function strictly(text: TaggedText, a: FoundAttribution, b: FoundAttribution): number {
  const isSame = (one: readonly number[], other: readonly number[]) => keyOf(text, one) === keyOf(text, other)
  return isSame(a.cue, b.cue) && isSame(a.source, b.source) && isSame(a.content, b.content) ? 1 : 0
}

function leniently(_: TaggedText, a: FoundAttribution, b: FoundAttribution): number {
  const common = jaccard(a.content, b.content)
  const isSourceRight = (a.source.length === 0 && b.source.length === 0) || jaccard(a.source, b.source) > 0
  return common >= leastInCommon && isSourceRight && jaccard(a.cue, b.cue) > 0 ? common : 0
}

/** The words of a span; its tokens where it has no word. */
function keyOf({ tokens }: TaggedText, span: readonly number[]): string {
  const words = span.filter(index => {
    const token = tokens[index]
    return token !== undefined && isWord(token)
  })
  return (words.length > 0 ? words : span).join()
}

export function jaccard(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const one = new Set(a)
  const common = b.filter(index => one.has(index)).length
  return common / (a.length + b.length - common)
}
