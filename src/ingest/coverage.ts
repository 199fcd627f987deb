import { type Covered, gapsOf } from '../model/coverage.ts'
import type { InterchangeRecord } from '../model/interchange.ts'
import { span } from '../model/records/fields.ts'
import type { Span } from '../model/span.ts'
import type { Article } from './article.ts'
import type { FilePosition } from './problems.ts'

/** A number or a quotation of the article that no annotation accounts for. */
export interface CoverageGap extends FilePosition, Span {
  readonly kind: 'NUMBER' | 'QUOTATION'
  readonly words: string
  /** Whether it is a number, or a quotation mark, that cannot be read. */
  readonly isUnread: boolean
}

/** What the annotations leave out, each gap at its place in the article. */
export function findGaps(article: Article, covered: Covered): CoverageGap[] {
  return gapsOf(article, covered).map(({ kind, isUnread, start, end }) => ({
    kind,
    isUnread,
    start,
    end,
    ...article.placeOf(start),
    words: article.slice({ start, end }),
  }))
}

/** Every passage on which the records of a dossier stand, in UTF-16 indices of its article. */
export function passagesOf(records: readonly InterchangeRecord[], { codePoints }: Article): Span[] {
  return spansIn(records).map(([start, end]) => ({ start: codePoints.toUtf16(start), end: codePoints.toUtf16(end) }))
}

function spansIn(value: unknown): (readonly [start: number, end: number])[] {
  if (typeof value !== 'object' || value === null) return []
  const { data } = span.safeParse(value)
  return data?.at ?? Object.values(value).flatMap(spansIn)
}
