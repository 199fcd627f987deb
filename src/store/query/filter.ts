import type { Placeholder as PlaceholderType, SQL } from 'drizzle-orm'
import { Failure } from '../../model/failure.ts'
import { leavesOut } from '../../model/intervals.ts'
import { Approximation, valuesOf } from '../../model/vocabulary.ts'
import { aliasedTable, getTableColumns, getTableName, Placeholder, sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import type { Entity } from '../schema/entities.ts'
import { boundOfWords, isGivenExactly } from '../schema/figureWords.ts'
import type { Relation } from '../schema/relations.ts'
import { saidIn, saidOn } from '../schema/said.ts'
import { documentAuthors } from '../tables/documents.ts'
import { figureConditions } from '../tables/figures.ts'
import { labels } from '../tables/labels.ts'
import {
  allOf,
  anyOf,
  asAsked,
  compareBound,
  compareText,
  compareTime,
  compareValue,
  conditionsIn,
  type FilterInput,
  isKnown,
  negated,
  record,
} from './comparison.ts'
import { type FilterAspect, fieldOf } from './filterAspects.ts'
import type { FilterField } from './filterField.ts'
import { filterFields } from './filterFields.ts'
import { languages } from './searchMatch.ts'

export type { FilterInput }

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
    const conditions = conditionsIn(filter ?? {}).map(([name, value]) => {
      this.#conditions += 1
      this.#bound(scope)
      if (name === 'and') return allOf(list(value).map((each, index) => inner(each, `and.${index}`)))
      if (name === 'or') return anyOf(list(value).map((each, index) => inner(each, `or.${index}`)))
      if (name === 'not') return negated(inner(record(value), 'not'))
      const { field, aspect } = fieldOf(fields, name)
      return this.#field(field, aspect, row, value, inField(scope, name))
    })
    this.#depth -= 1
    return allOf(conditions)
  }

  /**
   * Counts the row with that id, if rows are counted, and stops the statement where they are too many (`Database.withBudget`).
   * It stands first among conditions: SQLite tests them in their order.
   *
   * One row in 32 is counted, for 32, because a call out of SQLite takes longer than most rows. Bits from the middle of
   * a product with the id choose it, which differ from row to row in whatever order ids come.
   */
  counting(id: SQL | Entity['table']['id']): SQL {
    return this.#isCounting ? sql`(${id} * 40503 & 31744 or within_budget(32)) and ` : sql``
  }

  /** Counts so many rows at once, where rows are counted, and stops the statement before it reads them. */
  spending(rows: SQL): SQL {
    return this.#isCounting ? sql`within_budget(${rows}) and ` : sql``
  }

  /** The ids of the rows that a search finds, if a filter asks for nothing else. */
  searchAlone(entity: Entity, filter: FilterInput | null | undefined): SQL | null {
    const [asked, ...more] = conditionsIn(filter ?? {})
    if (asked === undefined || more.length > 0) return null
    const field = filterFields.get(entity)?.[asked[0]]
    return field?.kind === 'search' ? this.#search(field.index, asked[1]) : null
  }

  #search(table: string, sought: unknown): SQL {
    const index = sql.identifier(table)
    const expression = sql`match_expression(${sought}, ${languages})`
    return sql`select rowid from ${index} where ${this.counting(sql`rowid`)}${index} match ${expression}`
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

  #field(field: FilterField, aspect: FilterAspect, row: Entity['table'], value: unknown, scope: FilterScope): SQL {
    const column = (key: string) => columnOf(row, key, scope)
    if (field.kind === 'one') {
      // Only an index of the rows that have one helps to find them, and few have one where there is such an index.
      const isCorrelated = scope.isCorrelated && !(aspect === 'has' && value === true)
      return this.#one(field.target, this.#keyOf(field, row, { ...scope, isCorrelated }), aspect, value, scope)
    }
    if (field.kind === 'many') return this.#many(field.relation, sql`${row.id}`, record(value), scope)
    if (field.kind === 'term') return ofTerm(column(field.column), aspect, value)
    if (field.kind === 'author') return this.#author(row, record(value))
    if (field.kind === 'label') return ofLabel(row, field.column, record(value))
    if (field.kind === 'holding') return ofHolding(column, value)
    if (field.kind === 'condition') return ofCondition(row, record(value))
    if (field.kind === 'flag') return asAsked(field.flag.holds(field.flag.columns.map(column)), value)
    if (field.kind === 'search') return sql`${row.id} in (${this.#search(field.index, value)})`
    const conditions = conditionsIn(record(value)).map(([operator, operand]) => {
      const { path } = inField(scope, operator)
      switch (field.kind) {
        case 'text':
          return (
            (field.names && this.#named(field.names, row, operator, operand)) ??
            compareText(column(field.column), field.isCode === true, operator, operand)
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
        case 'bound': {
          const { bound } = field
          return compareBound(
            {
              own: column(bound),
              number: column('value'),
              isExact: isGivenExactly(sql`${row.id}`),
              ofWords: boundOfWords(bound, sql`${row.id}`),
            },
            value => compareValue(value, operator, operand, path),
            operator,
          )
        }
        default:
          return compareValue(column(field.column), operator, operand, path)
      }
    })
    return allOf(conditions)
  }

  /** Whether one of the authors of a document meets the conditions; whether none is so named (`not`), or none is named. */
  #author(row: Entity['table'], filter: FilterInput, isExact = false): SQL {
    const wrote = (condition: SQL) =>
      sql`${row.id} in (select a.documentId from ${documentAuthors} a where ${this.counting(sql`a.id`)}${condition})`
    const named = (operator: string, operand: unknown) => compareText(sql`a.name`, isExact, operator, operand)
    const ofOne: SQL[] = []
    const ofAll: SQL[] = []
    for (const [operator, operand] of conditionsIn(filter)) {
      if (operator === 'exactly') ofAll.push(this.#author(row, record(operand), true))
      else if (operator === 'not') ofAll.push(negated(wrote(named('eq', operand))))
      else if (operator === 'isNull') ofAll.push(operand === true ? negated(wrote(sql`true`)) : wrote(sql`true`))
      else ofOne.push(named(operator, operand))
    }
    return allOf(ofOne.length === 0 ? ofAll : [wrote(allOf(ofOne)), ...ofAll])
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

  #one(target: Entity, key: SQL, aspect: FilterAspect, value: unknown, { path }: FilterScope): SQL {
    if (aspect === 'has') return isKnown(key, value)
    const row = this.alias(target.table)
    if (aspect === 'matches') {
      return sql`${key} in (select ${row.id} from ${target.table} ${name(row)} where ${this.counting(row.id)}${this.condition(target, row, record(value), { path, isCorrelated: false })})`
    }
    const { slug, typename } = reference(value)
    if (typename !== null && !target.typenames.includes(typename)) {
      throw new Failure(
        'BAD_ID',
        `This id is of a ${typename}; expected the id of a ${target.typenames.join(' or ')}.`,
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

  /** Whether there is a row that matches. */
  #many(relation: Relation, parent: SQL, filter: FilterInput, { path }: FilterScope): SQL {
    const { target } = relation
    const row = this.alias(target.table)
    const matching = this.condition(target, row, filter, { path, isCorrelated: true })
    const { from, where } = this.#walk(relation, parent, row)
    // Few rows need no counting: their parents are counted.
    const counting = relation.reach === 'FEW' ? sql`` : this.counting(row.id)
    return sql`exists (select 1 from ${from} where ${counting}${where} and ${matching})`
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

/** The words between whose two bounds the number lies, or on an end that they do not leave out. */
function ofHolding(column: (key: string) => SQL, value: unknown): SQL {
  const leaving = (bound: 'lower' | 'upper') => valuesOf(Approximation).filter(each => leavesOut(each, bound))
  const isIn = (bound: 'lower' | 'upper') => sql`${column('approximation')} not in (${eachOf(leaving(bound))})`
  return sql`(${column('lower')} < ${value} or (${column('lower')} = ${value} and ${isIn('lower')}))
    and (${column('upper')} > ${value} or (${column('upper')} = ${value} and ${isIn('upper')}))`
}

/** Whether a column of an entity may be empty, so that it can be asked whether it is. */
export function isNullable({ table }: Entity, column: string): boolean {
  return Object.entries(getTableColumns(table)).some(([key, { notNull }]) => key === column && !notNull)
}

/** The rows whose value is one of some terms, or those that have one at all. */
function ofTerm(value: SQL, aspect: FilterAspect, asked: unknown): SQL {
  if (aspect === 'has') return isKnown(value, asked)
  const terms = Array.isArray(asked) ? asked : [asked]
  return terms.length === 1 ? compareValue(value, 'eq', String(terms[0]), '') : compareValue(value, 'in', terms, '')
}

/** The name that a table has in the query. */
export function name(row: Entity['table']): SQL {
  return sql`${sql.identifier(getTableName(row))}`
}

function inField({ path, isCorrelated }: FilterScope, key: string): FilterScope {
  return { path: `${path}.${key}`, isCorrelated }
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
