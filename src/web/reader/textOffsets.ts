/** A stretch of a text, in UTF-16 units from 0; the end is not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Turns the API's offsets, in Unicode code points, into those of JavaScript. */
export function offsetsOf(text: string): (point: number) => number {
  // Most texts have no character outside the basic plane: there the two are the same.
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return point => point
  const units = [0]
  for (const character of text) units.push((units.at(-1) ?? 0) + character.length)
  return point => units[point] ?? text.length
}
