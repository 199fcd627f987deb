/**
 * A bound that a negation further off may turn round: "no company pays more than 500", "nobody gave the city at least 500". How far
 * the negation reaches is not told, so that such a bound is refused. What opens a clause or reports speech shields it: "did not say
 * that more than 500 came".
 */

import type { Approximation } from '../model/vocabulary.ts'
import { DENIALS, type Denial } from './denials.ts'
import { baseLanguage } from './language.ts'
import type { Tokens } from './number.ts'

/** No clause is sought further off than this, in UTF-16 code units. */
const REACH = 100
const CLAUSE_END = /[!?;:()[\]–—“”"„«»。、，；：！？「」؛،…\n]|,(?!\d)|(?<!(?<!\p{L})\p{L})\.(?!\d)/u
/** "Has not rained for more than 50 days", "no rain in over a year": so long it did not. */
const LACKING = /\b(?:ha(?:s|ve|d)\b|no (?!one\b)).* (?:for|in|over) $/i
/** "Hat seit mehr als 30 Jahren nicht geregnet". */
const SINCE = /(?<!\p{L})(?:seit|nach|vor|sinds|na|sedan|efter|siden|etter) $/iu
const BOUNDS: ReadonlySet<Approximation | null> = new Set(['OVER', 'UNDER', 'AT_LEAST'])

/** A bound where it stands, from its first word to the end of its number, in UTF-16 indices. */
interface Bound {
  readonly approximation: Approximation | null
  readonly start: number
  readonly end: number
  /** Whether it says how long. */
  readonly lasts: boolean
}

/** Whether something else in its clause may deny the bound. */
export function isDeniedBound({ text, language, english }: Tokens, bound: Bound): boolean {
  if (!BOUNDS.has(bound.approximation)) return false
  const denial = DENIALS.get(english ? 'en' : baseLanguage(language))
  if (denial === undefined) return false
  const before = text.slice(Math.max(0, bound.start - REACH), bound.start)
  // Before most bounds nothing denies, whatever its clause, which takes longer to find out.
  if (denial.behind === undefined && !denial.denies.test(before)) return false
  const [last = '', , outer = ''] = before.split(CLAUSE_END).toReversed()
  // "Does not, by law, pay more than 500", "did not release, he said, more than 90".
  const isParted = endsDenied(outer, denial) || last.trim() === ''
  const clause = isParted ? `${outer} ${last}` : last
  if (english && bound.lasts && LACKING.test(clause)) return false
  if (denial.denies.test(afterShields(clause, denial))) return true
  if (denial.behind === undefined || SINCE.test(clause)) return false
  const [behind = ''] = text.slice(bound.end, bound.end + REACH).split(CLAUSE_END)
  return denial.behind.test(behind)
}

/** What no word that opens a clause stands behind. */
function afterShields(clause: string, { shields }: Denial): string {
  const last = [...clause.matchAll(shields)].at(-1)
  return last === undefined ? clause : clause.slice(last.index + last[0].length)
}

function endsDenied(clause: string, { denies }: Denial): boolean {
  return denies.test(clause.split(/\s/).at(-1) ?? '')
}
