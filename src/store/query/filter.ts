import type { Placeholder as PlaceholderType, SQL } from 'drizzle-orm'
import { requireEdtf } from '../../model/edtf.ts'
import { Failure } from '../../model/failure.ts'
import { aliasedTable, getTableName, Placeholder, sql } from '../engine/drizzle.ts'
import { opaque } from '../engine/opaque.ts'
import type { Entity } from '../schema/entities.ts'
import type { Relation } from '../schema/relations.ts'
import { saidIn, saidOn } from '../schema/said.ts'
import { figureConditions } from '../tables/figures.ts'
import { labels } from '../tables/labels.ts'
import type { FilterField } from './filterField.ts'
import { filterFields } from './filterFields.ts'
import { languages } from './searchMatch.ts'
import { compareExactly, compareFolded } from './textComparison.ts'

/** A filter as it comes in: fields of the entity with their operators, and `and`, `or`, `not`. */
export type FilterInput = Readonly<Record<string, unknown>>

/** How deep the conditions of a filter may be nested, and how many it may have: what SQLite compiles without trouble. */
export const filterDepthCap = 20
export const filterConditionCap = 200

/** What a reference in a filter names: a slug, and the type if it came as a global id. */
export interface NodeReference {
  readonly slug: string
  readonly typename: string | null
}

/**
 * Where a filter stands: the path of its argument, and whether its rows belong to a parent (SQL: correlated). If they do, it is the parent
 * by which an index finds them; a unary plus keeps SQLite from taking the index of a column that is compared, which may
 * hold the same value in most of a table.
 */
export interface FilterScope {
  readonly path: string
  readonly isCorrelated: boolean
}

const wholeTable: FilterScope = { path: 'filter', isCorrelated: false }

/**
 * Compiles filters to SQL conditions. One compiler serves one query, so that each table in it has a name of its own.
 *
 * Texts are compared as people type them, codes such as slugs exactly, numbers as doubles. A condition on a value that is not known is not met,
 * and `not` is met exactly where its filter is not.
 */
export class FilterCompiler {
  readonly #isCounting: boolean
  #aliases = 0
  #depth = 0
  #conditions = 0

  /** `counts` says whether its conditions count the rows that they visit (`counting`). */
  constructor({ counts = false }: { readonly counts?: boolean } = {}) {
    this.#isCounting = counts
  }

  /** A table of the entity under a name that nothing else in the query has. */
  alias<T extends Entity['table']>(table: T): T {
    this.#aliases += 1
    return aliasedTable(table, `t${this.#aliases}`)
  }

  /**
   * The condition that the rows of `row`, a table of the entity, meet.
   *
   * @throws Failure BAD_FILTER or BAD_ID, with the path of the value at fault: `filter.value.near.within`
   */
  condition(entity: Entity, row: Entity['table'], filter: FilterInput | null | undefined, scope = wholeTable): SQL {
    const fields = filterFields.get(entity) ?? {}
    const inner = (value: FilterInput, key: string) => this.condition(entity, row, value, inField(scope, key))
    this.#depth += 1
    this.#bound(scope)
    const conditions = given(filter ?? {}).map(([name, value]) => {
      this.#conditions += 1
      this.#bound(scope)
      if (name === 'and') return all(list(value).map((each, index) => inner(each, `and.${index}`)))
      if (name === 'or') return any(list(value).map((each, index) => inner(each, `or.${index}`)))
      if (name === 'not') return negated(inner(record(value), 'not'))
      const { field, aspect } = fieldOf(fields, name)
      return this.#field(field, aspect, row, value, inField(scope, name))
    })
    this.#depth -= 1
    return all(conditions)
  }

  /**
   * Counts the row with that id, if rows are counted, and stops the statement where they are too many (`Database.within`).
   * It stands first among conditions: SQLite tests them in their order.
   *
   * One row in eight is counted, for eight, because a call out of SQLite takes longer than most rows. Bits from the middle of
   * a product with the id choose it, which differ from row to row in whatever order ids come.
   */
  counting(id: SQL | Entity['table']['id']): SQL {
    return this.#isCounting ? sql`(${id} * 40503 & 7168 or within_budget(8)) and ` : sql``
  }

  #bound({ path }: FilterScope): void {
    if (this.#depth > filterDepthCap) {
      throw new Failure(
        'FILTER_TOO_DEEP',
        `The filter is nested more than ${filterDepthCap} conditions deep, which is the limit.`,
        { argument: path, excess: { limit: filterDepthCap, value: this.#depth } },
      )
    }
    if (this.#conditions > filterConditionCap) {
      throw new Failure(
        'FILTER_TOO_LONG',
        `The filter has more than ${filterConditionCap} conditions, which is the limit. To ask for many values, use in.`,
        { argument: path, excess: { limit: filterConditionCap, value: this.#conditions } },
      )
    }
  }

  #field(field: FilterField, aspect: Aspect, row: Entity['table'], value: unknown, scope: FilterScope): SQL {
    const column = (key: string) => columnOf(row, key, scope)
    if (field.kind === 'one') return this.#one(field.target, this.#keyOf(field, row, scope), aspect, value, scope)
    if (field.kind === 'label') return ofLabel(row, field.column, record(value))
    if (field.kind === 'condition') return ofCondition(row, record(value))
    if (field.kind === 'search') {
      const index = sql.identifier(field.index)
      const expression = sql`match_expression(${value}, ${languages})`
      return sql`${row.id} in (select rowid from ${index} where ${this.counting(sql`rowid`)}${index} match ${expression})`
    }
    const conditions = given(record(value)).map(([operator, operand]) => {
      const { path } = inField(scope, operator)
      switch (field.kind) {
        case 'text':
          return (
            (field.names && this.#named(field.names, row, operator, operand)) ??
            text(column(field.column), field.isCode === true, operator, operand)
          )
        case 'said': {
          const { earliest, latest } = saidDays(row, field.of)
          return compareTime(earliest, latest, operator, operand, path)
        }
        case 'imported': {
          const day = sql`substr(${field.of.at(key => sql`${name(row)}.${sql.identifier(key)}`)}, 1, 10)`
          return compareTime(day, day, operator, operand, path)
        }
        case 'time':
          return compareTime(column(field.earliest), column(field.latest), operator, operand, path)
        case 'many':
          return this.#many(field.relation, sql`${row.id}`, operator, record(operand), path)
        default:
          return compare(column(field.column), operator, operand, path)
      }
    })
    return all(conditions)
  }

  /** Whether the row has that slug, or one of those; null for another question. */
  #named(entity: Entity, row: Entity['table'], operator: string, operand: unknown): SQL | null {
    if (operator === 'eq') return entity.isNamed(row, sql`${operand}`)
    if (operator !== 'in') return null
    const found = this.alias(entity.table)
    const slugs = sql`json_each(${JSON.stringify(operand)}) asked`
    const isAsked = entity.isNamed(found, sql`asked.value`)
    return sql`${row.id} in (select ${found.id} from ${slugs} cross join ${entity.table} ${name(found)} on ${isAsked})`
  }

  /** The foreign key of a single related node: a column of the row, or of a row to which others lead. */
  #keyOf({ column: key, via = [] }: FilterField & { kind: 'one' }, row: Entity['table'], scope: FilterScope): SQL {
    const [step, ...rest] = via
    if (!step) return columnOf(row, key, scope)
    const next = this.alias(step.entity.table)
    const field = { kind: 'one', column: key, target: step.entity, description: '', via: rest } as const
    const inner = this.#keyOf(field, next, { ...scope, isCorrelated: false })
    return sql`(select ${inner} from ${step.entity.table} ${name(next)} where ${next.id} = ${columnOf(row, step.key, scope)})`
  }

  #one(target: Entity, key: SQL, aspect: Aspect, value: unknown, { path }: FilterScope): SQL {
    if (aspect === 'has') return value === true ? sql`${key} is not null` : sql`${key} is null`
    const row = this.alias(target.table)
    if (aspect === 'matches') {
      return sql`${key} in (select ${row.id} from ${target.table} ${name(row)} where ${this.counting(row.id)}${this.condition(target, row, record(value), { path, isCorrelated: false })})`
    }
    const { slug, typename } = reference(value)
    if (typename !== null && !target.typenames.includes(typename)) {
      throw new Failure(
        'BAD_ID',
        `This id is of a ${typename}; expected is one of a ${target.typenames.join(' or ')}.`,
        { argument: path },
      )
    }
    return sql`${key} = (select ${row.id} from ${target.table} ${name(row)} where ${target.isNamed(row, sql`${slug}`)})`
  }

  /** From where the rows of a relation are read, and which they are: by the links, where there are such. */
  #walk({ link, target, ...relation }: Relation, parent: SQL, row: Entity['table']) {
    if (!link) return { from: sql`${target.table} ${name(row)}`, where: relation.where(parent, row) }
    this.#aliases += 1
    const links = sql.identifier(`l${this.#aliases}`)
    const at = sql`${row.id} = ${links}.${sql.identifier(link.target)}`
    return {
      from: sql`${link.table} ${links} cross join ${target.table} ${name(row)} on ${at}`,
      where: sql`${links}.${sql.identifier(link.parent)} = ${parent}`,
    }
  }

  #many(relation: Relation, parent: SQL, quantifier: string, filter: FilterInput, path: string): SQL {
    const { target } = relation
    const row = this.alias(target.table)
    const matching = this.condition(target, row, filter, { path, isCorrelated: true })
    const { from, where } = this.#walk(relation, parent, row)
    // Few rows need no counting: their parents are counted.
    const counting = relation.reach === 'FEW' ? sql`` : this.counting(row.id)
    const rows = (condition: SQL) => sql`exists (select 1 from ${from} where ${counting}${where} and ${condition})`
    if (quantifier === 'some') return rows(matching)
    if (quantifier === 'none') return sql`not ${rows(matching)}`
    if (quantifier === 'every') return sql`not ${rows(negated(matching))}`
    throw new Error(`no quantifier ${quantifier}`)
  }
}

/** When the statement was made that a row is, or that it belongs to. */
function saidDays(row: Entity['table'], of: 'statement' | 'part') {
  const column = (key: string) => sql`${name(row)}.${sql.identifier(key)}`
  return of === 'statement'
    ? saidOn({ documentId: column('documentId'), timeId: column('timeId') })
    : saidIn(column('statementId'))
}

function columnOf(row: Entity['table'], key: string, { isCorrelated }: FilterScope): SQL {
  return sql`${sql.raw(isCorrelated ? '+' : '')}${name(row)}.${sql.identifier(key)}`
}

/** The rows with a label of that name and, if one is given, that value. */
function ofLabel(row: Entity['table'], key: string, { name: label, value }: FilterInput): SQL {
  const ofValue = value === undefined || value === null ? sql`true` : sql`l.value = ${value}`
  return sql`exists (select 1 from ${labels} l where l.${sql.identifier(key)} = ${row.id} and l.name = ${label} and ${ofValue})`
}

/** The figures of which that holds under that aspect or, if nothing is given, of which something is said under it. */
function ofCondition(row: Entity['table'], { aspect, value }: FilterInput): SQL {
  const holds = value === undefined || value === null ? sql`true` : sql`c.value = ${value}`
  return sql`${row.id} in (select c.figureId from ${figureConditions} c where c.aspect = ${aspect} and ${holds})`
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

function text(value: SQL, isCode: boolean, operator: string, operand: unknown): SQL {
  if (operator === 'isNull') return operand === true ? sql`${value} is null` : sql`${value} is not null`
  if (operator === 'exactly')
    return all(given(record(operand)).map(([inner, asked]) => text(value, true, inner, asked)))
  return isCode ? compareExactly(value, operator, operand) : compareFolded(value, operator, operand)
}

function compare(value: SQL, operator: string, operand: unknown, path: string): SQL {
  switch (operator) {
    case 'eq':
      return sql`${value} = ${opaque(operand)}`
    case 'not':
      return sql`${value} is not ${opaque(operand)}`
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
      return near(value, record(operand), path)
    case 'isNull':
      return operand === true ? sql`${value} is null` : sql`${value} is not null`
    default:
      throw new Error(`no operator ${operator}`)
  }
}

function near(value: SQL, operand: FilterInput, path: string): SQL {
  const middle = Number(operand.value)
  const within = Number(operand.within)
  if (!(within >= 0)) {
    throw new Failure('BAD_FILTER', `within is a share of the value and cannot be negative; it is ${within}.`, {
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
function compareTime(earliest: SQL, latest: SQL, operator: string, operand: unknown, path: string): SQL {
  const dated = any([sql`${earliest} is not null`, sql`${latest} is not null`])
  if (operator === 'isNull') return operand === true ? negated(dated) : dated
  const asked = requireEdtf(String(operand), path)
  const startsBy = asked.latest === null ? null : sql`${earliest} <= ${asked.latest}`
  const endsFrom = asked.earliest === null ? null : sql`${latest} >= ${asked.earliest}`
  switch (operator) {
    case 'overlaps':
      // Null ends stand in arms of their own, so that each arm is a search in an index.
      if (startsBy && endsFrom) {
        return any([
          all([startsBy, any([endsFrom, sql`${latest} is null`])]),
          all([sql`${earliest} is null`, endsFrom]),
        ])
      }
      if (startsBy) return any([startsBy, all([sql`${earliest} is null`, sql`${latest} is not null`])])
      if (endsFrom) return any([endsFrom, all([sql`${latest} is null`, sql`${earliest} is not null`])])
      return dated
    case 'within':
      return all([
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

/** The name that a table has in the query. */
export function name(row: Entity['table']): SQL {
  return sql`${sql.identifier(getTableName(row))}`
}

function inField({ path, isCorrelated }: FilterScope, key: string): FilterScope {
  return { path: `${path}.${key}`, isCorrelated }
}

/** What is given of a filter: null counts as not given. */
function given(filter: FilterInput): [string, unknown][] {
  return Object.entries(filter).filter(([, value]) => value !== undefined && value !== null)
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

function reference(value: unknown): { readonly slug: string | PlaceholderType; readonly typename: string | null } {
  const { slug, typename } = record(value)
  if (typeof slug !== 'string' && !(slug instanceof Placeholder))
    throw new Failure('BAD_FILTER', 'A reference is a slug or an id.')
  return { slug, typename: typeof typename === 'string' ? typename : null }
}
