import type { StatementRelationRecord } from '../../../model/records/statement.ts'
import { kebab } from '../../../model/slug.ts'
import { statementRelations } from '../../tables/statementRelations.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { refuseRecord } from './refused.ts'

export function writeStatementRelation(record: StatementRelationRecord, context: WriteContext): RecordOutcome {
  const { kind, difference = null } = record
  const subjectId = context.names.id('statement', record.subject)
  const objectId = context.names.id('statement', record.object)
  if (subjectId === objectId) refuseRecord('BAD_RECORD', 'a statement has no relation to itself')
  const ground = context.statedGround(record)
  const slug = nameOfRelation(record)
  return context.once(context.names.lookUp('statementRelation', slug) !== undefined, slug, () => {
    context.rows.insert(statementRelations, { slug, subjectId, kind, objectId, difference, ...ground })
  })
}

/** A relation has no name of its own: it is named by what it says. */
export function nameOfRelation({ subject, kind, object }: { subject: string; kind: string; object: string }): string {
  const document = subject.slice(0, subject.indexOf('/') + 1)
  const name = document !== '' && object.startsWith(document) ? object.slice(document.length) : object
  return `${subject}/${kebab(kind)}/${name}`
}
