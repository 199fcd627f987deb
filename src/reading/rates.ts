import { FUNCTION_WORDS } from './english/functionWords.ts'
import { rateBehind } from './foreignRates.ts'
import type { Tokens } from './number.ts'
import { readNumberAt } from './numbers.ts'
import { nextWord, type Token, touches } from './tokens.ts'
import { isMeasure } from './units.ts'

/** What a quantity is for each of. */
export interface ReadRate {
  /** As worded, without "a" or "per". */
  readonly per: string
  readonly next: number
}

const EACH: ReadonlySet<string> = new Set(
  'day week month year hour minute second barrel gallon pound ton acre mile ounce gram kilogram kg liter meter foot inch yard tonne night head share person student child game bushel litre kilo metre piece plate pop ticket unit pack vote seat room household family worker employee visit'.split(
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
    if (english || isMeasure(per)) return isMeasure(per) || EACH.has(per) ? { per, next: index + 2 } : null
  }
  if (!english) return rateBehind(text, index)
  const at = nextWord(tokens, index)
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
    // "5 reasons, per the report".
    if (tokens[after]?.kind !== 'WORD' || noun === 'cent' || FUNCTION_WORDS.has(noun)) return null
    const power = /^(?:square|cubic|sq|cu)$/.test(noun) ? nextWord(tokens, after + 1) : null
    if (power !== null) return { per: `${noun} ${tokens[power]?.text ?? ''}`, next: power + 1 }
    return { per: noun, next: after + 1 }
  }
  const counted = nextWord(tokens, number.next)
  const isNoun = counted !== null && /s$|^people$/.test(tokens[counted]?.text ?? '')
  const next = isNoun ? counted + 1 : number.next
  return { per: text.text.slice(tokens[after]?.start ?? 0, tokens[next - 1]?.end ?? 0), next }
}

/** A rate after the nouns that are counted: "14.2 deaths per 100,000 residents", "three goals a game". */
export interface CountedRate extends ReadRate {
  readonly counted: { readonly start: number; readonly next: number }
}

const MOST_NOUNS = 3

export function readRateAfterNouns(text: Tokens, index: number): CountedRate | null {
  const { tokens } = text
  for (let at = index; at < index + MOST_NOUNS; at += 1) {
    const noun = tokens[at]
    if (noun?.kind === 'WORD' && !text.english) {
      const rate = rateBehind(text, at + 1)
      if (rate !== null) return { ...rate, counted: { start: index, next: at + 1 } }
      continue
    }
    if (noun?.kind !== 'WORD' || noun.gap !== ' ' || FUNCTION_WORDS.has(noun.text)) return null
    const opening = tokens[at + 1]?.text ?? ''
    const isRate = opening === 'per' || (/^an?$/.test(opening) && isPlural(noun) && isTime(tokens, at + 2))
    const rate = isRate ? readRate(text, at + 1) : null
    if (rate !== null) return { ...rate, counted: { start: index, next: at + 1 } }
  }
  return null
}

function isPlural({ text }: Token): boolean {
  return /[^su]s$|^(?:people|men|women|children)$/.test(text)
}

/** "A day", and no "a day trip". */
function isTime(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  const isEnd = after === undefined || (after.kind === 'SIGN' && after.text !== '-') || FUNCTION_WORDS.has(after.text)
  return TIMES.has(tokens[at]?.text ?? '') && isEnd
}

const TIMES: ReadonlySet<string> = new Set('day week month year hour minute second night'.split(' '))

/** "Five percent a year ago" is not a rate. */
function isSpan(noun: string, after: string | undefined): boolean {
  return TIMES.has(noun) && /^(?:ago|earlier|later|before|after|since|into)$/.test(after ?? '')
}
