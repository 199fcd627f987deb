/** Whether an answer is right: the same as another one's, whoever made it. */

export type Check = (answer: string, expected: string) => boolean

type Scalar = string | number | boolean | null

/** The same JSON; numbers may differ in their last digits, since SQLite and JavaScript add up in their own order. */
export const sameJson: Check = (answer, expected) => isSame(JSON.parse(answer), JSON.parse(expected))

/** The same values, wherever and under whatever names they stand. */
export const sameValues: Check = (answer, expected) =>
  isSame(scalarsOf(JSON.parse(answer)).map(String).toSorted(), scalarsOf(JSON.parse(expected)).map(String).toSorted())

/** As many values: for answers that another engine ranks and cuts in another way. */
export const sameNumber: Check = (answer, expected) =>
  scalarsOf(JSON.parse(answer)).length === scalarsOf(JSON.parse(expected)).length

/** How many values an answer has: one without any says nothing. */
export function countValues(answer: string): number {
  return scalarsOf(JSON.parse(answer)).filter(value => value !== null).length
}

function scalarsOf(value: unknown): Scalar[] {
  if (typeof value === 'number') return [Number(value.toPrecision(12))]
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [value]
  return typeof value === 'object' ? Object.values(value).flatMap(scalarsOf) : []
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return one === other || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other))
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [entries, others] = [Object.entries(one), new Map(Object.entries(other))]
  return entries.length === others.size && entries.every(([key, value]) => isSame(value, others.get(key)))
}
