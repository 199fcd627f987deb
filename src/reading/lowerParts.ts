/** A number in several powers of ten: "3 crore 50 lakh", "zwei Millionen dreihunderttausend", "3 millones y 500 mil". */

import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { follows, touches } from './tokens.ts'

/** What may join the parts; English "and" may as well join two numbers, and so makes one of no two. */
export const JOINTS: ReadonlyMap<string, string> = new Map([
  ['de', 'und'],
  ['es', 'y'],
  ['pt', 'e'],
  ['it', 'e'],
  ['fr', 'et'],
  ['nl', 'en'],
  ['ar', 'و'],
  ['fa', 'و'],
])

/** The number that begins at `start` with what goes on from it by a lower power; `readAt` reads one number. */
export function withLowerParts(
  text: Tokens,
  start: number,
  first: NumberReading,
  readAt: (index: number) => NumberReading | null,
): NumberReading {
  let whole = first
  for (let power = powerOf(first); power !== null; ) {
    const part = lowerPart(text, start, whole, power, readAt)
    if (part === null || whole.value === null) return whole
    if (part.value === null) return reading('UNCLEAR', null, part.next)
    whole = { ...whole, value: whole.value.plus(part.value), next: part.next, multipliers: [] }
    power = powerOf(part)
  }
  return whole
}

/** What its last word multiplies by. */
function powerOf({ kind, value, multipliers }: NumberReading): number | null {
  return kind === 'CARDINAL' && value !== null ? (multipliers.at(-1) ?? null) : null
}

function lowerPart(
  text: Tokens,
  start: number,
  { next }: NumberReading,
  power: number,
  readAt: (index: number) => NumberReading | null,
): NumberReading | null {
  const { tokens } = text
  if (power < 1000 || !follows(tokens[next]) || touches(tokens[next])) return null
  const isAnd = text.english && isSpelledMillion(text, start, next) && tokens[next]?.text === 'and'
  const isJoined = isAnd || tokens[next]?.text === JOINTS.get(baseLanguage(text.language))
  const at = isJoined ? next + 1 : next
  if (!follows(tokens[at]) || tokens[at]?.gap.includes('\n')) return null
  const part = readAt(at)
  const isSpelled = tokens[at]?.kind === 'WORD' && !isJoined && !text.english
  if (part?.kind === 'UNCLEAR') return isSpelled ? part : null
  if (part?.kind !== 'CARDINAL' || part.value === null || part.unit !== null) return null
  const own = powerOf(part)
  // In digits a lower part has a power of its own; spelled out, hundreds need none: "zwei Millionen fünfhundert".
  const isPart = own === null ? isSpelled : own < power
  if (isPart) return part.value.lt(power) ? part : null
  return isJoined && own === null ? joinedPart(text, at, power, part) : null
}

/** "A million and 200,000 people": in words and then in digits they may be one number or two. "$1 million and 200,000 hours" are two. */
function isSpelledMillion({ tokens }: Tokens, start: number, next: number): boolean {
  const isMoney = /\p{Sc}/u.test(tokens[start - 1]?.text ?? '')
  return !isMoney && tokens[start]?.kind === 'WORD' && tokens[next + 1]?.kind === 'DIGITS'
}

/**
 * "Un million et deux cent mille" is one number. A million and less than a thousand, or digits after it, may be two: then
 * the whole is refused.
 */
function joinedPart({ tokens }: Tokens, at: number, power: number, part: NumberReading): NumberReading | null {
  if (power < 1e6 || part.value === null || part.value.gte(power)) return null
  const isSpelled = tokens[at]?.kind === 'WORD'
  const isThousands = part.value.gte(1000)
  if (isSpelled && isThousands) return part
  return isSpelled || isThousands ? reading('UNCLEAR', null, part.next) : null
}
