import { likeness, runsOf, sketchOf } from '../../model/textRuns.ts'

/** A document to be held against the others of its dataset. */
export interface Readable {
  readonly id: number
  readonly text: () => string
}

/** A document, and the earlier one that it repeats. */
export interface FoundRepeat {
  readonly id: number
  readonly of: number
}

/** A text of fewer runs of five words says little by being repeated: “Thank you.” is said again and again. */
const FEWEST = 50
/** The least share of common runs: what a wire story keeps when a paper trims it. */
const ALIKE = 0.8

/**
 * The documents whose text is nearly that of an earlier one, in the order given: at least 80% of their runs of five words are the
 * same. What is repeated counts once, by the first.
 */
export function findRepeats(documents: Iterable<Readable>): FoundRepeat[] {
  const originals = new Map<number, Readable[]>()
  const repeats: FoundRepeat[] = []
  for (const document of documents) {
    const runs = runsOf(document.text())
    if (runs.size < FEWEST) continue
    const sketch = sketchOf(runs)
    const candidates = new Set(sketch.flatMap(run => originals.get(run) ?? []))
    const original = [...candidates].find(({ text }) => likeness(runs, runsOf(text())) >= ALIKE)
    if (original !== undefined) {
      repeats.push({ id: document.id, of: original.id })
      continue
    }
    for (const run of sketch) {
      const known = originals.get(run)
      if (known === undefined) originals.set(run, [document])
      else known.push(document)
    }
  }
  return repeats
}
