import { plainManners } from '../../model/vocabulary.ts'
import { textList, textLiteral } from './dialect.ts'
import type { Lake } from './lake.ts'
import { documentsJoined, isNarrowed, type LakeFilter, meets, said, withDocuments } from './questions.ts'

/** Which stances of exported tables are counted, and how: `StanceQuestion` by slugs. */
export interface LakeStances {
  readonly filter: LakeFilter
  readonly actors: 'PERSON' | 'ORGANIZATION'
  /** The level of agreement that each stance counts as; one without is left out. */
  readonly levels: Readonly<Record<string, number>>
  readonly duplicates: 'INCLUDE' | 'DOCUMENT' | 'WEEK' | 'MONTH' | 'YEAR' | 'ACROSS'
  /** Whether two statements repeat each other only if they stand at the same level. */
  readonly perLevel: boolean
  readonly excludeActors: readonly string[]
  readonly excludeClaims: readonly string[]
  /** Those alone that are not in a reporter's wording, or neither concluded nor read by a rule; all, if not given. */
  readonly ground?: 'SPOKEN' | 'STATED' | undefined
}

/** How many stances count of each actor, and how many have no level. `place` is its row id, by which equals are ordered. */
export function actorTotals(lake: Lake, question: LakeStances): string {
  return `select actor, min(place) as place, ${counted} from ${units(lake, question, alikeIn(question))} group by actor`
}

/** So many of them, those with the most stances that count first, each with the sums of all: of the others nothing is asked. */
export function foremostActors(lake: Lake, question: LakeStances, most: number): string {
  return `select actor, place, counted, sum(case when counted > 0 then 1 else 0 end) over () as actors,
      sum(counted) over () as stances, sum(leftout) over () as leftout
    from (${actorTotals(lake, question)}) totals order by counted desc, place, actor limit ${most}`
}

/** What tells apart the stances of which actors are counted, but claims are not. */
function alikeIn({ actors }: LakeStances): string[] {
  return ['speakerId', ...(actors === 'PERSON' ? [] : ['onBehalfOfId']), 'stance', 'manner']
}

/** The same of each claim. */
export function claimTotals(lake: Lake, question: LakeStances): string {
  return `select claim, ${counted} from ${units(lake, question)} group by claim`
}

const counted = `sum(case when level is not null then n else 0 end) as counted,
  sum(case when level is null then n else 0 end) as leftout`

/** The stances that have no level, by what they are. */
export function kindsLeftOutSql(lake: Lake, question: LakeStances): string {
  const all = stances(lake, { ...question, duplicates: 'INCLUDE' }, alikeIn(question))
  return `select stance, manner, sum(n) as total from (${all}) units
    where level is null group by stance, manner order by total desc, stance, manner nulls first`
}

/** The row of an agent in one of the exports. */
export interface AgentRow {
  readonly lake: number
  readonly id: number
}

/** The rows of some agents. */
export function agentRows(lake: Lake, slugs: readonly string[]): string {
  return `select lake, id from ${lake.table('agents', ['id', 'slug'])} a where slug in ${textList(slugs)}`
}

/** How many stances of some actors count, by claim and level. */
export function stanceCells(lake: Lake, question: LakeStances, actors: readonly string[]): string {
  return `select actor, claim, level, count(*) as total from ${units(lake, question)}
    where level is not null and actor in ${textList(actors)} group by actor, claim, level`
}

/**
 * The same, with how many of each are `spoken` and how many `stated`, as `ground` has them: one pass over the stances tells, if
 * statements that repeat each other all count. `rows` are those of the actors. What is alike is added up before it is joined to anything.
 */
export function groundedStanceCells(
  lake: Lake,
  question: LakeStances,
  actors: readonly string[],
  rows: readonly AgentRow[],
): string {
  const sums = [
    `count(case when ${grounds.SPOKEN} then 1 end) as spoken`,
    `count(case when ${grounds.STATED} then 1 end) as stated`,
  ]
  // By numbers in the text: they are held against the files before anything else is read of these.
  const ofLakes = Array.from(
    Map.groupBy(rows, row => row.lake),
    ([number, own]) => `(x.lake = ${number} and x.speakerId in (${own.map(({ id }) => id).join(', ')}))`,
  )
  const ofActors = question.actors === 'PERSON' ? [`(${ofLakes.join(' or ')})`] : []
  const all = stances(lake, question, [...alikeIn(question), 'claim'], { sums, where: ofActors })
  // Sums of whole numbers are wider than a number of JavaScript, and take long to read.
  const total = (column: string) => `cast(sum(${column}) as double)`
  return `select actor, claim, level, ${total('n')} as total, ${total('spoken')} as spoken, ${total('stated')} as stated from (${all}) units
    where level is not null and actor in ${textList(actors)} group by actor, claim, level`
}

/** The one speaker of each actor that has no other. */
export function soleSpeakersSql(lake: Lake, question: LakeStances): string {
  return `select actor, min(speaker) as speaker from ${units(lake, question)} where level is not null
    group by actor having count(distinct speaker) = 1`
}

/**
 * Each stance that counts: those that repeat another are gone, of which the earliest stays. Where none is gone, those that are
 * alike in some columns are added up to `n` before they are joined to anything, if these are given: far fewer rows then are.
 */
function units(lake: Lake, question: LakeStances, alike: readonly string[] | null = null): string {
  const { duplicates, perLevel } = question
  if (duplicates === 'INCLUDE') return `(${stances(lake, question, alike)}) units`
  const among = `actor, claim, case when level is null then 1 else 0 end, bucket${perLevel ? ', level' : ''}`
  const first = duplicates === 'DOCUMENT' ? 'lake, statementId' : 'earliest nulls last, lake, statementId'
  return `(select * from (select stances.*, row_number() over (partition by ${among} order by ${first}) as repeat_number
    from (${stances(lake, question, null)}) stances) numbered where repeat_number = 1) units`
}

function stances(
  lake: Lake,
  question: LakeStances,
  alike: readonly string[] | null,
  more: { readonly sums: readonly string[]; readonly where: readonly string[] } | null = null,
): string {
  const { actors, levels, duplicates, excludeActors } = question
  const isDated = ['WEEK', 'MONTH', 'YEAR', 'ACROSS'].includes(duplicates)
  const of = (column: string) =>
    actors === 'PERSON' ? `a.${column}` : `case when b.kind = 'ORGANIZATION' then b.${column} else a.${column} end`
  const agents = lake.table('agents', ['id', 'slug', 'kind'])
  const each = alike === null ? ['x.statementId as statementId', 'x.claim as claim', '1 as n'] : ['x.n as n']
  if (more !== null) each.push('x.claim as claim', 'x.spoken as spoken', 'x.stated as stated')
  const columns = [
    'x.lake as lake',
    ...each,
    `${of('slug')} as actor`,
    `${of('id')} as place`,
    'a.slug as speaker',
    `${level(levels)} as level`,
    'x.stance as stance',
    'x.manner as manner',
    ...(duplicates === 'INCLUDE' ? [] : [`${bucketOf(duplicates)} as bucket`]),
    ...(isDated ? [`${day('earliest', 'publishedEarliest')} as earliest`] : []),
  ]
  const ofActors = [
    actors === 'PERSON' ? "a.kind = 'PERSON'" : "(b.kind = 'ORGANIZATION' or a.kind = 'ORGANIZATION')",
    ...(excludeActors.length === 0 ? [] : [`${of('slug')} not in ${textList(excludeActors)}`]),
  ]
  const { from, where } = counting(lake, question, isDated)
  const joined = `join ${agents} a on a.lake = x.lake and a.id = x.speakerId
    ${actors === 'PERSON' ? '' : `left join ${agents} b on b.lake = x.lake and b.id = x.onBehalfOfId`}`
  if (alike === null) {
    return `select ${columns.join(', ')} from ${from} ${joined} where ${[...where, ...ofActors].join(' and ')}`
  }
  const same = ['lake', ...alike].map(column => `x.${column}`).join(', ')
  return `select ${columns.join(', ')}
    from (select ${[same, 'count(*) as n', ...(more?.sums ?? [])].join(', ')} from ${from}
      where ${[...where, ...(more?.where ?? [])].join(' and ')} group by ${same}) x ${joined}
    where ${ofActors.join(' and ')}`
}

/** The stances `x` that a question counts, whoever takes them; with their times `t` and documents `d` where days matter. */
function counting(lake: Lake, { filter, ...question }: LakeStances, isDated: boolean) {
  const all = `${lake.table('stances', stanceColumns)} x`
  const times = isDated
    ? `left join ${lake.table('timeExpressions', ['id', 'earliest', 'latest'])} t on t.lake = x.lake and t.id = x.timeId`
    : ''
  const ofStances = [
    ...(question.ground === undefined ? [] : [grounds[question.ground]]),
    ...(question.excludeClaims.length === 0 ? [] : [`x.claim not in ${textList(question.excludeClaims)}`]),
  ]
  if (isNarrowed(filter)) {
    const found = isDated ? withDocuments(lake) : said(lake, filter)
    const from = `${found} join ${all} on x.lake = s.lake and x.statementId = s.id ${times}`
    return { from, where: [meets(filter), ...ofStances] }
  }
  const leftOut = [...(filter.nested ? [] : ['x.nested is null']), ...(filter.repeats ? [] : ['x.repeat is null'])]
  return {
    from: `${all} ${isDated ? documentsJoined(lake, 'x') : ''} ${times}`,
    where: ['1 = 1', ...leftOut, ...ofStances],
  }
}

const stanceColumns = [
  'statementId',
  'claim',
  'stance',
  'manner',
  'speakerId',
  'documentId',
  'timeId',
  'onBehalfOfId',
  'nested',
  'wording',
  'basis',
  'speakerBasis',
  'repeat',
]

/** Which stances are in the words of whoever takes them, and which are stated: nobody concluded them, or who takes them. */
const grounds = {
  SPOKEN: "coalesce(x.wording, '') <> 'REPORTER'",
  STATED: "coalesce(x.basis, 'STATED') = 'STATED' and x.speakerBasis = 'STATED'",
}

/** The level of a stance; null where it has none, or is not held plainly: conceded, implied, reported, asked or supposed. */
function level(levels: LakeStances['levels']): string {
  const cases = Object.entries(levels).map(
    ([stance, at]) => `when x.stance = ${textLiteral(stance)} then cast(${at.toFixed(1)} as double)`,
  )
  return `case when coalesce(x.manner, 'ASSERTED') in ${textList(plainManners)} then case ${cases.join(' ')} end end`
}

/** The first or last day of a statement: of its own time, if that has a date, else of the publication. */
function day(own: string, published: string): string {
  return `case when coalesce(t.earliest, t.latest) is null then d.${published} else t.${own} end`
}

/** What statements that repeat each other have in common. */
function bucketOf(duplicates: LakeStances['duplicates']): string {
  if (duplicates === 'ACROSS') return "'all'"
  const within = (id: string) => `cast(x.lake as string) || ' ' || cast(x.${id} as string)`
  if (duplicates === 'DOCUMENT') return within('documentId')
  const period = (column: string) => `date_trunc('${duplicates.toLowerCase()}', ${column})`
  const [first, last] = [period(day('earliest', 'publishedEarliest')), period(day('latest', 'publishedLatest'))]
  return `coalesce(case when ${first} = ${last} then cast(${first} as string) end, ${within('statementId')})`
}
