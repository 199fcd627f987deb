import { type EdtfReading, OPEN, readEdtf } from '../../model/edtf.ts'
import { slugify } from '../../model/slug.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { YamlEntry } from '../yaml.ts'
import { accountOf } from './accounts.ts'
import { basisOf, type DossierContext } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

type MembershipRecord = DocumentRecords['memberships'][number]

/** The roles that agents hold. */
export function resolveMemberships(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): MembershipRecord[] {
  const { dossier, root, keys, anchor, passages, problems } = context
  const records: MembershipRecord[] = []
  const seen = new Set<string>()
  const slugs = new Set<string>()

  for (const [index, membership] of (dossier.memberships ?? []).entries()) {
    const entry = root.in('memberships', index)
    const member = keys.agents.check(membership.member, entry.at('member'))
    const organization = keys.agents.check(membership.organization, entry.at('organization'))
    const onBehalfOf = keys.agents.check(membership.onBehalfOf, entry.at('onBehalfOf'))
    if (member !== null && member === organization) {
      problems.add(entry.at('organization'), 'an agent is no member of itself', { words: organization })
    }
    const start = readDate(membership.startDate, entry.in('startDate'), context)
    const end = readDate(membership.endDate, entry.in('endDate'), context)
    const earliest = start?.earliest ?? null
    const latest = end?.latest ?? null
    if (earliest !== null && latest !== null && earliest > latest) {
      problems.add(entry.at('endDate'), `this is before it began, in ${membership.startDate}`, {
        words: membership.endDate,
      })
    }

    const span = anchor.anywhere(membership.words, entry.in('words'))
    if (member === null || !span) continue
    const passage = passages.of(span)
    const identity = [member, organization, membership.role, passage.slug].join(' ')
    if (seen.has(identity)) problems.add(entry.at(), 'this membership stands here twice', { words: membership.role })
    seen.add(identity)

    const slug = freeSlug(`${context.document}/${member}/${slugify(membership.role) || 'role'}`, slugs)
    slugs.add(slug)
    context.notes.add('memberships', slug, membership.note)
    records.push({
      slug,
      memberId: member,
      organizationId: organization,
      onBehalfOfId: onBehalfOf,
      role: membership.role,
      area: membership.area ?? null,
      startDate: membership.startDate ?? null,
      endDate: membership.endDate ?? null,
      bounds: null,
      earliest,
      latest,
      documentId: context.document,
      passageId: passage.slug,
      ...basisOf(membership.reason),
      statementId: accountOf(span, statements.values()),
    })
  }
  return records
}

function readDate(date: string | undefined, entry: YamlEntry, { problems }: DossierContext): EdtfReading | null {
  if (date === undefined || date === OPEN) return null
  const reading = readEdtf(date)
  if (!reading) problems.add(entry.at(), 'there is no such date', { words: date })
  return reading
}

/** The slug, or if it is taken the slug with the first free number from 2 on. */
function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
