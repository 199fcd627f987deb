import type { Wording } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import type { Entity } from '../schema/entities.ts'

/** How many readings of one kind quote the words that are asked for, and how many do not. */
export interface ReadingCounts {
  readonly quoting: number
  /** How many of those are stated, neither concluded nor read by a rule. */
  readonly stated: number
  readonly others: number
  /** How many there are of which it is not known whose words they quote. */
  readonly unknown: number
}

/** Counts the readings of some statements by whose words they quote; all kinds, and what is not known, if `wording` is null. */
export function countReadings(
  database: Database,
  entity: Entity,
  statements: FilterInput,
  wording: readonly Wording[] | null,
): ReadingCounts {
  const compiler = new FilterCompiler()
  const row = compiler.alias(entity.table)
  const quotes = wording === null ? sql`true` : sql`coalesce(wording in (${eachOf(wording)}), false)`
  const [found] = database.all<ReadingCounts>(sql`
    select count(*) filter (where ${quotes}) as quoting,
      count(*) filter (where ${quotes} and basis = 'STATED') as stated,
      count(*) filter (where not ${quotes} and wording is not null) as others,
      count(*) filter (where not ${quotes} and wording is null) as unknown
    from ${entity.table} ${name(row)} where ${compiler.condition(entity, row, { statementMatches: statements })}`)
  return found ?? { quoting: 0, stated: 0, others: 0, unknown: 0 }
}
