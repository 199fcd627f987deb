import type { SQL } from 'drizzle-orm'
import { dimensions } from '../counting/dimensions.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { mostKeptRows } from '../engine/keptColumns.ts'
import { type FilterCompiler, name as nameOf } from '../query/filter.ts'
import type { Entity } from '../schema/entities.ts'
import { databaseState } from './keptResult.ts'
import { literal } from './text.ts'

/** The most rows that are fetched to see what they have in a column; for more of them, the whole column is read. */
const mostFetched = sql.raw('10000')
const moreThanFetched = sql.raw('10001')

/**
 * The common table expressions of one walk through a list, whose rows are then counted in any number of dimensions. Of a list of nearly
 * all rows, as a filter by the one large dataset makes it, the few that it leaves out (`others`) are walked instead.
 */
export function idsWalked({ table }: Entity, ids: SQL, others: SQL | null, filters: FilterCompiler): SQL {
  if (others === null)
    return sql`walk as materialized (select json_group_array(id) as ids, ${databaseState} as state from (${ids}))`
  const isLong = sql`(select count(*) from (select 1 from (${ids}) limit ${moreThanFetched})) > ${mostFetched}`
  const few = sql`(select case when count(*) <= ${mostFetched} then json_group_array(id) end
    from (select id from (${others}) limit ${moreThanFetched}))`
  // To find them takes a walk through all rows.
  const found = sql`case when ${filters.spending(sql`(select max(id) from ${table})`)}true then ${few} end`
  return sql`few as materialized (select case when ${isLong} then ${found} end as others),
    walk as materialized (select others, ${databaseState} as state,
      case when others is null then (select json_group_array(id) from (${ids})) end as ids from few)`
}

/** Whether an index has all rows by their values in a dimension, so that they are counted faster than looked up. */
export function isColumn(entity: Entity, name: string): boolean {
  const dimension = dimensions.get(entity)?.[name]
  return dimension?.annotations === null && dimension.reach === undefined && dimension.isDear === undefined
}

/**
 * The groups by a dimension of the rows that were walked, or of all but the few that were (`hasOthers`: if there are such); null where a
 * row stands in more than one.
 */
export function walkedGroups(entity: Entity, name: string, filters: FilterCompiler, hasOthers: boolean): SQL | null {
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
  const last = sql`(select max(id) from ${table})`
  const most = isDear ? last : mostFetched
  const filled = sql`(with missing as materialized (select unread(${column}, walk.ids, ${most}) as ids) select ${read} from missing)`
  const ofAll = sql`select ${key(each)} as k, count(*) as m from ${table} ${nameOf(each)} group by k`
  const withoutOthers = sql`(select json_group_array(json_array(k, m)) from (
    select k, sum(m) as m from (${ofAll} union all select ${key(row)} as k, -1 as m ${among(sql`walk.others`)})
    group by k having sum(m) > 0) where ${filters.spending(last)}true)`
  const isLarge = sql`${last} > ${sql.raw(String(mostKeptRows))}`
  const otherwise = hasOthers ? sql`when walk.others is not null then ${withoutOthers}` : sql``
  const pairs = sql`case ${otherwise} when ${isLarge} then ${grouped}
    else coalesce(${tallied}, case when ${filled} then ${tallied} end) end`
  return sql`select 0 as parent, pair.value ->> 0 as k0, pair.value ->> 1 as n from walk, json_each(${pairs}) pair`
}
