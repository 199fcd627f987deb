/**
 * What an operation costs besides the fields that it answers, by what it reads for them, in fields: about as long as so many
 * fields take, on a hundred thousand statements.
 */
export const readingCost = {
  /** A condition of a filter, which is held against rows. */
  condition: 10,
  /** A condition that looks into every text: no index finds what holds a text. */
  contains: 2_000,
  /** The number of rows of a list. */
  count: 10,
  /** A dimension by which rows are counted. */
  dimension: 500,
  /** An analysis, which reads most of what there is. */
  analysis: 10_000,
} as const

/** What the conditions of a filter cost. It stops where there are more than any filter may have. */
export function filterCost(filter: unknown): number {
  let cost = 0
  const pending = [filter]
  for (let looked = 0; pending.length > 0 && looked < 1_000; looked += 1) {
    const value = pending.pop()
    if (Array.isArray(value)) pending.push(...value.slice(0, 1_000))
    else if (typeof value === 'object' && value !== null) {
      for (const [name, operand] of Object.entries(value)) {
        cost += name === 'contains' ? readingCost.contains : readingCost.condition
        pending.push(operand)
      }
    }
  }
  return cost
}
