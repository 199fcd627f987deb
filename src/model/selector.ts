import type { CodePoints } from './text.ts'

/** How much of the text before and after a passage its quote selector keeps, in Unicode code points. */
export const contextLength = 32

/** One unbroken piece of a passage: code points, `start` included, `end` not (W3C TextPositionSelector). */
export interface Fragment {
  readonly start: number
  readonly end: number
}

/** Writes the pieces of a passage, each from its start to its end, as `start-end,start-end`. */
export function selectorOf(pieces: readonly (readonly [start: number, end: number])[]): string {
  const [first] = pieces
  if (first && pieces.length === 1) return `${first[0]}-${first[1]}`
  return pieces.map(([start, end]) => `${start}-${end}`).join(',')
}

/** Reads `start-end,start-end`. */
export function fragmentsOf(selector: string): Fragment[] {
  return selector.split(',').map(fragment => {
    const [start = Number.NaN, end = Number.NaN] = fragment.split('-').map(Number)
    return { start, end }
  })
}

/** The text just before and just after a stretch of a document (W3C TextQuoteSelector). */
export function quoteSelector(points: CodePoints, start: number, end: number): { prefix: string; suffix: string } {
  return {
    prefix: points.slice(Math.max(0, start - contextLength), start),
    suffix: points.slice(end, Math.min(points.length, end + contextLength)),
  }
}

/** What joins the pieces of a broken passage in its exact words; three code points. */
export const joint = ' … '

/**
 * Where the code point at `offset` of a passage's exact words stands in its document. Within a joint that is where the
 * piece before it ends.
 */
export function offsetInDocument(fragments: readonly Fragment[], offset: number): number {
  let passed = 0
  let position = 0
  for (const { start, end } of fragments) {
    if (offset < passed) return position
    if (offset < passed + end - start) return start + offset - passed
    passed += end - start + joint.length
    position = end
  }
  return position
}

/** The words of each piece of a passage, of the exact words that join them. */
export function quotedPieces(exact: string, selector: string): (Fragment & { readonly exact: string })[] {
  const fragments = fragmentsOf(selector)
  const [only] = fragments
  if (only && fragments.length === 1) return [{ ...only, exact }]
  const points = [...exact]
  let at = 0
  return fragments.map(({ start, end }) => {
    const words = points.slice(at, at + end - start).join('')
    at += end - start + joint.length
    return { start, end, exact: words }
  })
}
