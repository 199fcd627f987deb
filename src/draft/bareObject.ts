/** “They rejected the account”: what stands behind a verb and is a thing, and nothing that is said. */

import type { FoundAttribution } from './attribution.ts'
import { kindOf } from './evaluate.ts'
import type { TaggedText } from './tokens.ts'

/** Verbs of saying: a thing alone behind them is hardly ever what was said (“told reporters”, “wrote the profile”). */
const saying: ReadonlySet<string> = new Set('say tell add write report echo confirm maintain portray accuse'.split(' '))

/** Verbs of what is done to a thing by words: which words those were, the object does not say. */
const treating: ReadonlySet<string> = new Set([
  ...['reject', 'deny', 'dismiss', 'denounce', 'condemn', 'criticize', 'praise', 'blast', 'slam', 'mock', 'oppose'],
  ...['question', 'defend', 'endorse', 'tout', 'discuss', 'mention', 'cite', 'highlight', 'refer', 'refuse', 'decline'],
])

/** By whom, when or where it was said. */
const leading = /^(?:by|before|from|at|in|on|among)$/
const openingClause = /^(?:that|to|whether|if|how|why|what|who|where|when)$/

/** Whether a bare object stands where what is said should: by measure, as good as never a content. */
export function isNoContent(text: TaggedText, found: FoundAttribution): boolean {
  const first = text.tokens[found.content[0] ?? -1]
  const hasNone = saying.has(lemmaOf(text, found)) || leading.test(first?.lower ?? '')
  return hasNone && isBareObject(text, found)
}

/** Whether it tells what somebody did to something, and not what they said: no statement, although a corpus may mark it. */
export function isTreated(text: TaggedText, found: FoundAttribution): boolean {
  return treating.has(lemmaOf(text, found)) && isBareObject(text, found)
}

function lemmaOf({ tokens }: TaggedText, { cue }: FoundAttribution): string {
  return tokens[cue[0] ?? -1]?.lemma ?? ''
}

/** Words behind the cue without a verb, a quotation or the word that opens a clause. */
function isBareObject(text: TaggedText, { cue, content }: FoundAttribution): boolean {
  const [first = 0] = content
  if (first < (cue[0] ?? 0) || kindOf(text, content) !== 'INDIRECT') return false
  const words = [first - 1, ...content].flatMap(index => text.tokens[index] ?? [])
  const opens =
    words.slice(1).some(({ lower }) => openingClause.test(lower)) || /^(?:that|whether)$/.test(words[0]?.lower ?? '')
  return !opens && !words.slice(1).some(({ tag }) => /VERB|AUX/.test(tag))
}
