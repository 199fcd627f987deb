/** Powers in words, which are refused whole: "ten to the sixth", "10 to the power of 6", "zehn hoch sechs". */

import { baseLanguage } from './language.ts'
import type { NumberReading, Tokens } from './number.ts'
import { follows, type Token } from './tokens.ts'

/** What stands between the base and the exponent. */
const JOINTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['en', ['to the power of', 'to the power', 'raised to the power of', 'raised to the', 'to the minus', 'to the']],
  ['de', ['hoch']],
  ['fr', ['puissance', 'à la puissance']],
  ['es', ['elevado a la', 'elevado a']],
  ['it', ['elevato alla', 'elevato a', 'alla']],
  ['pt', ['elevado a', 'elevado à']],
  ['nl', ['tot de macht', 'tot de']],
])

const ORDINALS =
  /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth|seconda|terza|quarta|quinta|sesta|settima|ottava|nona|decima|segunda|tercera|sexta|séptima|octava|novena|décima|terceira|sétima|oitava|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)$/

/** The index after the exponent that follows a number, read by `readAt`; null where none does. */
export function endOfPower(
  { tokens, language }: Tokens,
  { next }: NumberReading,
  readAt: (index: number) => NumberReading | null,
): number | null {
  for (const joint of JOINTS.get(baseLanguage(language)) ?? []) {
    const words = joint.split(' ')
    if (!words.every((word, at) => tokens[next + at]?.text === word && follows(tokens[next + at]))) continue
    const at = next + words.length
    // "Moved ten to the sixth floor": by an article alone only an ordinal that ends its clause is an exponent.
    const isBare = /^(?:to the|alla|tot de)$/.test(joint)
    const end = (isBare ? null : endOfCardinal(readAt(at))) ?? endOfOrdinal(tokens, at)
    if (end !== null) return end
  }
  return null
}

function endOfCardinal(read: NumberReading | null): number | null {
  return read !== null && read.kind !== 'NAME' ? read.next : null
}

function endOfOrdinal(tokens: readonly Token[], at: number): number | null {
  const suffix = tokens[at]?.kind === 'DIGITS' && /^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0
  if (suffix === 0 && !ORDINALS.test(tokens[at]?.text ?? '')) return null
  const after = tokens[at + suffix + 1]
  if (/^(?:power|macht)$/.test(after?.text ?? '')) return at + suffix + 2
  return after === undefined || !follows(after) || /^[.,;:!?)”"’]$/.test(after.text) ? at + suffix + 1 : null
}
