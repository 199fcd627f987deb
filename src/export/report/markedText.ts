import type { Span } from '../../model/span.ts'
import type { Voice } from '../../model/vocabulary.ts'
import { type Html, html } from './html.ts'

/** A statement as it is marked in a text: UTF-16 indices. */
export interface MarkedStatement {
  /** What the mark leads to. */
  readonly anchor: string
  readonly who: string
  readonly voice: Voice
  readonly content: readonly Span[]
  /** Words in the speaker's own quotation marks. */
  readonly own: readonly Span[]
  /** Words in marks that may be scare quotes. */
  readonly doubtful: readonly Span[]
}

/**
 * A text with its statements marked by voice, the innermost where one stands inside another; the speaker's own words tinted and
 * upright, wordings of numbers framed.
 */
export function markedText(text: string, statements: readonly MarkedStatement[], numbers: readonly Span[]): Html {
  const edges = new Set([0, text.length])
  const add = ({ start, end }: Span) => edges.add(start).add(end)
  for (const { content, own, doubtful } of statements) for (const span of [...content, ...own, ...doubtful]) add(span)
  for (const span of numbers) add(span)
  for (const { index } of text.matchAll(/\n/g)) edges.add(index).add(index + 1)
  const sorted = [...edges].sort((a, b) => a - b)

  const paragraphs: Html[][] = [[]]
  for (const [index, start] of sorted.slice(0, -1).entries()) {
    const end = sorted[index + 1] ?? start
    const piece = text.slice(start, end)
    if (piece === '\n') paragraphs.push([])
    else paragraphs.at(-1)?.push(markedPiece(piece, { start, end }, statements, numbers))
  }
  return html`${paragraphs.filter(pieces => pieces.length > 0).map(pieces => html`<p>${pieces}</p>`)}`
}

function markedPiece(
  piece: string,
  span: Span,
  statements: readonly MarkedStatement[],
  numbers: readonly Span[],
): Html {
  const isIn = (around: Span) => around.start <= span.start && span.end <= around.end
  const words = numbers.some(isIn) ? html`<span class="fig">${piece}</span>` : html`${piece}`
  const found = statements.filter(({ content }) => content.some(isIn)).toSorted((a, b) => lengthOf(a) - lengthOf(b))
  const [innermost] = found
  if (innermost === undefined) return words
  const { voice, anchor, who, own, doubtful } = innermost
  const whose = own.some(isIn) ? 'own' : doubtful.some(isIn) ? 'para doubtful' : 'para'
  const classes = `said-here v-${voice.toLowerCase()} ${whose}`
  return html`<a class="${classes}" href="#${anchor}" title="${who}">${words}</a>`
}

function lengthOf({ content }: MarkedStatement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0)
}
