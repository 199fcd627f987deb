import { OPEN } from '../../../model/edtf.ts'
import type { MembershipRecord } from '../../../model/records/agent.ts'
import { labels } from '../../tables/labels.ts'
import { memberships } from '../../tables/memberships.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { labelRow } from './labels.ts'
import { expectVerbatim } from './openDocuments.ts'
import { refuseRecord } from './refused.ts'

/** Writes a role that an agent holds. Ends that are not known lie within the bounds, if there are any. */
export function writeMembership(record: MembershipRecord, context: WriteContext): RecordOutcome {
  const { names, target } = context
  const { slug, role, area = null, startDate = null, endDate = null, bounds = null } = record
  const datasetId = context.datasetOf(record.dataset)
  const memberId = names.id('agent', record.member)
  const organizationId = names.idOrNull('agent', record.organization)
  const onBehalfOfId = names.idOrNull('agent', record.onBehalfOf)
  if (memberId === organizationId) refuseRecord('BAD_RECORD', 'an agent is not a member of itself')
  const around = bounds === null ? null : context.date(bounds)
  const earliest = startDate === null ? (around?.earliest ?? null) : endOf(startDate, context).earliest
  const latest = endDate === null ? (around?.latest ?? null) : endOf(endDate, context).latest
  if (earliest !== null && latest !== null && earliest > latest) {
    if (startDate !== null && endDate !== null) {
      refuseRecord('BAD_DATE', `it ends in ${endDate}, before it begins in ${startDate}`)
    }
    const own = startDate === null ? `ends in ${endDate}` : `begins in ${startDate}`
    refuseRecord('BAD_DATE', `it ${own}, outside its bounds ${bounds}`)
  }
  const document = record.document === undefined ? null : context.documents.of(record.document)
  if (document) expectVerbatim(document, record.span)
  const statementId = names.idOrNull('statement', record.statement)
  const ground = context.statedGround(record)
  return context.once(names.lookUp('membership', slug) !== undefined, slug, () => {
    const id = context.rows.insert(memberships, {
      slug,
      memberId,
      organizationId,
      onBehalfOfId,
      role,
      area,
      startDate,
      endDate,
      bounds,
      earliest,
      latest,
      documentId: document?.id ?? null,
      passageId: document && context.documents.passageOrNull(document, record.span),
      ...ground,
      datasetId,
      importId: target.importId,
      statementId,
    })
    for (const label of record.labels ?? []) context.rows.insert(labels, labelRow({ membershipId: id }, label))
  })
}

function endOf(date: string, context: WriteContext) {
  return date === OPEN ? { earliest: null, latest: null } : context.date(date)
}
