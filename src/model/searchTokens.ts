/** The words of a text as search has them. Texts and queries are taken apart here alike. */

import { foldText } from './foldText.ts'
import { isLatin, LATIN_LETTERS } from './latin.ts'
import { remembered } from './remembered.ts'

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

/** `WORD` in Latin, found several times as fast. */
const LATIN_WORD = new RegExp(
  `[0-9]+(?:[.,'’][0-9]+|[ \\xa0][0-9]{3}(?![${LATIN_LETTERS}0-9]))+(?![.,]?[0-9])[${LATIN_LETTERS}]*|[${LATIN_LETTERS}0-9]+`,
  'g',
)

const NOT_ASCII_OR_SEPARATED = /[À-ſ]|[0-9][^A-Za-z0-9][0-9]/
const NOT_PLAIN = /[^a-z0-9]/
const SEPARATED = /^(\p{Nd}+(?:[^\p{L}\p{Nd}]\p{Nd}+)+)(.*)$/su

/** Scripts that put no spaces between words: where one ends is a matter of dictionaries, which ICU has. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** The words of a text in their order; how its numbers are to be read depends on its language. */
export function searchTokens(text: string, language: string): SearchToken[] {
  const latin = isLatin(text)
  const tokens: SearchToken[] = []
  for (const { 0: word, index } of text.matchAll(latin ? LATIN_WORD : WORD)) {
    if (!latin && UNSPACED.test(word)) tokens.push(...segments(word, index))
    else if (SEPARATED.test(word)) tokens.push(...numberTokens(word, index, language))
    else tokens.push({ token: foldText(word), start: index, end: index + word.length })
  }
  return tokens
}

/** The same words, for whoever need not know where they stand: an import asks for those of every text. */
export function searchWords(text: string, language: string): string[] {
  if (!isLatin(text)) return searchTokens(text, language).map(({ token }) => token)
  const words: string[] = text.toLowerCase().match(LATIN_WORD) ?? []
  // Nearly all words are what they are.
  if (!NOT_ASCII_OR_SEPARATED.test(text)) return words
  const folded: string[] = []
  for (const word of words) {
    if (!NOT_PLAIN.test(word)) folded.push(word)
    else if (SEPARATED.test(word)) for (const { token } of numberTokens(word, 0, language)) folded.push(token)
    else folded.push(foldText(word))
  }
  return folded
}

function segments(run: string, at: number): SearchToken[] {
  return [...segmenter.segment(run)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ token: foldText(segment), start: at + index, end: at + index + segment.length }] : [],
  )
}

/** A number is one word, in plain digits: 1,200 is 1200, and 3.50 is 3.5. Where it is none, its parts are words. */
function numberTokens(word: string, at: number, language: string): SearchToken[] {
  const [, digits = '', rest = ''] = SEPARATED.exec(word) ?? []
  const plain = plainNumber(foldText(digits), language)
  if (plain !== null) return [{ token: plain + foldText(rest), start: at, end: at + word.length }]
  return [...word.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)].map(({ 0: part, index }) => ({
    token: foldText(part),
    start: at + index,
    end: at + index + part.length,
  }))
}

function plainNumber(digits: string, language: string): string | null {
  for (const form of formsOf(language)) {
    const [isNumber, whole = '', fraction = ''] = form.exec(digits) ?? []
    if (isNumber === undefined) continue
    const plain = whole.replaceAll(/\D/g, '')
    const decimals = fraction.replace(/0+$/, '')
    return decimals === '' ? plain : `${plain}.${decimals}`
  }
  return null
}

interface Separators {
  readonly group: string
  readonly decimal: string
}

const english: Separators = { group: ',', decimal: '.' }

/** How a language writes numbers; and then, for what cannot be read so, as others write them: 10,5 in English. */
const formsOf = remembered((language): readonly RegExp[] => {
  const { group, decimal } = readSeparators(language)
  return [numberForm({ group, decimal }), numberForm({ group: decimal, decimal: group })]
})

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
function numberForm({ group, decimal }: Separators): RegExp {
  const mark = `[ '${group}]`
  return new RegExp(`^(\\d+|\\d{1,3}(?:${mark}\\d{2,3})*${mark}\\d{3})(?:[${decimal}](\\d+))?$`)
}
