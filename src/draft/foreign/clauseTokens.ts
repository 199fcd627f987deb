/** A text in a language besides English as the rules for it see it: words and marks, sentence by sentence. */

import type { Article } from '../../ingest/article.ts'
import { endsInAbbreviation } from '../../model/abbreviations.ts'
import type { Span } from '../../model/span.ts'
import type { ReportingWords } from './reportingWords.ts'

export interface ClauseToken extends Span {
  /** Its number in the text. */
  readonly index: number
  readonly word: string
  /** In small letters, with a straight apostrophe. */
  readonly lower: string
  readonly isWord: boolean
  /** Whether it stands inside of a quotation, whose marks stand outside of it. */
  readonly isQuoted: boolean
  /** Whether it is part of a time. */
  readonly isTime: boolean
}

export type Sentence = readonly ClauseToken[]

/** “l'annonce” and “qu'il” are two words; “explique-t-il” and “disse-lhe” are a verb and who it has, or whom. */
const pattern =
  /\p{Lu}(?:\.\p{Lu})+\.?|[\p{L}\p{M}]{1,4}['’](?=[\p{L}\p{M}])|[\p{L}\p{M}\p{N}]+?(?=-(?:t-)?(?:il|elle|ils|elles|on|lhes?|se)(?![\p{L}\p{M}-]))|-(?:t-)?(?:il|elle|ils|elles|on|lhes?|se)(?![\p{L}\p{M}-])|[\p{L}\p{M}\p{N}]+(?:[-.,'’][\p{L}\p{M}\p{N}]+)*|[^\s]/gu

/** No sentence has more tokens: what goes on is cut here, since each cue in a sentence looks through all of it. */
const mostTokens = 500

/** The sentences of each paragraph (line) of an article. */
export function sentencesIn(article: Article, words: ReportingWords): Sentence[][] {
  const isQuoted = withinAny(article.quoted)
  const isTime = withinAny(article.times)
  let index = 0
  return paragraphs(article.text).map(({ start, end }) => {
    const tokens = Array.from(article.text.slice(start, end).matchAll(pattern), match => {
      // The hyphens of “-t-il” are of nobody.
      const word = match[0].replace(/^-(?:t-)?(?=\p{L})/u, '')
      const end = start + match.index + match[0].length
      const span = { start: end - word.length, end }
      const token = { ...span, index, ...written(word), isQuoted: isQuoted(span), isTime: isTime(span) }
      index += 1
      return token
    })
    return sentencesOf(article, tokens, words)
  })
}

function written(word: string): Pick<ClauseToken, 'word' | 'lower' | 'isWord'> {
  return { word, lower: word.toLowerCase().replaceAll('’', "'"), isWord: /[\p{L}\p{N}]/u.test(word) }
}

/** Whether a span lies within one of some others, which are in order and apart from each other. It is asked from the first to the last. */
function withinAny(others: readonly Span[]): (span: Span) => boolean {
  let at = 0
  return ({ start, end }) => {
    while ((others[at]?.end ?? end) < end) at += 1
    const other = others[at]
    return other !== undefined && other.start <= start && end <= other.end
  }
}

function paragraphs(text: string): Span[] {
  return Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
}

function sentencesOf(article: Article, tokens: readonly ClauseToken[], words: ReportingWords): Sentence[] {
  const sentences: ClauseToken[][] = [[]]
  let hasEnded = false
  for (const [at, token] of tokens.entries()) {
    // What closes a quotation or a bracket belongs to the sentence that it closes; a small letter goes on with it.
    const isClosing = !token.isWord && /[\p{Pf}\p{Pe}"“’'.!?…]/u.test(token.word) && !opens(tokens, at)
    if (hasEnded && !isClosing) {
      if (!/^\p{Ll}/u.test(token.word)) sentences.push([])
      hasEnded = false
    }
    if (sentences.at(-1)?.length === mostTokens) sentences.push([])
    sentences.at(-1)?.push(token)
    if (/^[.!?…]$/.test(token.word) && !isWithin(article, tokens, at, words)) hasEnded = true
  }
  return sentences.filter(({ length }) => length > 0)
}

/** Whether the mark at a place opens a quotation: what follows it stands inside of one, and what precedes it does not. */
function opens(tokens: readonly ClauseToken[], at: number): boolean {
  return tokens[at + 1]?.isQuoted === true && tokens[at]?.isQuoted === false && tokens[at - 1]?.isQuoted !== true
}

/** A stop that ends no sentence: of an abbreviation, or of “am 3. Oktober”. */
function isWithin(article: Article, tokens: readonly ClauseToken[], at: number, words: ReportingWords): boolean {
  const stop = tokens[at]
  const before = tokens[at - 1]
  if (stop?.word !== '.' || before === undefined) return false
  if (tokens[at + 1]?.start === stop.end && tokens[at + 1]?.isWord === true) return true
  if (words.hasDottedOrdinals && /^\d{1,2}$/.test(before.word) && before.end === stop.start) return true
  return endsInAbbreviation(article.text.slice(Math.max(0, stop.start - 12), stop.end), article.language)
}
