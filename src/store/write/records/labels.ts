import type { LabelRecord } from '../../../model/records/fields.ts'
import type { labels } from '../../tables/labels.ts'
import type { InsertOf } from '../inserts.ts'

type Owner = Partial<Pick<InsertOf<typeof labels>, 'agentId' | 'documentId' | 'membershipId' | 'statementId'>>

/** The row of a label of something. */
export function labelRow(owner: Owner, { name, value }: LabelRecord): InsertOf<typeof labels> {
  return { agentId: null, documentId: null, membershipId: null, statementId: null, ...owner, name, value }
}
