import { Failure } from '../../model/failure.ts'
import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import { matchAll, readConcordanceTerm } from '../../reading/index.ts'
import {
  type Page,
  type PageSlice,
  pageOf,
  readCursor,
  type StretchRequest,
  stretch,
  writeCursor,
} from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import type { FilterInput } from '../query/filter.ts'
import { checkLength, partsIn } from '../query/searchMatch.ts'
import {
  type ConcordanceLine,
  type ConcordanceMatch,
  compare,
  contextWords,
  linesOf,
  written,
} from './concordanceLines.ts'
import { type ConcordanceScope, type ConcordanceSource, keysOfText, readTexts } from './concordanceTexts.ts'

/** What the lines of a concordance can be sorted by. */
export const ConcordanceOrder = {
  POSITION: 'By where they stand: document by document, as imported, and from the beginning of each to its end.',
  SPEAKER: 'By the name of the speaker, in code-point order, those without one first; then by position. Of statements.',
  LEFT: 'By the words before, the nearest first, without regard to case and diacritics; then by position.',
  RIGHT: 'By the words after, the nearest first, without regard to case and diacritics; then by position.',
} as const satisfies Vocabulary
export type ConcordanceOrder = ValueOf<typeof ConcordanceOrder>

/** How many words a window has where nothing is asked, and at most. */
export const defaultWindow = 8
export const windowWordsCap = 50
/** In how many texts the term may stand at most for its lines to be sorted by context: all of them are read for it. */
export const contextCap: Readonly<Record<ConcordanceScope, number>> = { STATEMENTS: 5000, DOCUMENTS: 500 }

export interface ConcordanceRequest extends StretchRequest {
  readonly term: string
  /** Whether other forms of a single word are found too. */
  readonly anyForm: boolean
  readonly scope: ConcordanceScope
  /** Which statements; of the scope STATEMENTS alone. */
  readonly filter?: FilterInput | null | undefined
  readonly documentFilter?: FilterInput | null | undefined
  readonly order: ConcordanceOrder
  /** In words, on either side. */
  readonly window: number
}

/**
 * Reads what a concordance is asked of.
 *
 * @throws Failure SEARCH_TOO_LONG; BAD_SEARCH where the arguments do not fit each other
 */
export function prepareConcordance(database: Database, request: ConcordanceRequest): ConcordanceSource {
  const { term, scope, filter, documentFilter, order, window } = request
  checkLength(term, 'term')
  if (window < 1 || window > windowWordsCap) {
    throw new Failure('BAD_SEARCH', `window: ${window} is not from 1 to ${windowWordsCap} words.`, {
      argument: 'window',
      ...(window > windowWordsCap && { excess: { limit: windowWordsCap, value: window } }),
    })
  }
  if (scope === 'DOCUMENTS' && order === 'SPEAKER') {
    throw new Failure('BAD_SEARCH', 'order: SPEAKER is for scope STATEMENTS; the text of a document has no speaker.', {
      argument: 'order',
    })
  }
  if (scope === 'DOCUMENTS' && filter) {
    throw new Failure('BAD_SEARCH', 'filter is for scope STATEMENTS; for DOCUMENTS there is documentFilter.', {
      argument: 'filter',
    })
  }
  const parts = partsIn(database, readConcordanceTerm(term, request.anyForm))
  const sought = parts.map(part => part.words)
  return {
    expression: matchAll(parts),
    words: JSON.stringify(sought),
    sought,
    scope,
    filter,
    documentFilter,
  }
}

/**
 * A stretch of the lines. By position and by speaker no more texts are read than it needs; by context, all of them.
 *
 * @throws Failure TOO_MANY_HITS if there are more texts than can be sorted by context
 */
export function readConcordance(
  database: Database,
  source: ConcordanceSource,
  request: ConcordanceRequest,
): Page<ConcordanceLine> {
  const asked = stretch(request)
  const { order, window } = request
  const byContext = order === 'LEFT' || order === 'RIGHT'
  const lines = byContext
    ? linesByContext(database, source, order, window, asked)
    : linesByPosition(database, source, order, asked)
  return pageOf(asked, lines, line => ({
    cursor: writeCursor(order, [...line.keys.slice(0, -4), line.text.source.slug, ...line.keys.slice(-1)]),
    node: written(line, source.scope, window),
  }))
}

/**
 * The keys of the line that a cursor names by the slug of its text; null where there is none.
 *
 * @throws Failure BAD_CURSOR
 */
function keysOfCursor(database: Database, scope: ConcordanceScope, order: ConcordanceOrder, asked: PageSlice) {
  const keys = readCursor(asked, { name: order, keys: { length: order === 'POSITION' ? 2 : 3 } })
  if (keys === null) return null
  const [slug = '', match = 0] = keys.slice(-2)
  return [...keys.slice(0, -2), ...keysOfText(database, scope, slug, asked), match]
}

function linesByPosition(
  database: Database,
  source: ConcordanceSource,
  order: 'POSITION' | 'SPEAKER',
  asked: PageSlice,
): ConcordanceMatch[] {
  const { size, backward } = asked
  const bySpeaker = order === 'SPEAKER'
  const beyond = keysOfCursor(database, source.scope, order, asked)
  // Each text has one line at least, and that of the cursor may have none beyond it.
  const texts = readTexts(database, source, {
    bySpeaker,
    backward,
    from: beyond?.slice(0, -1) ?? null,
    limit: size + 2,
  })
  const lines = texts.flatMap(text => {
    const { speaker, documentId, start, id } = text
    const inText = linesOf(text, () => [...(bySpeaker ? [speaker] : []), documentId, start, id])
    return backward ? inText.reverse() : inText
  })
  const [id, match] = beyond?.slice(-2).map(Number) ?? []
  return lines.filter(({ text, keys }) => {
    if (match === undefined || text.source.id !== id) return true
    const number = Number(keys.at(-1))
    return backward ? number < match : number > match
  })
}

function linesByContext(
  database: Database,
  source: ConcordanceSource,
  order: 'LEFT' | 'RIGHT',
  window: number,
  asked: PageSlice,
): ConcordanceMatch[] {
  const { backward } = asked
  const beyond = keysOfCursor(database, source.scope, order, asked)
  const cap = contextCap[source.scope]
  const texts = readTexts(database, source, { bySpeaker: false, backward: false, from: null, limit: cap + 1 })
  if (texts.length > cap) {
    throw new Failure(
      'TOO_MANY_HITS',
      `The term stands in more than ${cap} texts, which is the limit for sorting by context. ` +
        'Narrow it with a filter or a longer term, or order by POSITION.',
      { argument: 'order', excess: { limit: cap, value: texts.length } },
    )
  }
  const lines = texts
    .flatMap(text => {
      const { documentId, start, id } = text
      return linesOf(text, line => [contextWords(line, order, window), documentId, start, id])
    })
    .sort((one, other) => compare(one.keys, other.keys))
  if (backward) lines.reverse()
  if (beyond === null) return lines
  return lines.filter(({ keys }) => (backward ? compare(keys, beyond) < 0 : compare(keys, beyond) > 0))
}
