/** Digits that something joins to others, so that neither is a number by itself: "3:1", "10^6", "3 × 10⁶", "7-Eleven". */

import { follows, type Token, touches } from './tokens.ts'

/** "7-Eleven": a number word with a capital, joined to a number, makes a name. */
export function isShopName(tokens: readonly Token[], next: number): boolean {
  const word = tokens[next + 1]
  return (
    tokens[next]?.text === '-' &&
    touches(tokens[next]) &&
    touches(word) &&
    word?.capital === true &&
    word.text === 'eleven'
  )
}

const SUPERSCRIPT = /^[\u00b9\u00b2\u00b3\u2070-\u207b]$/

/** "10^6", "10⁶"; a small digit against a number may be a note, too, and either way the number cannot be told. */
function endOfPower(tokens: readonly Token[], next: number): number | null {
  const sign = tokens[next]
  if (!touches(sign)) return null
  if (sign?.text === '^') {
    const digits = tokens[next + 1]?.kind === 'DIGITS' ? next + 1 : next + 2
    return tokens[digits]?.kind === 'DIGITS' ? digits + 1 : null
  }
  let end = next
  while (touches(tokens[end]) && SUPERSCRIPT.test(tokens[end]?.text ?? '')) end += 1
  return end > next ? end : null
}

/** "3 × 10^6". */
function endOfTimesTen(tokens: readonly Token[], next: number): number | null {
  const isTimes = /^[×x·]$/.test(tokens[next]?.text ?? '') && follows(tokens[next])
  return isTimes && tokens[next + 1]?.text === '10' ? endOfPower(tokens, next + 2) : null
}

/** "3:1", "80:20" and "10^6", which are not a time of day: the index of the token after them. */
export function endOfJoined(tokens: readonly Token[], index: number, next: number): number | null {
  const [sign, second] = [tokens[next], tokens[next + 1]]
  const power = endOfPower(tokens, next) ?? endOfTimesTen(tokens, next)
  if (power !== null) return power
  if (!touches(sign) || second?.kind !== 'DIGITS' || !touches(second)) return null
  const isClock = second.text.length === 2 && Number(tokens[index]?.text) <= 24
  return sign?.text === ':' && !isClock && tokens[next + 2]?.text !== ':' ? next + 2 : null
}
