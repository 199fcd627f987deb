import Big from 'big.js'
import { remembered } from '../model/remembered.ts'
import { baseLanguage } from './language.ts'
import { JOINTS } from './lowerParts.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { rulesOf } from './rbnf.ts'
import { multiplied, readScale } from './scales.ts'
import { follows, isHyphen, type Token, touches } from './tokens.ts'

/** How the numbers of a language are spelled, and what each spelling means; null for one that means two. */
interface Spellings {
  readonly values: ReadonlyMap<string, number | null>
  /** Every word with which a spelling begins. */
  readonly first: ReadonlySet<string>
}

/** Numbers up to this one are spelled and kept: all below 2,000, and round ones above. Others are put together from these. */
const HIGHEST = 999_000
const LONGEST = 8
const NONE: Spellings = { values: new Map(), first: new Set() }

const spellingsOf = remembered(makeSpellings)

function makeSpellings(language: string): Spellings {
  const rules = rulesOf(language)
  if (rules === null) return NONE
  const values = new Map<string, number | null>()
  for (const set of rules.cardinals) {
    // One is an article in many languages: what a single one counts, digits say.
    for (let number = 2; number <= HIGHEST; number += stepFrom(number)) {
      const words = rules.spell(number, set)
      if (words === null) continue
      for (const folded of spokenAs(fold(words), language)) {
        values.set(folded, values.has(folded) && values.get(folded) !== number ? null : number)
      }
    }
  }
  return { values, first: new Set([...values.keys()].map(words => firstWord(words))) }
}

/**
 * German says "hundertzwanzig" and "tausend" where the rules spell "einhundertzwanzig" and "eintausend"; Arabic writes its hundreds
 * in one word, and with or without a letter: خمسمائة, خمسمئة.
 */
function spokenAs(words: string, language: string): string[] {
  if (language === 'de') {
    const short = /^ein((?:hundert|tausend).*)$/.exec(words)?.[1]
    const both = short === undefined ? [words] : [words, short]
    return both.flatMap(form => [form, form.replace(/(hundert|tausend)(?=\p{L}+$)/u, '$1und')])
  }
  // "İkiyüzbeş", as a cheque has it; "hundertundfünf".
  if (language === 'tr' && words.includes(' ')) return [words, words.replaceAll(' ', '')]
  if (language === 'hu' && words.endsWith('kettő')) return [words, words.replace(/kettő$/, 'két')]
  if (language !== 'ar' || !words.includes('مائة')) return [words]
  const joined = words.replaceAll(/(ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)(?:ة|ي|ية)? مائة/g, '$1مائة')
  return [words, joined].flatMap(form => [form, form.replaceAll('مائة', 'مئة')])
}

function stepFrom(number: number): number {
  if (number < 2000) return 1
  return number < 10_000 ? 100 : 1000
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[\s\u2010\u2011-]+/g, ' ')
    .trim()
}

function firstWord(words: string): string {
  const space = words.indexOf(' ')
  const first = space === -1 ? words : words.slice(0, space)
  return /^\p{Script=Han}/u.test(first) ? (Array.from(first)[0] ?? first) : first
}

/** A number in the words of a language other than English, from the token at `index` on. */
export function readSpelled(text: Tokens, index: number): NumberReading | null {
  const { tokens, language } = text
  const { values, first } = spellingsOf(baseLanguage(language))
  const start = tokens[index]
  if (start?.kind !== 'WORD' || isKoreanEnding(tokens, index)) return null
  if (!first.has(start.text)) return compound(start.text, values, index + 1)
  const found = longest(tokens, index, values)
  if (found === null) return compound(start.text, values, index + 1)
  const thousands = withRest(text, found, values)
  // A word of a number that goes on is a piece: "drei" of "drei Komma fünf" or of a spelling not kept.
  const after = tokens[thousands.next]
  const isPoint = follows(after) && POINTS.has(after?.text ?? '') && isNumberAt(tokens, thousands.next + 1, first)
  if (isPoint) return reading('UNCLEAR', null, thousands.next + 2)
  const scale = readScale(text, thousands.next)
  const goesOn = scale === null && follows(after) && after !== undefined && first.has(after.text)
  if (goesOn || thousands.value === null) {
    return reading('UNCLEAR', null, goesOn ? thousands.next + 1 : thousands.next)
  }
  const value = new Big(thousands.value)
  return scale === null ? reading('CARDINAL', value, thousands.next) : multiplied(value, scale)
}

/** The 이 of 5000원이다 is an ending, and not two. */
function isKoreanEnding(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  return touches(token) && tokens[index - 1]?.kind === 'WORD' && /^\p{Script=Hangul}/u.test(token?.text ?? '')
}

/** "Drei Komma fünf": decimals said one by one. */
const POINTS: ReadonlySet<string> = new Set('komma virgule virgola vírgula coma przecinek virgül запятая'.split(' '))

function isNumberAt(tokens: readonly Token[], at: number, first: Spellings['first']): boolean {
  const token = tokens[at]
  return follows(token) && token !== undefined && (token.kind === 'DIGITS' || first.has(token.text))
}

interface Found {
  readonly value: number | null
  readonly next: number
}

/** "Treinta y cinco mil doscientas", "trinta mil e duzentos", "mil y quinientos": thousands and what is left of them. */
function withRest({ tokens, language }: Tokens, found: Found, values: Spellings['values']): Found {
  if (found.value === null || found.value < 1000 || found.value % 1000 !== 0) return found
  const isJoined = tokens[found.next]?.text === JOINTS.get(baseLanguage(language))
  const at = isJoined ? found.next + 1 : found.next
  const rest = follows(tokens[at]) ? longest(tokens, at, values) : null
  // "Mil y una noches" is 1001, or a thousand and one of something else.
  if (isJoined && rest === null && ONE.test(tokens[at]?.text ?? '')) return { value: null, next: at + 1 }
  if (rest?.value == null || rest.value >= 1000) return found
  return { value: found.value + rest.value, next: rest.next }
}

/** Written in one word, and longer than those kept: "dreihundertfünfundvierzigtausendsechshundert". */
function compound(word: string, values: Spellings['values'], next: number): NumberReading | null {
  if (word.length < SHORTEST_COMPOUND) return null
  for (let cut = word.length - 3; cut > 3; cut -= 1) {
    const thousands = values.get(word.slice(0, cut))
    const rest = values.get(word.slice(cut))
    if (thousands == null || thousands % 1000 !== 0 || thousands < 2000 || rest == null || rest >= 1000) continue
    return reading('CARDINAL', new Big(thousands + rest), next)
  }
  return null
}

const SHORTEST_COMPOUND = 12

const ONE = /^(?:une?|un[oa]?|uma?|eins|eine[rsnm]?|ein|een|één)$/

function longest(tokens: readonly Token[], index: number, values: Spellings['values']): Found | null {
  let best: Found | null = null
  let words = ''
  for (let at = index, count = 0; count < LONGEST; count += 1) {
    const token = tokens[at]
    if (token?.kind !== 'WORD') break
    const isJoined = count > 0 && touches(token) && !isHyphen(tokens[at - 1])
    words = count === 0 ? token.text : isJoined ? words + token.text : `${words} ${token.text}`
    const value = values.get(words)
    if (value !== undefined) best = { value, next: at + 1 }
    at += isHyphen(tokens[at + 1]) && touches(tokens[at + 1]) ? 2 : 1
    if (!follows(tokens[at]) || tokens[at]?.gap.includes('\n')) break
  }
  return best
}
