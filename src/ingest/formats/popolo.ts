import { basename } from 'node:path'
import { z } from 'zod'
import type { InterchangeRecord } from '../../model/interchange.ts'
import type { OrganizationKind } from '../../model/vocabulary.ts'
import { filesAt } from './files.ts'
import type { Format, OnBytes, RecordItem, Source } from './format.ts'
import { fieldLabels, nameWithoutEnding, slugOfId } from './names.ts'
import { isWhole, type PopoloLists, readPopolo } from './popoloFile.ts'

/**
 * Popolo JSON (popoloproject.com; also as EveryPolitician writes it): persons, organizations and memberships. Identifiers hold
 * within their file. An end that a membership does not give stays unknown; the legislative period that it names bounds it.
 */
export const popolo: Format = {
  name: 'popolo',
  summary: 'Popolo: persons, organizations and memberships (JSON)',
  version: 5,
  dataset: { slug: 'popolo', name: 'Popolo', licence: null, version: null, url: null },
  sources: (paths, dataset) => paths.flatMap(path => sourcesAt(path, dataset)),
}

/**
 * A file is a source, and so is a folder in which what belongs together stands in several files: people in one and memberships in
 * another, or one object a file as in the specification's examples.
 */
function sourcesAt(path: string, dataset: string): Source[] {
  const files = filesAt([path], ['.json'], 'a Popolo file')
  const sourceOf = (name: string, at: string, own: readonly string[]): Source => ({
    name,
    path: at,
    files: own,
    read: (onBytes, called) => readFiles(own, slugOfId(dataset, nameWithoutEnding(called)), onBytes),
  })
  const isFolder = files.length > 1 || files[0] !== path
  const isSplit = isFolder && files.some(file => !isWhole(readPopolo(file, () => {})))
  return isSplit ? [sourceOf(basename(path), path, files)] : files.map(file => sourceOf(basename(file), file, [file]))
}

const text = z.string().nullish()
/** A string by the specification; databases write numbers. */
const id = z.union([z.string(), z.number()]).transform(String)
const idOf = id.nullish()
const names = z.array(z.object({ name: text })).nullish()
const identifiers = z.array(z.object({ scheme: text, identifier: z.union([z.string(), z.number()]) })).nullish()
const person = z.object({
  id,
  name: text,
  given_name: text,
  additional_name: text,
  patronymic_name: text,
  family_name: text,
  other_names: names,
  identifiers,
  gender: text,
  birth_date: text,
  death_date: text,
})
const organization = z.object({
  id,
  name: text,
  other_names: names,
  identifiers,
  classification: text,
})
/** What is referred to may stand as an object with its identifier, or with that of JSON-LD's type. */
const reference = z.object({ id: idOf, name: text, '@type': text }).nullish()
const named = z.object({ id: idOf, name: text, label: text, role: text }).nullish()
const membership = z.object({
  id: idOf,
  person_id: idOf,
  person: reference,
  member_id: idOf,
  member: reference,
  organization_id: idOf,
  organization: reference,
  on_behalf_of_id: idOf,
  on_behalf_of: reference,
  post_id: idOf,
  post: named,
  area_id: idOf,
  area: named,
  role: text,
  label: text,
  start_date: text,
  end_date: text,
  legislative_period_id: idOf,
})
const event = z.object({ id, start_date: text, end_date: text })

/** Popolo's classifications are free words; those that say clearly what is meant are known. */
const kinds: Readonly<Record<string, OrganizationKind>> = {
  party: 'PARTY',
  legislature: 'LEGISLATURE',
  chamber: 'LEGISLATURE',
  committee: 'COMMITTEE',
}

function* readFiles(files: readonly string[], dataset: string, onBytes: OnBytes): Generator<RecordItem[]> {
  const read = files.map(file => ({ file, data: readPopolo(file, onBytes) }))
  const given: Given = new Map()
  const lists = read.flatMap(({ file, data }) => ('refused' in data ? [] : [{ file, data }]))
  yield read.flatMap(({ file, data }): RecordItem[] => ('refused' in data ? [{ file, line: null, ...data }] : []))
  const all = (name: keyof PopoloLists) => lists.flatMap(({ file, data }) => data[name].map(value => ({ file, value })))
  const batch = <T>(
    name: keyof PopoloLists,
    schema: z.ZodType<T>,
    recordOf: (value: T, file: string) => InterchangeRecord | Nameless,
  ) =>
    all(name).map(({ file, value }): RecordItem => {
      const place = { file, line: null, found: value }
      const parsed = schema.safeParse(value)
      if (!parsed.success) return { ...place, refused: 'BAD_RECORD', why: z.prettifyError(parsed.error) }
      const record = recordOf(parsed.data, file)
      return 'type' in record ? { file, line: null, record } : { ...place, refused: 'BAD_RECORD', ...record }
    })
  const posts = new Map(all('posts').flatMap(({ value }) => entry(value)))
  const areas = new Map(all('areas').flatMap(({ value }) => entry(value)))
  const periods = new Map(all('events').flatMap(({ value }) => periodOf(value)))
  const organizations = new Set(all('organizations').flatMap(({ value }) => reference.safeParse(value).data?.id ?? []))
  yield batch('organizations', organization, value => organizationRecord(value, dataset))
  yield batch('persons', person, value => personRecord(value, dataset))
  yield batch('memberships', membership, (value, file) =>
    withSlug(membershipRecord(value, dataset, { posts, areas, periods, organizations }), file, given),
  )
}

function entry(value: unknown): [string, string][] {
  const { data } = named.safeParse(value)
  const name = data?.role ?? data?.label ?? data?.name
  return data?.id && name ? [[data.id, name]] : []
}

function namesAndIdentifiers(value: z.infer<typeof person> | z.infer<typeof organization>) {
  return {
    otherNames: (value.other_names ?? []).flatMap(({ name }) => (name ? [name] : [])),
    identifiers: (value.identifiers ?? []).flatMap(({ scheme, identifier }) =>
      scheme ? [{ scheme, value: String(identifier) }] : [],
    ),
  }
}

/** Why an object gives no record, and what it would have been. */
type Nameless = Pick<Extract<RecordItem, { refused: unknown }>, 'why' | 'gives'>

function organizationRecord(value: z.infer<typeof organization>, dataset: string): InterchangeRecord | Nameless {
  const { id, classification } = value
  const name = spaced(value.name)
  const slug = slugOfId(`${dataset}-organization`, id)
  if (name === '') return { why: 'it has no name', gives: { type: 'agent', slug } }
  return {
    type: 'agent',
    slug,
    kind: 'ORGANIZATION',
    organizationKind: kinds[classification ?? ''] ?? 'OTHER',
    name,
    ...namesAndIdentifiers(value),
    labels: fieldLabels({ classification }),
  }
}

function personRecord(value: z.infer<typeof person>, dataset: string): InterchangeRecord | Nameless {
  const { id, gender, birth_date, death_date } = value
  const name = spaced(value.name) || nameOfParts(value)
  const slug = slugOfId(`${dataset}-person`, id)
  if (name === '') return { why: 'it has no name, given_name or family_name', gives: { type: 'agent', slug } }
  return {
    type: 'agent',
    slug,
    kind: 'PERSON',
    name,
    ...namesAndIdentifiers(value),
    labels: fieldLabels({ gender, birth_date, death_date }),
  }
}

/** A person's name may be given in its parts alone; East Asian ones begin with the family's, and have no space. */
function nameOfParts(value: z.infer<typeof person>): string {
  const given = [value.given_name, value.additional_name, value.patronymic_name].map(spaced).filter(part => part !== '')
  const family = spaced(value.family_name)
  const parts = family === '' ? given : [...given, family]
  const isEastAsian = parts.every(part =>
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(part),
  )
  return isEastAsian ? [family, ...given].join('') : parts.join(' ')
}

function spaced(name: string | null | undefined): string {
  return (name ?? '').trim().replaceAll(/\s+/g, ' ')
}

/** An event, such as a legislative period, with the interval of its days in EDTF. */
function periodOf(value: unknown): [string, string][] {
  const { data } = event.safeParse(value)
  const [start, end] = [dayOf(data?.start_date), dayOf(data?.end_date)]
  return data && (start || end) ? [[data.id, `${start || '..'}/${end || '..'}`]] : []
}

/** A day, month or year, without the time of a day, and without the zeros that stand for an unknown month or day: 2013-00-00 is 2013. */
function dayOf(date: string | null | undefined): string | undefined {
  return date?.slice(0, 10).replace(/^0000|(?:-00)+$/g, '')
}

/** What memberships refer to, by identifier. */
interface Lists {
  readonly posts: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
  readonly periods: ReadonlyMap<string, string>
  readonly organizations: ReadonlySet<string>
}

type MembershipRecord = Extract<InterchangeRecord, { type: 'membership' }>

function membershipRecord(
  value: z.infer<typeof membership>,
  dataset: string,
  { posts, areas, periods, organizations }: Lists,
): MembershipRecord | Nameless {
  const { start_date, end_date } = value
  const memberId = value.person_id || value.member_id || value.person?.id || value.member?.id
  if (!memberId) return { why: 'it has no person_id or member_id' }
  const organizationId = value.organization_id || value.organization?.id
  const onBehalfOfId = value.on_behalf_of_id || value.on_behalf_of?.id
  const post = value.post?.role || value.post?.label || posts.get(value.post_id ?? '')
  const area = value.area?.name || areas.get(value.area_id ?? '')
  const organization = (id: string) => slugOfId(`${dataset}-organization`, id)
  const isOrganization =
    !value.person_id && !value.person && (value.member?.['@type'] === 'Organization' || organizations.has(memberId))
  const member = isOrganization ? organization(memberId) : slugOfId(`${dataset}-person`, memberId)
  const [start, end] = [dayOf(start_date), dayOf(end_date)]
  const period = periods.get(value.legislative_period_id ?? '')
  return {
    type: 'membership',
    slug: value.id ? `${dataset}/${value.id}` : `${member}/${organizationId ?? ''}/${start ?? ''}`,
    member,
    role: value.role || value.label || post || 'member',
    ...(organizationId ? { organization: organization(organizationId) } : {}),
    ...(onBehalfOfId ? { onBehalfOf: organization(onBehalfOfId) } : {}),
    ...(area ? { area } : {}),
    ...(start ? { startDate: start } : {}),
    ...(end ? { endDate: end } : {}),
    ...(period && !(start && end) ? { bounds: period } : {}),
  }
}

/** The slugs that memberships have, each with what it says and the file that said so first. */
type Given = Map<string, { readonly file: string; readonly content: string }>

/**
 * Memberships need no identifier in Popolo: those that would share a name are numbered in the order of the files. One that another
 * file has to the letter is the same: databases are published whole and in parts, side by side.
 */
function withSlug(record: MembershipRecord | Nameless, file: string, given: Given): MembershipRecord | Nameless {
  if (!('type' in record)) return record
  const content = JSON.stringify(record)
  const base = record.slug.replaceAll(/\s/g, '-')
  let slug = base
  for (let count = 2; ; count += 1) {
    const there = given.get(slug)
    if (!there) given.set(slug, { file, content })
    if (!there || (there.content === content && there.file !== file)) return { ...record, slug }
    slug = `${base}/${count}`
  }
}
