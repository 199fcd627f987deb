import type { SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { foldText } from '../../model/foldText.ts'
import { beginsWith } from '../engine/beginsWith.ts'
import type { Database } from '../engine/database.ts'
import { getTableColumns, getTableConfig, getTableName, sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { type Entity, passage } from '../schema/entities.ts'
import { isPart, partsLike } from '../schema/statementParts.ts'
import { figureConditions } from '../tables/figures.ts'
import { labels } from '../tables/labels.ts'
import { rowsAtMost } from './rowsHeld.ts'
import { folded } from './textComparison.ts'

/** A column by whose texts rows are known. */
interface Naming {
  readonly entity: Entity
  readonly column: string
}

/** As many names are compared with one that is not there, and looked through for one: notes must not take long. */
export const MOST_CANDIDATES = 5_000

/** How much of a name is given. */
export type NamePart = 'WHOLE' | 'PART' | 'START'

/** How a name is compared: as a whole or a part, and as people type texts or character for character. */
export interface NameComparison {
  readonly as: NamePart
  readonly isExact: boolean
}

/** Texts by which people know a thing: more of them are looked through than of others. */
const names: ReadonlySet<string> = new Set(['slug', 'name', 'label'])
const MOST_TEXTS = 1_000

/**
 * Whether a row may have that name, or one of which that is a part. An index finds what is compared exactly;
 * of more rows than can be looked through in no time, one may have it.
 */
export function isNamed(
  database: Database,
  { entity, column }: Naming,
  name: string,
  { as, isExact }: NameComparison,
): boolean {
  const { table } = entity
  if (column === 'slug' && as === 'WHOLE') return isSlug(database, entity, name)
  const cell = sql`${sql.identifier(column)}`
  if (isExact && as === 'WHOLE' && indexedColumns(table).has(column)) {
    const found = database.once(`row of ${getTableName(table)} with ${column}`, () =>
      madeQuery(sql`select 1 from ${table} where ${cell} = ${sql.placeholder('name')} limit 1`),
    )
    return database.rows(found, { name }).length > 0
  }
  if (rowsAtMost(database, entity) > (names.has(column) ? MOST_CANDIDATES : MOST_TEXTS)) return true
  return database.all(sql`select 1 from ${table} where ${fits(cell, name, { as, isExact })} limit 1`).length > 0
}

/** Whether a text is that name, or one of which that is a part. */
export function fits(cell: SQL, name: string, { as, isExact }: NameComparison): SQL {
  const [asked, text] = isExact ? [name, cell] : [foldText(name), folded(cell)]
  const fitting = {
    WHOLE: sql`${text} = ${asked}`,
    PART: sql`instr(${text}, ${asked}) > 0`,
    START: sql`instr(${text}, ${asked}) = 1`,
  }
  return fitting[as]
}

/** Whether any row has such a name, as far as a bounded number of rows tells. */
export function hasAny(database: Database, { entity: { table }, column }: Naming): boolean {
  const cell = sql.identifier(column)
  const rows = database.all<{ count: number; known: number }>(
    sql`select count(*) as count, count(name) as known from (select ${cell} as name from ${table} limit ${MOST_CANDIDATES})`,
  )
  return rows.every(({ count, known }) => known > 0 || count === 0 || count === MOST_CANDIDATES)
}

const indexed = new Map<Entity['table'], ReadonlySet<string>>()

/** The columns in which an index of all rows finds a value: looked up once, as every name in a filter asks for them. */
function indexedColumns(table: Entity['table']): ReadonlySet<string> {
  const known = indexed.get(table)
  if (known !== undefined) return known
  const found = getTableConfig(table).indexes.flatMap(({ config }) => {
    const [first] = config.columns
    return config.where === undefined && first !== undefined && 'name' in first ? [first.name] : []
  })
  const columns = new Set(found)
  indexed.set(table, columns)
  return columns
}

function isSlug(database: Database, entity: Entity, slug: string): boolean {
  const found = database.once(`row of ${getTableName(entity.table)}`, () =>
    madeQuery(
      sql`select 1 from ${entity.table} where ${entity.isNamed(entity.table, sql`${sql.placeholder('slug')}`)}`,
    ),
  )
  return database.rows(found, { slug }).length > 0
}

/** Names that may be meant: first those that begin alike, which an index finds, then any. */
export function namesLike(
  database: Database,
  { entity, column }: { readonly entity: { readonly table: SQLiteTable }; readonly column: string },
  name: string,
): string[] {
  const table = sql.identifier(getTableName(entity.table))
  const cell = sql`${sql.identifier(column)}`
  const start = name.slice(0, 2)
  const beginning =
    column === 'slug' && isPart(entity.table)
      ? partsLike(entity.table, start, MOST_CANDIDATES)
      : sql`select ${cell} as name from ${table} where ${beginsWith(sql`${cell}`, start)} limit ${MOST_CANDIDATES}`
  const alike = sql`select * from (${beginning})`
  const any = sql`select * from (select ${cell} as name from ${table} where ${cell} is not null limit ${MOST_CANDIDATES})`
  // No index holds the slugs of passages.
  const rows = database.all<{ name: string }>(entity === passage ? any : sql`${alike} union ${any}`)
  return rows.map(row => row.name)
}

/** The slugs, three at most, of what is called as another slug reads: “department-of-homeland-security” for `dhs`. */
export function slugsCalled(database: Database, { table }: Entity, slug: string): string[] {
  const column = ['name', 'label', 'title'].find(each => each in getTableColumns(table))
  if (column === undefined || !('slug' in getTableColumns(table))) return []
  const rows = database.all<{ slug: string }>(sql`
    select slug from (select slug, ${sql.identifier(column)} as name from ${table} limit ${MOST_CANDIDATES})
    where ${folded(sql`name`)} = ${foldText(slug.replaceAll('-', ' '))} limit 3`)
  return rows.map(row => row.slug)
}

/** A column of an entity by which its rows lead to others, and the field that is called after it. */
export interface End {
  readonly of: Entity
  readonly name: string
  readonly column: string
}

/** Whether a row of the end's entity leads to the one of that slug. */
export function isAtEnd(database: Database, { entity }: Naming, { of, column }: End, slug: string): boolean {
  const from = getTableName(of.table)
  const found = database.once(`row of ${from} by ${column}`, () => {
    const named = sql`select ${entity.table.id} from ${entity.table} where ${entity.isNamed(entity.table, sql`${sql.placeholder('slug')}`)}`
    return madeQuery(sql`select 1 from ${sql.identifier(from)} where ${sql.identifier(column)} = (${named}) limit 1`)
  })
  return database.rows(found, { slug }).length > 0
}

/** What is said under names: the table, and its columns of names and of what stands under them. */
export interface Said {
  readonly what: string
  readonly table: SQLiteTable
  readonly name: string
  readonly value: string
}

export const labelled: Said = { what: 'label', table: labels, name: 'name', value: 'value' }
export const conditioned: Said = { what: 'condition', table: figureConditions, name: 'aspect', value: 'value' }

/** Whether anything is said under that name or, if a value is given, that value under it. */
export function isSaid(database: Database, said: Said, name: string, value: string | null): boolean {
  const { table, nameCell, valueCell } = cellsOf(said)
  const stands = value === null ? sql`true` : sql`${valueCell} = ${value}`
  return database.all(sql`select 1 from ${table} where ${nameCell} = ${name} and ${stands} limit 1`).length > 0
}

/** The names, each found behind the one before it: there are few, on very many rows. */
export function namesSaid(database: Database, said: Said): string[] {
  const { table, nameCell } = cellsOf(said)
  const rows = database.all<{ name: string }>(sql`
    with recursive names(name) as (
      select min(${nameCell}) from ${table}
      union all select (select min(s.${nameCell}) from ${table} s where s.${nameCell} > names.name) from names where names.name is not null
      limit ${MOST_CANDIDATES})
    select name from names where name is not null`)
  return rows.map(row => row.name)
}

/** What stands under a name, as far as a bounded number of rows tells. */
export function valuesSaid(database: Database, said: Said, name: string): string[] {
  const { table, nameCell, valueCell } = cellsOf(said)
  const rows = database.all<{ value: string }>(sql`
    select distinct value from (
      select ${valueCell} as value from ${table} where ${nameCell} = ${name} limit ${MOST_CANDIDATES})`)
  return rows.map(row => row.value)
}

function cellsOf({ table, name, value }: Said) {
  return {
    table: sql.identifier(getTableName(table)),
    nameCell: sql.identifier(name),
    valueCell: sql.identifier(value),
  }
}
