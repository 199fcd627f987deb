import { expect, test } from 'vitest'
import { corpus, fixture, graphIn, hasCorpora, importInto } from '../support/corpora.ts'
import { writeCorpus } from '../support/corpus.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'

const query = `query ($filter: DocumentFilter) {
  coderAgreement(filter: $filter) {
    documents documentCount words notes
    roles { role alpha words pairs { first { name } second { name } documents kappa both onlyFirst onlySecond neither
      statements { totalCount nodes { coder { name } } } } }
  }
}`

test('two coders of one document are compared word by word', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'polnear', fixture('polnear'))
  // The text has 49 words. The one coder's contents: the pumps would hold; we are ready, for the next flood; that 1,204
  // homes are, without water; that more would follow; little helps; flood, a clerk. The other has the first alone.
  const inBoth = 4
  const ofOne = inBoth + 3 + 4 + 4 + 2 + 4 + 2 + 2
  const words = 49
  const observed = 1 - (ofOne - inBoth) / words
  const chance = (ofOne * inBoth + (words - ofOne) * (words - inBoth)) / words ** 2
  // Of 2 × 42 values, those that are in the role and those that are not; each word that differs counts twice.
  const [inside, outside] = [ofOne + inBoth, 2 * words - ofOne - inBoth]
  const alpha = 1 - ((2 * words - 1) * 2 * (ofOne - inBoth)) / (2 * inside * outside)
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    coderAgreement: {
      documents: 1,
      documentCount: 1,
      words,
      notes: [],
      roles: [
        expect.objectContaining({ role: 'SOURCE' }),
        expect.objectContaining({ role: 'CUE' }),
        {
          role: 'CONTENT',
          alpha: expect.closeTo(alpha, 9),
          words,
          pairs: [
            {
              first: { name: 'a1b2' },
              second: { name: 'c3d4' },
              documents: 1,
              kappa: expect.closeTo((observed - chance) / (1 - chance), 9),
              both: inBoth,
              onlyFirst: ofOne - inBoth,
              onlySecond: 0,
              neither: words - ofOne,
              statements: { totalCount: 7, nodes: expect.arrayContaining([{ coder: { name: 'c3d4' } }]) },
            },
          ],
        },
      ],
    },
  })
})

test('without two coders of a document there is nothing to compare', async () => {
  expect(dataOf(await testGraph().ask(query, { filter: { slug: { eq: 'wane-ice-435000' } } }))).toEqual({
    coderAgreement: {
      documents: 0,
      documentCount: 0,
      words: 0,
      notes: ['No document under the filter has statements of two coders.'],
      roles: ['SOURCE', 'CUE', 'CONTENT'].map(role => ({ role, alpha: null, words: 0, pairs: [] })),
    },
  })
})

test('at most 500 documents are compared, the first by slug, and a note says of how many', async () => {
  const graph = testGraph(writer => {
    writeCorpus(writer, { documents: 501, statementsPerDocument: 2, speakers: 1 })
    writer.prepare("insert into coders (slug, name) values ('ann', 'Ann'), ('bob', 'Bob')").run()
    writer.prepare('update statements set coderId = 1 + id % 2').run()
  })
  const { coderAgreement } = dataOf(await graph.ask('{ coderAgreement { documents documentCount notes } }')) as {
    coderAgreement: object
  }
  expect(coderAgreement).toEqual({
    documents: 500,
    documentCount: 501,
    notes: ['Of 501 documents, the first 500 by slug are compared.'],
  })
})

test.skipIf(!hasCorpora)('DNA’s sample, imported, gives the values of DNA’s own tests', async () => {
  const folder = temporaryFolder()
  await importInto(folder, 'dna', corpus('dna/sample.dna'))
  const graph = graphIn(folder)
  const sumOf = async (args: string) => {
    const answer = await graph.ask(
      `{ discourseNetwork(actors: ORGANIZATION, ${args}) { actorCount edges { weight } } }`,
    )
    const { discourseNetwork } = Object(dataOf(answer))
    const edges: { weight: number }[] = discourseNetwork.edges
    return [discourseNetwork.actorCount, 2 * edges.reduce((sum, { weight }) => sum + weight, 0)]
  }
  expect(await sumOf('aggregation: IGNORE')).toEqual([7, 276])
  expect(await sumOf('aggregation: CONGRUENCE, normalization: AVERAGE')).toEqual([7, expect.closeTo(25.8024, 4)])
  expect(await sumOf('aggregation: SUBTRACT, normalization: DNA_COSINE')).toEqual([7, expect.closeTo(0.7394, 4)])

  const twoMode = await graph.ask(`{
    affiliationNetwork(actors: ORGANIZATION) { statements actorCount claims { claim { slug text } } edges { weight statements { totalCount } } }
    organizations(filter: { name: { in: ["Senate", "Sierra Club"] } }) { nodes { slug } }
  }`)
  const { affiliationNetwork, organizations } = Object(dataOf(twoMode))
  expect(affiliationNetwork).toMatchObject({ statements: 40, actorCount: 7, claims: { length: 6 } })
  for (const { weight, statements } of affiliationNetwork.edges) expect(statements.totalCount).toBe(weight)

  const excluded = affiliationNetwork.claims.find(
    ({ claim }: { claim: { text: string } }) => claim.text === 'There should be legislation to regulate emissions.',
  )
  const actors = JSON.stringify(organizations.nodes.map(({ slug }: { slug: string }) => slug))
  const exclusions = `excludeActors: ${actors}, excludeClaims: ["${excluded.claim.slug}"]`
  expect(await sumOf(`aggregation: CONGRUENCE, normalization: AVERAGE, ${exclusions}`)).toEqual([
    5,
    expect.closeTo(9.8095, 4),
  ])
})
