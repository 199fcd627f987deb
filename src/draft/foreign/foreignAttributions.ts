/**
 * Attributions in languages besides English, by rules and lists of words (reportingWords.ts): nothing tells the parts of speech
 * there, so the rules know only how news is worded: “…”, said X; X said that …; X said: “…”; according to X, …; …, said X.
 */

import type { Article } from '../../ingest/article.ts'
import type { Span } from '../../model/span.ts'
import type { ClauseToken, Sentence } from './clauseTokens.ts'
import type { ReportingWords } from './reportingWords.ts'
import { type CueAt, isVerbal, nominalFrom, type SourceAt, sourceAt } from './sources.ts'

/** An attribution as spans of the article. */
export interface ForeignAttribution {
  readonly source: Span | null
  readonly cue: Span
  readonly content: readonly Span[]
  readonly why: string
}

/** Fewer words are not a content. */
const leastContent = 3
/** How far behind a cue and its source “that” or a quotation may begin. */
const farContent = 10

/** Every attribution that the rules find. No token is in the content of two of them. */
export function foreignAttributions(
  article: Article,
  words: ReportingWords,
  paragraphs: readonly (readonly Sentence[])[],
): ForeignAttribution[] {
  const taken = new Set<number>()
  return paragraphs.flatMap(sentences => {
    const numbers = new Map(
      sentences.flatMap((sentence, number) => sentence.map(({ index }) => [index, number] as const)),
    )
    return sentences.flatMap((sentence, at) => {
      let before: SourceAt | null = null
      return sentence.flatMap((token, place) => {
        if (token.isQuoted || taken.has(token.index)) return []
        const found = accordingAt(words, sentence, place) ?? reportedAt(words, sentences, at, place, before)
        if (found === null) return []
        before = found.source
        const content = found.content.filter(({ index }) => !taken.has(index))
        if (content.filter(({ isWord }) => isWord).length < leastContent) return []
        for (const { index } of content) taken.add(index)
        return pieces(article, content, numbers).map(each => ({
          source: found.source === null ? null : spanOf(sentence, found.source.from, found.source.to),
          cue: spanOf(sentence, found.cue.from, found.cue.to),
          content: each,
          why: whyOf(article, sentence, found),
        }))
      })
    })
  })
}

interface Found {
  readonly cue: SourceAt
  readonly source: SourceAt | null
  readonly content: readonly ClauseToken[]
}

function whyOf(article: Article, sentence: Sentence, { cue, content }: Found): string {
  const isBehind = (content[0]?.index ?? 0) < (sentence[cue.from]?.index ?? 0)
  return `cue “${article.slice(spanOf(sentence, cue.from, cue.to))}”${isBehind ? ', behind what is said' : ''}`
}

/** “Laut der Stadt …”, “…, según Ugarte” and “…, so Moss”. */
function accordingAt(words: ReportingWords, sentence: Sentence, place: number): Found | null {
  const before = sentence[place - 1]
  const isClosing = words.closing.has(sentence[place]?.lower ?? '') && before?.word === ','
  const length = isClosing ? 1 : phraseLength(words, sentence, place)
  if (length === 0 || (before !== undefined && words.determiners.has(before.lower))) return null
  const source = nominalFrom(words, sentence, place + length, sentence.length)
  if (source === null) return null
  const ahead = sentence.slice(0, place)
  const rest = sentence.slice(source.to)
  const content = isClosing ? ahead : [...ahead, ...rest]
  return { cue: { from: place, to: place + length }, source, content: trimmed(content) }
}

function phraseLength(words: ReportingWords, sentence: Sentence, place: number): number {
  const found = words.accordingTo.find(parts => parts.every((part, index) => sentence[place + index]?.lower === part))
  return found?.length ?? 0
}

function reportedAt(
  words: ReportingWords,
  sentences: readonly Sentence[],
  at: number,
  place: number,
  before: SourceAt | null,
): Found | null {
  const sentence = sentences[at] ?? []
  const cue = cueAt(words, sentence, place)
  if (cue === null || isDenied(words, sentence, cue)) return null
  const source = sourceAt(words, sentence, cue, before)
  const content = contentOf(words, sentences, at, cue, source)
  return content.length === 0 ? null : { cue: { from: cue.verb, to: cue.verb + 1 }, source, content: trimmed(content) }
}

/** A reporting verb; one behind its auxiliary where that stands before it in the clause. */
function cueAt(words: ReportingWords, sentence: Sentence, place: number): CueAt | null {
  const token = sentence[place]
  // “la cuenta”, “l'annonce”
  if (token === undefined || isNoun(words, sentence, place)) return null
  if (words.participles.has(token.lower)) {
    for (let first = place - 1; first >= 0; first -= 1) {
      const { word = ',', lower = '', isQuoted = true } = sentence[first] ?? {}
      if (isQuoted || /^[,;:]$/.test(word)) break
      if (words.auxiliaries.has(lower)) return { first, verb: place }
    }
  }
  return words.verbs.has(token.lower) ? { first: place, verb: place } : null
}

function isNoun(words: ReportingWords, sentence: Sentence, place: number): boolean {
  const [token, before] = [sentence[place], sentence[place - 1]]
  if (before !== undefined && words.determiners.has(before.lower)) return !words.clitics.has(before.lower)
  // In the middle of a sentence a capital is of a name.
  return place > 0 && /^\p{Lu}/u.test(token?.word ?? '') && before?.isWord === true
}

function isDenied(words: ReportingWords, sentence: Sentence, { first, verb }: CueAt): boolean {
  return sentence
    .slice(Math.max(0, first - 2), verb + 3)
    .some(({ lower, isQuoted }) => !isQuoted && words.not.has(lower))
}

/** What is said: the quotation beside the cue, the clause behind “that”, or the clause on the other side of a comma. */
function contentOf(
  words: ReportingWords,
  sentences: readonly Sentence[],
  at: number,
  cue: CueAt,
  source: SourceAt | null,
): readonly ClauseToken[] {
  const sentence = sentences[at] ?? []
  const isAhead = source !== null && source.from < cue.first
  const from = isAhead ? source.from : cue.first
  const to = Math.max(cue.verb + 1, isAhead || source === null ? 0 : source.to)
  const quoted = quotedAhead(sentences, at, from)
  if (quoted.length > 0) return [...quoted, ...quotedBehind(sentences, at, to)]
  const rest = sentence.slice(to)
  // “hat die Stadt erklärt, …” has it before the verb too.
  const isBefore = source !== null && source.from < cue.verb
  const said = saidBehind(words, rest, { isBefore, isIntroduced: words.as.has(sentence[from - 1]?.lower ?? '') })
  if (said.length > 0) return said.at(-1)?.isQuoted === true ? [...said, ...quotedSentences(sentences, at + 1)] : said
  if (isAhead || source === null || sentence[from - 1]?.word !== ',') return []
  // “Der Pier sei unsicher, sagte Moss.”
  return sentence.slice(0, from - 1)
}

/** The quotation that ends right before the cue and its source, with its sentences before this one. */
function quotedAhead(sentences: readonly Sentence[], at: number, from: number): ClauseToken[] {
  const sentence = sentences[at] ?? []
  let last = from - 1
  while (last >= 0 && sentence[last]?.isWord === false && sentence[last]?.isQuoted === false) last -= 1
  if (sentence[last]?.isQuoted !== true) {
    // “… den Pier!“ Das sagte Moss.” leads back to nothing; “« … ? » demande-t-il” is of two sentences.
    return last < 0 ? quotedBefore(sentences, at) : []
  }
  let first = last
  while (sentence[first - 1]?.isQuoted === true) first -= 1
  const isFirst = sentence.slice(0, first).every(({ isWord }) => !isWord)
  // What is not quoted before it and is a clause with it: “The pier ‘is closed’, she said”.
  const here = isFirst ? sentence.slice(first, last + 1) : sentence.slice(0, last + 1)
  return isFirst ? [...quotedBefore(sentences, at), ...here] : here
}

/** The sentences right before that stand wholly inside of the same quotation. */
function quotedBefore(sentences: readonly Sentence[], at: number): ClauseToken[] {
  let first = at
  while (isWhollyQuoted(sentences[first - 1])) first -= 1
  return sentences.slice(first, at).flat()
}

function isWhollyQuoted(sentence: Sentence | undefined): boolean {
  return sentence?.every(({ isQuoted, isWord }) => isQuoted || !isWord) ?? false
}

/** What goes on behind the cue and its source: “…”, sagte Moss, “…” and the quoted sentences that follow. */
function quotedBehind(sentences: readonly Sentence[], at: number, to: number): ClauseToken[] {
  const rest = (sentences[at] ?? []).slice(to)
  const first = rest.findIndex(({ isQuoted }) => isQuoted)
  const isNext = first >= 0 && rest.slice(0, first).every(({ isWord }) => !isWord)
  const last = rest.findLastIndex(({ isWord }) => isWord)
  const here = isNext ? rest.slice(first).filter(({ isQuoted }) => isQuoted) : []
  const isEnd = last < 0 || isNext || rest.every(({ isQuoted }) => !isQuoted)
  return isEnd ? [...here, ...quotedSentences(sentences, at + 1)] : here
}

function quotedSentences(sentences: readonly Sentence[], from: number): ClauseToken[] {
  let end = from
  while (isWhollyQuoted(sentences[end])) end += 1
  return sentences.slice(from, end).flat()
}

interface Order {
  /** Whether the source stands before the verb. */
  readonly isBefore: boolean
  /** Whether “as” leads to it. */
  readonly isIntroduced: boolean
}

function saidBehind(words: ReportingWords, rest: Sentence, { isBefore, isIntroduced }: Order): readonly ClauseToken[] {
  for (const [place, token] of rest.slice(0, farContent).entries()) {
    if (words.that.has(token.lower)) return clause(words, rest, place + 1)
    if (token.word === ':') return rest.slice(place + 1)
    if (token.isQuoted) return rest.slice(0, place).some(({ isWord }) => isWord) ? [] : rest.slice(place)
    if (token.word === ',' && words.that.has(rest[place + 1]?.lower ?? ''))
      return words.hasCommaBeforeThat ? clause(words, rest, place + 2) : []
    if (token.word === ',' && isIntroduced) return rest.slice(place + 1)
    if (token.word === ',' && isBefore && words.hasBareClauses) return clause(words, rest, place + 1)
    if (token.word === ',' && rest[place + 1]?.isQuoted === false && opensQuotation(rest, place + 1))
      return rest.slice(place + 1)
    if (/^[;.?!]$/.test(token.word) || isVerbal(words, token)) return []
  }
  return []
}

function opensQuotation(rest: Sentence, place: number): boolean {
  return rest[place]?.isWord === false && rest[place + 1]?.isQuoted === true
}

/** A clause up to where another one begins that is no more said: “…, aber die Stadt glaubt es nicht”, “…; …”. */
function clause(words: ReportingWords, rest: Sentence, from: number): readonly ClauseToken[] {
  const end = rest.findIndex((token, place) => {
    if (place <= from || token.isQuoted) return false
    return token.word === ';' || (token.word === ',' && words.but.has(rest[place + 1]?.lower ?? ''))
  })
  return rest.slice(from, end < 0 ? rest.length : end)
}

/** Without the marks around it that are the reporter's. */
function trimmed(content: readonly ClauseToken[]): readonly ClauseToken[] {
  const isOuter = (token: ClauseToken | undefined) => token !== undefined && !token.isQuoted && !token.isWord
  let [from, to] = [0, content.length]
  while (from < to && isOuter(content[from])) from += 1
  while (to > from && isOuter(content[to - 1]) && !closesInside(content, from, to)) to -= 1
  while (content[to - 1]?.isQuoted === true && content[to - 1]?.word === ',') to -= 1
  return content.slice(from, to)
}

/** In “it is ‘too old’” the last mark belongs to what is said, since the first one does. */
function closesInside(content: readonly ClauseToken[], from: number, to: number): boolean {
  return (
    content[from]?.isQuoted === false &&
    content[to - 2]?.isQuoted === true &&
    /[^.,;:!?]/.test(content[to - 1]?.word ?? '.')
  )
}

/** A statement is one sentence of what is said: its runs of tokens, as spans. `numbers` are those of the sentences of tokens. */
function pieces(article: Article, content: readonly ClauseToken[], numbers: ReadonlyMap<number, number>): Span[][] {
  const bySentence = Map.groupBy(content, ({ index }) => numbers.get(index))
  return Array.from(bySentence.values(), tokens => {
    const spans: Span[] = []
    for (const token of trimmed(tokens)) {
      const last = spans.at(-1)
      const isNext = last !== undefined && /^\s*(?:-(?:t-)?)?$/.test(article.text.slice(last.end, token.start))
      if (isNext) spans[spans.length - 1] = { start: last.start, end: token.end }
      else spans.push({ start: token.start, end: token.end })
    }
    return spans
  }).filter(([first]) => first !== undefined)
}

function spanOf(sentence: Sentence, from: number, to: number): Span {
  return { start: sentence[from]?.start ?? 0, end: sentence[to - 1]?.end ?? 0 }
}
