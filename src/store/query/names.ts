import { foldText } from '../../model/foldText.ts'
import { type Database, madeQuery } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import type { Entity } from '../schema/entities.ts'
import { folded } from './textComparison.ts'

/** A column by whose texts rows are known. */
interface Naming {
  readonly entity: Entity
  readonly column: string
}

/** As many names are compared with one that is not there, and looked through for one: notes must not take long. */
export const MOST_CANDIDATES = 5_000

/**
 * Whether a row may have that name; case and accents do not count but in slugs. No index finds a name so: of more rows than can be
 * looked through in no time it may.
 */
export function isNamed(database: Database, { entity, column }: Naming, name: string): boolean {
  const table = sql.identifier(getTableName(entity.table))
  const cell = sql.identifier(column)
  if (column === 'slug') {
    const key = `row of ${getTableName(entity.table)}`
    const found = database.once(key, () =>
      madeQuery(sql`select 1 from ${table} where ${cell} = ${sql.placeholder('name')}`),
    )
    return database.rows(found, { name }).length > 0
  }
  const [looked] = database.all<{ rows: number; found: number | null }>(sql`
    select count(*) as rows, max(${folded(sql`name`)} = ${foldText(name)}) as found
    from (select ${cell} as name from ${table} limit ${MOST_CANDIDATES})`)
  return looked === undefined || looked.found === 1 || looked.rows === MOST_CANDIDATES
}

/** Names that may be meant: first those that begin alike, which an index finds, then any. */
export function namesLike(database: Database, { entity, column }: Naming, name: string): string[] {
  const table = sql.identifier(getTableName(entity.table))
  const cell = sql.identifier(column)
  const start = name.slice(0, 2)
  const rows = database.all<{ name: string }>(sql`
    select * from (select ${cell} as name from ${table} where ${cell} >= ${start} and ${cell} < ${`${start}\u{10ffff}`} limit ${MOST_CANDIDATES})
    union select * from (select ${cell} from ${table} where ${cell} is not null limit ${MOST_CANDIDATES})`)
  return rows.map(row => row.name)
}

/** Whether anything has a label of that name. */
export function isLabel(database: Database, name: string): boolean {
  return database.value('select 1 from labels where name = ? limit 1', name) !== undefined
}

/** The names of labels, each found behind the one before it: there are few, on very many rows. */
export function labelNames(database: Database): string[] {
  const rows = database.all<{ name: string }>(sql`
    with recursive names(name) as (
      select min(name) from labels
      union all select (select min(l.name) from labels l where l.name > names.name) from names where names.name is not null
      limit ${MOST_CANDIDATES})
    select name from names where name is not null`)
  return rows.map(row => row.name)
}
