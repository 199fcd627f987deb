import type { LabelRecord } from '../../../model/records/fields.ts'
import type { labels } from '../../tables/labels.ts'
import type { RowOf } from '../inserts.ts'

type Owner = Partial<Pick<RowOf<typeof labels>, 'agentId' | 'documentId' | 'membershipId' | 'statementId'>>

/** The row of a label of something. */
export function labelRow(owner: Owner, { name, value }: LabelRecord): RowOf<typeof labels> {
  return { agentId: null, documentId: null, membershipId: null, statementId: null, ...owner, name, value }
}
