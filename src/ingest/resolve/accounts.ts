import type { Span } from '../../model/span.ts'
import { liesWithin } from '../../model/span.ts'

import type { ResolvedStatement } from './statements.ts'

/**
 * By whose account something is so: the innermost statement in whose words the evidence for it stands. Null if it stands in none,
 * or in the document's own voice.
 */
export function accountOf(evidence: Span, statements: Iterable<ResolvedStatement>): string | null {
  let innermost: ResolvedStatement | null = null
  for (const statement of statements) {
    if (!liesWithin(evidence, statement.content)) continue
    if (innermost === null || lengthOf(statement) < lengthOf(innermost)) innermost = statement
  }
  return innermost === null || innermost.record.voice === 'DOCUMENT' ? null : innermost.record.slug
}

function lengthOf({ content }: ResolvedStatement): number {
  return content.reduce((length, { start, end }) => length + end - start, 0)
}
