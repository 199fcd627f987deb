/** Attributions by rules: quotation marks, a list of reporting verbs, and the noun phrase nearest to the verb. */

import { liesWithin } from '../model/span.ts'
import { readTimes } from '../reading/index.ts'
import type { FoundAttribution } from './attribution.ts'
import { isNoContent } from './bareObject.ts'
import { kindOf } from './evaluate.ts'
import type { Confidence } from './modelFile.ts'
import { quotedAfter, quotedBefore, wholeQuotations } from './quotedSentences.ts'
import { englishReportingVerbs } from './reportingVerbs.ts'
import { runFrom, sourceOf } from './sources.ts'
import type { TaggedText, TaggedToken } from './tokens.ts'

/** Fewer tokens than this are not a content. */
const leastContent = 3

/** How many tokens may follow the cue and its source where what is said stands before them. */
const mostAfterCue = 4

/** What a draft says of who made it. */
export const rulesName = 'rules 7'

/** The share of right ones among what the rules propose, by confidence: measured on the 838 coded articles of PolNeAR's train. */
export const rulesMeasured = { HIGH: 0.93, FAIR: 0.63, LOW: 0.55 } as const

/** How sure the rules are: whole quotations are the surest, paraphrases the least. */
export function ruleConfidence(text: TaggedText, { content, cue }: FoundAttribution): Confidence {
  if (cue.length === 0) return 'LOW'
  return ({ DIRECT: 'HIGH', MIXED: 'FAIR', INDIRECT: 'LOW' } as const)[kindOf(text, content)]
}

/** Every attribution that the rules find. No token is in two of them. */
export function attributionsByRule(tagged: TaggedText): FoundAttribution[] {
  const { text, paragraphs } = tagged
  const times = readTimes(text, 'en', null)
  const isTime = (token: TaggedToken) => liesWithin(token, times)
  return paragraphs.flatMap(paragraph => {
    const sentences = [...Map.groupBy(paragraph, ({ sentence }) => sentence).values()]
    const taken = new Set<number>()
    return sentences.flatMap((sentence, at) =>
      sentence.flatMap((_, place) => {
        const found = attributionAt(paragraph, sentences, at, { place, isTime })
        if (found === null || found.content.some(index => taken.has(index)) || isNoContent(tagged, found)) return []
        for (const index of [...found.content, ...found.source]) taken.add(index)
        return [found]
      }),
    )
  })
}

type Sentence = readonly TaggedToken[]

function attributionAt(
  paragraph: readonly TaggedToken[],
  sentences: readonly Sentence[],
  at: number,
  { place, isTime }: { readonly place: number; readonly isTime: (token: TaggedToken) => boolean },
): FoundAttribution | null {
  const sentence = sentences[at] ?? []
  const cue = cueAt(sentence, place)
  if (cue.length === 0) return null
  const end = place + cue.length - 1
  const source = sourceOf(sentence, place, end)
  if (source.length === 0) return null
  const named = new Set([...cue, ...source].map(({ index }) => index))
  const content = contentOf(paragraph, sentences, at, { place, end, source, named, isTime })
    .map(({ index }) => index)
    .filter(index => !named.has(index))
  const ordered = [...new Set(content)].sort((a, b) => a - b)
  if (ordered.length < leastContent) return null
  const numbers = (tokens: readonly TaggedToken[]) => tokens.map(({ index }) => index)
  return { cue: numbers(cue), source: numbers(source), content: ordered, margin: null }
}

/** The cue that begins at a place: a reporting verb or “according to”, outside of quotation marks. */
function cueAt(sentence: Sentence, place: number): TaggedToken[] {
  const token = sentence[place]
  const next = sentence[place + 1]
  if (token === undefined || token.quote !== 'OUTSIDE') return []
  if (token.lower === 'according' && next?.lower === 'to') return [token, next]
  // “61 percent of those asked” asks nobody.
  if (sentence[place - 1]?.lower === 'those') return []
  if (token.lemma === 'ask' && namelessly.test(wordsFrom(sentence, place + 1))) return []
  if (!englishReportingVerbs.has(token.lemma) || isPassive(sentence, place)) return []
  // The tagger takes “the office estimates that” for three nouns.
  const isVerb =
    token.tag === 'VERB' || (/^(?:NOUN|PROPN)$/.test(sentence[place - 1]?.tag ?? '') && next?.lower === 'that')
  return isVerb ? [token] : []
}

/** “The garage is expected to cost more”: the subject is not who expects it. */
function isPassive(sentence: Sentence, place: number): boolean {
  let before = place - 1
  while (/ADV|PART/.test(sentence[before]?.tag ?? '')) before -= 1
  return (
    /^(?:is|are|was|were|be|been|being)$/.test(sentence[before]?.lower ?? '') &&
    /(?:ed|told|said)$/.test(sentence[place]?.lower ?? '')
  )
}

/** “An official, who asked not to be named, called it reckless”: the terms on which somebody speaks, and nothing that is said. */
const namelessly =
  /^(?:not to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed)|for anonymity|that .{0,30}not be (?:used|named|published))/

function wordsFrom(sentence: Sentence, place: number): string {
  return sentence
    .slice(place, place + 9)
    .map(({ lower }) => lower)
    .join(' ')
}

interface Found {
  readonly place: number
  readonly end: number
  readonly source: readonly TaggedToken[]
  readonly named: ReadonlySet<number>
  readonly isTime: (token: TaggedToken) => boolean
}

/** What is said: the quotation that leads to the cue with those that follow it, or the clause on the other side of the cue. */
function contentOf(
  paragraph: readonly TaggedToken[],
  sentences: readonly Sentence[],
  at: number,
  { place, end, source, named, isTime }: Found,
): TaggedToken[] {
  const sentence = sentences[at] ?? []
  const first = Math.min(...named)
  const cue = sentence[place]
  const inserted = aroundCue(sentence, named)
  if (inserted.length > 0) return [...quotedBefore(sentences, at), ...inserted, ...wholeQuotations(sentences, at)]
  const quoted = paragraph.filter(token => token.quote === 'INSIDE' && token.sentence === cue?.sentence)
  // “He called it ‘broken’ and said it must be paid for”: what is quoted belongs to the first verb.
  const goesOn = sentence[place - 1]?.tag === 'CCONJ'
  // “Moss, while admitting it “leaks,” insisted …”: what is quoted is of the aside.
  const isAside = quoted.every(({ index }) => index > (source.at(-1)?.index ?? index)) && asideBefore(sentence, place)
  if (!goesOn && !isAside && quoted.length > 0 && quoted.every(({ index }) => index < (cue?.index ?? 0))) {
    const before = sentence.filter(({ index }) => index < first)
    while (before.at(-1)?.lower === ',' && before.at(-1)?.quote === 'OUTSIDE') before.pop()
    return [...quotedBefore(sentences, at), ...before, ...quotedAfter(sentences, at)]
  }
  const lastNamed = Math.max(
    end,
    sentence.findIndex(({ index }) => index === source.at(-1)?.index),
  )
  const before = sentence.filter(({ index }) => index < first)
  const behind = sentence.slice(lastNamed + 1)
  if (isClosed(before, behind)) return before
  if (isInserted(before, behind)) return [...before.slice(0, -1), ...behind.slice(1)]
  if (isFollowedUp(before, behind, isTime)) return before
  const isBefore = behind.length <= mostAfterCue || isWhenSaid(before, behind, isTime)
  if (isBefore && before.length >= leastContent) return before
  const clause =
    end > place
      ? sentence.filter(({ index }) => !named.has(index))
      : clauseAfter(sentence, behindTime(sentence, end, isTime))
  if (isConceding(sentence, place)) clause.splice(asideEnd(clause))
  if (clause[0]?.lower === 'that' || clause[0]?.lower === ',') clause.shift()
  return clause.at(-1)?.quote === 'OUTSIDE' ? clause : [...clause, ...wholeQuotations(sentences, at)]
}

/** Whether a cue is that of an aside: “Moss, while admitting that it leaks, insisted …”. */
function isConceding(sentence: Sentence, place: number): boolean {
  return /^(?:while|though|although)$/.test(sentence[place - 1]?.lower ?? '') && sentence[place - 2]?.lower === ','
}

/** Whether such an aside stands before a cue. */
function asideBefore(sentence: Sentence, place: number): boolean {
  return sentence.slice(0, place).some((token, at) => token.tag === 'VERB' && isConceding(sentence, at))
}

/** Where the clause of an aside ends: before the comma, also one in quotation marks, that the verb of the sentence follows. */
function asideEnd(clause: readonly TaggedToken[]): number {
  const end = clause.findIndex(({ lower }, at) => {
    const isQuoted = clause[at + 1]?.quote === 'CLOSES'
    const next = clause[isQuoted ? at + 2 : at + 1]
    return lower === ',' && next?.tag === 'VERB' && next.quote === 'OUTSIDE'
  })
  if (end < 0) return clause.length
  return clause[end + 1]?.quote === 'CLOSES' ? end + 2 : end
}

/** In ““If it rains,” he said, “we stay.”” both parts are said. */
function aroundCue(sentence: Sentence, named: ReadonlySet<number>): TaggedToken[] {
  const from = sentence.findIndex(({ index }) => named.has(index))
  const to = sentence.findLastIndex(({ index }) => named.has(index)) + 1
  const isMark = (token: TaggedToken | undefined) => token?.lower === ','
  const last = isMark(sentence[from - 1]) ? from - 2 : from - 1
  const next = isMark(sentence[to]) ? to + 1 : to
  if (sentence[last]?.quote !== 'CLOSES' || sentence[next]?.quote !== 'OPENS') return []
  if (sentence[0]?.quote !== 'OPENS' && sentence[0]?.quote !== 'INSIDE') return []
  return [...sentence.slice(0, last + 1), ...sentence.slice(next)]
}

/** In “It cost 300, police said; the union put it at 600” a semicolon ends what the police said. */
function isClosed(before: Sentence, behind: Sentence): boolean {
  const isOutside = (token: TaggedToken | undefined, mark: string) => token?.lower === mark && token.quote === 'OUTSIDE'
  return isOutside(before.at(-1), ',') && before.length > leastContent && isOutside(behind[0], ';')
}

/** In “It has hired 22, the board says, and needs 15 more” the sentence goes on behind the cue. */
function isInserted(before: Sentence, behind: Sentence): boolean {
  const isComma = (token: TaggedToken | undefined) => token?.lower === ',' && token.quote === 'OUTSIDE'
  if (!isComma(before.at(-1)) || !isComma(behind[0])) return false
  const isClause = before.some(({ tag }) => /VERB|AUX/.test(tag))
  // “The estimate, she added, was low”
  if (!isClause && behind[1]?.tag === 'AUX' && behind[1].quote === 'OUTSIDE') return before.at(-2)?.quote === 'OUTSIDE'
  return isClause && /^(?:and|but|or)$/.test(behind[1]?.lower ?? '') && behind.length > mostAfterCue
}

/**
 * In “It is over, Pell said on Tuesday, March 4, 2025” and in “It is over, Pell told reporters after the meeting” what follows the
 * cue says when and to whom it was said, and nothing else.
 */
function isWhenSaid(before: Sentence, behind: Sentence, isTime: (token: TaggedToken) => boolean): boolean {
  const isClause = before.at(-1)?.lower === ',' && before.some(({ tag }) => /VERB|AUX/.test(tag))
  return isClause && behind.every(token => isTime(token) || (token.quote === 'OUTSIDE' && !/VERB|AUX/.test(token.tag)))
}

/**
 * In “The ferry is cancelled, the operator announced on Thursday, leaving pupils without one” the reporter goes on behind the second
 * comma.
 */
function isFollowedUp(before: Sentence, behind: Sentence, isTime: (token: TaggedToken) => boolean): boolean {
  const comma = behind.findIndex(({ lower, quote }) => lower === ',' && quote === 'OUTSIDE')
  const next = behind[comma + 1]
  if (comma < 0 || next === undefined || next.quote !== 'OUTSIDE') return false
  const isOwn = (asides.has(next.lower) && next.tag !== 'CCONJ') || (next.tag === 'VERB' && next.lower.endsWith('ing'))
  return isOwn && before.length > leastContent && isWhenSaid(before, behind.slice(0, comma), isTime)
}

/** Where the time ends that stands right behind a cue, as in “said on Wednesday it had not read it”; else where the cue does. */
function behindTime(sentence: Sentence, end: number, isTime: (token: TaggedToken) => boolean): number {
  let at = end + 1
  if (sentence[at]?.tag === 'ADP') at += 1
  const from = at
  for (let token = sentence[at]; token !== undefined && isTime(token); token = sentence[at]) at += 1
  return at > from ? at - 1 : end
}

/** How far behind a cue “that” may stand and still begin what is said: “told the council on Monday that…”. */
const farThat = 12

/** Words that, behind a comma, go on about what is said instead of saying it. */
const asides: ReadonlySet<string> = new Set([
  ...[
    'according',
    'adding',
    'after',
    'although',
    'and',
    'as',
    'but',
    'calling',
    'citing',
    'noting',
    'saying',
    'though',
  ],
  ...['when', 'which', 'while', 'who'],
])

/** What follows the cue, from “that” on if there is one, up to an aside or the next reporting verb behind “and”. */
function clauseAfter(sentence: Sentence, end: number): TaggedToken[] {
  const rest = sentence.slice(end + 1)
  const that = rest.slice(0, farThat).findIndex(({ lower, quote }) => lower === 'that' && quote === 'OUTSIDE')
  const isNearer =
    that > 0 && !rest.slice(0, that).some(({ tag, quote }) => quote !== 'OUTSIDE' || /VERB|AUX/.test(tag))
  const clause = isNearer ? rest.slice(that) : rest.slice(addressee(sentence, end))
  const stop = clause.findIndex((token, at) => {
    if (at < 1 || token.quote !== 'OUTSIDE') return false
    const next = clause[at + 1]
    if (next === undefined) return false
    const isNextCue = token.lower === 'and' && englishReportingVerbs.has(next.lemma) && next.tag === 'VERB'
    const isMore = clause[at + 2]?.lower === 'that'
    return isNextCue || (at > 3 && token.lower === ',' && asides.has(next.lower) && !isMore)
  })
  return stop < 0 ? [...clause] : clause.slice(0, stop)
}

/** Verbs that name whom they are said to before what is asked: “asked the board for data”, “urged the town to wait”. */
const addressing: ReadonlySet<string> = new Set(['ask', 'urge', 'order', 'tell', 'remind', 'warn', 'press', 'beg'])

/** How many tokens behind such a verb say to whom, where “for” or “to” leads on to what is asked. */
function addressee(sentence: Sentence, end: number): number {
  if (!addressing.has(sentence[end]?.lemma ?? '')) return 0
  const whom = runFrom(sentence, end + 1, 1).length
  const leads = sentence[end + 1 + whom]?.lower ?? ''
  return whom > 0 && /^(?:for|to)$/.test(leads) ? whom : 0
}
