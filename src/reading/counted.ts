import { FUNCTION_WORDS } from './english/functionWords.ts'
import { foreignCountedAfter } from './foreignCounted.ts'
import type { Tokens } from './number.ts'
import { readNumberAt } from './numbers.ts'
import type { Phrase } from './phrase.ts'
import { follows, isHyphen, nextWord, touches } from './tokens.ts'
import type { Unit } from './unit.ts'

/** The tokens of the words for what is counted. */
export interface CountedAt {
  readonly start: number
  readonly next: number
}

const IRREGULAR: ReadonlySet<string> = new Set(
  'people men women children americans police troops personnel staff cattle fish media data feet teeth jobs'.split(' '),
)
/** A verb, or an adverb before one, begins another part of the sentence: "in 1849 led prospectors". */
const VERBS =
  /^(?:led|brought|left|won|saw|fell|rose|grew|began|broke|drew|fought|gave|held|kept|lost|met|paid|put|ran|sent|set|sold|spent|stood|taught|thought|threw|wrote|\w{3,}ly)$/
const SINGULAR_VERBS: ReadonlySet<string> = new Set(
  'lives works speaks remains depends belongs consists comes identifies supports opposes says thinks'.split(' '),
)
const MOST_WORDS = 4

/**
 * The words after a number up to the first plural, "undocumented workers", or the one word after "one" and a share; null
 * where none can be told from what else the sentence says.
 */
export function countedAfter(text: Tokens, phrase: Phrase): CountedAt | null {
  const { tokens, english } = text
  const { next, kind, first } = phrase
  if (phrase.counted !== null) return phrase.counted
  if (kind === 'ORDINAL' || kind === 'NAME') return null
  if (!english) return measuresItself(first.unit?.kind) ? null : foreignCountedAfter(text, next)
  // "A 3-judge panel" counts judges of each panel, and "1 state-owned station" no state.
  if (isHyphened(tokens, next)) return null
  let at = next
  // "Half of the homes", "12 percent of voters", "tens of thousands of people".
  const isOutOf = tokens[at]?.text === 'out' && tokens[at + 1]?.text === 'of'
  if (isOutOf || tokens[at]?.text === 'of') {
    at += isOutOf ? 2 : 1
    at = behindWhole(text, at)
  } else if (kind === 'SHARE' && /^(?:the|its|their|our|his|her)$/.test(tokens[at]?.text ?? '')) at += 1
  if (first.unit?.kind === 'MEASURE' && at === next) return null
  for (let count = 0, index = at; count < MOST_WORDS; count += 1) {
    const word = nextWord(tokens, index)
    const token = word === null ? undefined : tokens[word]
    if (word === null || token?.kind !== 'WORD' || FUNCTION_WORDS.has(token.text)) return null
    if (VERBS.test(token.text)) return null
    const isPlural = IRREGULAR.has(token.text) || /[^su]s$/.test(token.text)
    const isOne = first.value?.eq(1) === true && count === 0
    // "Two-thirds of the population lives": a verb of the singular looks like a plural.
    if (kind === 'SHARE' && count > 0 && SINGULAR_VERBS.has(token.text)) return { start: at, next: index }
    if (isOne && isHyphened(tokens, word + 1)) return null
    if (isPlural || isOne) return { start: at, next: word + 1 }
    index = word + 1
  }
  return null
}

/** What is so many euros or years counts nothing behind it: "vier Jahre Arbeit". */
function measuresItself(kind: Unit['kind'] | undefined): boolean {
  return kind === 'CURRENCY' || kind === 'MEASURE'
}

/** "Two of its five boats" and "two of the council's five members" count boats and members: whose they are, and how many there are. */
function behindWhole(text: Tokens, from: number): number {
  const { tokens } = text
  let at = /^(?:the|all|its|their|our|his|her|my|your|those|these)$/.test(tokens[from]?.text ?? '') ? from + 1 : from
  for (let owner = at; owner < at + MOST_WORDS && tokens[owner]?.kind === 'WORD'; owner += 1) {
    const mark = tokens[owner + 1]
    if (!/^['’]$/.test(mark?.text ?? '') || !touches(mark)) continue
    const s = tokens[owner + 2]
    at = s?.text === 's' && touches(s) ? owner + 3 : owner + 2
    break
  }
  const number = tokens[at] === undefined || !follows(tokens[at]) ? null : readNumberAt(text, at, false)
  return number?.kind === 'CARDINAL' ? number.next : at
}

/** Whether a hyphen follows without a space, so that what stands before it is a part of a word. */
function isHyphened(tokens: Tokens['tokens'], index: number): boolean {
  return isHyphen(tokens[index]) && touches(tokens[index])
}
