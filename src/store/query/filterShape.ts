import { Placeholder } from '../engine/drizzle.ts'
import { record } from './comparison.ts'
import type { FilterInput } from './filter.ts'
import { QueryParameter } from './queryParameter.ts'

/** Operators whose operand stands in SQL as it is given, so that a placeholder can stand for it. */
const plainOperators: ReadonlySet<string> = new Set(['eq', 'not', 'lt', 'lte', 'gt', 'gte', 'contains', 'search'])

/** A filter without its values: placeholders stand for those that its SQL does not depend on. */
export interface FilterShape {
  readonly shape: FilterInput | null
  /** The values of the placeholders, by their names; some of them may be parameters of the query. */
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * Takes the values out of a filter, as far as its SQL does not depend on them: so that the same question about another
 * speaker or another number is the same statement. `prefix` begins the names of the placeholders.
 */
export function filterShape(filter: FilterInput | null | undefined, prefix: string): FilterShape {
  const values: Record<string, unknown> = {}
  let count = 0
  const parameter = (value: unknown) => {
    const name = `${prefix}${count}`
    count += 1
    values[name] = value
    return new Placeholder(name)
  }
  const shapeOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shapeOf)
    if (typeof value !== 'object' || value === null || value instanceof QueryParameter) return value
    // A reference to a node.
    if ('slug' in value && 'typename' in value && isOperand(value.slug)) {
      return { slug: parameter(value.slug), typename: value.typename }
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, operand]) => [
        key,
        plainOperators.has(key) && isOperand(operand) ? parameter(operand) : shapeOf(operand),
      ]),
    )
  }
  return { shape: filter ? record(shapeOf(filter)) : null, values }
}

function isOperand(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || value instanceof QueryParameter
}
