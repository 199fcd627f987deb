import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import { documents } from '../tables/documents.ts'
import { memberships } from '../tables/memberships.ts'
import { channels, type statements } from '../tables/statements.ts'
import { timeExpressions } from '../tables/times.ts'

/**
 * The party of a statement's speaker at the time of the statement: that of the roles which the analysis of speakers'
 * roles gives, if one of them is certain and all that name a party name the same one.
 *
 * The time of a statement is its own, or its channel's, or else, unless another statement reports it, that of the writing.
 * Where it is that, and a day, and the role is held from one day to another, SQL sees by itself what `role_certainty` says.
 */
export function party(row: typeof statements): SQL {
  const timed = sql`coalesce(${row.timeId}, c.timeId) is not null`
  const asWritten = sql`not (${timed}) and ${row.reportedInId} is null`
  const date = sql`case when ${timed} then e.edtf when ${row.reportedInId} is null then d.published end`
  const isPlain = sql`${asWritten} and d.publishedEarliest = d.published and d.publishedLatest = d.published
    and m.earliest = m.startDate and m.latest = m.endDate and coalesce(m.basis, 'STATED') = 'STATED'`
  // The limit, which is none, keeps SQLite from merging the two selects: it would ask for each certainty twice.
  return sql`(
    select case when min(partyId) = max(partyId) and max(certainty = 'CERTAIN') then min(partyId) end
    from (
      select m.onBehalfOfId as partyId, case
        when ${isPlain} then case when d.published between m.startDate and m.endDate then 'CERTAIN' end
        else role_certainty(m.documentId is ${row.documentId},
          m.startDate, m.endDate, m.earliest, m.latest, m.basis, ${asWritten}, ${date}, d.published) end as certainty
      from ${memberships} m cross join ${documents} d
      left join ${channels} c on c.id = ${row.channelId} and ${row.timeId} is null
      left join ${timeExpressions} e on e.id = coalesce(${row.timeId}, c.timeId)
      where m.memberId = ${row.speakerId} and m.onBehalfOfId is not null and d.id = ${row.documentId}
      limit -1
    ) where certainty is not null)`
}

/** Of how many statements that meet a filter the party is unknown although the speaker holds a role on behalf of one. */
export function countPartyUncertain(database: Database, filter: FilterInput | null): number {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const [found] = database.all<{ count: number }>(sql`
    select count(*) as count from ${statement.table} ${name(row)}
    where ${row.speakerId} in (select m.memberId from ${memberships} m where m.onBehalfOfId is not null)
      and ${compiler.condition(statement, row, filter)} and ${party(row)} is null`)
  return found?.count ?? 0
}
