/** Two words for rough numbers that say together how many: "hundreds or thousands", "dozens, if not hundreds". */

import { readAmount } from './amounts.ts'
import type { Tokens } from './number.ts'
import type { ReadAmount } from './quantity.ts'
import { follows } from './tokens.ts'

/** What may stand between "hundreds" and "thousands" where they say together how many. */
const BESIDE = [
  'or',
  'or even',
  'or perhaps',
  'or maybe',
  'or possibly',
  'to',
  'if not',
  'and possibly',
  'and perhaps',
  'perhaps',
  'maybe',
  'even',
  'possibly',
  '-',
  '–',
].map(words => words.split(' '))

/** "Hundreds or thousands", "dozens, if not hundreds", "several hundred to a thousand": together they give no bounds that a rule knows. */
export function magnitudeBeside(text: Tokens, first: ReadAmount): ReadAmount | null {
  if (!text.english) return null
  const { tokens } = text
  const isMagnitude = first.reading.kind === 'MAGNITUDE'
  const comma = tokens[first.next]?.text === ',' && isMagnitude ? 1 : 0
  const from = first.next + comma
  if (!BESIDE_FIRST.has(tokens[from]?.text ?? '')) return null
  const joint = BESIDE.findLast(words => words.every((word, at) => tokens[from + at]?.text === word))
  // "Dozens, perhaps" needs its comma, and "hundreds, to thousands" has none.
  if (joint === undefined || (comma === 1 && /^[-–]|^to$/.test(joint[0] ?? ''))) return null
  const second = readAmount(text, from + joint.length)
  if (second === null || !follows(tokens[from + joint.length])) return null
  const isSecond = second.reading.kind === 'MAGNITUDE'
  if (isMagnitude) return isSecond || second.value?.gte(100) === true ? second : null
  return isSecond && first.reading.kind === 'CARDINAL' && first.unit === null && joint[0] === 'to' ? second : null
}

const BESIDE_FIRST: ReadonlySet<string> = new Set(BESIDE.map(([word = '']) => word))
