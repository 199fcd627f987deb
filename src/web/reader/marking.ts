import type { ReaderAnnotation, ReaderUncovered, StatementMarks } from '../documents/reader.ts'
import type { Layer } from './cut.ts'
import { offsetsOf, type Span } from './textOffsets.ts'

/** What a piece of the text is. */
export type Mark =
  | { readonly kind: 'STATEMENT'; readonly statement: StatementMarks; readonly depth: number }
  | { readonly kind: 'OWN'; readonly statement: StatementMarks; readonly depth: number; readonly isDoubtful: boolean }
  | { readonly kind: 'SOURCE' | 'CUE'; readonly statement: string }
  | { readonly kind: 'FIGURE'; readonly figure: string | null }
  | { readonly kind: 'TIME'; readonly basis: string }
  | { readonly kind: 'UNCOVERED'; readonly what: ReaderUncovered['kind'] }

/** A text with all that is marked in it. */
export interface Marking {
  readonly layers: readonly Layer<Mark>[]
  readonly uncovered: readonly (Span & Pick<ReaderUncovered, 'kind' | 'words'>)[]
  readonly numbers: readonly Span[]
  /** Where each statement begins. */
  readonly begins: ReadonlyMap<string, number>
}

/** Finds what is to be marked, for one reading of a text: statements, own words, numbers, times, what nothing covers. */
export function markingOf(
  text: string,
  statements: readonly StatementMarks[],
  annotations: readonly ReaderAnnotation[],
  gaps: readonly ReaderUncovered[],
): Marking {
  const at = offsetsOf(text)
  const spanOf = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) })
  const depths = depthsOf(statements)
  const layers: Layer<Mark>[] = []
  const begins = new Map<string, number>()

  for (const statement of statements) {
    const pieces = (statement.content?.fragments ?? []).map(spanOf)
    begins.set(statement.slug, Math.min(...pieces.map(({ start }) => start)))
    for (const piece of pieces) {
      layers.push({ ...piece, value: { kind: 'STATEMENT', statement, depth: depths.get(statement.slug) ?? 0 } })
    }
    const doubted = statement.ownWords.filter(({ wording }) => wording === 'DOUBTFUL').map(spanOf)
    for (const span of ownSpans(text, statement.quotation, pieces)) {
      const isDoubtful =
        statement.quotation === 'MIXED' && doubted.some(({ start, end }) => start < span.end && end > span.start)
      layers.push({ ...span, value: { kind: 'OWN', statement, depth: depths.get(statement.slug) ?? 0, isDoubtful } })
    }
    for (const kind of ['source', 'cue'] as const) {
      const value: Mark = { kind: kind === 'source' ? 'SOURCE' : 'CUE', statement: statement.slug }
      for (const fragment of statement[kind]?.fragments ?? []) {
        layers.push({ ...spanOf(fragment), value })
      }
    }
  }
  const numbers: Span[] = []
  // Several coders may have marked the same words: one box is enough.
  const seen = new Set<string>()
  for (const { kind, start, end, node } of annotations) {
    const span = spanOf({ start, end })
    const key = `${kind} ${start} ${end}`
    if (seen.has(key)) continue
    seen.add(key)
    if (kind === 'FIGURE_MENTION') {
      numbers.push(span)
      const figure = node && 'figure' in node ? (node.figure?.slug ?? null) : null
      layers.push({ ...span, value: { kind: 'FIGURE', figure } })
    }
    if (kind === 'TIME_EXPRESSION') {
      const basis = node && 'timeBasis' in node ? node.timeBasis : 'STATED'
      layers.push({ ...span, value: { kind: 'TIME', basis } })
    }
  }
  const uncovered = gaps.map(gap => ({ ...gap, ...spanOf(gap) }))
  for (const { start, end, kind: what } of uncovered) layers.push({ start, end, value: { kind: 'UNCOVERED', what } })
  return { layers, uncovered, numbers, begins }
}

/** What of a statement stands in its speaker's own words: all of a direct quotation, what is in marks of a mixed one. */
function ownSpans(text: string, quotation: string | null, pieces: readonly Span[]): Span[] {
  if (quotation === 'DIRECT') return [...pieces]
  if (quotation !== 'MIXED') return []
  return pieces.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[“"„«][^”"“»]*[”"“»]?/gu)].map(({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.length,
    })),
  )
}

/** How deep each statement is reported inside of others. */
function depthsOf(statements: readonly StatementMarks[]): Map<string, number> {
  const outer = new Map(statements.map(({ slug, reportedIn }) => [slug, reportedIn?.slug]))
  const depthOf = (slug: string, seen = 0): number => {
    const around = outer.get(slug)
    return around === undefined || seen > 8 ? 0 : 1 + depthOf(around, seen + 1)
  }
  return new Map(statements.map(({ slug }) => [slug, depthOf(slug)]))
}
