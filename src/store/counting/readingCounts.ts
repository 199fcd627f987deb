import { valuesOf, Wording } from '../../model/vocabulary.ts'
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
  /** How many quote other words, by whose those are. */
  readonly others: Readonly<Record<Wording, number>>
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
  const others = valuesOf(Wording).map(
    each => sql`, count(*) filter (where not ${quotes} and wording = ${each}) as ${sql.identifier(each)}`,
  )
  const [found] = database.all<Omit<ReadingCounts, 'others'> & ReadingCounts['others']>(sql`
    select count(*) filter (where ${quotes}) as quoting,
      count(*) filter (where ${quotes} and basis = 'STATED') as stated,
      count(*) filter (where not ${quotes} and wording is null) as unknown ${sql.join(others)}
    from ${entity.table} ${name(row)} where ${compiler.condition(entity, row, { statementMatches: statements })}`)
  if (found === undefined) throw new Error('a count without groups has one row')
  const { quoting, stated, unknown, ...rest } = found
  return { quoting, stated, unknown, others: rest }
}
