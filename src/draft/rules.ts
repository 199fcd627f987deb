/** Attributions by rules: quotation marks, a list of reporting verbs, and the noun phrase nearest to the verb. */

import { liesWithin } from '../model/span.ts'
import { readTimes } from '../reading/index.ts'
import type { FoundAttribution } from './attribution.ts'
import { isNoContent } from './bareObject.ts'
import { kindOf } from './evaluate.ts'
import type { Confidence } from './modelFile.ts'
import { quotedAfter, quotedBefore, wholeQuotations } from './quotedSentences.ts'
import { englishReportingVerbs } from './reportingVerbs.ts'
import type { TaggedText, TaggedToken } from './tokens.ts'

/** Fewer tokens than this are not a content. */
const leastContent = 3

/** How many tokens may follow the cue and its source where what is said stands before them. */
const mostAfterCue = 4

/** What a draft says of who made it. */
export const rulesName = 'rules 5'

/** The share of right ones among what the rules propose, by confidence: measured on the 838 coded articles of PolNeAR's train. */
export const rulesMeasured = { HIGH: 0.92, FAIR: 0.62, LOW: 0.53 } as const

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
  return englishReportingVerbs.has(token.lemma) && token.tag === 'VERB' ? [token] : []
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

function isNominal({ tag, lower, quote }: TaggedToken): boolean {
  return quote === 'OUTSIDE' && (/NOUN|PROPN|PRON|DET|ADJ|NUM/.test(tag) || lower === "'s")
}

/**
 * Who says it: the noun phrase right before the cue; after “according to”, or where a quotation or a comma precedes the cue,
 * the one right behind it; else the subject of the sentence, as in “Moss left the room, saying…”.
 */
function sourceOf(sentence: Sentence, place: number, end: number): TaggedToken[] {
  const behind = withApposition(sentence, withModifier(sentence, runFrom(sentence, end + 1, 1), end + 1))
  if (end > place) return behind
  let before = place - 1
  while (/AUX|ADV|PART/.test(sentence[before]?.tag ?? '')) before -= 1
  const ahead = runFrom(sentence, before, -1).toReversed()
  // “On Monday he wrote”
  if (/^(?:he|she|they|i|we)$/.test(ahead.at(-1)?.lower ?? '')) return ahead.slice(-1)
  if (ahead.length > 0) return modifiedBy(sentence, ahead, before)
  const isAfterComma = sentence[before]?.lower === ','
  const named = isAfterComma ? namedBeforeApposition(sentence, before) : []
  if (named.length > 0) return named
  const isInverted = sentence[before]?.quote === 'CLOSES' || isAfterComma
  const goesOn = /VERB|AUX/.test(sentence[end + behind.length + 1]?.tag ?? '')
  if (isInverted && behind.length > 0 && !goesOn) return behind
  return subjectBefore(sentence, place)
}

/** Prepositions by which a noun phrase says whose or of what it is: “a report by the auditors”, “a spokesman for the board”. */
const modifying = /^(?:by|for|from|at|with)$/

/** In “according to a report by the auditors” the source goes on behind the report. */
function withModifier(sentence: Sentence, run: TaggedToken[], from: number): TaggedToken[] {
  const joint = sentence[from + run.length]
  if (run.length === 0 || joint?.lower !== 'by' || joint.quote !== 'OUTSIDE') return run
  const rest = runFrom(sentence, from + run.length + 1, 1)
  return rest.length === 0 ? run : [...run, joint, ...rest]
}

/** In “said the spokesman, Joel Strand.” the name belongs to the source. */
function withApposition(sentence: Sentence, run: TaggedToken[]): TaggedToken[] {
  const last = run.at(-1)
  const from = last === undefined ? 0 : sentence.indexOf(last) + 1
  const comma = sentence[from]
  if (from === 0 || comma?.lower !== ',' || comma.quote !== 'OUTSIDE') return run
  const name = runFrom(sentence, from + 1, 1)
  const isName = name.length > 1 && name.every(({ tag }) => tag === 'PROPN')
  return isName && /^[.,]$/.test(sentence[from + 1 + name.length]?.lower ?? '.') ? [...run, comma, ...name] : run
}

/** In “A spokesman for the board denied” the source begins with the spokesman. */
function modifiedBy(sentence: Sentence, ahead: TaggedToken[], last: number): TaggedToken[] {
  const at = last - ahead.length
  const joint = sentence[at]
  if (joint === undefined || joint.quote !== 'OUTSIDE' || !modifying.test(joint.lower)) return ahead
  const head = runFrom(sentence, at - 1, -1).toReversed()
  const isHead = /^(?:a|an|the|another)$/.test(head[0]?.lower ?? '') && head.at(-1)?.tag === 'NOUN'
  // “In a letter to the board”: what a preposition leads to is not a source.
  const isLed = sentence[at - head.length - 1]?.tag === 'ADP'
  return isHead && !isLed ? [...head, joint, ...ahead] : ahead
}

/**
 * In “Moss, the harbour master, said” and “Moss, who lives there, said” what stands before the first comma, and in “its chairman,
 * Bo Lind, said” the name too; nothing where that comma closes a quotation.
 */
function namedBeforeApposition(sentence: Sentence, comma: number): TaggedToken[] {
  for (let at = comma - 1; at > 0; at -= 1) {
    const { lower = '', quote = 'CLOSES' } = sentence[at] ?? {}
    const isRelative = /^(?:who|which)$/.test(sentence[at + 1]?.lower ?? '')
    if (quote !== 'OUTSIDE') return []
    if (lower === ',' && (isRelative || !sentence.slice(at, comma).some(each => /VERB|AUX/.test(each.tag)))) {
      const ahead = runFrom(sentence, at - 1, -1).toReversed()
      const apposition = sentence.slice(at + 1, comma)
      // “its chairman, Bo Lind”, “its author, the sociologist Bo Lind”
      const isNamed = (tokens: Sentence) => tokens.every(({ word }) => /^\p{Lu}/u.test(word))
      const isName = ahead.length > 0 && (isNamed(apposition) || (isNamed(apposition.slice(-2)) && !isNamed(ahead)))
      return isName ? [...joinedTo(sentence, at - ahead.length), ...ahead, ...sentence.slice(at, comma)] : ahead
    }
  }
  return []
}

/** In “Ada Moss and the chairman, Bo Lind, said” those who stand before “and” speak too. */
function joinedTo(sentence: Sentence, from: number): TaggedToken[] {
  const and = sentence[from - 1]
  if (and?.lower !== 'and' || and.quote !== 'OUTSIDE') return []
  const others = runFrom(sentence, from - 2, -1).toReversed()
  return others.some(({ tag }) => /NOUN|PROPN|PRON/.test(tag)) ? [...others, and] : []
}

/** The last noun phrase before the first verb of the sentence, outside of quotation marks. */
function subjectBefore(sentence: Sentence, place: number): TaggedToken[] {
  const verb = sentence.findIndex(({ tag, quote }) => quote === 'OUTSIDE' && /VERB|AUX/.test(tag))
  const last = verb < 0 || verb > place ? place : verb
  for (let at = last - 1; at >= 0; at -= 1) {
    const run = runFrom(sentence, at, -1).toReversed()
    if (run.some(({ tag }) => /NOUN|PROPN|PRON/.test(tag))) return run
  }
  return []
}

function runFrom(sentence: Sentence, from: number, step: 1 | -1): TaggedToken[] {
  const run: TaggedToken[] = []
  for (let at = from; ; at += step) {
    const token = sentence[at]
    if (token === undefined || !(isNominal(token) || isWithinName(sentence, at))) return run
    run.push(token)
  }
}

/** “Immigration and Customs Enforcement”, “the head of the agency”: what joins two parts of a noun phrase. */
function isWithinName(sentence: Sentence, at: number): boolean {
  const { lower = '', quote = 'INSIDE' } = sentence[at] ?? {}
  const before = sentence[at - 1]
  const after = sentence[at + 1]
  if (quote !== 'OUTSIDE' || !before || !after || !isNominal(before) || !isNominal(after)) return false
  if (lower === 'of') return /NOUN|PROPN/.test(before.tag)
  // “the owners' federation”
  if (/^['’]$/.test(lower)) return /s$/.test(before.lower) && before.end === sentence[at]?.start
  return /^(?:and|&)$/.test(lower) && before.tag === 'PROPN' && after.tag === 'PROPN'
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
  const quoted = paragraph.filter(token => token.quote === 'INSIDE' && token.sentence === cue?.sentence)
  // “He called it ‘broken’ and said it must be paid for”: what is quoted belongs to the first verb.
  const goesOn = sentence[place - 1]?.tag === 'CCONJ'
  if (!goesOn && quoted.length > 0 && quoted.every(({ index }) => index < (cue?.index ?? 0))) {
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
  const isBefore = behind.length <= mostAfterCue || isWhenSaid(before, behind, isTime)
  if (isBefore && before.length >= leastContent) return before
  const clause =
    end > place
      ? sentence.filter(({ index }) => !named.has(index))
      : clauseAfter(sentence, behindTime(sentence, end, isTime))
  if (clause[0]?.lower === 'that' || clause[0]?.lower === ',') clause.shift()
  return clause.at(-1)?.quote === 'OUTSIDE' ? clause : [...clause, ...wholeQuotations(sentences, at)]
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
    return isNextCue || (at > 3 && token.lower === ',' && asides.has(next.lower))
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
