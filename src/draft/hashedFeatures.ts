/** Features as numbers: hashes (FNV-1a, mixed) of what they say, taken piece by piece, so that no text is made of the pieces. */

import { features, transitionFeatures } from './tagger.ts'

type Piece = string | number | boolean

/** Hashes a feature that is written as a template: hash`w${lower}${side}`. */
type Hash = (strings: TemplateStringsArray, ...pieces: Piece[]) => number

const basis = 0x811c9dc5
const prime = 0x01000193

/** A hash for the features of a place, in their order: the same words in another feature are another number. */
export function featureHash(): Hash {
  let each = 0
  return (strings, ...pieces) => {
    const hash = hashed(withNumber(basis, each), strings, pieces)
    each += 1
    return mixed(hash) & (features - 1)
  }
}

/** A hash for the features of a step from place to place. */
export function transitionHash(strings: TemplateStringsArray, ...pieces: Piece[]): number {
  return mixed(hashed(basis, strings, pieces)) & (transitionFeatures - 1)
}

function hashed(from: number, strings: TemplateStringsArray, pieces: readonly Piece[]): number {
  let hash = withText(from, strings[0] ?? '')
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? ''
    hash = typeof piece === 'number' ? withNumber(hash, piece) : withText(hash, String(piece))
    hash = withText(hash, strings[at + 1] ?? '')
  }
  return hash
}

function withText(from: number, text: string): number {
  let hash = from
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash
}

/** A digit is hashed as the text that it is written with. */
function withNumber(from: number, number: number): number {
  return number >= 0 && number <= 9 ? Math.imul(from ^ (48 + number), prime) : withText(from, String(number))
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return once ^ (once >>> 12)
}
