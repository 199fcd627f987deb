import { FUNCTION_WORDS } from './english/functionWords.ts'
import type { Tokens } from './number.ts'
import type { Phrase } from './phrase.ts'
import { isHyphen, nextWord, touches } from './tokens.ts'

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
export function countedAfter({ tokens, english }: Tokens, phrase: Phrase): CountedAt | null {
  const { next, kind, first } = phrase
  if (phrase.counted !== null) return phrase.counted
  if (!english || kind === 'ORDINAL' || kind === 'NAME') return null
  // "A 3-judge panel" counts judges of each panel, and "1 state-owned station" no state.
  if (isHyphened(tokens, next)) return null
  let at = next
  // "Half of the homes", "12 percent of voters", "tens of thousands of people".
  if (tokens[at]?.text === 'of') {
    at += 1
    if (/^(?:the|all|its|their|our|his|her|those|these)$/.test(tokens[at]?.text ?? '')) at += 1
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

/** Whether a hyphen follows without a space, so that what stands before it is a part of a word. */
function isHyphened(tokens: Tokens['tokens'], index: number): boolean {
  return isHyphen(tokens[index]) && touches(tokens[index])
}
