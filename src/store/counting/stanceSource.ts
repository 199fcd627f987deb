import type { SQL } from 'drizzle-orm'
import { aliasedTable, sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { FilterCompiler, name } from '../query/filter.ts'
import { type Period, Periods, periodHolding } from '../query/statementDate.ts'
import { statement } from '../schema/entities.ts'
import { isPlainlyHeld } from '../schema/plainlyHeld.ts'
import { stances } from '../tables/claims.ts'
import { documents } from '../tables/documents.ts'
import { statements } from '../tables/statements.ts'
import { actorsOf } from './networkActors.ts'
import type { Duplicates, StanceGround, StanceQuestion } from './stanceQuestion.ts'

/** The stances that are counted. */
export const x = aliasedTable(stances, 'x')

/** Whether no repeats are left out, so that stances of all periods can be read together, and told apart afterwards. */
export function isTogether({ duplicates }: StanceQuestion): boolean {
  return duplicates === 'INCLUDE'
}

/** Which stances are in the words of whoever takes them, and which are stated; the roles by which they count are looked at where actors are found. */
const grounds: Readonly<Record<StanceGround, SQL>> = {
  SPOKEN: sql`${x.wording} is not 'REPORTER'`,
  STATED: sql`coalesce(${x.basis}, 'STATED') = 'STATED' and exists (
    select 1 from ${statements} s where s.id = ${x.statementId} and s.speakerBasis = 'STATED')`,
  STATED_ROLE: sql`true`,
}

/** Where stances are read from: tables to put ahead of the query, the key of the actors, and which stances. */
export function stanceSourceOf(question: StanceQuestion) {
  const { filter, actors: kind, duplicates, excludeActors, excludeClaims, only, nested, ground } = question
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const {
    tables: ofActors,
    joins,
    actorId,
    isDated,
  } = actorsOf(kind, x, {
    isWhole: filter === null,
    isStated: ground === 'STATED' || ground === 'STATED_ROLE',
  })
  const periods = isTogether(question) ? [] : [...new Set([duplicates, question.period])].filter(unit => isPeriod(unit))
  const tables = [...ofActors, ...(periods.length === 0 ? [] : [publishedIn(periods)])]
  const taken =
    filter === null
      ? sql`${stances} x`
      : sql`${statements} ${name(row)} cross join ${stances} x on x.statementId = ${row.id}`
  const published = sql`cross join published on published.documentId = ${x.documentId}`
  return {
    ahead: tables.length === 0 ? sql`` : sql`with ${sql.join(tables, sql`, `)}`,
    actor: actorId,
    isDated,
    taken,
    from: sql`from ${taken} ${joins} ${periods.length === 0 ? sql`` : published}`,
    where: sql`where ${x.speakerId} is not null ${nested ? sql`` : sql`and ${x.nested} is null`} and ${compiler.condition(statement, row, filter)}
      ${ground === undefined ? sql`` : sql`and ${grounds[ground]}`}
      ${only === undefined ? sql`` : sql`and ${actorId} in (${eachOf(only)})`}
      ${excludeActors.length === 0 ? sql`` : sql`and ${actorId} not in (${eachOf(excludeActors)})`}
      ${excludeClaims.length === 0 ? sql`` : sql`and ${x.claimId} not in (${eachOf(excludeClaims)})`}`,
  }
}

/** Whether a stance is plainly held and has that level, or any. */
export function isLevelled(levels: StanceQuestion['levels'], level?: number): SQL {
  return sql`(x.stance in (${stancesOf(levels, level)}) and ${isPlainlyHeld(sql`x.manner`)})`
}

/** The stances that have that level, or any. */
function stancesOf(levels: StanceQuestion['levels'], level?: number): SQL {
  const found = Object.entries(levels).filter(([, each]) => level === undefined || each === level)
  return sql.join(
    found.map(([stance]) => sql`${stance}`),
    sql`, `,
  )
}

function isPeriod(unit: Duplicates | Period | null): unit is Period {
  return unit !== null && unit in Periods
}

/** The documents with the periods that they were published in, so that each of them is looked at once. */
function publishedIn(units: readonly Period[]): SQL {
  const { publishedEarliest: earliest, publishedLatest: latest } = documents
  const columns = units.map(
    unit =>
      sql`, ${periodHolding(unit, { earliest: sql`${earliest}`, latest: sql`${latest}` })} as ${sql.identifier(unit)}`,
  )
  return sql`published as materialized (select ${documents.id} as documentId ${sql.join(columns)} from ${documents})`
}
