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

/** Texts that are alike have some ten of their twelve runs in common: those that share one or two need not be read. */
const FEWEST_SHARED = 3
/** A run that stands in so many different texts is a form of words, and leads to none of them. */
const MOST_LED_TO = 500

/** A document that repeats no earlier one, and how many runs it has. */
interface Original extends Readable {
  readonly size: number
}

/**
 * The documents whose text is nearly that of an earlier one, in the order given: at least 80% of their runs of five words are the
 * same. What is repeated counts once, by the first.
 */
export function findRepeats(documents: Iterable<Readable>): FoundRepeat[] {
  const originals = new Map<number, Original[]>()
  const repeats: FoundRepeat[] = []
  for (const document of documents) {
    const runs = runsOf(document.text())
    if (runs.size < FEWEST) continue
    const sketch = sketchOf(runs)
    const original = candidatesFor(sketch, runs.size, originals).find(
      ({ text }) => likeness(runs, runsOf(text())) >= ALIKE,
    )
    if (original !== undefined) {
      repeats.push({ id: document.id, of: original.id })
      continue
    }
    const made = { ...document, size: runs.size }
    for (const run of sketch) {
      const known = originals.get(run)
      if (known === undefined) originals.set(run, [made])
      else if (known.length < MOST_LED_TO) known.push(made)
    }
  }
  return repeats
}

/** The earlier documents that may be alike, of which alone the text is read. */
function candidatesFor(
  sketch: readonly number[],
  size: number,
  originals: ReadonlyMap<number, readonly Original[]>,
): Original[] {
  const shared = new Map<Original, number>()
  for (const run of sketch) {
    const known = originals.get(run) ?? []
    if (known.length === MOST_LED_TO) continue
    for (const original of known) shared.set(original, (shared.get(original) ?? 0) + 1)
  }
  return [...shared].flatMap(([original, count]) =>
    count >= FEWEST_SHARED && Math.min(size, original.size) >= ALIKE * Math.max(size, original.size) ? [original] : [],
  )
}
