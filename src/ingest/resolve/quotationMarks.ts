import { quotedInside } from '../../model/nestedQuotation.ts'
import type { Reported } from '../../model/ownWords.ts'
import type { Span } from '../../model/span.ts'
import type { Quotation } from '../../model/vocabulary.ts'
import { classifyQuotation } from '../../reading/index.ts'
import type { Article } from '../article.ts'

/**
 * How a content is quoted, by the quotation marks of the text. Of a nested statement only those count that stand inside the
 * content of the statement around it: the others quote that one.
 */
export function readQuotation(article: Article, content: readonly Span[], around: Reported | null): Quotation {
  const quoted = around ? quotedInside(article.quotations, around) : article.quoted
  return classifyQuotation(article.text, content, quoted)
}
