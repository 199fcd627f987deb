import { type Covered, gapsOf } from '../model/coverage.ts'
import type { Article } from './article.ts'
import type { FilePosition } from './problems.ts'

/** A number or a quotation of the article that no annotation accounts for. */
export interface CoverageGap extends FilePosition {
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
    ...article.placeOf(start),
    words: article.slice({ start, end }),
  }))
}
