import { describe, expect, test } from 'vitest'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { type ConcordanceRequest, prepareConcordance, readConcordance } from '../../src/store/search/concordance.ts'
import { countMatches } from '../../src/store/search/concordanceTexts.ts'
import { writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

// 10,500 statements, of which one in a hundred reaches over those behind it.
const database = openReader(
  testDatabase(writer => {
    writeCorpus(writer, { documents: 35, statementsPerDocument: 300, speakers: 3 })
    writer
      .prepare(
        `update passagePlaces set "end" = "end" + 150 where id in (select contentId from statements where id % 100 = 7)`,
      )
      .run()
  }),
)

const asked = { anyForm: false, scope: 'STATEMENTS', order: 'POSITION', window: 4 } as const

const requestOf = (term: string, more: Partial<ConcordanceRequest>) => ({ ...asked, term, ...more })

/** How often a term stands there; with a filter that leaves everything, which no short cut is taken for. */
function count(term: string, more: Partial<ConcordanceRequest>): number {
  return countMatches(database, prepareConcordance(database, requestOf(term, more)))
}

/** The lines, likewise. */
function page(term: string, more: Partial<ConcordanceRequest>) {
  const request = requestOf(term, more)
  return readConcordance(database, prepareConcordance(database, request), request)
}

describe.each(['STATEMENTS', 'DOCUMENTS'] as const)('of %s', scope => {
  test.each(['way', 'WAY', 'gone', 'wa*', 'g*', 'their way', 'wages', '777', 'nothing'])(
    'a concordance of %s is the same by the index and by the texts',
    term => {
      expect(count(term, { scope })).toBe(count(term, { scope, documentFilter: {} }))
      const first = page(term, { scope, first: 100 })
      const before = first.edges[40]?.cursor
      const after = first.edges[60]?.cursor
      const further = [
        { first: 10, after },
        { last: 10, before },
      ]
      for (const stretch of [{ first: 100 }, { last: 100 }, ...(after === undefined ? [] : further)]) {
        expect(page(term, { scope, ...stretch })).toEqual(page(term, { scope, ...stretch, documentFilter: {} }))
      }
    },
  )
})

test('a statement that stands inside another has no lines', () => {
  expect(count('way', {})).toBeLessThan(10_500)
  expect(count('way', {})).toBeGreaterThan(10_000)
})
