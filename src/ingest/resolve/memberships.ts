import { type EdtfReading, OPEN, readEdtf } from '../../model/edtf.ts'
import type { MembershipRecord } from '../../model/records/agent.ts'
import { selectorOf } from '../../model/selector.ts'
import { slugify } from '../../model/slug.ts'
import type { YamlEntry } from '../yaml.ts'
import { accountOf } from './accounts.ts'
import { checkDate, type DossierContext } from './context.ts'
import { provenanceIn } from './grounds.ts'
import { ownerOf } from './shared.ts'
import type { ResolvedStatement } from './statements.ts'

/** The roles that agents hold. */
export function resolveMemberships(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): MembershipRecord[] {
  const { dossier, root, keys, anchor, article, problems, slips, isCurated } = context
  const records: MembershipRecord[] = []
  const seen = new Set<string>()
  const slugs = new Set<string>()

  for (const [index, membership] of (dossier.memberships ?? []).entries()) {
    const entry = root.in('memberships', index)
    const member = keys.agents.check(membership.member, entry.at('member'))
    const organization = keys.agents.check(membership.organization, entry.at('organization'))
    const onBehalfOf = keys.agents.check(membership.onBehalfOf, entry.at('onBehalfOf'))
    if (member !== null && member === organization) {
      problems.add(entry.at('organization'), 'an agent cannot be a member of itself', { words: organization })
    }
    checkEnds(membership, entry, context)

    const { words } = membership
    if (words === undefined && isCurated && membership.slug === undefined && !entry.has('words')) {
      problems.add(entry.at(), 'the field “words” is missing', { isOpen: true })
    }
    const pieces = words === undefined ? [] : anchor.anywhere(words, entry.in('words'))
    if (member === null || !pieces) continue
    const span = words === undefined ? undefined : article.record(pieces)
    const place = span === undefined ? '' : selectorOf(span.at)
    const identity = [member, organization, membership.role, place].join(' ')
    if (seen.has(identity)) slips.add(entry.at(), 'this membership appears twice here', { words: membership.role })
    seen.add(identity)

    const slug = membership.slug ?? membershipSlug(context.document, membership, slugs)
    slugs.add(slug)
    context.notes.add('membership', slug, membership.note)
    records.push({
      type: 'membership',
      slug,
      member,
      role: membership.role,
      organization: organization ?? undefined,
      onBehalfOf: onBehalfOf ?? undefined,
      area: membership.area,
      startDate: membership.startDate,
      endDate: membership.endDate,
      bounds: membership.bounds,
      document: span === undefined ? undefined : context.document,
      span,
      statement: accountOf(membership.statement, pieces, entry, statements, context),
      ...provenanceIn(membership, entry, context),
      dataset: ownerOf(membership.dataset, ['memberships', index], context),
      labels: membership.labels,
    })
  }
  return records
}

type Ends = Readonly<Partial<Record<'startDate' | 'endDate' | 'bounds', string | undefined>>>

function checkEnds({ startDate, endDate, bounds }: Ends, entry: YamlEntry, context: DossierContext): void {
  const start = readDate(startDate, entry.in('startDate'), context)
  const end = readDate(endDate, entry.in('endDate'), context)
  readDate(bounds, entry.in('bounds'), context)
  const earliest = start?.earliest ?? null
  const latest = end?.latest ?? null
  if (earliest !== null && latest !== null && earliest > latest) {
    context.problems.add(entry.at('endDate'), `this is before it began, in ${startDate}`, { words: endDate })
  }
}

function readDate(date: string | undefined, entry: YamlEntry, context: DossierContext): EdtfReading | null {
  if (date === undefined || date === OPEN) return null
  checkDate(date, entry.at(), context)
  return readEdtf(date)
}

/** The slug of a role: those of one agent that are called the same are numbered. */
export function membershipSlug(
  document: string,
  { member, role }: { readonly member: string; readonly role: string },
  taken: ReadonlySet<string>,
): string {
  return freeSlug(`${document}/${member}/${slugify(role) || 'role'}`, taken)
}

/** The slug, or if it is taken the slug with the first free number from 2 on. */
function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
