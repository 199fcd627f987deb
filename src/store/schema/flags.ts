import type { SQL } from 'drizzle-orm'
import { UNHEDGED } from '../../model/hedged.ts'
import { sql } from '../engine/drizzle.ts'
import { literals } from '../engine/literals.ts'
import { stances } from '../tables/claims.ts'
import { figureConditions, figureMentions, figures } from '../tables/figures.ts'
import { frameUses } from '../tables/frames.ts'
import { memberships } from '../tables/memberships.ts'
import { mentions } from '../tables/mentions.ts'
import { termUses } from '../tables/referents.ts'
import { statementRelations } from '../tables/statementRelations.ts'
import { channels, statementTimes } from '../tables/statements.ts'
import { timeExpressions } from '../tables/times.ts'

/** Something that is so of a row or is not, by some of its columns: a field of the API and a filter under one name. */
export interface Flag {
  readonly columns: readonly string[]
  /** Whether it is so, in SQL, of these columns in their order; never null. */
  readonly holds: (cells: readonly SQL[]) => SQL
}

/** As `isHedged` has it. */
export const hedged: Flag = {
  columns: ['approximation'],
  holds: ([approximation]) => sql`${approximation} not in ${literals(UNHEDGED)}`,
}

/** A date that nobody knows (UNRESOLVED) was not concluded. */
const isConcluded = (basis: SQL) => sql`coalesce(${basis} in ('INFERRED', 'AUTOMATIC'), false)`

/** What belongs to a statement and has a basis of its own. */
const parts = [stances, termUses, frameUses, figureMentions, mentions, memberships, channels]

/**
 * Whether anything of a statement was concluded by a curator or read by a rule, where the document does not state it: who says it, to
 * whom, through what and when; what stands in its words or belongs to it; and what its numbers count.
 */
export const concluded: Flag = {
  columns: ['basis', 'id', 'timeId'],
  holds: ([basis, id, timeId]) => {
    const time = sql`exists (select 1 from ${timeExpressions} time where ${isConcluded(sql`time.basis`)} and (
      time.id = ${timeId} or time.id in (select worded.timeId from ${statementTimes} worded where worded.statementId = ${id})))`
    const ofStatement = parts.map(
      part =>
        sql`exists (select 1 from ${part} where ${part.statementId} = ${id} and ${isConcluded(sql`${part.basis}`)})`,
    )
    const { subjectId, basis: ofRelation } = statementRelations
    const related = sql`exists (select 1 from ${statementRelations} where ${subjectId} = ${id} and ${isConcluded(sql`${ofRelation}`)})`
    const counted = sql`exists (select 1 from ${figureMentions} given cross join ${figures} counted on counted.id = given.figureId
      where given.statementId = ${id} and (
        ${isConcluded(sql`counted.populationBasis`)} or ${isConcluded(sql`counted.timeBasis`)}
        or exists (select 1 from ${figureConditions} holding
          where holding.figureId = counted.id and ${isConcluded(sql`holding.basis`)})))`
    return sql`(${sql.join([isConcluded(sql`${basis}`), time, ...ofStatement, related, counted], sql` or `)})`
  },
}
