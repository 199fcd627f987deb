import type { InterchangeRecord, RecordType } from '../../model/interchange.ts'

/** What a document names and others may share. */
const sharedTypes = ['agent', 'claim', 'coder', 'dataset', 'referent', 'rule'] as const satisfies RecordType[]
export type SharedType = (typeof sharedTypes)[number]

export function isSharedRecord(record: InterchangeRecord): record is Extract<InterchangeRecord, { type: SharedType }> {
  return sharedTypes.some(type => type === record.type)
}

const ownedTypes = ['agent', 'claim', 'coder', 'document', 'membership'] as const satisfies RecordType[]

/** Whether a record belongs to a dataset, or to none. */
export function isOwned(
  record: InterchangeRecord,
): record is Extract<InterchangeRecord, { type: (typeof ownedTypes)[number] }> {
  return ownedTypes.some(type => type === record.type)
}

/** To what the fields of records lead that name something shared. */
const leadsTo: Readonly<Record<string, readonly SharedType[]>> = {
  addressee: ['agent'],
  affected: ['agent', 'referent'],
  agent: ['agent'],
  author: ['agent'],
  claim: ['claim'],
  coder: ['coder'],
  dataset: ['dataset'],
  member: ['agent'],
  onBehalfOf: ['agent'],
  organization: ['agent'],
  publisher: ['agent'],
  referent: ['referent'],
  rule: ['rule'],
  speakers: ['agent'],
  target: ['agent', 'referent'],
}

/** What records name: its type and slug, as one text. */
export function namedIn(records: Iterable<InterchangeRecord>): Set<string> {
  const named = new Set<string>()
  for (const record of records) addNamed(record, named)
  return named
}

function addNamed(value: object, named: Set<string>): void {
  for (const [field, inner] of Object.entries(value)) {
    if (typeof inner === 'string') addName(field, inner, named)
    else if (Array.isArray(inner)) {
      for (const each of inner) {
        if (typeof each === 'string') addName(field, each, named)
        else if (typeof each === 'object' && each !== null) addNamed(each, named)
      }
    } else if (typeof inner === 'object' && inner !== null) {
      // What a note is about is of the type that it says.
      if (field === 'about') named.add(typeAndSlug(inner))
      else addNamed(inner, named)
    }
  }
}

function addName(field: string, slug: string, named: Set<string>): void {
  for (const type of Object.hasOwn(leadsTo, field) ? (leadsTo[field] ?? []) : []) named.add(typeAndSlug({ type, slug }))
}

/** A type and a slug as one text. */
export function typeAndSlug(named: { readonly type?: string; readonly slug?: string }): string {
  return `${named.type} ${named.slug}`
}
