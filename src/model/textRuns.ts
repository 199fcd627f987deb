import { isLatin, LATIN_LETTERS } from './latin.ts'

const WORD = /[\p{L}\p{N}]+/gu
/** The same in Latin, found several times as fast. */
const LATIN_WORD = new RegExp(`[${LATIN_LETTERS}0-9]+`, 'g')
/** How many words follow each other in a run. */
const RUN = 5
/** How many of its runs stand for a text: those with the least hashes, so that alike texts are stood for by the same. */
const SKETCH = 12

/** The runs of five words in a text, as hashes: two texts are as alike as the share of the runs that they have in common. */
export function runsOf(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(isLatin(text) ? LATIN_WORD : WORD) ?? []
  const hashes = words.map(hashOf)
  const runs = new Set<number>()
  for (let last = RUN - 1; last < hashes.length; last += 1) {
    let run = 0
    for (let at = last - RUN + 1; at <= last; at += 1) run = Math.imul(run, 0x01000193) ^ (hashes[at] ?? 0)
    runs.add(run >>> 0)
  }
  return runs
}

/** The few runs by which texts that are alike are found without holding each against each. */
export function sketchOf(runs: ReadonlySet<number>): number[] {
  return [...Uint32Array.from(runs).sort().subarray(0, SKETCH)]
}

/** The share of the runs of both that they have in common (Jaccard). */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0
  for (const run of one) if (other.has(run)) shared += 1
  return shared / (one.size + other.size - shared)
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}
