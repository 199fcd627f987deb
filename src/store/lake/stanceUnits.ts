import { plainManners } from '../../model/vocabulary.ts'
import { textList, textLiteral } from './dialect.ts'
import type { Lake } from './lake.ts'
import { documentsJoined, isNarrowed, type LakeFilter, leavingOut, meets, said, withDocuments } from './questions.ts'

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

/** How many stances of some actors count, by claim and level. */
export function stanceCells(lake: Lake, question: LakeStances, actors: readonly string[]): string {
  return `select actor, claim, level, count(*) as total from ${units(lake, question)}
    where level is not null and actor in ${textList(actors)} group by actor, claim, level`
}

/**
 * The same, with how many of each are `spoken` and how many `stated`, as `ground` has them: one pass over the stances tells, if
 * statements that repeat each other all count. What is alike is added up before it is joined to anything.
 */
export function groundedStanceCells(lake: Lake, question: LakeStances, actors: readonly string[]): string {
  const { spoken, stated, concluded } = groundsIn(lake)
  const sums = [
    `sum(case when ${spoken} then 1 else 0 end) as spoken`,
    `sum(case when ${stated} then 1 else 0 end) as stated`,
  ]
  const ofActors =
    question.actors === 'PERSON'
      ? [
          `(x.lake, x.speakerId) in (select f.lake, f.id from ${lake.table('agents', ['id', 'slug'])} f where f.slug in ${textList(actors)})`,
        ]
      : []
  const all = stances(lake, question, [...alikeIn(question), 'claim'], { sums, join: concluded, where: ofActors })
  return `select actor, claim, level, sum(n) as total, sum(spoken) as spoken, sum(stated) as stated from (${all}) units
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
  more: { readonly sums: readonly string[]; readonly join: string; readonly where: readonly string[] } | null = null,
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
    from (select ${[same, 'count(*) as n', ...(more?.sums ?? [])].join(', ')} from ${from} ${more?.join ?? ''}
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
    ...(question.ground === undefined ? [] : [isGrounded(lake, question.ground)]),
    ...(question.excludeClaims.length === 0 ? [] : [`x.claim not in ${textList(question.excludeClaims)}`]),
  ]
  if (isNarrowed(filter)) {
    const found = isDated ? withDocuments(lake) : said(lake, filter)
    const from = `${found} join ${all} on x.lake = s.lake and x.statementId = s.id ${times}`
    return { from, where: [meets(filter), ...ofStances] }
  }
  const { join, where } = leavingOut(lake, filter)
  return { from: `${all} ${join} ${isDated ? documentsJoined(lake, 'x') : ''} ${times}`, where: [where, ...ofStances] }
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
]

const spoken = "coalesce(x.wording, '') <> 'REPORTER'"

/** Which stances are in the words of whoever takes them, or are stated: nobody concluded them, or who takes them. */
function isGrounded(lake: Lake, ground: 'SPOKEN' | 'STATED'): string {
  if (ground === 'SPOKEN') return spoken
  const concluded = `select 1 from (${statementsConcluded(lake)}) g where g.lake = x.lake and g.id = x.statementId`
  return `coalesce(x.basis, 'STATED') = 'STATED' and not exists (${concluded})`
}

/** The same conditions, if the statements whose speaker is not stated are joined as `g`: they are far fewer than the others. */
function groundsIn(lake: Lake) {
  return {
    spoken,
    stated: "coalesce(x.basis, 'STATED') = 'STATED' and g.id is null",
    concluded: `left join (${statementsConcluded(lake)}) g on g.lake = x.lake and g.id = x.statementId`,
  }
}

function statementsConcluded(lake: Lake): string {
  return `select b.lake, b.id from ${lake.table('statements', ['id', 'speakerBasis'])} b where coalesce(b.speakerBasis, '') <> 'STATED'`
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
