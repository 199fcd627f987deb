import { deepestAccount, type Named, WEAKEST_FIRST } from '../../model/whoSaid.ts'
import type { Database } from '../engine/database.ts'

/** A statement that another is reported inside of. */
export interface AccountOf extends Named {
  /** The slug of the statement around. */
  readonly account: string
}

interface Row extends Omit<AccountOf, 'speakers'> {
  readonly statement: string
  /** JSON: their names, in their order. */
  readonly speakers: string
}

/** SQL: the names of the speakers of the statement `t`, in their order, as JSON. */
export const speakerNames = `(select json_group_array(name) from (
  select a.name from statementSpeakers j join agents a on a.id = j.agentId where j.statementId = t.id
  union all
  select a.name from agents a where a.id = t.speakerId
    and not exists (select 1 from statementSpeakers j where j.statementId = t.id)))`

/** SQL: how it is known through which channel a statement came, no firmer than how the channel `h` itself is known. */
export function channelBasisOf(statement: string): string {
  const cases = WEAKEST_FIRST.map(basis => `when '${basis}' in (${statement}.channelBasis, h.basis) then '${basis}'`)
  return `case ${cases.join(' ')} else ${statement}.channelBasis end as channelBasis`
}

/** SQL: how a statement holds its words: said, believed or known, by which cue, and whether it affirms them. */
export function heldOf(statement: string): string {
  return `${statement}.attribution, (select p.exact from passages p where p.id = ${statement}.cueId) as cue,
    ${statement}.polarity, ${statement}.certainty,
    (select count(*) from stances x where x.statementId = ${statement}.id and x.manner = 'CONCEDED') as concessions`
}

/** By whose account statements are made: what each is reported inside of, the nearest first. */
export function accountsOf(database: Database, statements: readonly string[]): Map<string, AccountOf[]> {
  return accountsFrom(database, statements, 1)
}

/** By whose account something is so that statements say: the statement itself, and what it is reported inside of. */
export function accountsWith(database: Database, statements: readonly string[]): Map<string, AccountOf[]> {
  return accountsFrom(database, statements, 0)
}

/** From the statement itself (0) outwards, or from the one around it (1). */
function accountsFrom(database: Database, statements: readonly string[], nearest: 0 | 1): Map<string, AccountOf[]> {
  const rows = database
    .prepare<[string, number], Row>(
      `with recursive around(statement, depth, id) as (
         select s.slug, 0, s.id from json_each(?) asked join statements s on s.slug = asked.value
         union all
         select r.statement, r.depth + 1, s.reportedInId from around r join statements s on s.id = r.id
         where s.reportedInId is not null and r.depth < ${deepestAccount})
       select r.statement, t.slug as account, t.voice, t.speakerBasis, ${channelBasisOf('t')}, h.label as channel,
         o.exact as source, ${heldOf('t')}, ${speakerNames} as speakers
       from around r join statements t on t.id = r.id and r.depth >= ?
       left join channels h on h.id = t.channelId left join passages o on o.id = t.sourceId
       order by r.statement, r.depth`,
    )
    .all(JSON.stringify([...new Set(statements)]), nearest)
  const accounts = new Map<string, AccountOf[]>()
  for (const { statement, speakers, ...row } of rows) {
    const found = accounts.get(statement) ?? []
    accounts.set(statement, [...found, { ...row, speakers: JSON.parse(speakers) }])
  }
  return accounts
}
