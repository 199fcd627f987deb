import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import { aliasedTable, sql } from '../engine/drizzle.ts'
import { type DatedRow, publicationDays, type StatementDate, statementDate } from '../query/statementDate.ts'
import { agents } from '../tables/agents.ts'
import { memberships } from '../tables/memberships.ts'
import { statements } from '../tables/statements.ts'

/** Who the actors of a network are. */
export const NetworkActors = {
  PERSON: 'The people who speak.',
  ORGANIZATION:
    'The organization on whose behalf a statement is made, where a coder has said so; otherwise the organization that speaks. A person who holds a role in one does not speak for it.',
  PARTY:
    'The party on whose behalf a statement is made, where a coder has said so. Otherwise the party that speaks, and the parties of the people who speak: those in which or on whose behalf they hold a role, by the same document, or by any other source that dates the role to the time of the statement. The notes say which party is one person.',
} as const satisfies Vocabulary
export type NetworkActors = ValueOf<typeof NetworkActors>

/** What says who acts in a statement: a row of the statements, or one with copies of their columns. */
interface SpokenRow extends DatedRow {
  readonly speakerId: SQLiteColumn
  readonly onBehalfOfId: SQLiteColumn
}

const actor = aliasedTable(agents, 'actor')
const role = aliasedTable(memberships, 'role')
const spoken = aliasedTable(statements, 'spoken')

/** How statements find their actors, in a query: what to put before it, joins after the statements, the actor's row id. */
export interface ActorSource {
  readonly tables: readonly SQL[]
  readonly joins: SQL
  readonly actorId: SQL
  /** Whether the joins of the statement's date are among them. */
  readonly isDated: boolean
}

/** Which statements find their actors, and by which roles. */
interface Finding {
  /** Whether they are all there are. */
  readonly isWhole: boolean
  /** Whether roles count alone that are neither concluded nor read by a rule. */
  readonly isStated: boolean
}

/** How the statements of `row` find their actors. */
export function actorsOf(kind: NetworkActors, row: SpokenRow, { isWhole, isStated }: Finding): ActorSource {
  if (kind === 'PERSON') {
    const joins = sql`cross join ${agents} actor on ${actor.id} = ${row.speakerId} and ${isKind(kind)}`
    return { tables: [], joins, actorId: sql`${row.speakerId}`, isDated: false }
  }
  if (kind === 'ORGANIZATION') {
    const isOne = isActor(kind, row, sql`${actor.id}`, sql`false`)
    const joins = sql`cross join ${agents} actor on ${actor.id} in (${row.onBehalfOfId}, ${row.speakerId}) and ${isKind(kind)} and ${isOne}`
    return { tables: [], joins, actorId: sql`${actor.id}`, isDated: false }
  }
  // Who may speak for whom, each pair once, so that two roles in one organization do not count a statement twice.
  const pairs = sql`pair (speakerId, actorId) as materialized (
    select ${actor.id}, ${actor.id} from ${agents} actor where ${isKind(kind)}
    union select ${role.memberId}, ${actor.id} from ${memberships} role
      join ${agents} actor on ${isPartyOf} and ${isKind(kind)}
    union select ${spoken.speakerId}, ${spoken.onBehalfOfId} from ${statements} spoken
      where ${spoken.onBehalfOfId} in (select ${actor.id} from ${agents} actor where ${isKind(kind)}))`
  // The roles of each pair, laid together: they are looked into for every statement.
  const roles = sql`held (memberId, actorId, documentId, earliest, latest) as materialized (
    select ${role.memberId}, ${actor.id}, ${role.documentId}, ${role.earliest}, ${role.latest} from ${memberships} role
      join ${agents} actor on ${isPartyOf} and ${isKind(kind)} ${isStated ? sql`and ${role.basis} = 'STATED'` : sql``})`
  const date = statementDate(row, isWhole ? publicationDays.name : undefined)
  const holdsOne = sql`exists (select 1 from held role
    where ${role.memberId} = ${row.speakerId} and role.actorId = pair.actorId and ${holds(row, date)})`
  const joins = sql`${date.joins}
    cross join pair on pair.speakerId = ${row.speakerId} and ${isActor(kind, row, sql`pair.actorId`, holdsOne)}`
  const tables = [pairs, roles, ...(isWhole ? [publicationDays.table] : [])]
  return { tables, joins, actorId: sql`pair.actorId`, isDated: true }
}

/** Whether the speaker of a statement is, or speaks for, the actor with that row id. */
export function speaksFor(kind: NetworkActors, row: SpokenRow, actorId: SQL): SQL {
  if (kind === 'PERSON') return sql`${row.speakerId} = ${actorId}`
  if (kind === 'ORGANIZATION') return isActor(kind, row, actorId, sql`false`)
  const date = statementDate(row)
  const organization = sql`(${role.organizationId}, ${role.onBehalfOfId})`
  const holdsOne = sql`exists (
    select 1 from (select 1) ${date.joins} join ${memberships} role on ${role.memberId} = ${row.speakerId}
    where ${actorId} in ${organization} and ${holds(row, date)})`
  return isActor(kind, row, actorId, holdsOne)
}

/** Whom a statement counts for: those it is made on behalf of, or else who speaks, and those who `holdsOne` of its roles. */
function isActor(kind: NetworkActors, row: SpokenRow, actorId: SQL, holdsOne: SQL): SQL {
  return sql`case
    when ${row.onBehalfOfId} in (select ${actor.id} from ${agents} actor where ${isKind(kind)})
    then ${row.onBehalfOfId} = ${actorId}
    else ${row.speakerId} = ${actorId} or ${holdsOne} end`
}

/** The speakers who can speak for one of some actors, whose row ids `actorIds` selects: an index finds their statements. */
export function speakersFor(kind: NetworkActors, actorIds: SQL): SQL {
  if (kind === 'PERSON') return actorIds
  const members = (key: SQL) => sql`select ${role.memberId} from ${memberships} role where ${key} in (${actorIds})`
  const organizations = sql`${actorIds}
    union select ${spoken.speakerId} from ${statements} spoken where ${spoken.onBehalfOfId} in (${actorIds})`
  return kind === 'ORGANIZATION'
    ? organizations
    : sql`${organizations} union ${members(sql`${role.organizationId}`)} union ${members(sql`${role.onBehalfOfId}`)}`
}

function isKind(kind: NetworkActors): SQL {
  if (kind === 'PARTY') return sql`${actor.organizationKind} = 'PARTY'`
  return sql`${actor.kind} = ${kind}`
}

/** In which party, or on behalf of which, a role is held. */
const isPartyOf = sql`${actor.id} in (${role.organizationId}, ${role.onBehalfOfId})`

/**
 * Whether a role counts for a statement: its document gives the role without dates, or the role's dates, by whatever
 * source, hold the whole date of the statement. A statement without a date has the roles that its document gives.
 */
function holds(row: DatedRow, { earliest, latest }: StatementDate): SQL {
  const isStated = sql`${role.documentId} = ${row.documentId}`
  const isDated = sql`coalesce(${role.earliest}, ${role.latest}) is not null`
  const covers = sql`(${role.earliest} is null or ${role.earliest} <= ${earliest})
    and (${role.latest} is null or ${role.latest} >= ${latest})`
  return sql`case when ${isStated} and (not ${isDated} or coalesce(${earliest}, ${latest}) is null) then true
    else ${isDated} and ${covers} end`
}
