import { inDigits } from '../marks/names.ts'

/** What the words for a number commit to. */
export interface Wording {
  readonly approximation: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** What a wording commits to, in a sentence. */
export function commitment({ approximation, value, lower, upper }: Wording): string {
  const number = value === null ? '' : inDigits(value)
  switch (approximation) {
    case 'EXACT':
      return value === null ? 'names no number' : `${number}, without a hedge`
    case 'ABOUT':
      return lower !== null && upper !== null
        ? `about ${inDigits(lower)} to ${inDigits(upper)}; how far beyond is open`
        : `about ${number}, on either side`
    case 'NEARLY':
      return `below ${number}; how far is open`
    case 'OVER':
      return `above ${number}`
    case 'AT_LEAST':
      return `${number} or more`
    case 'UNDER':
      return `below ${number}`
    case 'UP_TO':
      return `${number} or less`
    default:
      if (lower === null || upper === null) return 'names no number'
      return approximation === 'BETWEEN'
        ? `${inDigits(lower)} to ${inDigits(upper)}`
        : `names no number; read as ${inDigits(lower)} to below ${inDigits(upper)}`
  }
}

/** What a wording commits to, beside its words: the number is not said once more where they are that number. */
export function commitmentOf({ words, ...wording }: Wording & { readonly words: string }): string {
  const said = commitment(wording)
  return said.startsWith(`${words}, `) ? said.slice(words.length + 2) : said
}

/** How an end of an interval is drawn: it belongs to it, it does not, or the words leave it open. */
export type End = 'in' | 'out' | 'open'

/** The interval that a wording commits to, as it is drawn; a point where both ends are the number. */
export function drawn({ approximation, value, lower, upper }: Wording): {
  readonly from: number | null
  readonly to: number | null
  readonly start: End
  readonly end: End
} {
  if (approximation === 'EXACT') return { from: value, to: value, start: 'in', end: 'in' }
  if (approximation === 'ABOUT') return { from: lower, to: upper, start: 'open', end: 'open' }
  const start = lower === null ? 'open' : approximation === 'OVER' ? 'out' : 'in'
  const end = upper === null ? 'open' : /^(NEARLY|UNDER|ORDER_OF_MAGNITUDE)$/.test(approximation) ? 'out' : 'in'
  return { from: lower, to: upper, start, end }
}
