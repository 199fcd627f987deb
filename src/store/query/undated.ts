import { isRecord } from '../../model/isRecord.ts'
import { type Budget, type Database, OverBudget } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { conditionsIn } from './comparison.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import { filterFields } from './filterFields.ts'
import { type List, listed } from './page.ts'

/** How many are counted at most; of more, a note says only that there are more. */
export const MOST_UNDATED = 1_000

/** What counting them may read: it explains an answer, and must not cost as much as one. */
const budget: Budget = { rows: 4_000, milliseconds: 4 }

/**
 * The filter that finds what another leaves out for want of a date: its conditions on a time ask for one that has no date, all
 * others stay. Null if it has no such condition that must hold.
 */
export function undatedFilter(list: List, filter: FilterInput): FilterInput | null {
  const fields = filterFields.get(list.entity) ?? {}
  let isDated = false
  const entries = conditionsIn(filter).map(([key, value]): [string, unknown] => {
    if (key === 'and') {
      const parts = (Array.isArray(value) ? value : [value]).map(part => {
        const undated = isRecord(part) ? undatedFilter(list, part) : null
        if (undated !== null) isDated = true
        return undated ?? part
      })
      return [key, parts]
    }
    const kind = Object.hasOwn(fields, key) ? fields[key]?.kind : undefined
    if ((kind !== 'said' && kind !== 'time') || !asksForDate(value)) return [key, value]
    isDated = true
    return [key, { isNull: true }]
  })
  return isDated ? Object.fromEntries(entries) : null
}

/** That so many rows are left out for want of a date, in words; above `most` they were not counted to the end. */
export function sayUndated(count: number, kind: string, most = Number.POSITIVE_INFINITY): string {
  if (count === 1) return `1 ${kind} that fits otherwise has no date and is left out`
  const number = count > most ? `More than ${most}` : count
  return `${number} ${kind}s that fit otherwise have no date and are left out`
}

function asksForDate(time: unknown): boolean {
  return isRecord(time) && conditionsIn(time).some(([operator]) => operator !== 'isNull')
}

/** How many rows of a list meet a filter, up to `MOST_UNDATED` and one more; null if it takes too long to say. */
export function countUndated(database: Database, list: List, filter: FilterInput): number | null {
  const { table } = list.entity
  const compiler = new FilterCompiler({ counts: true })
  const row = compiler.alias(table)
  const query = sql`
    select count(*) as number from (
      select 1 from ${table} ${name(row)} where ${compiler.counting(row.id)}${listed(compiler, list, row, filter)}
      limit ${MOST_UNDATED + 1})`
  try {
    const [counted] = database.withBudget(budget, () => database.all<{ number: number }>(query))
    return counted?.number ?? null
  } catch (error) {
    if (error instanceof OverBudget) return null
    throw error
  }
}
