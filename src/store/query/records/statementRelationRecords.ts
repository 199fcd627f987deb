import type { StatementRelationRecord } from '../../../model/records/statement.ts'
import type { AllFields } from '../../../model/records/whole.ts'
import type { Database } from '../../engine/database.ts'
import { statementRelations } from '../../tables/statementRelations.ts'
import { eachSlugRow, statedGroundOf } from './slugRows.ts'

/** Reads the relations of statements that meet a condition back as records, in which they are `t`. */
export function* statementRelationsIn(database: Database, condition: string): Generator<StatementRelationRecord> {
  for (const row of eachSlugRow(database, statementRelations, condition)) {
    const record: AllFields<StatementRelationRecord> & StatementRelationRecord = {
      type: 'statementRelation',
      subject: row.subjectId,
      kind: row.kind,
      object: row.objectId,
      difference: row.difference ?? undefined,
      ...statedGroundOf(row),
    }
    yield record
  }
}
