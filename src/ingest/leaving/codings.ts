import type { InterchangeRecord } from '../../model/interchange.ts'
import type { OfType } from './document.ts'

type Records = readonly InterchangeRecord[]
type Statement = OfType<'statement'>

/** What one coder says of a document; of all coders together, where `coder` is null. */
export interface Coding {
  readonly coder: string | null
  readonly records: Records
}

/**
 * The records of a document by coder, where each of several has coded by themselves: each with the times, channels and figures that
 * their statements name. What no statement names goes with the first.
 */
export function codingsOf(records: Records): Coding[] {
  const statements = records.filter(record => record.type === 'statement')
  const coders = [...new Set(statements.map(({ coder }) => coder))].toSorted()
  const isApart = coders.length > 1 && coders.every(coder => coder !== undefined) && !isMixed(records, statements)
  if (!isApart) return [{ coder: null, records }]
  const own = coders.map(coder => namedWithin(records, new Set(slugsBy(statements, coder))))
  const isNamed = (slug: string) => own.some(slugs => slugs.has(slug))
  return coders.map((coder = '', index) => ({
    coder,
    records: inOneOrder(
      records.filter(record => {
        const slug = ownerOf(record)
        return slug === null || own[index]?.has(slug) || (index === 0 && !isNamed(slug))
      }),
    ),
  }))
}

function slugsBy(statements: readonly Statement[], coder: string | undefined): string[] {
  return statements.flatMap(statement => (statement.coder === coder ? [statement.slug] : []))
}

/** Whether something hangs on the statements of two coders at once, which no dossier of one of them can say. */
function isMixed(records: Records, statements: readonly Statement[]): boolean {
  const coderOf = new Map(statements.map(({ slug, coder }) => [slug, coder]))
  const accounts = new Map(
    records.flatMap(record =>
      record.type === 'channel' && record.statement !== undefined ? [[record.slug, record.statement]] : [],
    ),
  )
  return statements.some(({ coder, reportedIn, channel }) =>
    [reportedIn, accounts.get(channel ?? '')].some(other => other !== undefined && coderOf.get(other) !== coder),
  )
}

/** All within the document that statements name, with the statements. */
function namedWithin(records: Records, slugs: Set<string>): ReadonlySet<string> {
  const named = new Map(records.flatMap(record => ('slug' in record ? [[record.slug, namesIn(record)]] : [])))
  // A set that grows while it is walked is walked to its end.
  for (const slug of slugs)
    for (const each of named.get(slug) ?? []) if (each !== undefined && named.has(each)) slugs.add(each)
  return slugs
}

function namesIn(record: InterchangeRecord): (string | undefined)[] {
  switch (record.type) {
    case 'statement':
      return [record.time, record.channel, ...(record.figures ?? []).map(({ figure }) => figure)]
    case 'channel':
    case 'figure':
      return [record.time]
    default:
      return []
  }
}

/** What a record goes with: itself, what it begins at, or by whose account it is so; null for what goes with all. */
function ownerOf(record: InterchangeRecord): string | null {
  switch (record.type) {
    case 'document':
      return null
    case 'figureRelation':
    case 'statementRelation':
      return record.subject
    case 'membership':
      return record.statement ?? record.slug
    default:
      return 'slug' in record ? record.slug : null
  }
}

/** In an order that does not hang on which coder's dossier was written first: what both name stands where its name has it. */
function inOneOrder(records: Records): Records {
  const isShared = ({ type }: InterchangeRecord) => type === 'time' || type === 'channel' || type === 'figure'
  const sorted = records.filter(isShared).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const [document, ...others] = records.filter(record => !isShared(record))
  return document === undefined ? records : [document, ...sorted, ...others]
}

function nameOf(record: InterchangeRecord): string {
  return 'slug' in record ? record.slug : record.subject
}
