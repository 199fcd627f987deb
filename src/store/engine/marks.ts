// What stands around a match: noncharacters, which Unicode keeps for use inside of a program and out of texts.
export const opening = '\uFDD0'
export const closing = '\uFDD1'

interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of a text with its matches between marks; … where it is cut. */
export function marked(text: string, { start, end }: Span, matches: readonly Span[]): string {
  const pieces: string[] = []
  let from = start
  for (const match of matches) {
    pieces.push(text.slice(from, match.start), opening, text.slice(match.start, match.end), closing)
    from = match.end
  }
  pieces.push(text.slice(from, end))
  return `${start > 0 ? '…' : ''}${pieces.join('')}${end < text.length ? '…' : ''}`
}
