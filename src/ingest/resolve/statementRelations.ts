import { kebab } from '../../model/slug.ts'
import type { StatementRelationKind } from '../../model/vocabulary.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { StatementRelationEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { basisOf, type DossierContext, slugOf } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

const KINDS = {
  paraphrases: 'PARAPHRASES',
  repeats: 'REPEATS',
  contrastsWith: 'CONTRASTS_WITH',
  corrects: 'CORRECTS',
  retracts: 'RETRACTS',
} as const satisfies Record<string, StatementRelationKind>
type Field = keyof typeof KINDS

const FIELDS: readonly Field[] = ['paraphrases', 'repeats', 'contrastsWith', 'corrects', 'retracts']

/** How statements stand to each other, and to those of documents that were imported before. */
export function resolveStatementRelations(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): DocumentRecords['statementRelations'] {
  const { dossier, problems, notes } = context
  const seen = new Set<string>()
  return Object.entries(dossier.statements ?? {}).flatMap(([key, { relations = [] }]) =>
    relations.flatMap((relation, index) => {
      const entry = context.root.in('statements', key, 'relations', index)
      const field = theField(relation, entry, context)
      const object = field && resolveObject(key, relation[field] ?? '', entry.in(field), context)
      if (!field || !object || !statements.has(key)) return []
      const slug = `${slugOf(context, key)}/${kebab(KINDS[field])}/${relation[field]}`
      if (seen.has(slug)) problems.add(entry.at(), 'this relation stands here twice', { words: relation[field] ?? '' })
      seen.add(slug)
      notes.add('statementRelations', slug, relation.note)
      return {
        slug,
        subjectId: slugOf(context, key),
        kind: KINDS[field],
        objectId: object,
        difference: relation.difference ?? null,
        ...basisOf(relation.reason),
      }
    }),
  )
}

function theField(relation: StatementRelationEntry, entry: YamlEntry, { problems }: DossierContext): Field | null {
  const [field, ...others] = FIELDS.filter(name => relation[name] !== undefined)
  if (field !== undefined && others.length === 0) return field
  problems.add(entry.at(), `a relation is exactly one of ${FIELDS.join(', ')}`)
  return null
}

/** The slug of the statement that a relation leads to; one of another document has to be there when it is written. */
function resolveObject(subject: string, named: string, entry: YamlEntry, context: DossierContext): string | null {
  const { keys, problems } = context
  if (named.includes('/')) return named
  const key = keys.statements.check(named, entry.at())
  if (key !== subject) return key === null ? null : slugOf(context, key)
  problems.add(entry.at(), 'a statement has no relation to itself', { words: named })
  return null
}
