import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import { passagePlaces } from '../tables/passages.ts'

type Row = typeof statement.table

/** The statements that stand inside of others, whatever is looked for: found once, until something else is stored. */
export function nestedStatements(database: Database): readonly number[] {
  const find = () =>
    database
      .all<{ id: number }>(sql`
        select id from (select id, "end", ${covered} as covered from (
          select s.id, s.documentId, s.start, whole."end" as "end", whole.pieces
          from ${statement.table} s cross join ${passagePlaces} whole on whole.id = s.contentId))
        where covered >= "end"`)
      .map(({ id }) => id)
  return database.keep(`nested statements ${database.version()}`, find, ids => 8 * ids.length)
}

/**
 * How far the statements go that begin before one, or with it and are longer. Of one that is broken it is not known which words it
 * leaves out.
 */
const covered = sql`max(case when pieces is null then "end" end) over (
  partition by documentId order by start, "end" desc, id rows between unbounded preceding and 1 preceding)`

/**
 * Whether a statement stands inside another that meets a condition: a term that stands in it stands in the other as well, and a
 * place has one line.
 */
export function isWithin(row: Row, around: Row, meets: SQL): SQL {
  return sql`exists (
    select 1 from ${statement.table} ${name(around)}
      cross join ${passagePlaces} wider on wider.id = ${around.contentId}
      cross join ${passagePlaces} own on own.id = ${row.contentId}
    where ${around.documentId} = ${row.documentId} and ${around.start} <= ${row.start} and ${around.id} <> ${row.id}
      and wider.pieces is null and wider."end" >= own."end"
      and (${around.start} < ${row.start} or wider."end" > own."end" or ${around.id} < ${row.id}) and ${meets})`
}
