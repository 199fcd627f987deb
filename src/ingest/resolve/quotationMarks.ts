import { insideOf } from '../../model/ownWords.ts'
import type { QuotationSpan, Span } from '../../model/span.ts'
import { liesWithin } from '../../model/span.ts'
import type { Quotation } from '../../model/vocabulary.ts'
import { classifyQuotation } from '../../reading/index.ts'
import type { Article } from '../article.ts'

/** How a content is quoted, and how deep the quotation marks stand that quote what is reported inside of it. */
export interface Quoted {
  readonly quotation: Quotation
  /** Marks of this depth, or of a lesser one, quote the statement itself or one around it. */
  readonly depth: number
}

/** The statement that another one is reported inside of. */
export interface OuterStatement extends Quoted {
  readonly content: readonly Span[]
}

/**
 * How a content is quoted, by the quotation marks of the text. Of a nested statement only those count that stand inside the
 * content of the statement around it: the others quote that one.
 */
export function readQuotation(article: Article, content: readonly Span[], around: OuterStatement | null): Quoted {
  const depth = around?.depth ?? 0
  const quoted = around ? quotedWithin(article, around) : article.quoted
  const quotation = classifyQuotation(article.text, content, quoted)
  return { quotation, depth: quotation === 'DIRECT' ? depth + 1 : depth }
}

function quotedWithin({ quotations }: Article, { content, depth }: OuterStatement): Span[] {
  return insidesOf(quotations.filter(quotation => quotation.depth > depth && liesWithin(quotation, content)))
}

/** What stands inside the outermost of some quotations, without their marks. */
function insidesOf(quotations: readonly QuotationSpan[]): Span[] {
  const insides: Span[] = []
  let reached = 0
  for (const quotation of quotations) {
    if (quotation.start < reached) continue
    insides.push(insideOf(quotation))
    reached = quotation.end
  }
  return insides
}
