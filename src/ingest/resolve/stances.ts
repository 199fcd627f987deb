import type { StanceRecord } from '../../model/records/statement.ts'
import { AnnotationSlugs, annotationsOf, findWords, type Part } from './annotations.ts'
import type { DossierContext } from './context.ts'
import { provenanceIn } from './grounds.ts'
import type { ResolvedStatement } from './statements.ts'

/** The stances of statements to claims, each shown by words of the statement or by all of them. */
export function resolveStances(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): Part<StanceRecord>[] {
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('stances', statement => statement.stances, statements, context).flatMap(use => {
    const { value, entry, statement } = use
    const claim = context.keys.claims.check(value.claim, entry.at('claim'))
    if (!statement) return []
    const found = value.words === undefined ? undefined : findWords(value.words, entry.in('words'), statement, context)
    if (claim === null || found === null) return []
    const slug = `${statement.record.slug}/${claim}`
    slugs.take(slug, entry, 'claim', claim)
    context.notes.add('stance', slug, value.note)
    const { stance, manner } = value
    const record = { claim, stance, manner, span: found?.span, ...provenanceIn(value, entry, context) }
    return { statement: statement.key, record }
  })
}
