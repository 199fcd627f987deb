/** Who says it: the noun phrase before or behind a reporting verb, in languages whose words are not tagged. */

import type { ClauseToken, Sentence } from './clauseTokens.ts'
import type { ReportingWords } from './reportingWords.ts'

/** A noun phrase has at most so many tokens. */
const longest = 12

/** What a clause says who says: the tokens of the source, and where they begin and end in the sentence. */
export interface SourceAt {
  readonly from: number
  /** Behind the last. */
  readonly to: number
}

/** Where the tokens stand that belong to the cue: an auxiliary and its participle, or a verb alone. */
export interface CueAt {
  /** Of the auxiliary, or of the verb. */
  readonly first: number
  readonly verb: number
}

/** The source of a cue; null where none can be told. `before` is that of the cue before it in the same sentence. */
export function sourceAt(
  words: ReportingWords,
  sentence: Sentence,
  cue: CueAt,
  before: SourceAt | null,
): SourceAt | null {
  const { from, to } = subjectBefore(words, sentence, cue.first)
  if (from < to) {
    const first = sentence[from]
    if (first === undefined || words.that.has(first.lower)) return null
    const undated = withoutTime(words, sentence, from, to)
    if (words.as.has(first.lower))
      return from + 1 < undated ? { from: from + 1, to: undated } : behind(words, sentence, cue)
    if (isNominal(words, first) && !isAdverbial(words, first)) return { from, to: undated }
    return behind(words, sentence, cue)
  }
  const leading = sentence[from - 1]
  // “dijo el lunes y pidió”
  if (leading !== undefined && words.and.has(leading.lower)) return before
  const inverted = behind(words, sentence, cue)
  if (inverted !== null || leading?.word !== ',') return inverted
  return aroundApposition(words, sentence, from - 1)
}

/** “Die Polizei am Montag”, “La alcaldesa el lunes”: when it was said is no part of who said it. */
function withoutTime(words: ReportingWords, sentence: Sentence, from: number, to: number): number {
  let end = to
  while (end > from + 1 && sentence[end - 1]?.isTime === true) end -= 1
  if (end === to) return to
  while (end > from + 1 && isLead(words, sentence[end - 1])) end -= 1
  return end
}

function isLead(words: ReportingWords, token: ClauseToken | undefined): boolean {
  return token !== undefined && (words.ends.has(token.lower) || words.determiners.has(token.lower))
}

/** The tokens between the beginning of the clause and its verb, without the small words right before the verb. */
function subjectBefore(words: ReportingWords, sentence: Sentence, verb: number): SourceAt {
  let to = verb
  while (words.clitics.has(sentence[to - 1]?.lower ?? '') && !words.determiners.has(sentence[to - 2]?.lower ?? ''))
    to -= 1
  let from = to
  while (from > 0 && to - from < longest) {
    const token = sentence[from - 1]
    if (token === undefined || isEdge(sentence, from - 1) || (words.and.has(token.lower) && from === to)) break
    from -= 1
  }
  return { from, to }
}

/** “…, dijo su presidente, Luis Prada.” and, between an auxiliary and its participle, “hat die Stadt erklärt”. */
function behind(words: ReportingWords, sentence: Sentence, { first, verb }: CueAt): SourceAt | null {
  const within = first < verb ? nominalFrom(words, sentence, first + 1, verb) : null
  return within ?? nominalFrom(words, sentence, verb + 1, sentence.length)
}

/** The noun phrase that begins at a place or behind the times there; null where none does: “anunció el lunes la alcaldesa”. */
export function nominalFrom(words: ReportingWords, sentence: Sentence, at: number, most: number): SourceAt | null {
  let from = at
  while (sentence[from]?.isTime === true || isDated(words, sentence, from)) from += 1
  const first = sentence[from]
  if (first === undefined || from >= most || first.isQuoted) return null
  if (!isNominal(words, first) && !isTitle(words, sentence, from)) return null
  if (words.pronouns.has(first.lower)) return { from, to: from + 1 }
  let to = from
  while (to < most && to - from < longest && goesOn(words, sentence, from, to)) to += 1
  while (to > from && words.joints.has(sentence[to - 1]?.lower ?? '')) to -= 1
  const isNamed =
    to > from && sentence.slice(from, to).some(({ word, lower }) => !words.determiners.has(lower) && word.length > 1)
  return isNamed ? { from, to: withApposition(sentence, to) } : null
}

function goesOn(words: ReportingWords, sentence: Sentence, from: number, at: number): boolean {
  const token = sentence[at]
  if (token === undefined || isEdge(sentence, at) || token.isTime || words.that.has(token.lower)) return false
  if (isDated(words, sentence, at)) return false
  const next = sentence[at + 1]
  if (words.and.has(token.lower)) return next !== undefined && !isVerbal(words, next) && isNominal(words, next)
  if (words.joints.has(token.lower)) return next !== undefined && !next.isTime
  const before = sentence[at - 1]
  const isNoun = words.hasCapitalNouns ? isCapital(before) : words.isVerbSecond && isSmallNoun(words, before, at - from)
  const isBehindNoun = at > from && isNoun && !isCapital(token) && token.isWord
  return at === from || !(words.ends.has(token.lower) || isVerbal(words, token) || isBehindNoun)
}

/** “su presidente, Luis Prada.”: a name between commas belongs to what it names. */
function withApposition(sentence: Sentence, to: number): number {
  if (sentence[to]?.word !== ',') return to
  let end = to + 1
  while (/^\p{Lu}\p{L}/u.test(sentence[end]?.word ?? '') && sentence[end]?.isQuoted === false) end += 1
  const isName = end - to > 2 && /^[.,;:]$/.test(sentence[end]?.word ?? '.')
  return isName ? end : to
}

/** “El presidente, Luis Prada, dijo”: what stands before the comma that closes an apposition, with it. */
function aroundApposition(words: ReportingWords, sentence: Sentence, comma: number): SourceAt | null {
  let open = comma - 1
  while (open > 0 && sentence[open]?.word !== ',') {
    if (sentence[open]?.isQuoted === true || comma - open > longest) return null
    open -= 1
  }
  const { from, to } = subjectBefore(words, sentence, open)
  const first = sentence[from]
  if (first === undefined || from === to || !isNominal(words, first) || isAdverbial(words, first)) return null
  const isClause = sentence.slice(from, comma).some(token => isVerbal(words, token))
  return isClause ? null : { from, to: comma }
}

/** An article before a time: “el miércoles”. */
function isDated(words: ReportingWords, sentence: Sentence, at: number): boolean {
  return words.determiners.has(sentence[at]?.lower ?? '') && sentence[at + 1]?.isTime === true
}

/** “zegt wethouder Marieke Doorn”: a noun without an article, right before a name. */
function isTitle(words: ReportingWords, sentence: Sentence, at: number): boolean {
  const token = sentence[at]
  if (token?.isWord !== true || words.ends.has(token.lower) || words.that.has(token.lower)) return false
  return !isVerbal(words, token) && isCapital(sentence[at + 1]) && sentence[at + 1]?.isQuoted === false
}

/** In “Volgens de gemeente kost …” the noun ends the phrase: what is no article before it, no adjective and no joint. */
function isSmallNoun(words: ReportingWords, token: ClauseToken | undefined, away: number): boolean {
  if (token === undefined || away < 2 || isCapital(token) || words.determiners.has(token.lower)) return false
  return !words.joints.has(token.lower) && !words.adjectives.some(ending => token.lower.endsWith(ending))
}

/** What ends a clause, and no noun phrase reaches over; the stop of an abbreviation is none. */
function isEdge(sentence: Sentence, at: number): boolean {
  const token = sentence[at]
  if (token === undefined || token.isQuoted) return true
  return !token.isWord && !(/^[.&/-]$/.test(token.word) && sentence[at + 1]?.isWord === true)
}

function isCapital(token: ClauseToken | undefined): boolean {
  return /^\p{Lu}/u.test(token?.word ?? '')
}

export function isVerbal(words: ReportingWords, { lower, word }: ClauseToken): boolean {
  return !/^\p{Lu}/u.test(word) && (words.verbs.has(lower) || words.auxiliaries.has(lower))
}

function isNominal(words: ReportingWords, { lower, word }: ClauseToken): boolean {
  return words.determiners.has(lower) || words.pronouns.has(lower) || /^[\p{Lu}\p{N}]/u.test(word)
}

/** “Am Dienstag”, “En marzo”: what begins with a preposition or an adverb is no subject. */
function isAdverbial(words: ReportingWords, { lower, isTime }: ClauseToken): boolean {
  return isTime || words.ends.has(lower)
}
