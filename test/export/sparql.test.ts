import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Store } from 'oxigraph'
import { beforeAll, expect, test, vi } from 'vitest'
import { dixit } from '../support/cli.ts'
import { dataOf, temporaryFolder, testGraph } from '../support/graph.ts'

// The export starts a program, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const graph = testGraph()
const store = new Store()

beforeAll(async () => {
  const file = join(temporaryFolder(), 'seed.nq')
  const { code } = await dixit(['export', 'nquads', '--out', file], { DIXIT_DB: graph.database.client.name })
  expect(code).toBe(0)
  store.load(readFileSync(file, 'utf8'), { format: 'application/n-quads' })
})

const prefixes = `
prefix dixit: <urn:dixit:>
prefix id: <http://127.0.0.1:4000/id/>
prefix oa: <http://www.w3.org/ns/oa#>
prefix org: <http://www.w3.org/ns/org#>
prefix prov: <http://www.w3.org/ns/prov#>
prefix schema: <https://schema.org/>
prefix skos: <http://www.w3.org/2004/02/skos/core#>
`

/** The rows of an answer, each as its values by their names, in an order of their own. */
function sparql(query: string): string[] {
  const answer = store.query(prefixes + query)
  if (!Array.isArray(answer)) throw new Error('a query that selects')
  const rows = answer.filter(row => row instanceof Map)
  return rows
    .map(row => Array.from(row.values(), ({ value }) => String(value).replace(/^urn:dixit:\w+\//, '')).join(' | '))
    .toSorted()
}

/** An answer of GraphQL as rows: one for each element of its lists, without those in which something is not known. */
function rowsOf(value: unknown): string[][] {
  if (value === null) return []
  if (Array.isArray(value)) return value.flatMap(rowsOf)
  if (typeof value !== 'object' || value === null) return [[String(value)]]
  return Object.values(value).reduce<string[][]>(
    (rows, inner) => rows.flatMap(row => rowsOf(inner).map(more => [...row, ...more])),
    [[]],
  )
}

const same: readonly [question: string, graphql: string, sparql: string][] = [
  [
    'who says what about 435719?',
    '{ figureMentions(filter: { value: { eq: 435719 } }) { nodes { statement { speaker { name } text } } } }',
    `select ?name ?text {
      ?mention a dixit:FigureMention ; schema:value ?value ; dixit:statement ?statement .
      ?statement dixit:speaker/schema:name ?name ; schema:text ?text . filter(?value = 435719) }`,
  ],
  [
    'which figures have bounds and no number?',
    '{ figures(first: 100, filter: { value: { isNull: true }, lower: { gte: 10000 } }) { nodes { label lower } } }',
    `select ?label ?low { ?figure a dixit:Figure ; schema:name ?label ; schema:minValue ?low .
      filter(?low >= 10000) filter not exists { ?figure schema:value ?value } }`,
  ],
  [
    'what does Mark Green say, quoted whole?',
    '{ statements(filter: { speaker: "mark-green", quotation: DIRECT }) { nodes { text } } }',
    'select ?text { ?statement a schema:Quotation ; schema:creator id:Person\\/mark-green ; schema:text ?text }',
  ],
  [
    'who takes which stance to what?',
    '{ stances(first: 100) { nodes { statement { speaker { name } } stance claim { text } } } }',
    `select ?name ?stance ?text { ?taken a dixit:Stance ; dixit:stance ?stance ; dixit:claim/schema:text ?text ;
      dixit:statement/dixit:speaker/schema:name ?name }`,
  ],
  [
    'who holds which office where?',
    '{ memberships(first: 100) { nodes { member { name } role organization { name } } } }',
    `select ?name ?role ?where { ?held a org:Membership ; org:member/schema:name ?name ; org:role/skos:prefLabel ?role ;
      org:organization/schema:name ?where }`,
  ],
  [
    'by which words are the people named, and whose are they?',
    '{ termUses(first: 100, filter: { referent: "people-counted" }) { nodes { words wording } } }',
    'select ?words ?wording { ?use a dixit:TermUse ; dixit:referent id:Referent\\/people-counted ; dixit:words ?words ; dixit:wording ?wording }',
  ],
  [
    'where do the words of each frame stand?',
    '{ frameUses(first: 100, filter: { hasFunction: true }) { nodes { function passage { start end exact } } } }',
    `select ?function ?start ?end ?exact { ?use a dixit:FrameUse ; dixit:function ?function ; oa:hasTarget ?passage .
      ?passage oa:hasSelector [ oa:start ?start ; oa:end ?end ], [ oa:exact ?exact ] }`,
  ],
  [
    'which figures are the sum of which?',
    '{ figureRelations(filter: { kind: SUM_OF }) { nodes { subject { label } object { label } explanation } } }',
    `select ?whole ?part ?why { ?relation a dixit:FigureRelation ; dixit:figureRelationKind <urn:dixit:FigureRelationKind/SUM_OF> ;
      dixit:subject/schema:name ?whole ; dixit:object/schema:name ?part ; dixit:explanation ?why }`,
  ],
  [
    'what was concluded of speakers, and why?',
    '{ statements(first: 100, filter: { speakerBasis: INFERRED }) { nodes { text speaker { name } speakerReason } } }',
    `select ?text ?name ?why { ?statement dixit:speakerBasis <urn:dixit:Basis/INFERRED> ; schema:text ?text ;
      dixit:speaker/schema:name ?name ; dixit:speakerReason ?why }`,
  ],
  [
    'of which times are the figures?',
    '{ figures(first: 100) { nodes { label timeRelation time { edtf } } } }',
    'select ?label ?how ?edtf { ?figure a dixit:Figure ; schema:name ?label ; dixit:timeRelation ?how ; dixit:time/dixit:edtf ?edtf }',
  ],
]

test.each(same)('%s', async (_, graphql, query) => {
  const rows = rowsOf(dataOf(await graph.ask(graphql)))
  expect(rows.length).toBeGreaterThan(0)
  expect(sparql(query)).toEqual(rows.map(row => row.join(' | ')).toSorted())
})
