/** Signs of money that are letters with a stroke or a point among them: "S/ 20", "S/. 20", "د.إ 20". */

import { type Token, touches, touchesWord } from './tokens.ts'
import { money, type UnitAt } from './unit.ts'

const PARTED_SIGNS: ReadonlyMap<string, string> = partedSigns()
export const LONGEST_PARTED = 4

function partedSigns(): Map<string, string> {
  const found = new Map([
    ['s/', 'PEN'],
    ['s/.', 'PEN'],
    ['b/.', 'PAB'],
  ])
  for (const code of Intl.supportedValuesOf('currency')) {
    const format = new Intl.NumberFormat('ar', { style: 'currency', currency: code })
    const sign =
      format
        .formatToParts(1)
        .find(part => part.type === 'currency')
        ?.value.replace(/\p{Cf}/gu, '') ?? ''
    if (!/^\p{L}+\.\p{L}+\.?$/u.test(sign)) continue
    found.set(sign.replace(/\.$/, ''), code)
    found.set(sign, code)
  }
  return found
}

/** The parted sign that begins at the index, up to `end` where a number stands there. */
export function partedMoney(tokens: readonly Token[], start: number, end: number | null): UnitAt | null {
  const first = tokens[start]
  if (first?.kind !== 'WORD' || touchesWord(tokens, start)) return null
  // A small s before a stroke is not a sol: "and/or", "m/s".
  if (/^[a-z]$/.test(first.text) && !first.capital) return null
  let written = first.text
  let found: UnitAt | null = null
  for (let at = start + 1; at < start + LONGEST_PARTED && at !== end && touches(tokens[at]); at += 1) {
    written += tokens[at]?.text ?? ''
    const code = PARTED_SIGNS.get(written)
    if (code !== undefined && (end === null || at === end - 1))
      found = { unit: money([code], code), start, next: at + 1 }
  }
  return found
}
