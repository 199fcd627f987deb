import type { DocumentRecords } from '../documentRecords.ts'
import { AnnotationSlugs, annotationsOf, contentScope } from './annotations.ts'
import { basisOf, type DossierContext } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/** The words with which statements name referents. */
export function resolveTermUses(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): DocumentRecords['termUses'] {
  const { anchor, keys, passages } = context
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('terms', statement => statement.terms, statements, context).flatMap(use => {
    const { value, entry, statement } = use
    const referent = keys.referents.check(value.referent, entry.at('referent'))
    const span = statement && anchor.find(contentScope(statement), value.words, entry.in('words'))
    if (referent === null || !span) return []
    const passage = passages.of(span)
    const slug = `${statement.record.slug}/term/${passage.selector}/${referent}`
    context.notes.add('termUses', slug, value.note)
    return {
      slug: slugs.take(slug, entry, 'term', passage.exact),
      referentId: referent,
      statementId: statement.record.slug,
      passageId: passage.slug,
      words: passage.exact,
      ...basisOf(value.reason),
    }
  })
}
