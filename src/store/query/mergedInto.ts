import { Identities } from '../../model/identity.ts'
import type { Database } from '../engine/database.ts'

/** The agent under which another stands by decision, and why. */
export interface MergedInto {
  readonly slug: string
  readonly name: string
  readonly reason: string
  readonly decidedBy: string | null
}

/** Under whom an agent stands by people's decisions: who leads all that are the same; null where it leads, or nobody decided. */
export function mergedInto(database: Database, agentId: number): MergedInto | null {
  const decided = database
    .prepare<[{ id: number }], Pick<MergedInto, 'reason' | 'decidedBy'>>(
      `select reason, decidedBy from decisions where kind = 'SAME_AS' and (otherId = @id or (agentId = @id and otherId is not null))
       order by otherId = @id desc, id limit 1`,
    )
    .get({ id: agentId })
  if (decided === undefined) return null
  const identities = new Identities<number>()
  const pairs = database
    .prepare<[], { agentId: number; otherId: number }>(
      `select agentId, otherId from decisions where kind = 'SAME_AS' and otherId is not null order by id`,
    )
    .all()
  for (const pair of pairs) identities.join(pair.agentId, pair.otherId)
  const leader = identities.leaderOf(agentId)
  if (leader === agentId) return null
  const row = database
    .prepare<[number], { slug: string; name: string }>('select slug, name from agents where id = ?')
    .get(leader)
  return row === undefined ? null : { ...row, ...decided }
}
