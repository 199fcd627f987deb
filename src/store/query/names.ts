import { foldText } from '../../model/foldText.ts'
import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import type { Entity } from '../schema/entities.ts'
import { folded } from './textComparison.ts'

/** A column by whose texts rows are known. */
interface Naming {
  readonly entity: Entity
  readonly column: string
}

/** As many names are compared with one that is not there: a suggestion must not take long. */
const MOST_CANDIDATES = 20_000

/** Whether a row has that name; case and accents do not count but in slugs. */
export function isNamed(database: Database, { entity, column }: Naming, name: string): boolean {
  const table = sql.identifier(getTableName(entity.table))
  const cell = sql.identifier(column)
  const isThat = column === 'slug' ? sql`${cell} = ${name}` : sql`${folded(sql`${cell}`)} = ${foldText(name)}`
  return database.all(sql`select 1 from ${table} where ${isThat} limit 1`).length > 0
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

/** The names of all labels. */
export function labelNames(database: Database): string[] {
  return database.all<{ name: string }>(sql`select distinct name from labels`).map(row => row.name)
}
