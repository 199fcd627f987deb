/** Who took which side of which claim, when and in which words: a row a stance and speaker. */

import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { isPlainlyHeld } from '../schema/plainlyHeld.ts'
import { agents } from '../tables/agents.ts'
import { claims, stances } from '../tables/claims.ts'
import { coders } from '../tables/coders.ts'
import { documents } from '../tables/documents.ts'
import { statementSpeakers, statements } from '../tables/statements.ts'
import { type ExportScope, leaving } from './exportTables.ts'
import { statementDate } from './statementDate.ts'

export interface StanceEvent {
  readonly statement: string
  readonly documentId: number
  /** The first day on which it may have been said; null where that is not known. */
  readonly day: string | null
  readonly speaker: string
  readonly isOrganization: 0 | 1
  /** The organization on whose behalf it is said. */
  readonly onBehalfOf: string | null
  readonly claim: string
  readonly supports: 0 | 1
  /** From the first to the last of its words, in code points. */
  readonly start: number
  readonly end: number
  readonly words: string
  readonly coder: string | null
  /** Whether the document states who speaks, or it was concluded, or read by a rule. */
  readonly speakerBasis: string | null
  /** Whether the words are the speaker's or the reporter's. */
  readonly wording: string | null
  readonly title: string | null
  readonly publisher: string | null
  /** On what ground the stance is read so; null where nobody has said. */
  readonly basis: string | null
  /** Whether it is asserted or presupposed; null where nobody has said. What is held less plainly is no event. */
  readonly manner: string | null
}

/** What an event list holds: what leaves, and speech that others only report, too, if it is asked for. */
export interface EventScope extends ExportScope {
  readonly nested: boolean
}

/** Stances that support or oppose, as plainly as a network counts them. */
const isPlain = sql`(${stances.stance} in ('SUPPORTS', 'OPPOSES') and ${isPlainlyHeld(sql`${stances.manner}`)})`

/** Nobody is a speaker by the account of another alone. */
const isCounted = ({ nested }: EventScope) =>
  nested ? isPlain : sql`(${isPlain} and ${statements.reportedInId} is null)`

/**
 * The stances that support or oppose a claim, one for each who takes it, in the order of documents and of their words.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function stanceEvents(database: Database, scope: EventScope): IteratorObject<StanceEvent> {
  const { joins, earliest } = statementDate(statements)
  const nameOf = (key: unknown) => sql`(select a.name from agents a where a.id = ${key})`
  const query = sql`
    select ${statements.slug}, ${statements.documentId}, ${earliest}, speaker.name, speaker.kind = 'ORGANIZATION',
      ${nameOf(statements.onBehalfOfId)}, ${claims.text}, ${stances.stance} = 'SUPPORTS', content.start, content.end, ${statements.text},
      (select c.name from ${coders} c where c.id = ${statements.coderId}), ${documents.title}, ${nameOf(documents.publisherId)},
      ${statements.speakerBasis}, ${stances.wording}, ${stances.basis}, ${stances.manner}
    from ${statements} ${joins}
      join ${documents} on ${documents.id} = ${statements.documentId}
      join passagePlaces content on content.id = ${statements.contentId}
      join ${stances} on ${stances.statementId} = ${statements.id}
      join ${claims} on ${claims.id} = ${stances.claimId}
      left join ${statementSpeakers} on ${statementSpeakers.statementId} = ${statements.id}
      join ${agents} speaker on speaker.id = coalesce(${statementSpeakers.agentId}, ${statements.speakerId})
    where ${isCounted(scope)} and ${leaving(statements, scope)}
    order by ${statements.documentId}, content.start, content.end, ${statements.id}, ${stances.id}, ${statementSpeakers.position}`
  return database.cells(madeQuery(query), {}).map(cells => {
    const text = (index: number) => (typeof cells[index] === 'string' ? cells[index] : null)
    const isTrue = (index: number) => (cells[index] === 1 ? 1 : 0)
    return {
      statement: String(cells[0]),
      documentId: Number(cells[1]),
      day: text(2),
      speaker: String(cells[3]),
      isOrganization: isTrue(4),
      onBehalfOf: text(5),
      claim: String(cells[6]),
      supports: isTrue(7),
      start: Number(cells[8]),
      end: Number(cells[9]),
      words: String(cells[10]),
      coder: text(11),
      title: text(12),
      publisher: text(13),
      speakerBasis: text(14),
      wording: text(15),
      basis: text(16),
      manner: text(17),
    }
  })
}

/** How many stances of what leaves are no event: they neither support nor oppose, are not held plainly, are reported alone, or nobody is known to take them. */
export function stancesLeftOut(database: Database, scope: EventScope): number {
  const [found] = database.all<{ readonly count: number }>(sql`
    select count(*) as count from ${stances} join ${statements} on ${statements.id} = ${stances.statementId}
    where ${leaving(statements, scope)} and (not ${isCounted(scope)} or (${statements.speakerId} is null
      and not exists (select 1 from ${statementSpeakers} where ${statementSpeakers.statementId} = ${statements.id})))`)
  return found?.count ?? 0
}
