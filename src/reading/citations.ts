/** Laws and judgments by their place in a collection: "18 U.S.C. 1001", "347 U.S. 483", "45 CFR 46". */

import type { Tokens } from './number.ts'

const COLLECTIONS =
  /^(?:u\.s\.c\.|usc|c\.f\.r\.|cfr|u\.s\.|f\.\dd|f\.supp\.|s\.ct\.|stat\.|fed\.reg\.|ewca|uksc)(?:§+)?$/
const MOST_TOKENS = 8

/** The index after the citation that begins with the number at the index; null where none does. */
export function endOfCitation({ tokens }: Tokens, index: number): number | null {
  let written = ''
  for (let at = index + 1; at < index + 1 + MOST_TOKENS; at += 1) {
    const token = tokens[at]
    if (token?.kind === 'DIGITS' && COLLECTIONS.test(written)) return at + 1
    if (token === undefined || (token.kind === 'WORD' && !token.capital && token.text.length > 1)) return null
    written += token.text
  }
  return null
}
