import type { FigureRelationRecord } from './records/figure.ts'
import type { StatementRelationRecord } from './records/statement.ts'
import { kebab } from './slug.ts'

export type RelationRecord = FigureRelationRecord | StatementRelationRecord

/** A relation has no name of its own: it is named by what it says. */
export function nameOfRelation({ subject, kind, object }: { subject: string; kind: string; object: string }): string {
  const document = subject.slice(0, subject.indexOf('/') + 1)
  const name = document !== '' && object.startsWith(document) ? object.slice(document.length) : object
  return `${subject}/${kebab(kind)}/${name}`
}

/** What a relation leads to. */
export function objectsOf(relation: RelationRecord): readonly string[] {
  return relation.type === 'figureRelation' ? relation.objects : [relation.object]
}

/** The names of a relation, one for each thing that it leads to. */
export function namesOfRelation(relation: RelationRecord): string[] {
  const { subject, kind } = relation
  return objectsOf(relation).map(object => nameOfRelation({ subject, kind, object }))
}
