import type { Stance, StanceManner } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import type { StanceQuestion } from './stanceQuestion.ts'
import { isLevelled, stanceSourceOf, x } from './stanceSource.ts'

/** The stances that are left out for having no level, by what they are. */
export function kindsLeftOut(database: Database, question: StanceQuestion) {
  const { ahead, from, where } = stanceSourceOf(question)
  return database.all<{
    readonly stance: Stance
    readonly manner: StanceManner | null
    readonly count: number
  }>(sql`${ahead}
    select ${x.stance} as stance, ${x.manner} as manner, count(*) as count
    ${from} ${where} and not ${isLevelled(question.levels)} group by 1, 2 order by count desc, 1, 2`)
}

/** The one speaker of each actor that has no other, by row ids. */
export function soleSpeakers(database: Database, question: StanceQuestion) {
  const { ahead, actor, from, where } = stanceSourceOf(question)
  return database.all<{ readonly actor: number; readonly speaker: number }>(sql`${ahead}
    select ${actor} as actor, min(${x.speakerId}) as speaker ${from} ${where} and ${isLevelled(question.levels)}
    group by 1 having count(distinct ${x.speakerId}) = 1`)
}

/** How many stances would count, if there were an actor for whom their speakers speak, by the row ids of these speakers. */
export function countActorless(database: Database, question: StanceQuestion) {
  const everybody = { ...question, excludeActors: [] }
  const { ahead, from, taken, where } = stanceSourceOf(everybody)
  return database.all<{ readonly speaker: number; readonly count: number }>(sql`${ahead}
    select ${x.speakerId} as speaker, count(*) as count from ${taken} ${where} and ${isLevelled(question.levels)}
    and ${x.id} not in (select ${x.id} ${from} ${where}) group by 1 order by count desc, 1`)
}

/** How many stances count for an actor, and how many of them by no role that was concluded or read by a rule. */
export function countByRoles(database: Database, question: StanceQuestion) {
  const count = (asked: StanceQuestion) => {
    const { ahead, from, where } = stanceSourceOf(asked)
    const [found] = database.all<{ readonly count: number }>(sql`${ahead}
      select count(*) as count ${from} ${where} and ${isLevelled(question.levels)}`)
    return found?.count ?? 0
  }
  return { counted: count(question), stated: count({ ...question, ground: 'STATED_ROLE' }) }
}
