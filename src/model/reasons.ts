import { capitalized } from './capitalized.ts'
import { conjoined } from './conjoined.ts'

/** Why something was concluded, and of which part: each reason once, after the parts that it is for. */
export function labelledReasons(parts: readonly { readonly name: string; readonly reason: string | null }[]): string {
  const given = parts.flatMap(({ name, reason }) => (reason === null ? [] : [{ name, reason }]))
  const each = Map.groupBy(given, ({ reason }) => reason)
  return [...each].map(([reason, of]) => `${capitalized(conjoined(of.map(({ name }) => name)))}: ${reason}`).join(' ')
}
