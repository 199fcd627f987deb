import type { DocumentRecords } from '../documentRecords.ts'
import { AnnotationSlugs, annotationsOf, contentScope } from './annotations.ts'
import { basisOf, type DossierContext } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/** The stances of statements to claims, each shown by words of the statement or by all of them. */
export function resolveStances(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): DocumentRecords['stances'] {
  const { anchor, keys, passages } = context
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('stances', statement => statement.stances, statements, context).flatMap(use => {
    const { value, entry, statement } = use
    const claim = keys.claims.check(value.claim, entry.at('claim'))
    if (!statement) return []
    const span = value.words && anchor.find(contentScope(statement), value.words, entry.in('words'))
    if (claim === null || span === null) return []
    const slug = `${statement.record.slug}/${claim}`
    context.notes.add('stances', slug, value.note)
    return {
      slug: slugs.take(slug, entry, 'claim', claim),
      statementId: statement.record.slug,
      claimId: claim,
      stance: value.stance,
      manner: value.manner ?? null,
      ...basisOf(value.reason),
      passageId: span ? passages.of(span).slug : statement.record.contentId,
    }
  })
}
