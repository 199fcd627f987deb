/** "Every fifth home" is one in five. */

import Big from 'big.js'
import { type NumberReading, reading } from '../number.ts'
import { follows, type Token } from '../tokens.ts'
import { isMeasure } from '../units.ts'
import { PARTS } from './ordinals.ts'

/** The share that begins with "every"; null where that says how often ("every third year"), or of what ("every second counts"). */
export function readEvery(tokens: readonly Token[], index: number): NumberReading | null {
  const [ordinal, noun] = [tokens[index + 1], tokens[index + 2]]
  if (tokens[index]?.text !== 'every' || !follows(ordinal) || noun?.kind !== 'WORD' || noun.gap !== ' ') return null
  if (noun.capital || OFTEN.test(noun.text) || isMeasure(noun.text)) return null
  // "Every second home" may be counted, and "every second counts" is not: it is found, and not read.
  if (ordinal?.text === 'second') return OTHERWISE.test(noun.text) ? null : reading('UNCLEAR', null, index + 2)
  const below = PARTS.get(ordinal?.text ?? '')
  return below === undefined ? null : reading('SHARE', new Big(1 / below), index + 2)
}

/** "Every third grader" is no third of them. */
const OFTEN =
  /^(?:times?|quarters?|night|morning|evening|weekend|term|season|game|match|grade|graders?|party|world|person|man|amendment)$/

const OTHERWISE =
  /^(?:of|that|he|she|it|they|we|you|i|the|a|is|was|were|and|or|but|to|in|on|at|for|with|as|count(?:s|ed)?|matter(?:s|ed)?|guess\p{L}*|thought|chance)$/u
