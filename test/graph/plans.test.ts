import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../support/corpus.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { documentedQueries } from '../support/guides.ts'
import { unindexedScans } from '../support/plan.ts'

const seed = testGraph()
const corpus = testGraph(writer => void writeCorpus(writer))

/** The queries that ask of everything: to hold every number against every other, to count the cues of all statements. */
const readsAll: ReadonlySet<string> = new Set([
  '15-numbers-in-tension.graphql',
  'docs/framing.md 3',
  '17-reporting-verbs.graphql',
])

// What api.md asks wrongly on purpose is checked there.
describe('each documented query answers from the seed, and would read no large table whole', () => {
  test.each(documentedQueries().filter(({ place, query }) => !readsAll.has(place) && !query.includes('wrong:')))(
    '$place',
    async ({ query }) => {
      const answer = await seed.ask(query)
      dataOf(answer)
      expect(unindexedScans(corpus.database, answer.sql)).toEqual([])
    },
  )
})

test.each([
  'select "t1"."id" from "figureMentions" "t1" where "t1"."lower" < ?',
  'select figureMentions.verbatim from figureMentions where lower < ?',
  'select 1 from claims where exists (select 1 from "figureMentions" f where f.lower < ?)',
])('a scan without an index is seen: %s', statement => {
  expect(unindexedScans(corpus.database, [statement])).toHaveLength(1)
})
