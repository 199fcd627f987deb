import { isLatin, LATIN_LETTERS } from '../model/latin.ts'

/** What numbers, times and their neighbours are made of: runs of digits, words and single signs. */
export interface Token {
  /** UTF-16 index in the text, included. */
  readonly start: number
  /** UTF-16 index in the text, excluded. */
  readonly end: number
  /** Digits as ASCII digits, words in lower case, signs as they are. */
  readonly text: string
  readonly kind: 'DIGITS' | 'WORD' | 'SIGN'
  /** What stands between this token and the one before: '' where they touch. */
  readonly gap: string
  /** Whether a word begins with a capital. */
  readonly capital: boolean
  /** Whether a word is all capitals. */
  readonly capitals: boolean
}

/**
 * A web address is not prose; in scripts without spaces every character is a word of its own, but for katakana and hangul. So
 * is a multiplier in hangul right after digits: the 만 of 3만명, but not that of 10만큼, nor the 조 of 2조각; and what is
 * counted after both, the 원 of 5000원이다 and the 명 of 7명이, but not the 원 of 3원칙.
 */
const TOKEN =
  /(https?:\/\/[^\s\)]+|www\.[^\s\)]+)|(\p{Nd}+)|((?<=\p{Nd}[십백천만억조]{0,3})(?:[십백천억]|만(?!큼)|조(?![각항건금직]))|(?<=\p{Nd}[십백천만억조]{0,3} ?)(?:원(?![칙소격형색본리])|명(?![령예칭단])|달러|유로|위안|파운드|루블)|[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}]|[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}]]+)|[^\s]/giv

/** The same in Latin, found several times as fast. */
const LATIN_TOKEN = new RegExp(
  `([Hh][Tt][Tt][Pp][Ss]?:\\/\\/[^\\s)]+|[Ww][Ww][Ww]\\.[^\\s)]+)|([0-9]+)|([${LATIN_LETTERS}]+)|[^\\s]`,
  'g',
)

const NO_CAPITAL = { capital: false, capitals: false }

/** The tokens of a text in order; an address has none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(isLatin(text) ? LATIN_TOKEN : TOKEN)) {
    const [found, address, digits, word] = match
    if (address !== undefined) continue
    const start = match.index
    const gap = text.slice(end, start)
    end = start + found.length
    if (digits !== undefined) {
      tokens.push({ start, end, text: asciiDigits(found), kind: 'DIGITS', gap, ...NO_CAPITAL })
    } else if (word !== undefined) {
      const lower = found.toLowerCase()
      const capital = found[0] !== lower[0]
      tokens.push({
        start,
        end,
        text: lower,
        kind: 'WORD',
        gap,
        capital,
        capitals: capital && found === found.toUpperCase(),
      })
    } else tokens.push({ start, end, text: found, kind: 'SIGN', gap, ...NO_CAPITAL })
  }
  return tokens
}

/** Whether a token touches the one before. */
export function touches(token: Token | undefined): boolean {
  return token?.gap === ''
}

/** Whether a token stands in the same sentence line as the one before: touching, or white space with one line break at most. */
export function follows(token: Token | undefined): boolean {
  const gap = token?.gap
  if (gap === undefined) return false
  return gap === '' || gap === ' ' || (gap.trim() === '' && gap.indexOf('\n') === gap.lastIndexOf('\n'))
}

/** Whether the token stands against a word or a hyphen before it: the kr of "sub-kr5". */
export function touchesWord(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  return touches(tokens[index]) && (before?.kind === 'WORD' || before?.text === '-')
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bengali}]/u

/** Whether the word is of a script in which letters stand against numbers without making one word with them. */
export function isSpaceless(token: Token | undefined): boolean {
  return token !== undefined && SPACELESS.test(token.text)
}

const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011'])

export function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && HYPHENS.has(token.text)
}

/**
 * The index of the next word where only spaces or one hyphen part it from the token before `index`; null where something
 * else stands between.
 */
export function nextWord(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (isHyphen(token) && touches(token) && touches(tokens[index + 1])) return index + 1
  return follows(token) && token.gap !== '' ? index : null
}

/** How many tokens before a number a verb may stand that governs it. */
const REACH = 8

/** The tokens before one, the nearest first, as far back as a sign parts the sentence. */
export function clauseBefore(tokens: readonly Token[], index: number): Token[] {
  const before = tokens.slice(Math.max(0, index - REACH), index).reverse()
  // The point of "4.5" ends nothing.
  const end = before.findIndex(({ text }, at) => /^[.;:!?]$/.test(text) && !touchesDigits(tokens, index - at))
  return end === -1 ? before : before.slice(0, end)
}

function touchesDigits(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.kind === 'DIGITS' && touches(tokens[index])
}

const ZERO_BLOCKS = new Map<number, number>()

/** Digits of any script as ASCII digits: every script has its ten in a row. */
export function asciiDigits(digits: string): string {
  if (/^[0-9]+$/.test(digits)) return digits
  return Array.from(digits, digit => {
    const code = digit.codePointAt(0) ?? 0
    return String(code - zeroOf(code))
  }).join('')
}

/** The zero of the block of ten in which a decimal digit stands. */
function zeroOf(code: number): number {
  const known = ZERO_BLOCKS.get(code)
  if (known !== undefined) return known
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  ZERO_BLOCKS.set(code, zero)
  return zero
}

/** The first token from an index on that ends behind a place of the text. */
export function nextBehind(tokens: readonly Token[], index: number, place: number): number {
  let next = index
  while ((tokens[next]?.end ?? Number.MAX_VALUE) <= place) next += 1
  return next
}
