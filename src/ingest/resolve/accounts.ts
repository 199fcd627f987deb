import { liesWithin, type Span } from '../../model/span.ts'
import type { YamlEntry } from '../yaml.ts'
import { type DossierContext, slugOrNone } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/**
 * By whose account something is so: the statement that says so or, if nothing is said, the innermost in whose words the evidence
 * for it stands. None if it stands in none, or in the document's own voice.
 */
export function accountOf(
  given: string | null | undefined,
  evidence: readonly Span[],
  entry: YamlEntry,
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): string | undefined {
  if (given !== undefined)
    return slugOrNone(context, 'statements', context.keys.statements.check(given ?? undefined, entry.at('statement')))
  return innermostAround(evidence, statements.values())
}

type Placed = Pick<ResolvedStatement, 'content'> & {
  readonly record: Pick<ResolvedStatement['record'], 'slug' | 'voice'>
}

/** The innermost statement in whose words some evidence stands; none if that is in the document's own voice. */
export function innermostAround(evidence: readonly Span[], statements: Iterable<Placed>): string | undefined {
  let innermost: Placed | null = null
  for (const statement of statements) {
    if (evidence.length === 0 || !evidence.every(piece => liesWithin(piece, statement.content))) continue
    if (innermost === null || lengthOf(statement) < lengthOf(innermost)) innermost = statement
  }
  return innermost === null || innermost.record.voice === 'DOCUMENT' ? undefined : innermost.record.slug
}

function lengthOf({ content }: Placed): number {
  return content.reduce((length, { start, end }) => length + end - start, 0)
}
