import { isRecord } from '../../model/isRecord.ts'
import { conditionsIn } from './comparison.ts'
import type { FilterInput } from './filter.ts'
import { filterFields } from './filterFields.ts'
import type { List } from './page.ts'

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
