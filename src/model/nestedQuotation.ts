import { depthOf, insideOf, type Reported } from './ownWords.ts'
import { liesWithin, type QuotationSpan, type Span } from './span.ts'

/**
 * What stands inside the quotation marks that can quote a statement reported inside another: only marks inside the content of
 * the one around it count, and deeper than the marks that quote that one.
 */
export function quotedInside(quotations: readonly QuotationSpan[], around: Reported): Span[] {
  const depth = depthOf(around)
  return insidesOf(quotations.filter(found => found.depth > depth && liesWithin(found, around.content)))
}

/** What stands inside the outermost of some quotations, without their marks. */
function insidesOf(quotations: readonly QuotationSpan[]): Span[] {
  const insides: Span[] = []
  let reached = 0
  for (const found of quotations) {
    if (found.start < reached) continue
    insides.push(insideOf(found))
    reached = found.end
  }
  return insides
}
