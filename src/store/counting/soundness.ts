import { retellings } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import { statementRelations } from '../tables/statementRelations.ts'
import { statementSpeakers } from '../tables/statements.ts'

/** What makes counts of some statements less sound than they look. */
export interface Soundness {
  readonly statements: number
  /** In how many it was concluded who speaks, to whom, and by which channel. */
  readonly inferredSpeakers: number
  readonly inferredAddressees: number
  readonly inferredChannels: number
  /** In how many a rule read who speaks. */
  readonly automatic: number
  /** How many are reported inside of others. */
  readonly nested: number
  /** How many coders read them. */
  readonly coders: number
  /** How many are pieces of a quotation that one cue introduces, beyond the first of each. */
  readonly pieces: number
}

/** Of no statements. */
export const NOTHING_COUNTED: Soundness = {
  statements: 0,
  inferredSpeakers: 0,
  inferredAddressees: 0,
  inferredChannels: 0,
  automatic: 0,
  nested: 0,
  coders: 0,
  pieces: 0,
}

/** How many statements repeat what another coder read of their document, or an earlier document. */
export interface RepeatCounts {
  readonly codings: number
  readonly texts: number
}

/** Counts the repeats among the statements that meet a filter: all of them, which are few beside the rest, as an index has them. */
export function countRepeats(database: Database, filter: FilterInput): RepeatCounts {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const [found] = database.all<RepeatCounts>(sql`
    select count(*) filter (where ${row.repeat} = 'CODING') as codings, count(*) filter (where ${row.repeat} = 'TEXT') as texts
    from ${statement.table} ${name(row)} indexed by statements_by_repeat
    where ${row.repeat} is not null and ${compiler.condition(statement, row, filter)}`)
  return found ?? { codings: 0, texts: 0 }
}

/** In how many pairs of the statements that meet a filter one retells the other. Such relations are few beside the rest. */
export function countRetold(database: Database, filter: FilterInput): number {
  const compiler = new FilterCompiler()
  const meets = (end: typeof statementRelations.subjectId | typeof statementRelations.objectId) => {
    const row = compiler.alias(statement.table)
    const condition = compiler.condition(statement, row, filter, { path: 'filter', isCorrelated: true })
    return sql`exists (select 1 from ${statement.table} ${name(row)} where ${row.id} = ${end} and ${condition})`
  }
  const { kind, subjectId, objectId } = statementRelations
  const [found] = database.all<{ pairs: number }>(sql`
    select count(*) as pairs from ${statementRelations}
    where ${kind} in (${eachOf(retellings)}) and ${meets(subjectId)} and ${meets(objectId)}`)
  return found?.pairs ?? 0
}

/** How many of the statements that meet a filter several speakers made together: few beside the rest, so that these come first. */
export function countJoint(database: Database, filter: FilterInput): number {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const [found] = database.all<{ joint: number }>(sql`
    select count(*) as joint from (select distinct ${statementSpeakers.statementId} as id from ${statementSpeakers}) joint
    cross join ${statement.table} ${name(row)} on ${row.id} = joint.id
    where ${compiler.condition(statement, row, filter)}`)
  return found?.joint ?? 0
}

/** How many of the statements that meet a filter some speakers made together with somebody who is named first, of each that made any. */
export function countJointOfOthers(database: Database, filter: FilterInput, speakers: readonly number[]) {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const { agentId, statementId } = statementSpeakers
  return database.all<{ readonly speaker: number; readonly count: number }>(sql`
    select ${agentId} as speaker, count(*) as count
    from ${statementSpeakers} cross join ${statement.table} ${name(row)} on ${row.id} = ${statementId}
    where ${agentId} in (${eachOf(speakers)}) and ${row.speakerId} <> ${agentId}
      and ${compiler.condition(statement, row, filter)} group by 1`)
}

/** Whether anything in the graph repeats. */
export function readsRepeats(database: Database): boolean {
  const [found] = database.all<{ some: number }>(
    sql`select exists (select 1 from ${statement.table} where repeat is not null) as "some"`,
  )
  return found?.some === 1
}

/** Of more statements than this, only the first are looked into: what is said of them holds of some. */
export const lookedAt = 10_000

/** Looks into the statements that meet a filter, by one SQL statement. */
export function readSoundness(database: Database, filter: FilterInput): Soundness {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const [found] = database.all<Soundness>(sql`
    select count(*) as statements, count(*) filter (where speakerBasis = 'INFERRED') as inferredSpeakers,
      count(*) filter (where addresseeBasis = 'INFERRED') as inferredAddressees,
      count(*) filter (where channelBasis = 'INFERRED') as inferredChannels,
      count(*) filter (where speakerBasis = 'AUTOMATIC') as automatic, count(reportedInId) as nested,
      count(distinct coderId) as coders, count(cueId) - count(distinct cueId) as pieces
    from (select ${row.speakerBasis} as speakerBasis, ${row.addresseeBasis} as addresseeBasis, ${row.channelBasis} as channelBasis,
      ${row.reportedInId} as reportedInId, ${row.coderId} as coderId, ${row.cueId} as cueId
      from ${statement.table} ${name(row)} where ${compiler.condition(statement, row, filter)} limit ${lookedAt})`)
  return found ?? NOTHING_COUNTED
}
