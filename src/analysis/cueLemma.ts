import { infinitiveOf } from './conjugation.ts'

/**
 * The lemma of a cue, so that said, says and has said are counted as one: its first verb in the infinitive, by the
 * conjugation tables of the library compromise (English). What is left out before it: auxiliaries, adverbs, `to`.
 *
 * A negation stays: “did not say” is “not say”. A cue that begins with a preposition, such as “according to”, or has no
 * letter, such as “:”, is its own lemma. So is, word for word, one that has nothing but auxiliaries.
 */
export function cueLemma(cue: string): string {
  const words =
    cue
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}'-]+/gu) ?? []
  const [first] = words
  if (first === undefined) return cue.trim()
  if (prepositions.has(first)) return words.join(' ')
  const isNegated = words.some(word => word === 'not' || word === 'never' || word.endsWith("n't"))
  const verb = words.find(word => !isPassedOver(word))
  if (verb === undefined) return words.join(' ')
  return `${isNegated ? 'not ' : ''}${infinitive(verb)}`
}

const prepositions = new Set(
  'according about against amid as at by despite following for from in of on over per through under via with'.split(
    ' ',
  ),
)
const passedOver = new Set(
  `am are be been being can could did do does had has have having is may might must never not ought shall should was were
   will would also even further just later often once quite rather so still then there too all both to he i it she they we who
   which that a an the this these those his her its their my our now already more most less again first last long since no
   well always one it's that's he's she's they're`.split(/\s+/),
)

function isPassedOver(word: string): boolean {
  return (
    passedOver.has(word) || word.endsWith("n't") || word.startsWith("'") || (word.endsWith('ly') && !verbs.has(word))
  )
}

/** Verbs that end like adverbs. */
const verbs = new Set(['apply', 'comply', 'imply', 'multiply', 'rally', 'rely', 'reply', 'supply', 'bully', 'tally'])

/** Words that the library knows as adjectives first, and cues use as verbs. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['known', 'know'],
  ['left', 'leave'],
  ['done', 'do'],
  ['lay', 'lie'],
  ['pled', 'plead'],
])

function infinitive(word: string): string {
  return irregular.get(word) ?? infinitiveOf(word)
}
