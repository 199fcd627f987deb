/**
 * Distinctive words: the weighted log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn
 * (2008), “Fightin’ Words”, Political Analysis 16(4), 372–403, section 3.5.
 */

/** How often each word stands in a body of text. */
export type WordCounts = ReadonlyMap<string, number>

/** How a word is spread over two sides. */
export interface LogOdds {
  readonly word: string
  /** How often it stands on the one side and on the other. */
  readonly one: number
  readonly other: number
  /** The log-odds ratio: above 0 where the one side uses it more. */
  readonly delta: number
  readonly variance: number
  /** `delta` in units of its standard deviation; beyond ±1.96 is the usual mark. */
  readonly z: number
}

/**
 * The log-odds of every word that stands on either side.
 *
 * With counts y in totals n, and the prior α_w = `priorSize` · background_w / background total:
 * δ_w = ln((y1 + α_w) / (n1 + α_0 - y1 - α_w)) - ln((y2 + α_w) / (n2 + α_0 - y2 - α_w)), its variance
 * 1 / (y1 + α_w) + 1 / (y2 + α_w), and z = δ / √variance. The background must hold every word of both sides.
 * `totals` is how many words there are in all, where not all are given.
 */
export function logOdds(
  one: WordCounts,
  other: WordCounts,
  background: WordCounts,
  priorSize: number,
  totals = { one: total(one), other: total(other), background: total(background) },
): LogOdds[] {
  return Array.from(new Set([...one.keys(), ...other.keys()]), word => {
    const [y1, y2] = [one.get(word) ?? 0, other.get(word) ?? 0]
    const alpha = (priorSize * (background.get(word) ?? 0)) / totals.background
    const odds = (y: number, n: number) => (y + alpha) / (n + priorSize - y - alpha)
    const delta = Math.log(odds(y1, totals.one)) - Math.log(odds(y2, totals.other))
    const variance = 1 / (y1 + alpha) + 1 / (y2 + alpha)
    return { word, one: y1, other: y2, delta, variance, z: delta / Math.sqrt(variance) }
  })
}

function total(counts: WordCounts): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}
