import type { Tokens } from './number.ts'
import { readNumberAt } from './numbers.ts'
import { nextWord, touches } from './tokens.ts'
import { isMeasure } from './units.ts'

/** What a quantity is for each of. */
export interface ReadRate {
  /** As worded, without "a" or "per". */
  readonly per: string
  readonly next: number
}

const EACH: ReadonlySet<string> = new Set(
  'day week month year hour minute second night head share barrel gallon pound ton acre mile person student child game'.split(
    ' ',
  ),
)

/** "A day", "an hour", "per 100,000 people", "/month", "-a-year". */
export function readRate(text: Tokens, index: number): ReadRate | null {
  const { tokens, english } = text
  const slash = tokens[index]
  const word = tokens[index + 1]
  if (slash?.text === '/' && touches(slash) && word?.kind === 'WORD' && touches(word)) {
    const per = /^h(?:r)?$/.test(word.text) ? 'hour' : word.text === 's' ? 'second' : word.text
    return isMeasure(per) || EACH.has(per) ? { per, next: index + 2 } : null
  }
  const at = english ? nextWord(tokens, index) : null
  if (at === null) return null
  const opening = tokens[at]?.text ?? ''
  const after = nextWord(tokens, at + 1)
  if (after === null) return null
  const noun = tokens[after]?.text ?? ''
  if (opening === 'a' || opening === 'an') {
    return EACH.has(noun) && !isSpan(noun, tokens[after + 1]?.text) ? { per: noun, next: after + 1 } : null
  }
  if (opening === 'every' || opening === 'each') {
    return TIMES.has(noun) ? { per: noun, next: after + 1 } : null
  }
  if (opening !== 'per') return null
  const number = readNumberAt(text, after)
  if (number?.kind !== 'CARDINAL') {
    if (tokens[after]?.kind !== 'WORD' || noun === 'cent') return null
    const power = /^(?:square|cubic|sq|cu)$/.test(noun) ? nextWord(tokens, after + 1) : null
    if (power !== null) return { per: `${noun} ${tokens[power]?.text ?? ''}`, next: power + 1 }
    return { per: noun, next: after + 1 }
  }
  const counted = nextWord(tokens, number.next)
  const isNoun = counted !== null && /s$|^people$/.test(tokens[counted]?.text ?? '')
  const next = isNoun ? counted + 1 : number.next
  return { per: text.text.slice(tokens[after]?.start ?? 0, tokens[next - 1]?.end ?? 0), next }
}

const TIMES: ReadonlySet<string> = new Set('day week month year hour minute second night'.split(' '))

/** "Five percent a year ago" is no rate. */
function isSpan(noun: string, after: string | undefined): boolean {
  return TIMES.has(noun) && (after === 'ago' || after === 'earlier' || after === 'later' || after === 'before')
}
