import { Failure } from '../../model/failure.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { type ConcordanceRequest, prepareConcordance } from './concordance.ts'
import { countMatches } from './concordanceTexts.ts'
import { searchIndexes } from './searchIndexes.ts'

/** One way to find a term that a concordance does not find, and how many lines it would have. */
export interface FoundElsewhere {
  readonly way: 'ANY_FORM' | 'STATEMENTS' | 'DOCUMENTS' | 'WITHOUT_FILTER'
  readonly count: number
}

/** A term that stands in more texts is not counted for a note. */
const MOST_TEXTS = 500

type Asked = Pick<ConcordanceRequest, 'term' | 'anyForm' | 'scope' | 'filter' | 'documentFilter'>

/**
 * Where a term stands that a concordance has no line of; none where it has lines, where nothing else would, or where the term is
 * so common that to look takes long.
 */
export function concordanceElsewhere(database: Database, asked: Asked): FoundElsewhere[] {
  const { scope, anyForm, filter, documentFilter } = asked
  try {
    if (count(database, asked) !== 0) return []
    const isFiltered = Boolean(filter ?? documentFilter)
    const other = scope === 'STATEMENTS' ? 'DOCUMENTS' : 'STATEMENTS'
    const ways: readonly (readonly [way: FoundElsewhere['way'], asked: Asked])[] = [
      ...(anyForm ? [] : [['ANY_FORM', { ...asked, anyForm: true }] as const]),
      ...(isFiltered ? [['WITHOUT_FILTER', { ...asked, filter: null, documentFilter: null }] as const] : []),
      [other, { ...asked, scope: other, filter: null }],
    ]
    return ways.map(([way, request]) => ({ way, count: count(database, request) })).filter(found => found.count > 0)
  } catch (error) {
    // What is wrong with the request the answer says.
    if (error instanceof Failure) return []
    throw error
  }
}

/** How many lines there are; NaN where the term is too common to be counted for a note. */
function count(database: Database, asked: Asked): number {
  const source = prepareConcordance(database, { ...asked, order: 'POSITION', window: 1 })
  if (source.sought.length === 0) return Number.NaN
  const index = sql.identifier(searchIndexes[asked.scope === 'STATEMENTS' ? 'STATEMENT' : 'DOCUMENT'].name)
  const beyond = database.all(sql`select 1 from ${index}(${source.expression}) limit 1 offset ${MOST_TEXTS}`)
  return beyond.length > 0 ? Number.NaN : countMatches(database, source)
}
