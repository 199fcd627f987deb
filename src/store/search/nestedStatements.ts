import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { aliasedTable, sql } from '../engine/drizzle.ts'
import { name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import { passagePlaces } from '../tables/passages.ts'

type Row = typeof statement.table

/** The statements that stand inside of others, whatever is looked for: found once, until something else is stored. */
export function nestedStatements(database: Database): readonly number[] {
  const { table } = statement
  const [around, within] = [aliasedTable(table, 'around'), aliasedTable(table, 'within')]
  // Most have no other that begins inside of them, as an index says: to sort all of them by their ends takes three times as long.
  const find = () =>
    database
      .all<{ id: number }>(sql`
        select distinct ${within.id} as id from ${table} around
          cross join ${passagePlaces} wider on wider.id = ${around.contentId}
          cross join ${table} within on ${within.documentId} = ${around.documentId}
            and ${within.start} >= ${around.start} and ${within.start} < wider."end"
          cross join ${passagePlaces} own on own.id = ${within.contentId}
        where ${covers(around, within)}`)
      .map(({ id }) => id)
  return database.keep(`nested statements ${database.version()}`, find, ids => 8 * ids.length)
}

/**
 * Whether one statement, whose place is called `wider`, begins before the other one, whose place is called `own`, or with it, and
 * reaches as far. Of one that is broken it is not known which words it leaves out.
 */
function covers(around: Row, within: Row): SQL {
  return sql`${around.id} <> ${within.id} and ${around.start} <= ${within.start}
    and wider.pieces is null and wider."end" >= own."end"
    and (${around.start} < ${within.start} or wider."end" > own."end" or ${around.id} < ${within.id})`
}

/**
 * Whether a statement stands inside another that meets a condition: a term that stands in it stands in the other as well, and a
 * place has one line.
 */
export function isWithin(row: Row, around: Row, meets: SQL): SQL {
  return sql`exists (
    select 1 from ${statement.table} ${name(around)}
      cross join ${passagePlaces} wider on wider.id = ${around.contentId}
      cross join ${passagePlaces} own on own.id = ${row.contentId}
    where ${around.documentId} = ${row.documentId} and ${covers(around, row)} and ${meets})`
}
