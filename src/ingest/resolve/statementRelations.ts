import type { StatementRelationRecord } from '../../model/records/statement.ts'
import { nameOfRelation } from '../../model/relationName.ts'
import type { StatementRelationKind } from '../../model/vocabulary.ts'
import type { StatementRelationEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { type DossierContext, nameOutside, slugOf } from './context.ts'
import { provenanceIn } from './grounds.ts'
import { relationKind } from './relationKind.ts'
import type { ResolvedStatement } from './statements.ts'

/** The field of a dossier for each kind of relation. */
export const statementRelationFields = {
  PARAPHRASES: 'paraphrases',
  REPEATS: 'repeats',
  CONTRASTS_WITH: 'contrastsWith',
  CORRECTS: 'corrects',
  RETRACTS: 'retracts',
} as const satisfies Record<StatementRelationKind, keyof StatementRelationEntry>

/** How statements stand to each other, and to those of documents that were imported before. */
export function resolveStatementRelations(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): StatementRelationRecord[] {
  const { dossier, problems, notes } = context
  const seen = new Set<string>()
  return Object.entries(dossier.statements ?? {}).flatMap(([key, { relations = [] }]) =>
    relations.flatMap((relation, index) => {
      const entry = context.root.in('statements', key, 'relations', index)
      const kind = relationKind(statementRelationFields, relation, entry, context)
      if (kind === null) return []
      const field = statementRelationFields[kind]
      const named = relation[field] ?? ''
      const object = resolveObject(key, named, entry.in(field), context)
      const statement = statements.get(key)
      if (!object || !statement) return []
      const subject = statement.record.slug
      const slug = nameOfRelation({ subject, kind, object })
      if (seen.has(slug)) problems.add(entry.at(), 'this relation appears twice here', { words: named })
      seen.add(slug)
      notes.add('statementRelation', slug, relation.note)
      const { difference } = relation
      return { type: 'statementRelation', subject, kind, object, difference, ...provenanceIn(relation, entry, context) }
    }),
  )
}

/** The slug of the statement that a relation leads to; one of another document has to be there when it is written. */
function resolveObject(subject: string, named: string, entry: YamlEntry, context: DossierContext): string | null {
  const { keys, problems } = context
  const outside = nameOutside(named)
  if (outside !== null) return outside
  const key = keys.statements.check(named, entry.at())
  if (key !== subject) return key === null ? null : slugOf(context, 'statements', key)
  problems.add(entry.at(), 'a statement cannot relate to itself', { words: named })
  return null
}
