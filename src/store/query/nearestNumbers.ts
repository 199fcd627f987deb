import { isRecord } from '../../model/isRecord.ts'
import { OverBudget } from '../engine/budget.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { type Entity, figureMention } from '../schema/entities.ts'
import { allOf, compareValue, conditionsIn, type FilterInput } from './comparison.ts'

/** A number that the graph has, with the words that name it, where words do. */
export interface NumberThere {
  readonly value: number
  readonly words: string | null
}

/** A column of numbers. */
interface Numbers {
  readonly entity: Entity
  readonly column: string
}

/** Where no index holds a column, no more rows than these are read for a note. */
const budget = { rows: 4_000, milliseconds: 4 }

/**
 * The numbers next to those that conditions ask for, below and above; null where there are some that meet the conditions, where
 * these ask for no stretch of numbers, or where it takes too long to say.
 */
export function numbersBeside(
  database: Database,
  { entity, column }: Numbers,
  conditions: FilterInput,
): NumberThere[] | null {
  const ends = endsOf(conditions)
  if (ends === null) return null
  const { table } = entity
  const cell = sql`${sql.identifier(column)}`
  const words = entity === figureMention ? sql`words` : sql`null`
  // The budget counts each row that is looked at: a term that reads the row keeps SQLite from asking it once for all rows.
  const first = (condition: ReturnType<typeof sql>, direction: 'asc' | 'desc') =>
    database.all<NumberThere>(sql`
      select ${cell} as value, ${words} as words from ${table}
      where (${table.id} is null or within_budget(1)) and ${condition} order by ${cell} ${sql.raw(direction)} limit 1`)
  try {
    return database.withBudget(budget, () => {
      const asked = conditionsIn(conditions).map(([operator, operand]) => compareValue(cell, operator, operand, column))
      if (first(allOf(asked), 'asc').length > 0) return null
      return [...first(sql`${cell} <= ${ends.from}`, 'desc'), ...first(sql`${cell} >= ${ends.to}`, 'asc')]
    })
  } catch (error) {
    if (error instanceof OverBudget) return null
    throw error
  }
}

/** Between which numbers conditions ask for some; null where they do not say. */
function endsOf(conditions: FilterInput): { from: number; to: number } | null {
  const { eq, gt, gte, lt, lte, near } = conditions
  const { value, within } = isRecord(near) ? near : {}
  const reach = Math.abs(Number(value)) * Number(within)
  const given = (asked: readonly unknown[]) => asked.flatMap(each => (Number.isFinite(each) ? Number(each) : []))
  const from = given([eq, gt, gte, Number(value) - reach])
  const to = given([eq, lt, lte, Number(value) + reach])
  if (from.length + to.length === 0) return null
  const [least, most] = [Math.max(Number.NEGATIVE_INFINITY, ...from), Math.min(Number.POSITIVE_INFINITY, ...to)]
  return least > most ? null : { from: least, to: most }
}
