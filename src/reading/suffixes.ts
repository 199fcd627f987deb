import Big from 'big.js'
import { isMetre, mayBeDistance } from './metres.ts'
import { moneyCode } from './money.ts'
import type { Tokens } from './number.ts'
import { isEnglishScale } from './scales.ts'
import { scaleLetter } from './temperatures.ts'
import { isHyphen, isSpaceless, nextWord, type Token, touches } from './tokens.ts'
import { abbreviatedUnit, isUnitWord, poweredAt } from './units.ts'

/** What letters written against digits make of them. */
export type Suffix =
  | { readonly kind: 'SCALE'; readonly factor: Big; readonly next: number }
  | { readonly kind: 'UNIT'; readonly unit: string; readonly next: number }
  /** "21st" says which one, "3D" is a name, "1990s" is no one number. */
  | { readonly kind: 'ORDINAL' | 'NAME' | 'UNCLEAR' | 'MULTIPLE'; readonly next: number }

/** A metre is "5 m", with a space; "5m" in a newspaper is 5 million. */
const SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bil', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
])
const SCALE_WORDS: ReadonlySet<string> = new Set(
  'hundred thousand million billion trillion lakh crore dozen'.split(' '),
)
/** The endings of ordinals, by the digits that they follow: "21st", and no "14st", which are stone. */
const ORDINALS: ReadonlyMap<string, RegExp> = new Map([
  ['st', /(?:^|[^1])1$/],
  ['nd', /(?:^|[^1])2$/],
  ['rd', /(?:^|[^1])3$/],
  ['th', /\d$/],
])

export function readSuffix(
  { tokens, english, scales }: Tokens,
  index: number,
  { hasMoney, hasDecimals }: { readonly hasMoney: boolean; readonly hasDecimals: boolean },
): Suffix | null {
  const letters = tokens[index]
  const multiple = english ? multipleAt(tokens, index) : null
  if (multiple !== null) return { kind: 'MULTIPLE', next: multiple }
  if (letters?.kind !== 'WORD' || !touches(letters)) return null
  const { text } = letters
  const next = index + 1
  // A word of a scale goes on as any other: "5million", "12万".
  if ((english ? isEnglishScale(text) : SCALE_WORDS.has(text)) || scales.has(text) || isUnitWord(text)) return null
  if (isSpaceless(letters)) return null
  // "20USD", "500kr".
  if (moneyCode(letters) !== null || text === 'kr') return null
  const powered = poweredAt(tokens, index)
  if (powered !== null) return { kind: 'UNIT', unit: powered.unit.name, next: powered.next }
  const power = english && text === 'e' ? endOfPower(tokens, next) : null
  if (power !== null) return { kind: 'UNCLEAR', next: power }
  if (tokens[next]?.kind === 'DIGITS' && touches(tokens[next])) return { kind: 'NAME', next: next + 1 }
  if (english && ORDINALS.get(text)?.test(tokens[index - 1]?.text ?? '')) return { kind: 'ORDINAL', next }
  if (english && text === 's') return { kind: 'UNCLEAR', next }
  const isBare = english && !hasMoney
  if (isBare && isMetre(tokens, index)) return { kind: 'UNIT', unit: 'meter', next }
  if (isBare && mayBeDistance(tokens, index - 1, index)) return { kind: 'UNCLEAR', next }
  // "25p" is money, and "1080p" a picture.
  if (isBare && text === 'p' && !letters.capital && Number(tokens[index - 1]?.text) < 480)
    return { kind: 'UNIT', unit: 'penny', next }
  if (isBare && text === 'c' && !letters.capital && Number(tokens[index - 1]?.text) < 100)
    return { kind: 'UNIT', unit: 'cent', next }
  if (hasMoney && text === 'mm') return { kind: 'SCALE', factor: new Big(1e6), next }
  // "900ish" is a hedge.
  if (english && text === 'ish') return null
  const degrees = isBare ? scaleLetter(tokens, index) : null
  if (degrees !== null) return degrees === 'UNCLEAR' ? { kind: 'UNCLEAR', next } : { kind: 'UNIT', unit: degrees, next }
  const factor = english ? SCALES.get(text) : undefined
  if (factor !== undefined && isBare && isCode(tokens, index)) return { kind: 'NAME', next: endOfCode(tokens, next) }
  if (factor !== undefined) return { kind: 'SCALE', factor: new Big(factor), next }
  const unit = isBare && text === 'l' ? 'liter' : abbreviatedUnit(text)
  if (unit !== null) return { kind: 'UNIT', unit, next }
  // "3D" is a name, and "3.2pts" a quantity in a unit that nobody has taught.
  // "500F" are francs or a name.
  const mayBeMoney = !english && letters.capitals && /^[fkl]$/.test(text)
  return { kind: hasDecimals || mayBeMoney || (english && mayBeUnit(letters)) ? 'UNCLEAR' : 'NAME', next }
}

/** "30dpi", "5hl": two or three small letters are a unit that nobody has taught, sooner than a name or an hour. */
function mayBeUnit({ text, capital }: Token): boolean {
  return !capital && /^[a-z]{2,3}$/.test(text) && !/^(?:am|pm|st|nd|rd|th|up|ers?)$/.test(text)
}

/** "3e6" and "3e-6" are powers of ten. */
function endOfPower(tokens: readonly Token[], index: number): number | null {
  const at = /^[-+−]$/.test(tokens[index]?.text ?? '') && touches(tokens[index]) ? index + 1 : index
  return tokens[at]?.kind === 'DIGITS' && touches(tokens[at]) ? at + 1 : null
}

/** "24B-27": a capital between digits and a hyphen with digits is part of a code, and no billion. */
function isCode(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.capital === true && endOfCode(tokens, index + 1) > index + 1
}

function endOfCode(tokens: readonly Token[], from: number): number {
  let next = from
  while (
    isHyphen(tokens[next]) &&
    touches(tokens[next]) &&
    tokens[next + 1]?.kind === 'DIGITS' &&
    touches(tokens[next + 1])
  )
    next += 2
  return next
}

/** "10-fold", "10 fold", "2.5x", "3×": how many times as many; the index of the token after it. */
function multipleAt(tokens: readonly Token[], index: number): number | null {
  const letters = tokens[index]
  if (letters !== undefined && touches(letters) && /^(?:x|×|fold)$/.test(letters.text)) {
    const goesOn = tokens[index + 1]?.kind !== 'SIGN' && touches(tokens[index + 1])
    return goesOn ? null : index + 1
  }
  return endOfFold(tokens, index)
}

/** "10 fold", "five-fold". */
export function endOfFold(tokens: readonly Token[], index: number): number | null {
  const fold = nextWord(tokens, index)
  return fold !== null && tokens[fold]?.text === 'fold' ? fold + 1 : null
}
