import { firstEndingAfter } from '../model/span.ts'
import { tally } from '../model/tally.ts'
import { sum } from './sum.ts'

/**
 * Agreement between coders who annotated the same text.
 *
 * The units are the words of the text: to each a coder gives a category or not. So agreement on where a span begins and
 * ends counts word by word, and a span that one coder missed counts as long as it is.
 */

/** A reliability, and what it rests on. */
export interface Alpha {
  /** 1 is perfect, 0 is what chance would give; null where nothing varies or no unit has two values. */
  readonly alpha: number | null
  /** How many units have the values of two coders or more. */
  readonly units: number
}

/**
 * Krippendorff's alpha for nominal values (Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”): any number
 * of coders, units that some of them have not coded. `units` holds, for each unit, the values that it was given.
 *
 * α = 1 - D_o / D_e = 1 - (n - 1) · Σ_{c≠k} o_ck / Σ_{c≠k} n_c n_k, with the coincidences o_ck of values in units.
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): Alpha {
  const totals = new Map<string, number>()
  let pairable = 0
  let disagreement = 0
  let counted = 0
  for (const values of units) {
    const size = values.length
    if (size < 2) continue
    counted += 1
    pairable += size
    const counts = tally(values)
    for (const [value, count] of counts) totals.set(value, (totals.get(value) ?? 0) + count)
    const agreeing = sum(Array.from(counts.values(), count => count * (count - 1)))
    disagreement += (size * (size - 1) - agreeing) / (size - 1)
  }
  const expected = pairable ** 2 - sum(Array.from(totals.values(), count => count ** 2))
  return { alpha: expected === 0 ? null : 1 - ((pairable - 1) * disagreement) / expected, units: counted }
}

/** How many units both coders, one alone, the other alone, and neither put in a category. */
export interface PairCounts {
  readonly both: number
  readonly one: number
  readonly other: number
  readonly neither: number
}

/** Counts units by which of two coders put them in a category; of each coder those that it did, of `units` in all. */
export function pairCounts(one: ReadonlySet<number>, other: ReadonlySet<number>, units: number): PairCounts {
  const both = [...one].filter(unit => other.has(unit)).length
  return { both, one: one.size - both, other: other.size - both, neither: units - one.size - other.size + both }
}

/**
 * Cohen's kappa (1960) of two coders for one category against all else: 1 is perfect, 0 is what chance would give; null
 * where chance alone would be perfect.
 */
export function cohenKappa({ both, one, other, neither }: PairCounts): number | null {
  const units = both + one + other + neither
  const [a, b] = [both + one, both + other]
  const observed = (both + neither) / units
  const expected = (a * b + (units - a) * (units - b)) / units ** 2
  return units === 0 || expected === 1 ? null : (observed - expected) / (1 - expected)
}

/** The pieces of a text that a coder put in a category, the end excluded. */
export type Spans = readonly { readonly start: number; readonly end: number }[]

/** The units, by their number, that a coder's spans touch. Both are in the same offsets; the units ascend and are disjoint. */
export function unitsWithin(units: Spans, spans: Spans): Set<number> {
  const touched = new Set<number>()
  for (const { start, end } of spans) {
    for (let index = firstEndingAfter(units, start); index < units.length; index += 1) {
      if ((units[index]?.start ?? end) >= end) break
      touched.add(index)
    }
  }
  return touched
}
