import { describe, expect, test } from 'vitest'
import { writeCorpus } from '../support/corpus.ts'
import { documentedQueries } from '../support/documentation.ts'
import { dataOf, fillWithSeed, testGraph } from '../support/graph.ts'
import { wholeTableScans } from '../support/plan.ts'

const graph = testGraph(writer => {
  fillWithSeed(writer)
  writeCorpus(writer)
})

const counts = 'counts every row of a table'
const comparison = 'holds every wording of a number against the others'
const wording = 'what is usual is counted over the whole corpus'
const walk = 'looks at rows in the order of the list until its page is full'

const units = 'the unit of a figure is compared in small letters, over an index of all units'
const rates = 'what counts per something is told from the names of units, over an index of them all'
const nested = 'which statements stand inside of others is found once, until something else is stored'
const notes = 'its notes look into the first thousands of statements'
/** The documented queries that may read a whole table, and why they must. */
const readsAll: Readonly<Record<string, string>> = {
  'examples/13-counting-statements.graphql': counts,
  'docs/api.md, statementStats': counts,
  'docs/api.md, figureStats': counts,
  'docs/api.md, figureMentionStats': counts,
  'docs/counting.md, Figures': counts,
  'examples/15-numbers-in-tension.graphql': comparison,
  'docs/api.md, figureComparisons': comparison,
  'docs/framing.md, Numbers held against each other': comparison,
  'examples/18-distinctive-wording.graphql': wording,
  'docs/api.md, distinctiveWording': wording,
  'docs/wording.md, Distinctive wording': wording,
  'examples/17-discourse-network.graphql': notes,
  'docs/api.md, concordance': nested,
  'docs/api.md, discourseNetwork': notes,
  'docs/networks.md, Discourse networks': notes,
  'docs/draft.md, The desk': notes,
  'examples/19-reporting-verbs.graphql': notes,
  'docs/api.md, reportingVerbs': notes,
  'examples/corpora/everyone-who-said-15-an-hour.graphql': units,
  'docs/api.md, number': rates,
  'docs/api.md, graph': counts,
  'docs/api.md, timeline': counts,
  'docs/time.md, A timeline': counts,
  'docs/filters.md, Order': walk,
  'docs/api.md, figureMentions': walk,
  'docs/api.md, termUses': walk,
  'docs/graph.md, Numbers: what does one commit to?': walk,
  'docs/graph.md, Voice and wording: whose is it?': walk,
}

// What api.md asks wrongly on purpose is checked there.
const queries = documentedQueries().filter(({ query }) => !query.includes('wrong:'))

describe('each documented query answers beside thousands of statements, and reads no large table whole', () => {
  test.each(queries)('$place', async ({ place, query }) => {
    const answer = await graph.ask(query)
    dataOf(answer)
    const scans = wholeTableScans(graph.database, answer.sql)
    if (place in readsAll) expect(scans, 'it need not be named any more').not.toEqual([])
    else expect(scans).toEqual([])
  })
})

test('what is said to read everything is documented', () => {
  const places = queries.map(({ place }) => place)
  expect(Object.keys(readsAll).filter(place => !places.includes(place))).toEqual([])
})

test.each([
  'select "t1"."id" from "figureMentions" "t1" where "t1"."lower" < ?',
  'select figureMentions.words from figureMentions where lower < ?',
  'select 1 from claims where exists (select 1 from "figureMentions" f where f.lower < ?)',
  'select count(*) from "figureMentions" "t1" where true and true',
  'select "t1"."id" from "statements" "t1" where "t1"."text" > ? order by "t1"."documentId" limit ?',
])('a scan is seen, of a table and of an index: %s', statement => {
  expect(wholeTableScans(graph.database, [statement])).toHaveLength(1)
})

test('a page of a list in the order of an index is no scan', () => {
  const page =
    'select "t1"."id" from "statements" "t1" where true and true order by "t1"."documentId", "t1"."start" limit ?'
  expect(wholeTableScans(graph.database, [page])).toEqual([])
})
