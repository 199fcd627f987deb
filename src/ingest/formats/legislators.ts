import { basename, join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../../model/failure.ts'
import type { InterchangeRecord } from '../../model/interchange.ts'
import { expectPath, namesIn, Unreadable } from './files.ts'
import type { Format, OnBytes, RecordItem, Source } from './format.ts'
import { fieldLabels, slugOfId } from './names.ts'
import { readYamlBlocks, type YamlBlock } from './yamlBlocks.ts'

const PEOPLE = ['legislators-current.yaml', 'legislators-historical.yaml', 'executive.yaml']
const COMMITTEES = ['committees-current.yaml', 'committees-historical.yaml']
const SEATS = 'committee-membership-current.yaml'
/** Files that refer to each other: without one of them, a checkout is incomplete. */
const TOGETHER = ['legislators-current.yaml', 'committees-current.yaml', SEATS]

/**
 * unitedstates/congress-legislators: the members of the United States Congress and its executives, with every dated term,
 * and the committees with those who sit on them now. A person is known by the Bioguide identifier, or else by GovTrack's.
 */
export const legislators: Format = {
  name: 'legislators',
  summary: 'unitedstates/congress-legislators: people, dated terms, committees (YAML)',
  version: 1,
  dataset: {
    slug: 'legislators',
    name: 'unitedstates/congress-legislators',
    licence: 'CC0 1.0 Universal',
    version: null,
    url: 'https://github.com/unitedstates/congress-legislators',
  },
  sources: (paths, dataset) => paths.map(path => sourceAt(expectPath(path, 'folder', 'congress-legislators'), dataset)),
}

function sourceAt(folder: string, dataset: string): Source {
  const there = namesIn(folder, '.yaml')
  const files = [...PEOPLE, ...COMMITTEES, SEATS].filter(name => there.includes(name)).map(name => join(folder, name))
  if (files.length === 0) throw new Failure('BAD_INPUT', `${folder} holds none of ${PEOPLE.join(', ')}.`)
  return { name: basename(folder), path: folder, files, read: onBytes => readRegister(folder, files, dataset, onBytes) }
}

const identifier = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])

const term = z.object({
  type: z.enum(['sen', 'rep', 'prez', 'viceprez']),
  start: z.string(),
  end: z.string().optional(),
  state: z.string().optional(),
  district: z.number().optional(),
  party: z.string().optional(),
})

const person = z.object({
  id: z.record(z.string(), identifier),
  name: z.object({
    first: z.string(),
    middle: z.string().optional(),
    last: z.string(),
    suffix: z.string().optional(),
    nickname: z.string().optional(),
    official_full: z.string().optional(),
  }),
  other_names: z.array(z.object({ first: z.string().optional(), last: z.string().optional() })).optional(),
  bio: z.object({ birthday: z.string().optional(), gender: z.string().optional() }).optional(),
  terms: z.array(term),
})

const subcommittee = z.object({ name: z.string(), thomas_id: z.string() })
const committee = subcommittee.extend({ type: z.string(), subcommittees: z.array(subcommittee).optional() })
const seats = z.record(z.string(), z.array(z.object({ bioguide: z.string(), title: z.string().optional() })))

const roles = { sen: 'senator', rep: 'representative', prez: 'president', viceprez: 'vice president' } as const
const chambers = {
  sen: { key: 'senate', name: 'United States Senate' },
  rep: { key: 'house', name: 'United States House of Representatives' },
} as const

function* readRegister(
  folder: string,
  files: readonly string[],
  dataset: string,
  onBytes: OnBytes,
): Generator<RecordItem[]> {
  const given = new Set<string>()
  for (const { key, name } of Object.values(chambers)) {
    const chamber = { type: 'agent', slug: `${dataset}-${key}`, kind: 'ORGANIZATION', name } as const
    yield [{ file: folder, line: null, record: { ...chamber, organizationKind: 'LEGISLATURE' } }]
  }
  for (const name of TOGETHER.filter(name => !files.includes(join(folder, name)))) {
    yield [{ file: join(folder, name), line: null, refused: 'UNREADABLE_FILE', found: `${name} is missing` }]
  }
  for (const file of files) {
    try {
      for (const block of readYamlBlocks(folder, file, onBytes)) yield itemsOf(file, block, dataset, given)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      yield [{ file, line: null, refused: error.reason, found: error.message }]
    }
  }
}

function itemsOf(file: string, block: YamlBlock, dataset: string, given: Set<string>): RecordItem[] {
  const records = recordsOf(basename(file), block.value, dataset, given)
  const place = { file, line: block.line }
  if (records === null) return [{ ...place, refused: 'BAD_RECORD', found: block.text.slice(0, 10_000) }]
  return records.map(record => ({ ...place, record }))
}

function recordsOf(name: string, value: unknown, dataset: string, given: Set<string>): InterchangeRecord[] | null {
  if (COMMITTEES.includes(name)) {
    const { data } = committee.safeParse(value)
    return data ? committeeRecords(data, dataset) : null
  }
  if (name === SEATS) {
    const { data } = seats.safeParse(value)
    return data ? seatRecords(data, dataset) : null
  }
  const { data } = person.safeParse(value)
  return data ? personRecords(data, dataset, name, given) : null
}

function personRecords(
  { id, name, other_names = [], bio, terms }: z.infer<typeof person>,
  dataset: string,
  file: string,
  given: Set<string>,
): InterchangeRecord[] | null {
  const slug = slugOfPerson(id, dataset)
  if (slug === null) return null
  const records: InterchangeRecord[] = []
  const { first, middle, last, suffix, nickname, official_full } = name
  const spelled = [first, nickname].flatMap(given => (given === undefined ? [] : [`${given} ${last}`]))
  const whole = [first, middle, last, suffix].filter(part => part !== undefined).join(' ')
  const others = other_names.flatMap(other => (other.last ? [`${other.first ?? first} ${other.last}`] : []))
  // A person who has sat in Congress and led the executive stands in two files, under one identifier.
  if (!given.has(slug)) {
    given.add(slug)
    records.push({
      type: 'agent',
      slug,
      kind: 'PERSON',
      name: official_full ?? `${first} ${last}`,
      otherNames: [...new Set([...spelled, whole, ...others])],
      identifiers: Object.entries(id).flatMap(([scheme, values]) =>
        [values].flat().map(value => ({ scheme, value: String(value) })),
      ),
      labels: fieldLabels({ birthday: bio?.birthday, gender: bio?.gender }),
    })
  }
  const kind = file.startsWith('executive') ? 'executive-term' : 'term'
  for (const [index, { type, start, end, state, district, party }] of terms.entries()) {
    const onBehalfOf = party === undefined || party === 'no party' ? null : partyRecord(party, dataset)
    if (onBehalfOf && !given.has(onBehalfOf.slug)) {
      given.add(onBehalfOf.slug)
      records.push(onBehalfOf)
    }
    const area = district === undefined ? state : `${state}-${district === 0 ? 'at-large' : district}`
    records.push({
      type: 'membership',
      slug: `${slug}/${kind}-${index + 1}`,
      member: slug,
      role: roles[type],
      ...(type === 'sen' || type === 'rep' ? { organization: `${dataset}-${chambers[type].key}` } : {}),
      ...(onBehalfOf ? { onBehalfOf: onBehalfOf.slug } : {}),
      ...(area === undefined ? {} : { area }),
      startDate: start,
      ...(end === undefined ? {} : { endDate: end }),
    })
  }
  return records
}

function slugOfPerson(id: z.infer<typeof person>['id'], dataset: string): string | null {
  const { bioguide, govtrack } = id
  if (typeof bioguide === 'string') return slugOfId(dataset, bioguide.toLowerCase())
  return govtrack === undefined ? null : slugOfId(`${dataset}-govtrack`, String(govtrack))
}

function partyRecord(party: string, dataset: string) {
  const slug = slugOfId(`${dataset}-party`, party.toLowerCase())
  return { type: 'agent', slug, kind: 'ORGANIZATION', organizationKind: 'PARTY', name: party } as const
}

function committeeRecords(
  { name, thomas_id, subcommittees = [] }: z.infer<typeof committee>,
  dataset: string,
): InterchangeRecord[] {
  const record = (code: string, title: string): InterchangeRecord => ({
    type: 'agent',
    slug: committeeSlug(code, dataset),
    kind: 'ORGANIZATION',
    organizationKind: 'COMMITTEE',
    name: title,
    identifiers: [{ scheme: 'thomas', value: code }],
  })
  return [
    record(thomas_id, name),
    ...subcommittees.map(sub => record(`${thomas_id}${sub.thomas_id}`, `${name}: ${sub.name}`)),
  ]
}

function seatRecords(committees: z.infer<typeof seats>, dataset: string): InterchangeRecord[] {
  return Object.entries(committees).flatMap(([code, members]) =>
    members.map(({ bioguide, title }) => {
      const member = slugOfId(dataset, bioguide.toLowerCase())
      const organization = committeeSlug(code, dataset)
      const slug = `${member}/${organization}`
      return { type: 'membership', slug, member, role: title ?? 'member', organization } as const
    }),
  )
}

function committeeSlug(code: string, dataset: string): string {
  return slugOfId(`${dataset}-committee`, code.toLowerCase())
}
