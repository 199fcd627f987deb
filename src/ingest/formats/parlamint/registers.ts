import type { InterchangeRecord } from '../../../model/interchange.ts'
import type { LabelRecord } from '../../../model/records/fields.ts'
import type { OrganizationKind } from '../../../model/vocabulary.ts'
import { fieldLabels, slugOfId } from '../names.ts'
import type { Affiliation } from './affiliation.ts'
import { contradictionsOf } from './contradictions.ts'

export interface Person {
  readonly id: string
  /** The name that holds now, and those before. */
  names: { words: string; isFormer: boolean }[]
  readonly fields: Record<string, string>
  readonly identifiers: { scheme: string; value: string }[]
  readonly affiliations: Affiliation[]
  readonly line: number
}

export interface Organization {
  readonly id: string
  readonly role: string
  names: { words: string; isFull: boolean; language: string | null }[]
  readonly line: number
}

/** A term of a parliament or government. */
export interface LegislativeTerm {
  readonly id: string
  readonly from: string | null
  readonly to: string | null
}

/** The role of an organization in ParlaMint's taxonomy, as a kind of the graph. A parliamentary group is not a party. */
const kinds: Readonly<Record<string, OrganizationKind>> = {
  parliament: 'LEGISLATURE',
  europeanParliament: 'LEGISLATURE',
  politicalParty: 'PARTY',
  government: 'ADMINISTRATION',
  europeanCommission: 'ADMINISTRATION',
  ministry: 'AGENCY',
}

/** The slug of what ParlaMint calls by an XML id, the same in every file of a corpus. */
export function slugOfXmlId(dataset: string, id: string): string {
  return slugOfId(dataset, id.replace(/^#/, ''))
}

export function organizationRecord(dataset: string, { id, role, names }: Organization): InterchangeRecord {
  const full = names.filter(({ isFull }) => isFull)
  // The country's own language comes first in a corpus, and its name is the organization's.
  const [first] = full.length > 0 ? full : names
  const others = new Set(names.map(({ words }) => words).filter(words => words !== first?.words))
  return {
    type: 'agent',
    slug: slugOfXmlId(dataset, id),
    kind: 'ORGANIZATION',
    organizationKind: kinds[role] ?? 'OTHER',
    name: first?.words ?? id,
    ...(others.size > 0 ? { otherNames: [...others] } : {}),
    identifiers: [{ scheme: 'parlamint', value: id }],
    labels: fieldLabels({ role }),
  }
}

/** A person, and what the corpus says against itself about him or her: labels, so that it can be asked for. */
export function personRecord(dataset: string, person: Person, edition: string | null): InterchangeRecord {
  const { id, names, fields, identifiers, affiliations } = person
  const current = names.find(({ isFormer }) => !isFormer) ?? names[0]
  const others = new Set(names.map(({ words }) => words).filter(words => words !== current?.words))
  const contradictions: LabelRecord[] = contradictionsOf(affiliations, edition).map(value => ({
    name: 'contradiction',
    value,
  }))
  return {
    type: 'agent',
    slug: slugOfXmlId(dataset, id),
    kind: 'PERSON',
    name: current?.words ?? id,
    ...(others.size > 0 ? { otherNames: [...others] } : {}),
    identifiers: [{ scheme: 'parlamint', value: id }, ...identifiers],
    labels: [...fieldLabels(fields), ...contradictions],
  }
}

/** What does not say when it began or ended is bounded by the term that it names. */
export function* membershipRecords(
  dataset: string,
  { id, affiliations }: Person,
  terms: ReadonlyMap<string, LegislativeTerm>,
) {
  for (const [index, { organization, role, from, to, periods, line }] of affiliations.entries()) {
    const term = periods.flatMap(period => terms.get(period) ?? []).find(term => term.from !== null || term.to !== null)
    const record: InterchangeRecord = {
      type: 'membership',
      slug: `${slugOfXmlId(dataset, id)}/${index + 1}`,
      member: slugOfXmlId(dataset, id),
      role,
      organization: slugOfXmlId(dataset, organization),
      ...(from === null ? {} : { startDate: from }),
      ...(to === null ? {} : { endDate: to }),
      ...(term && (from === null || to === null) ? { bounds: `${term.from ?? '..'}/${term.to ?? '..'}` } : {}),
    }
    yield { record, line }
  }
}
