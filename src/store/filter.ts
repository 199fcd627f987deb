import { aliasedTable, getTableName, type SQL, sql } from 'drizzle-orm'
import { readEdtf } from '../model/edtf.ts'
import { Failure } from '../model/failure.ts'
import type { Entity } from './entities.ts'
import { type FilterField, filterFields } from './filterFields.ts'
import type { Relation } from './relations.ts'
import { labels } from './tables/labels.ts'

/** A filter as it comes in: fields of the entity with their operators, and `and`, `or`, `not`. */
export type FilterInput = Readonly<Record<string, unknown>>

/** What a reference in a filter names: a slug, and the type if it came as a global id. */
export interface Reference {
  readonly slug: string
  readonly typename: string | null
}

/**
 * Compiles filters to SQL conditions. One compiler serves one query, so that each table in it has a name of its own.
 *
 * Comparisons are exact: text by code points, numbers as doubles. A condition on a value that is not known is not met,
 * and `not` is met exactly where its filter is not.
 */
export class FilterCompiler {
  #aliases = 0

  /** A table of the entity under a name that nothing else in the query has. */
  alias<T extends Entity['table']>(table: T): T {
    this.#aliases += 1
    return aliasedTable(table, `t${this.#aliases}`)
  }

  /** The condition that the rows of `row`, a table of the entity, meet. */
  condition(entity: Entity, row: Entity['table'], filter: FilterInput | null | undefined): SQL {
    const fields = filterFields.get(entity) ?? {}
    const conditions = Object.entries(filter ?? {}).flatMap(([name, value]) => {
      if (value === undefined || value === null) return []
      if (name === 'and') return [all(list(value).map(inner => this.condition(entity, row, inner)))]
      if (name === 'or') return [any(list(value).map(inner => this.condition(entity, row, inner)))]
      if (name === 'not') return [negated(this.condition(entity, row, record(value)))]
      const { field, aspect } = fieldOf(fields, name)
      return [this.#field(field, aspect, row, value)]
    })
    return all(conditions)
  }

  #field(field: FilterField, aspect: Aspect, row: Entity['table'], value: unknown): SQL {
    switch (field.kind) {
      case 'text':
      case 'number':
      case 'term':
        return all(
          Object.entries(record(value)).flatMap(([operator, operand]) =>
            operand === undefined || operand === null ? [] : [compare(column(row, field.column), operator, operand)],
          ),
        )
      case 'time':
        return all(
          Object.entries(record(value)).flatMap(([operator, operand]) =>
            operand === undefined || operand === null
              ? []
              : [compareTime(column(row, field.earliest), column(row, field.latest), operator, operand)],
          ),
        )
      case 'one':
        return this.#one(field.target, this.#keyOf(field, row), aspect, value)
      case 'label':
        return this.#label(column(row, 'id'), field.column, record(value))
      case 'many':
        return all(
          Object.entries(record(value)).flatMap(([quantifier, inner]) =>
            inner === undefined || inner === null
              ? []
              : [this.#many(field.relation, sql`${row.id}`, quantifier, record(inner))],
          ),
        )
    }
  }

  /** The foreign key of a single related node: a column of the row, or of a row that others lead to. */
  #keyOf({ column: key, via = [] }: FilterField & { kind: 'one' }, row: Entity['table']): SQL {
    const [step, ...rest] = via
    if (!step) return column(row, key)
    const next = this.alias(step.entity.table)
    const inner = this.#keyOf({ kind: 'one', column: key, target: step.entity, description: '', via: rest }, next)
    return sql`(select ${inner} from ${step.entity.table} ${name(next)} where ${next.id} = ${column(row, step.key)})`
  }

  #label(parent: SQL, key: string, { name: label, value }: FilterInput): SQL {
    const ofValue = value === undefined || value === null ? sql`true` : sql`l.value = ${value}`
    return sql`exists (select 1 from ${labels} l where l.${sql.identifier(key)} = ${parent} and l.name = ${label} and ${ofValue})`
  }

  #one(target: Entity, key: SQL, aspect: Aspect, value: unknown): SQL {
    if (aspect === 'has') return value === true ? sql`${key} is not null` : sql`${key} is null`
    const row = this.alias(target.table)
    if (aspect === 'matches') {
      return sql`${key} in (select ${row.id} from ${target.table} ${name(row)} where ${this.condition(target, row, record(value))})`
    }
    const { slug, typename } = reference(value)
    if (typename !== null && !target.typenames.includes(typename)) {
      throw new Failure('BAD_ID', `This id is of a ${typename}; expected is one of a ${target.typenames.join(' or ')}.`)
    }
    return sql`${key} = (select ${row.id} from ${target.table} ${name(row)} where ${row.slug} = ${slug})`
  }

  #many(relation: Relation, parent: SQL, quantifier: string, filter: FilterInput): SQL {
    const { target } = relation
    const row = this.alias(target.table)
    const matching = this.condition(target, row, filter)
    const rows = (condition: SQL) =>
      sql`exists (select 1 from ${target.table} ${name(row)} where ${relation.where(parent, row)} and ${condition})`
    if (quantifier === 'some') return rows(matching)
    if (quantifier === 'none') return sql`not ${rows(matching)}`
    if (quantifier === 'every') return sql`not ${rows(negated(matching))}`
    throw new Error(`no quantifier ${quantifier}`)
  }
}

/** Which question about a single related node is asked: is it this one, does it match, is there one at all. */
type Aspect = 'is' | 'matches' | 'has'

/** The names under which a filter asks about a single related node. */
export const aspectNames = {
  is: (field: string) => field,
  matches: (field: string) => `${field}Matches`,
  has: (field: string) => `has${field.charAt(0).toUpperCase()}${field.slice(1)}`,
} as const satisfies Record<Aspect, (field: string) => string>

function fieldOf(fields: Readonly<Record<string, FilterField>>, name: string): { field: FilterField; aspect: Aspect } {
  const named = fields[name]
  if (named) return { field: named, aspect: 'is' }
  for (const [key, field] of Object.entries(fields)) {
    if (field.kind !== 'one') continue
    if (name === aspectNames.matches(key)) return { field, aspect: 'matches' }
    if (name === aspectNames.has(key)) return { field, aspect: 'has' }
  }
  throw new Failure('BAD_FILTER', `There is no filter field ${name}.`)
}

function compare(value: SQL, operator: string, operand: unknown): SQL {
  switch (operator) {
    case 'eq':
      return sql`${value} = ${operand}`
    case 'not':
      return sql`${value} is not ${operand}`
    case 'in':
      return sql`${value} in (select value from json_each(${JSON.stringify(operand)}))`
    case 'lt':
      return sql`${value} < ${operand}`
    case 'lte':
      return sql`${value} <= ${operand}`
    case 'gt':
      return sql`${value} > ${operand}`
    case 'gte':
      return sql`${value} >= ${operand}`
    case 'near':
      return near(value, record(operand))
    case 'startsWith':
      // A range, so that an index serves it: no text that starts with the operand sorts after the last code point.
      return sql`(${value} >= ${operand} and ${value} < ${`${String(operand)}\u{10FFFF}`})`
    case 'contains':
      return sql`instr(${value}, ${operand}) > 0`
    case 'isNull':
      return operand === true ? sql`${value} is null` : sql`${value} is not null`
    default:
      throw new Error(`no operator ${operator}`)
  }
}

function near(value: SQL, operand: FilterInput): SQL {
  const middle = Number(operand.value)
  const within = Number(operand.within)
  if (!(within >= 0)) throw new Failure('BAD_FILTER', 'near.within is a share of the value and cannot be negative.')
  const reach = Math.abs(middle) * within
  return sql`${value} between ${middle - reach} and ${middle + reach}`
}

function compareTime(earliest: SQL, latest: SQL, operator: string, operand: unknown): SQL {
  if (operator === 'isNull') {
    const unknown = sql`coalesce(${earliest}, ${latest}) is null`
    return operand === true ? unknown : negated(unknown)
  }
  const asked = readEdtf(String(operand))
  if (asked === null) {
    throw new Failure(
      'BAD_FILTER',
      `“${String(operand)}” is no EDTF date or interval, such as 2024, 2024-07 or 2023-05/2024-07.`,
    )
  }
  switch (operator) {
    case 'overlaps':
      return all([
        sql`coalesce(${earliest}, ${latest}) is not null`,
        asked.latest === null ? sql`true` : sql`(${earliest} is null or ${earliest} <= ${asked.latest})`,
        asked.earliest === null ? sql`true` : sql`(${latest} is null or ${latest} >= ${asked.earliest})`,
      ])
    case 'before':
      return asked.earliest === null ? sql`false` : sql`${latest} < ${asked.earliest}`
    case 'after':
      return asked.latest === null ? sql`false` : sql`${earliest} > ${asked.latest}`
    default:
      throw new Error(`no operator ${operator}`)
  }
}

function all(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

function any(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
}

/** True where the condition is false and where it is unknown. */
function negated(condition: SQL): SQL {
  return sql`(${condition}) is not true`
}

function column(row: Entity['table'], key: string): SQL {
  return sql`${name(row)}.${sql.identifier(key)}`
}

/** The name that a table has in the query. */
export function name(row: Entity['table']): SQL {
  return sql`${sql.identifier(getTableName(row))}`
}

function isRecord(value: unknown): value is FilterInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function record(value: unknown): FilterInput {
  if (!isRecord(value)) throw new Failure('BAD_FILTER', 'A filter is an object of fields and operators.')
  return value
}

function list(value: unknown): FilterInput[] {
  return Array.isArray(value) ? value.map(record) : [record(value)]
}

function reference(value: unknown): Reference {
  const { slug, typename } = record(value)
  if (typeof slug !== 'string') throw new Failure('BAD_FILTER', 'A reference is a slug or an id.')
  return { slug, typename: typeof typename === 'string' ? typename : null }
}
