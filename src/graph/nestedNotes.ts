import { isRecord } from '../model/isRecord.ts'
import { countBriefly, MOST_COUNTED } from '../store/query/countBriefly.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { statement } from '../store/schema/entities.ts'
import { agentJointStatements, agentStatements } from '../store/schema/relations.ts'
import { type Aside, type Asked, filterAsked, parentNamed, pathOf, type Values, valueAsked } from './aside.ts'
import { PageOfList } from './reads.ts'

/** How many statements of speakers are only reported by others: lists have them, analyses do not count them. */
export interface NestedNote {
  readonly code: 'NESTED'
  readonly message: string
  /** The list that has them. */
  readonly path: string
  readonly nestedCount: number
}

/** Looks for such statements in a list of what somebody said; null of any other list. The innermost field comes last. */
export function nestedNote(asked: readonly Asked[]): Aside<NestedNote> | null {
  const [last, around, list] = asked.toReversed()
  const reads = last?.field.extensions.reads
  if (last === undefined || !(reads instanceof PageOfList) || reads.list.entity !== statement) return null
  const { relation } = reads.list
  const isOfAgents = relation === agentStatements || relation === agentJointStatements
  if (!isOfAgents && relation !== undefined) return null
  const path = pathOf(asked)
  return (database, values) => {
    const given = valueAsked(last, 'filter', values) ?? {}
    // Most filters name no speaker: only those that do need to be coerced.
    if (!isRecord(given) || names(given, nesting) || !(isOfAgents || names(given, speakers))) return null
    const filter = filterAsked(last, values)
    if (filter === null) return null
    const parent = parentNamed(around, values)
    const whose = parent === undefined && isOfAgents ? speakersListed(list, values) : {}
    const nested = { and: [filter, { hasReportedIn: true }, whose ?? { hasSpeaker: true }] }
    const count = countBriefly(database, reads.list, nested, parent) ?? 0
    return count === 0 ? null : { code: 'NESTED', message: said(count, whose === null), path, nestedCount: count }
  }
}

function said(count: number, isElsewhere: boolean): string {
  const number = count > MOST_COUNTED ? `More than ${MOST_COUNTED}` : count
  const what = count === 1 ? 'statement of a speaker' : 'statements of speakers'
  const where = isElsewhere ? ` ${what}, here and elsewhere in the graph,` : ' of these'
  const [are, them] = count === 1 ? ['is', 'it'] : ['are', 'them']
  return `${number}${where} ${are} only reported by others: filter: { hasReportedIn: false } leaves ${them} out.`
}

const speakers: ReadonlySet<string> = new Set(['speaker', 'speakerMatches', 'hasSpeaker', 'speakers', 'hasSpeakers'])
/** Whoever asks for one of these knows of it. */
const nesting: ReadonlySet<string> = new Set(['reportedIn', 'reportedInMatches', 'hasReportedIn'])

/** Whether whatever meets a filter must meet one of those conditions. */
function names(filter: FilterInput, conditions: ReadonlySet<string>): boolean {
  return Object.entries(filter).some(([key, value]) => {
    if (conditions.has(key) && value !== undefined && value !== null && !isNone(key, value)) return true
    return key === 'and' && [value].flat().some(part => isRecord(part) && names(part, conditions))
  })
}

/** Whether a filter asks for what has no speaker. */
function isNone(key: string, value: unknown): boolean {
  return speakers.has(key) && value === false
}

/** Of which speakers statements are listed, where all of a list are asked for theirs; null if that is not known. */
function speakersListed(list: Asked | undefined, values: Values): FilterInput | null {
  const reads = list?.field.extensions.reads
  if (list === undefined || !(reads instanceof PageOfList) || reads.list.relation !== undefined) return null
  const filter = filterAsked(list, values)
  return filter && { speakerMatches: { and: [reads.list.fixed ?? {}, filter] } }
}
