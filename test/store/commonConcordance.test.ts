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

/** What a term stands in; with a filter that leaves everything, which no short cut is taken for. */
function lines(term: string, more: Partial<ConcordanceRequest>) {
  const request = { ...asked, term, ...more }
  const source = prepareConcordance(database, request)
  return { count: countMatches(database, source), page: readConcordance(database, source, request) }
}

describe.each(['STATEMENTS', 'DOCUMENTS'] as const)('of %s', scope => {
  test.each(['way', 'WAY', 'gone', 'wa*', 'g*', 'their way', 'wages', '777', 'nothing'])(
    'a concordance of %s is the same by the index and by the texts',
    term => {
      for (const stretch of [{ first: 100 }, { last: 100 }]) {
        const byIndex = lines(term, { scope, ...stretch })
        expect(byIndex).toEqual(lines(term, { scope, ...stretch, documentFilter: {} }))
        const { startCursor: before, endCursor: after } = {
          startCursor: byIndex.page.edges[40]?.cursor,
          endCursor: byIndex.page.edges[60]?.cursor,
        }
        if (after === undefined) continue
        for (const further of [
          { first: 10, after },
          { last: 10, before },
        ])
          expect(lines(term, { scope, ...further })).toEqual(lines(term, { scope, ...further, documentFilter: {} }))
      }
    },
  )
})

test('a statement that stands inside another has no lines', () => {
  expect(lines('way', { first: 1 }).count).toBeLessThan(10_500)
  expect(lines('way', { first: 1 }).count).toBeGreaterThan(10_000)
})
