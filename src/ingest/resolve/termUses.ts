import type { TermUseRecord } from '../../model/records/statement.ts'
import { AnnotationSlugs, annotationsOf, findWords, type Part, partSlug } from './annotations.ts'
import type { DossierContext } from './context.ts'
import { provenanceIn } from './grounds.ts'
import type { ResolvedStatement } from './statements.ts'

/** The words with which statements name referents. */
export function resolveTermUses(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): Part<TermUseRecord>[] {
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('terms', statement => statement.terms, statements, context).flatMap(use => {
    const { value, entry, statement } = use
    const referent = context.keys.referents.check(value.referent, entry.at('referent'))
    const found = statement && findWords(value.words, entry.in('words'), statement, context)
    if (referent === null || !found) return []
    const { span } = found
    const slug = value.slug ?? partSlug(statement, 'term', found, referent)
    context.notes.add('term', slug, value.note)
    const record = { slug: slugs.take(slug, entry, 'term', span.exact), referent, span }
    return { statement: statement.key, record: { ...record, ...provenanceIn(value, entry, context) } }
  })
}
