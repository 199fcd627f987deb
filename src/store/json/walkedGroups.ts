import type { SQL } from 'drizzle-orm'
import { dimensions } from '../counting/dimensions.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { mostKeptRows } from '../engine/keptColumns.ts'
import { type FilterCompiler, name as nameOf } from '../query/filter.ts'
import type { Entity } from '../schema/entities.ts'
import { literal } from './text.ts'

/** The most rows that are fetched to see what they have in a column; for more of them, the whole column is read. */
const mostFetched = sql.raw('10000')

/** The common table expression of one walk through a list, whose rows are then counted in any number of dimensions. */
export function idsWalked(ids: SQL): SQL {
  // What other connections change shows in the one, what this one changes in the other.
  const state = sql`concat((select data_version from pragma_data_version), ' ', total_changes())`
  return sql`walk as materialized (select json_group_array(id) as ids, count(*) as n, ${state} as state from (${ids}))`
}

/** The groups by a dimension of the rows that were walked; null where a row stands in more than one. */
export function walkedGroups(entity: Entity, name: string, filters: FilterCompiler): SQL | null {
  const dimension = dimensions.get(entity)?.[name]
  if (dimension === undefined || dimension.annotations !== null) return null
  const { key, isDear } = dimension
  const { table } = entity
  const [row, each] = [filters.alias(table), filters.alias(table)]
  const among = (ids: SQL) =>
    sql`from json_each(${ids}) found cross join ${table} ${nameOf(row)} on ${row.id} = found.value where ${filters.counting(row.id)}true`
  const grouped = sql`(select json_group_array(json_array(k, m)) from (
    select ${key(row)} as k, count(*) as m ${among(sql`walk.ids`)} group by k))`
  const column = sql`${literal(`${getTableName(table)} ${name}`)}, walk.state`
  const tallied = sql`tally(${column}, walk.ids)`
  const taken = (from: typeof row, rows: SQL) =>
    sql`(select add_to_column(${column}, k, ids) from (select ${key(from)} as k, json_group_array(${from.id}) as ids ${rows} group by k))`
  const fetched = taken(row, among(sql`missing.ids`))
  // An index of the column has its values together.
  const whole = sql`(select ${taken(each, sql`from ${table} ${nameOf(each)}`)} where ${filters.spending(sql`(select max(id) from ${table})`)}true)`
  const read = isDear ? fetched : sql`case when missing.ids is null then ${whole} else ${fetched} end`
  const most = isDear ? sql`walk.n` : mostFetched
  const filled = sql`(with missing as materialized (select unread(${column}, walk.ids, walk.n, ${most}) as ids) select ${read} from missing)`
  const isLarge = sql`(select max(id) from ${table}) > ${sql.raw(String(mostKeptRows))}`
  const pairs = sql`case when ${isLarge} then ${grouped} else coalesce(${tallied}, case when ${filled} then ${tallied} end) end`
  return sql`select 0 as parent, pair.value ->> 0 as k0, pair.value ->> 1 as n from walk, json_each(${pairs}) pair`
}
