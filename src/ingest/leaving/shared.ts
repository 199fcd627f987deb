import { orNone } from '../../model/records/whole.ts'
import type { AgentEntry, Dossier, MembershipEntry } from '../dossier.ts'
import { membershipSlug } from '../resolve/memberships.ts'
import { groundToSay, type LeavingDocument, type OfType, type WholeEntry } from './document.ts'

type Entries<K extends keyof Dossier> = NonNullable<Dossier[K]>

export function datasetEntries({ records }: LeavingDocument): Entries<'datasets'> {
  return Object.fromEntries(
    records.dataset.map(({ slug, name, licence, version, url, language }) => [
      slug,
      { name, licence, version, url, language },
    ]),
  )
}

export function ruleEntries({ records }: LeavingDocument): Entries<'rules'> {
  return Object.fromEntries(records.rule.map(({ slug, name, version, meaning }) => [slug, { name, version, meaning }]))
}

export function coderEntries(leaving: LeavingDocument): Entries<'coders'> {
  return Object.fromEntries(
    leaving.records.coder.map(record => {
      const dataset = leaving.ownerToSay(record)
      return [record.slug, dataset === undefined ? record.name : { name: record.name, dataset }]
    }),
  )
}

export function claimEntries(leaving: LeavingDocument): Entries<'claims'> {
  return Object.fromEntries(
    leaving.records.claim.map(record => {
      const dataset = leaving.ownerToSay(record)
      return [record.slug, dataset === undefined ? record.text : { text: record.text, dataset }]
    }),
  )
}

export function referentEntries({ records }: LeavingDocument): Entries<'referents'> {
  return Object.fromEntries(records.referent.map(({ slug, label }) => [slug, label]))
}

export function agentEntries(leaving: LeavingDocument): Entries<'agents'> {
  return Object.fromEntries(leaving.records.agent.map(record => [record.slug, agentEntry(record, leaving)]))
}

function agentEntry(record: OfType<'agent'>, leaving: LeavingDocument): WholeEntry<AgentEntry> {
  const { kind, name, identifiers = [] } = record
  const values = Map.groupBy(identifiers, ({ scheme }) => scheme)
  return {
    person: kind === 'PERSON' ? name : undefined,
    organization: kind === 'ORGANIZATION' ? name : undefined,
    name: kind === 'UNKNOWN' ? name : undefined,
    kind: record.organizationKind,
    otherNames: orNone(record.otherNames),
    identifiers:
      identifiers.length === 0
        ? undefined
        : Object.fromEntries(
            Array.from(values, ([scheme, [first, ...others]]) => [
              scheme,
              others.length === 0 ? (first?.value ?? '') : [first, ...others].flatMap(each => each?.value ?? []),
            ]),
          ),
    rule: record.rule,
    dataset: leaving.ownerToSay(record),
    labels: orNone(record.labels),
  }
}

export function membershipEntries(leaving: LeavingDocument): WholeEntry<MembershipEntry>[] {
  const slugs = new Set<string>()
  return leaving.records.membership.map(record => {
    const { span, slug } = record
    const expected = membershipSlug(leaving.slug, record, slugs)
    slugs.add(slug)
    return {
      member: record.member,
      role: record.role,
      organization: record.organization,
      onBehalfOf: record.onBehalfOf,
      area: record.area,
      startDate: record.startDate,
      endDate: record.endDate,
      bounds: record.bounds,
      words: leaving.wordsOrNone(span),
      statement: leaving.accountToSay(record.statement, span),
      ...groundToSay(record, 'STATED'),
      dataset: leaving.ownerToSay(record),
      labels: orNone(record.labels),
      slug: span !== undefined && slug === expected ? undefined : slug,
      note: leaving.noteAbout('membership', slug),
    }
  })
}
