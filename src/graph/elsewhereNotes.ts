import { sayCount } from '../model/things.ts'
import type { Database } from '../store/engine/database.ts'
import { countBriefly, isEmptyBriefly } from '../store/query/countBriefly.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { agent, document, membership, statement } from '../store/schema/entities.ts'
import { agentJointStatements, agentMembers, agentRepresentatives, agentStatements } from '../store/schema/relations.ts'
import { type Aside, type Asked, filterAsked, parentNamed, pathOf } from './aside.ts'
import { type NotFoundNote, notFoundBut } from './notFoundNote.ts'
import { PageOfList } from './reads.ts'

/**
 * Looks, where what belongs to somebody is asked for and there is none, for what stands beside it: what a publisher without a
 * statement has printed, who holds a seat for a party without members. Null of any other list. The innermost field comes last.
 */
export function elsewhereNote(asked: readonly Asked[]): Aside<NotFoundNote> | null {
  const [last, around] = asked.toReversed()
  const reads = last?.field.extensions.reads
  if (last === undefined || !(reads instanceof PageOfList)) return null
  const { relation } = reads.list
  const isOfSpeaker = relation === agentStatements || relation === agentJointStatements
  if (!isOfSpeaker && relation !== agentMembers) return null
  const path = pathOf(asked)
  return (database, values) => {
    const owner = parentNamed(around, values)
    const filter = owner && filterAsked(last, values)
    if (!owner || !filter || !isEmptyBriefly(database, reads.list, filter, owner)) return null
    const beside = isOfSpeaker ? asPublisher(database, owner.slug) : asRepresented(database, owner.slug, filter)
    return beside === null ? null : notFoundBut(path, owner.slug, beside, [])
  }
}

/** What is said of a publisher that says nothing as a speaker; null of whoever has published nothing. */
export function asPublisher(database: Database, slug: string): string | null {
  const isPublished = { publisher: { slug, typename: null } }
  if (isEmptyBriefly(database, { entity: document }, isPublished)) return null
  const own = countBriefly(database, { entity: statement }, { voice: 'DOCUMENT', documentMatches: isPublished }) ?? 0
  const where = `statements(filter: { voice: DOCUMENT, documentMatches: { publisher: "${slug}" } })`
  return `${slug} says nothing as a speaker, but publishes documents, which say ${sayCount(own, 'statement')} in their own voice: ${where}.`
}

/** What is said of an organization without members for which others hold roles; null if none do. */
function asRepresented(database: Database, slug: string, filter: FilterInput): string | null {
  const list = { entity: membership, relation: agentRepresentatives }
  const count = countBriefly(database, list, filter, { entity: agent, slug }) ?? 0
  return count === 0
    ? null
    : `${slug} has no members, but ${sayCount(count, 'role')} held on its behalf: ask for representatives.`
}
