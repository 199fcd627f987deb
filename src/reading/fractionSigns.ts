/** Fractions in signs: "½", "2½ million", "3/4", "2-1/2", "1⁄3". */

import Big from 'big.js'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { multiplied, readScale, type Scale } from './scales.ts'
import { follows, isHyphen, type Token, touches } from './tokens.ts'

const VULGAR = /^[\u00bc-\u00be\u2150-\u215e\u2189]$/u

/** The value of ½ and its like, by their Unicode decomposition: "1⁄2". */
export function vulgar(token: Token | undefined): Big | null {
  if (token?.kind !== 'SIGN' || !VULGAR.test(token.text)) return null
  const [numerator = '', denominator = ''] = token.text.normalize('NFKD').split('\u2044')
  if (numerator === '' || denominator === '' || denominator === '0') return null
  return new Big(Number(numerator) / Number(denominator))
}

/** "½", "⅔ of"; other signs of numbers, such as "²" and "Ⅷ", are not quantities. */
export function readFractionSign(text: Tokens, index: number): NumberReading | null {
  const value = vulgar(text.tokens[index])
  if (value === null) return unreadFraction(text.tokens, index)
  const scale = readScale(text, index + 1) ?? scaleOfOne(text, index + 1)
  return scale === null ? reading('SHARE', value, index + 1) : multiplied(value, scale)
}

/** "²⁄₃" in raised and lowered digits. */
function unreadFraction(tokens: readonly Token[], index: number): NumberReading | null {
  let slash = index
  while (/^[\u00b2\u00b3\u00b9\u2070-\u2079]$/u.test(tokens[slash]?.text ?? '')) slash += 1
  let next = slash + 1
  while (/^[\u2080-\u2089]$/u.test(tokens[next]?.text ?? '')) next += 1
  const isFraction = slash > index && tokens[slash]?.text === FRACTION_SLASH && next > slash + 1
  return isFraction ? reading('UNCLEAR', null, next) : null
}

/** "½ a million", "⅕ of a million". */
function scaleOfOne(text: Tokens, index: number): Scale | null {
  const { tokens, english } = text
  const at = tokens[index]?.text === 'of' ? index + 1 : index
  const isOne = english && /^(?:an?|one)$/.test(tokens[at]?.text ?? '') && follows(tokens[at])
  return isOne ? readScale(text, at + 1) : null
}

/** "1/2", "2 1/2", "3/4": digits over digits that can be nothing but a fraction; "9/11" and "1/6" may be days. */
export function readSlash(text: Tokens, index: number, next: number): NumberReading | null {
  const { tokens } = text
  const over = tokens[next]
  const below = tokens[next + 1]
  const mixed = tokens[index + 1]
  // "2 1/2", and in print "2-1/2".
  const hyphen = isHyphen(mixed) && touches(mixed) && touches(tokens[index + 2]) ? 1 : 0
  const numerator = tokens[index + 1 + hyphen]
  if (next === index + 1 && numerator?.kind === 'DIGITS' && (hyphen === 1 || numerator.gap === ' ')) {
    const at = index + 2 + hyphen
    const fraction = fractionOf(numerator, tokens[at], tokens[at + 1], AFTER_WHOLE)
    const below = Number(tokens[at + 1]?.text)
    // As the double nearest to it: one and two-thirds have no last digit.
    const value = (Number(tokens[index]?.text) * below + Number(numerator.text)) / below
    if (fraction !== null) return mixedNumber(text, new Big(value), at + 2)
  }
  if (!isSlash(over) || !touches(over) || below?.kind !== 'DIGITS' || !touches(below)) return null
  const fraction = next === index + 1 ? fractionOf(tokens[index], over, below) : null
  const scale = fraction === null ? null : readScale(text, next + 2)
  if (scale !== null && fraction !== null) return multiplied(fraction, scale)
  let end = next + 2
  while (isSlash(tokens[end]) && tokens[end + 1]?.kind === 'DIGITS' && touches(tokens[end + 1])) end += 2
  if (fraction === null || end > next + 2) return reading('UNCLEAR', null, end)
  return reading('SHARE', fraction, end)
}

/** A whole and a fraction, with the multiplier that follows. */
function mixedNumber(text: Tokens, value: Big, next: number): NumberReading {
  const scale = readScale(text, next)
  return scale === null ? reading('CARDINAL', value, next) : multiplied(value, scale)
}

/** It is used in fractions only, and so never in a date. */
const FRACTION_SLASH = '\u2044'

function isSlash(token: Token | undefined): boolean {
  return token?.text === '/' || token?.text === FRACTION_SLASH || token?.text === '\u2215'
}

const DENOMINATORS: ReadonlySet<string> = new Set(['2', '3', '4', '8', '16'])
/** After a whole number it is not a day: "1 2/3". */
const AFTER_WHOLE: ReadonlySet<string> = new Set([...DENOMINATORS, '5', '6', '10', '32'])

function fractionOf(
  numerator: Token | undefined,
  slash: Token | undefined,
  denominator: Token | undefined,
  denominators = DENOMINATORS,
): Big | null {
  if (numerator === undefined || slash === undefined || denominator === undefined) return null
  if (!isSlash(slash) || !touches(slash) || !touches(denominator)) return null
  if (numerator.text === '0' || !(slash.text === FRACTION_SLASH || denominators.has(denominator.text))) return null
  const [over, below] = [Number(numerator.text), Number(denominator.text)]
  return over < below ? new Big(over / below) : null
}
