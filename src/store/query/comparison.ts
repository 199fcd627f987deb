import type { SQL } from 'drizzle-orm'
import { requireEdtf } from '../../model/edtf.ts'
import { Failure } from '../../model/failure.ts'
import { isRecord } from '../../model/isRecord.ts'
import { sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { opaque } from '../engine/opaque.ts'
import { compareExactly, compareFolded } from './textComparison.ts'

// What one operator of a filter asks of a value, in SQL.

/** A part of a filter as it comes in. */
export type FilterInput = Readonly<Record<string, unknown>>

export function isKnown(value: SQL, asked: unknown): SQL {
  return asked === true ? sql`${value} is not null` : sql`${value} is null`
}

/** A condition that is to hold (true), or not to hold. */
export function asAsked(condition: SQL, asked: unknown): SQL {
  return asked === true ? condition : negated(condition)
}

export function compareText(value: SQL, isCode: boolean, operator: string, operand: unknown): SQL {
  if (operator === 'isNull') return isKnown(value, operand !== true)
  if (operator === 'exactly')
    return allOf(conditionsIn(record(operand)).map(([inner, asked]) => compareText(value, true, inner, asked)))
  return isCode ? compareExactly(value, operator, operand) : compareFolded(value, operator, operand)
}

export function compareValue(value: SQL, operator: string, operand: unknown, path: string): SQL {
  switch (operator) {
    case 'eq':
      return sql`${value} = ${opaque(operand)}`
    case 'not':
      return sql`${value} is not ${opaque(operand)}`
    case 'in':
      return sql`${value} in (${eachOf(operand)})`
    case 'lt':
      return sql`${value} < ${operand}`
    case 'lte':
      return sql`${value} <= ${operand}`
    case 'gt':
      return sql`${value} > ${operand}`
    case 'gte':
      return sql`${value} >= ${operand}`
    case 'near':
      return near(value, record(operand), path)
    case 'isNull':
      return isKnown(value, operand !== true)
    default:
      throw new Error(`no operator ${operator}`)
  }
}

/** A bound of a figure: its own, its number where some words give that exactly, or that of its words where all hedge it. */
interface FigureBound {
  readonly own: SQL
  readonly number: SQL
  readonly isExact: SQL
  readonly ofWords: SQL
}

/** Compares a bound of a figure, without asking how it is worded where its own bound or its number says enough. */
export function compareBound(bound: FigureBound, holds: (value: SQL) => SQL, operator: string): SQL {
  const { own, number, isExact, ofWords } = bound
  const isNumbers = sql`${own} is null and ${number} is not null`
  if (operator === 'not' || operator === 'isNull')
    return holds(
      sql`case when ${isNumbers} then case when ${isExact} then ${number} else ${ofWords} end else ${own} end`,
    )
  return anyOf([holds(own), allOf([holds(number), isExact]), allOf([isNumbers, negated(isExact), holds(ofWords)])])
}

function near(value: SQL, operand: FilterInput, path: string): SQL {
  const middle = Number(operand.value)
  const within = Number(operand.within)
  if (!(within >= 0)) {
    throw new Failure('BAD_FILTER', `within is a share of the value and cannot be negative, but is ${within}.`, {
      argument: `${path}.within`,
    })
  }
  const reach = Math.abs(middle) * within
  return sql`${value} between ${middle - reach} and ${middle + reach}`
}

/**
 * Compares two spans of days; null is an end that is open or not known, and reaches without limit.
 *
 * Of `before`, `overlaps` and `after` exactly one holds for a time that has a date: the first and the last leave no
 * doubt, the middle one is all the rest. docs/time.md has the table of cases.
 */
export function compareTime(earliest: SQL, latest: SQL, operator: string, operand: unknown, path: string): SQL {
  const dated = anyOf([sql`${earliest} is not null`, sql`${latest} is not null`])
  if (operator === 'isNull') return operand === true ? negated(dated) : dated
  const asked = requireEdtf(String(operand), path)
  const startsBy = asked.latest === null ? null : sql`${earliest} <= ${asked.latest}`
  const endsFrom = asked.earliest === null ? null : sql`${latest} >= ${asked.earliest}`
  switch (operator) {
    case 'overlaps':
      // Null ends stand in arms of their own, so that each arm is a search in an index.
      if (startsBy && endsFrom) {
        return anyOf([
          allOf([startsBy, anyOf([endsFrom, sql`${latest} is null`])]),
          allOf([sql`${earliest} is null`, endsFrom]),
        ])
      }
      if (startsBy) return anyOf([startsBy, allOf([sql`${earliest} is null`, sql`${latest} is not null`])])
      if (endsFrom) return anyOf([endsFrom, allOf([sql`${latest} is null`, sql`${earliest} is not null`])])
      return dated
    case 'within':
      return allOf([
        dated,
        asked.earliest === null ? sql`true` : sql`${earliest} >= ${asked.earliest}`,
        asked.latest === null ? sql`true` : sql`${latest} <= ${asked.latest}`,
      ])
    case 'before':
      return asked.earliest === null ? sql`false` : sql`${latest} < ${asked.earliest}`
    case 'after':
      return asked.latest === null ? sql`false` : sql`${earliest} > ${asked.latest}`
    default:
      throw new Error(`no operator ${operator}`)
  }
}

export function allOf(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

export function anyOf(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
}

/** True where the condition is false and where it is unknown. */
export function negated(condition: SQL): SQL {
  return sql`(${condition}) is not true`
}

/** What is given of a filter: null counts as not given. */
export function conditionsIn(filter: FilterInput): [string, unknown][] {
  return Object.entries(filter).filter(([, value]) => value !== undefined && value !== null)
}

export function record(value: unknown): FilterInput {
  if (!isRecord(value)) throw new Failure('BAD_FILTER', 'A filter must be an object of fields and operators.')
  return value
}
