import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'

/** What makes counts of some statements less sound than they look. */
export interface Soundness {
  readonly statements: number
  /** How many have an attribution that was concluded, or read by a rule. */
  readonly inferred: number
  readonly automatic: number
  /** How many are reported inside of others. */
  readonly nested: number
  /** How many coders read them. */
  readonly coders: number
  /** How many are pieces of a quotation that one cue introduces, beyond the first of each. */
  readonly pieces: number
}

/** Of more statements than this, only the first are looked into: what is said of them holds of some. */
const lookedAt = 10_000

/** Looks into the statements that meet a filter, by one SQL statement. */
export function readSoundness(database: Database, filter: FilterInput): Soundness {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const [found] = database.all<Soundness>(sql`
    select count(*) as statements, count(*) filter (where basis = 'INFERRED') as inferred,
      count(*) filter (where basis = 'AUTOMATIC') as automatic, count(reportedInId) as nested,
      count(distinct coderId) as coders, count(cueId) - count(distinct cueId) as pieces
    from (select ${row.basis} as basis, ${row.reportedInId} as reportedInId, ${row.coderId} as coderId, ${row.cueId} as cueId
      from ${statement.table} ${name(row)} where ${compiler.condition(statement, row, filter)} limit ${lookedAt})`)
  return found ?? { statements: 0, inferred: 0, automatic: 0, nested: 0, coders: 0, pieces: 0 }
}
