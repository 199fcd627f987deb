/** The words of a text as search has them. Texts and queries are taken apart here alike. */

import { foldText } from './foldText.ts'

/** A word of a text, folded, and where it stands, in UTF-16 indices; the end is not included. */
export interface SearchToken {
  readonly token: string
  readonly start: number
  readonly end: number
}

const DIGITS = String.raw`\p{Nd}`
const LETTER = String.raw`[[\p{L}\p{N}\p{Co}]--[ʼ]]`
// A zero-width space parts words; other characters that are not seen do not.
const INSIDE = String.raw`[${LETTER}\p{M}[\p{Default_Ignorable_Code_Point}--[\u200b]]]`

/** A number with its separators, and what is written onto it ("3.5m"); or a run of letters and digits. */
const WORD = new RegExp(
  `${DIGITS}+(?:[.,'’]${DIGITS}+|\\p{Zs}${DIGITS}{3}(?!${INSIDE}))+(?![.,]?${DIGITS})[\\p{L}\\p{M}]*|${LETTER}${INSIDE}*`,
  'gv',
)
const PLAIN_WORD = /[0-9]+(?:[.,'][0-9]+| [0-9]{3}(?![A-Za-z0-9]))+(?![.,]?[0-9])[A-Za-z]*|[A-Za-z0-9]+/g

const NOT_ASCII = /[^\0-\x7f]/
const SEPARATED = /^(\p{Nd}+(?:[^\p{L}\p{Nd}]\p{Nd}+)+)(.*)$/su

/** Scripts that put no spaces between words: where one ends is a matter of dictionaries, which ICU has. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** The words of a text in their order; how its numbers are to be read depends on its language. */
export function searchTokens(text: string, language: string): SearchToken[] {
  const isAscii = !NOT_ASCII.test(text)
  const tokens: SearchToken[] = []
  for (const { 0: word, index } of text.matchAll(isAscii ? PLAIN_WORD : WORD)) {
    if (!isAscii && UNSPACED.test(word)) tokens.push(...segments(word, index))
    else if (SEPARATED.test(word)) tokens.push(...numberTokens(word, index, language))
    else tokens.push({ token: foldText(word), start: index, end: index + word.length })
  }
  return tokens
}

function segments(run: string, at: number): SearchToken[] {
  return [...segmenter.segment(run)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ token: foldText(segment), start: at + index, end: at + index + segment.length }] : [],
  )
}

/** A number is one word, in plain digits: 1,200 is 1200, and 3.50 is 3.5. Where it is none, its parts are words. */
function numberTokens(word: string, at: number, language: string): SearchToken[] {
  const [, digits = '', rest = ''] = SEPARATED.exec(word) ?? []
  const folded = foldText(digits)
  const { group, decimal } = separatorsOf(language)
  // What cannot be read so is perhaps written as others write it: 10,5 in English.
  const plain = plainNumber(folded, { group, decimal }) ?? plainNumber(folded, { group: decimal, decimal: group })
  if (plain !== null) return [{ token: plain + foldText(rest), start: at, end: at + word.length }]
  return [...word.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)].map(({ 0: part, index }) => ({
    token: foldText(part),
    start: at + index,
    end: at + index + part.length,
  }))
}

interface Separators {
  readonly group: string
  readonly decimal: string
}

const english: Separators = { group: ',', decimal: '.' }
const separators = new Map<string, Separators>()

function separatorsOf(language: string): Separators {
  const before = separators.get(language)
  if (before) return before
  const made = readSeparators(language)
  separators.set(language, made)
  return made
}

function readSeparators(language: string): Separators {
  try {
    const parts = new Intl.NumberFormat(`${language}-u-nu-latn`).formatToParts(1_234_567.8)
    const of = (type: string) => foldText(parts.find(part => part.type === type)?.value ?? '')
    return { group: of('group'), decimal: of('decimal') }
  } catch {
    // A language that is no BCP 47 tag.
    return english
  }
}

/** Groups have three digits, in India also two. A space and an apostrophe group in every language. */
const GROUPED = /^\d{1,3}(?:g\d{2,3})*g\d{3}$/

function plainNumber(digits: string, { group, decimal }: Separators): string | null {
  const [whole = '', fraction, ...more] = digits.split(decimal)
  const groups = whole.replaceAll(group, 'g').replaceAll(/[ ']/g, 'g')
  const isWhole = /^\d+$/.test(groups) || GROUPED.test(groups)
  if (!isWhole || more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null
  const decimals = fraction?.replace(/0+$/, '') ?? ''
  const plain = groups.replaceAll('g', '')
  return decimals === '' ? plain : `${plain}.${decimals}`
}
