import type { Span } from './textOffsets.ts'

/** A stretch of a text that is marked in one way. */
export interface Layer<Value> extends Span {
  readonly value: Value
}

/** A piece of a text in which nothing begins or ends, with all that covers it, the outermost first. */
export interface Piece<Value> extends Span {
  readonly over: readonly Value[]
}

/**
 * Cuts a stretch of a text wherever a layer begins or ends. Layers may cross: so each piece is wrapped by itself, by
 * those that begin first and reach farthest outermost.
 */
export function cut<Value>({ start, end }: Span, layers: readonly Layer<Value>[]): Piece<Value>[] {
  const here = layers
    .filter(layer => layer.start < end && layer.end > start && layer.start < layer.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const places = new Set([start, end])
  for (const layer of here) {
    places.add(Math.max(start, layer.start))
    places.add(Math.min(end, layer.end))
  }
  const sorted = [...places].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end
    return {
      start: from,
      end: to,
      over: here.filter(layer => layer.start <= from && layer.end >= to).map(({ value }) => value),
    }
  })
}

/** The paragraphs of a text; the line breaks between them belong to none. */
export function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }))
}
