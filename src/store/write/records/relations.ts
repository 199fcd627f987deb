import type { StatementRelationRecord } from '../../../model/records/statement.ts'
import { nameOfRelation } from '../../../model/relationName.ts'
import { statementRelations } from '../../tables/statementRelations.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { refuseRecord } from './refused.ts'

export function writeStatementRelation(record: StatementRelationRecord, context: WriteContext): RecordOutcome {
  const { kind, difference = null } = record
  const subjectId = context.names.id('statement', record.subject)
  const objectId = context.names.id('statement', record.object)
  if (subjectId === objectId) refuseRecord('BAD_RECORD', 'a statement cannot relate to itself')
  const ground = context.statedGround(record)
  const slug = nameOfRelation(record)
  return context.once(context.names.lookUp('statementRelation', slug) !== undefined, slug, () => {
    context.rows.insert(statementRelations, { slug, subjectId, kind, objectId, difference, ...ground })
  })
}
