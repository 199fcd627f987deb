import { remembered } from '../model/remembered.ts'
import type { Approximation } from '../model/vocabulary.ts'
import { ASIAN_HEDGES } from './asianHedges.ts'
import { withArticles } from './definiteArticles.ts'
import { AFTER, BEFORE, MODAL, OPTIONAL, UNTOLD } from './english/hedges.ts'
import { EUROPEAN_HEDGES } from './europeanHedges.ts'
import { FOREIGN_HEDGES } from './foreignHedges.ts'
import { baseLanguage } from './language.ts'
import { mayNegate, negatedHedge } from './negatedHedges.ts'
import type { Tokens } from './number.ts'
import { follows, type Token, tokensOf, touches } from './tokens.ts'

/** A word of approximation where it stands. */
export interface Hedge {
  readonly wording: string
  /** Null where it cannot be told in which way: "barely". */
  readonly approximation: Approximation | null
  /** The index of the first token after it. */
  readonly next: number
}

interface Pattern {
  readonly wording: string
  readonly approximation: Approximation | null
  readonly words: readonly string[]
}

/** Wordings by their first word and their second, which is empty where they have one word alone; of the same two, the longest first. */
type Phrasebook = ReadonlyMap<string, ReadonlyMap<string, readonly Pattern[]>>

interface Books {
  readonly before: Phrasebook
  readonly after: Phrasebook
}

/** Of a number's margin, in any language: how far from it on either side. */
const FOREIGN_UNTOLD: readonly string[] = ['±', '+/-', 'plus/minus', 'plus minus', 'plus ou moins']
/** "Scarcely", as many as or fewer. */
const UNTOLD_IN: ReadonlyMap<string, readonly string[]> = new Map([
  ['de', ['kaum']],
  ['fr', ['à peine', 'guère plus de', 'guère moins de']],
  ['es', ['apenas', 'a duras penas']],
  ['nl', ['tegen de', 'amper', 'nauwelijks']],
])
const ENGLISH: Books = {
  before: bookOf([...UNTOLD.map(word => [word, null] as const), ...BEFORE]),
  after: bookOf(AFTER),
}

function bookOf(wordings: readonly (readonly [string, Approximation | null])[], language = 'en'): Phrasebook {
  const book = new Map<string, Map<string, Pattern[]>>()
  for (const [wording, approximation] of wordings) {
    for (const typed of withArticles(wording, language).flatMap(apostrophes)) {
      const words = tokensOf(typed).map(token => token.text)
      const [first = '', second = ''] = words
      const further = book.get(first) ?? new Map<string, Pattern[]>()
      const patterns = further.get(second) ?? []
      patterns.push({ wording, approximation, words })
      further.set(second, patterns)
      book.set(first, further)
    }
  }
  for (const further of book.values())
    for (const patterns of further.values()) patterns.sort((one, other) => other.words.length - one.words.length)
  return book
}

/** An apostrophe is typed straight or curled: "zo'n", “jusqu’à”. */
function apostrophes(wording: string): string[] {
  return [...new Set([wording.replaceAll('’', "'"), wording.replaceAll("'", '’')])]
}

function booksOf({ english, language }: Tokens): Books {
  return english ? ENGLISH : booksIn(baseLanguage(language))
}

const booksIn = remembered((base): Books => {
  const hedges = FOREIGN_HEDGES.get(base) ?? EUROPEAN_HEDGES.get(base) ?? ASIAN_HEDGES.get(base)
  const before = [
    ...[...FOREIGN_UNTOLD, ...(UNTOLD_IN.get(base) ?? [])].map(word => [word, null] as const),
    ...(hedges?.before ?? []),
  ]
  return { before: bookOf(before, base), after: bookOf(hedges?.after ?? []) }
})

/** Whether rules read numbers of the language by themselves; where they do not, one without a hedge may be meant in any way. */
export function knowsHedges(text: Tokens): boolean {
  return text.english || FOREIGN_HEDGES.has(baseLanguage(text.language))
}

/** The hedges one after the other from a token on: "perhaps", "as many as". */
export function hedgesAt(text: Tokens, index: number): Hedge[] {
  if (isQuoted(text.tokens, index)) return quotedHedgesAt(text, index)
  const { before } = booksOf(text)
  const found: Hedge[] = []
  if (isInsideWord(text.tokens, index) || isJoint(text, index)) return found
  let at = index
  while (found.length < 3) {
    const hedge = match(before, text.tokens, at) ?? negatedHedge(text, at, next => match(before, text.tokens, next))
    if (hedge === null) break
    found.push(hedge)
    at = hedge.next
  }
  return found
}

const OPENING = /^["“'‘„«‹]$/
const CLOSING = /^["”'’“»›]$/

/** Whether an opening mark stands against a word at the index. */
function isQuoted(tokens: readonly Token[], index: number): boolean {
  const [mark, word] = [tokens[index], tokens[index + 1]]
  return OPENING.test(mark?.text ?? '') && word?.kind === 'WORD' && standsAgainst(word, mark)
}

/** “About” 900 homes: the words of approximation in marks of their own, which end with the closing one. */
function quotedHedgesAt(text: Tokens, index: number): Hedge[] {
  const { tokens } = text
  const hedges = hedgesAt(text, index + 1)
  const last = hedges.findLastIndex(({ next }) => endsMarks(tokens, next))
  return hedges.slice(0, last + 1).map((hedge, at) => (at === last ? { ...hedge, next: hedge.next + 1 } : hedge))
}

/** French has a space within its marks: « environ ». */
function standsAgainst(token: Token | undefined, mark: Token | undefined): boolean {
  return touches(token) || (/^[«‹»›]$/.test(mark?.text ?? '') && follows(token))
}

/** Whether a closing mark stands against the word before the index, and the sentence goes on. */
function endsMarks(tokens: readonly Token[], index: number): boolean {
  return closes(tokens, index) && follows(tokens[index + 1]) && !touches(tokens[index + 1])
}

function closes(tokens: readonly Token[], index: number): boolean {
  return CLOSING.test(tokens[index]?.text ?? '') && standsAgainst(tokens[index], tokens[index])
}

/** 40 “or more” people. */
function quotedHedgeAfter(text: Tokens, index: number): Hedge | null {
  const hedge = isQuoted(text.tokens, index) ? match(booksOf(text).after, text.tokens, index + 1) : null
  return hedge !== null && closes(text.tokens, hedge.next) ? { ...hedge, next: hedge.next + 1 } : null
}

/** Whether words of approximation in marks of their own may begin with the mark at the index. */
export function mayBeginQuotedHedge(text: Tokens, index: number): boolean {
  return isQuoted(text.tokens, index) && mayBeginHedge(text, text.tokens[index + 1]?.text ?? '')
}

/** "12 percent, or about $1.8 million": the conjunction belongs to the sentence. */
function isJoint({ tokens, english }: Tokens, index: number): boolean {
  return english && index > 0 && tokens[index]?.text === 'or'
}

/** 约 is about, and no part of 纽约, New York, or of 条约, a treaty; 近 is nearly, and no part of 附近. */
function isInsideWord(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const before = touches(token) ? (tokens[index - 1]?.text ?? '') : ''
  if (token?.text === '约' || token?.text === '約') return BEFORE_YUE.test(before)
  return token?.text === '近' && /^[最附邻鄰临臨靠新远遠亲親逼]$/.test(before)
}

const BEFORE_YUE = /^[纽紐条條合契公制预預节節誓盟婚失违違赴签簽邀特续續解隐隱相履毁毀爽背北华華规規要]$/

/** Whether a hedge before a number may begin with the word. */
export function mayBeginHedge(text: Tokens, word: string): boolean {
  return booksOf(text).before.has(word) || mayNegate(text, word)
}

/** The hedge after a number: "or so", "+", "-plus". */
export function hedgeAfter(text: Tokens, index: number): Hedge | null {
  const hedge = match(booksOf(text).after, text.tokens, index) ?? quotedHedgeAfter(text, index)
  if (hedge === null) return null
  // "5,000 plus or minus 100": the margin's words are no bound of the number before them.
  const margin = match(booksOf(text).before, text.tokens, index)
  if (margin?.approximation === null && margin.next > hedge.next) return null
  // "5 plus 3" adds up; "12 at least 3 of them" goes on.
  return text.tokens[hedge.next]?.kind === 'DIGITS' ? null : hedge
}

function match(book: Phrasebook, tokens: readonly Token[], index: number): Hedge | null {
  const first = tokens[index]
  const further = first === undefined ? undefined : book.get(first.text)
  if (first === undefined || further === undefined) return null
  const before = touches(first) ? (tokens[index - 1]?.text ?? '') : ''
  // The c. of "U.S.C. 1001" is not “circa”, and the t of “AT&T exceeded” is not “not”.
  if ((first.text === 'c' && before === '.') || (first.text === 't' && !/^['’]$/.test(before))) return null
  // "Vitamin C. 5 people died."
  if (first.text === 'c' && first.capital && tokens[index - 1]?.kind === 'WORD') return null
  // "Sacramento, CA 95814".
  if (first.text === 'ca' && first.capitals) return null
  return (
    firstThatFits(further.get(tokens[index + 1]?.text ?? ''), tokens, index) ??
    firstThatFits(further.get(''), tokens, index)
  )
}

function firstThatFits(
  patterns: readonly Pattern[] | undefined,
  tokens: readonly Token[],
  index: number,
): Hedge | null {
  for (const { wording, approximation, words } of patterns ?? []) {
    const fits = words.every((word, offset) => {
      const token = tokens[index + offset]
      return token?.text === word && (offset === 0 || follows(token))
    })
    if (fits) return { wording, approximation, next: index + words.length }
  }
  return null
}

/** What the hedges before and after a number come to together; null where two of them do not go together. */
export function approximationOf(before: readonly Hedge[], after: Hedge | null): Approximation | null {
  const all = after === null ? before : [...before, after]
  const telling = all.filter(({ wording, approximation }) => approximation !== 'EXACT' && !MODAL.has(wording))
  const [first, ...rest] = telling.length > 0 ? telling : all.filter(({ approximation }) => approximation !== 'EXACT')
  if (first === undefined) return 'EXACT'
  const isTwice = rest.some(({ wording }) => wording === first.wording)
  const isOne = rest.every(({ approximation }) => approximation === first.approximation)
  return isOne && !isTwice ? first.approximation : null
}

/**
 * Where a mention of the number at `at` begins at the latest, if its hedges begin at `start`: those before may be left out
 * without changing what it says.
 */
export function requiredStartOf(hedges: readonly Hedge[], start: number, at: number): number {
  const telling = hedges.findIndex(({ wording }) => !OPTIONAL.has(wording))
  return telling === -1 ? at : (hedges[telling - 1]?.next ?? start)
}
