import { expect, test } from 'vitest'
import { defaultSize, statementNumber, writeCorpus } from '../support/corpus.ts'
import { dataOf, testGraph } from '../support/graph.ts'

const graph = testGraph(writer => void writeCorpus(writer))
const cues = Array.from({ length: defaultSize.documents * defaultSize.statementsPerDocument }, (_, n) =>
  statementNumber(n),
).filter(({ cue }) => cue !== null)
const lemmas = { said: 'say', 'told reporters': 'tell', wrote: 'write', claimed: 'claim' }

test('each verb has its count, its rate and its statements', async () => {
  const answer = await graph.ask(
    `{ reportingVerbs { cueCount lemmaCount notes publishers { publisher { slug } cueCount
        verbs { lemma count rate low high forms statements(first: 1) { totalCount nodes { cue { exact } } } } } } }`,
  )
  const verbs = Object.entries(lemmas).map(([form, lemma]) => {
    const count = cues.filter(({ cue }) => cue === form).length
    return {
      lemma,
      count,
      rate: count / cues.length,
      low: expect.toSatisfy((low: number) => low < count / cues.length),
      high: expect.toSatisfy((high: number) => high > count / cues.length),
      forms: [form],
      statements: { totalCount: count, nodes: [{ cue: { exact: form } }] },
    }
  })
  expect(dataOf(answer)).toEqual({
    reportingVerbs: {
      cueCount: cues.length,
      lemmaCount: 4,
      notes: [],
      publishers: [
        {
          publisher: { slug: 'the-gazette' },
          cueCount: cues.length,
          verbs: verbs.sort((a, b) => b.count - a.count || (a.lemma < b.lemma ? -1 : 1)),
        },
      ],
    },
  })
})

test('of one speaker alone, and for the verbs that are asked for', async () => {
  const answer = await graph.ask(
    '{ reportingVerbs(filter: { speaker: "speaker-1" }, verbs: ["tell", "deny"]) { cueCount notes publishers { verbs { lemma count statements { totalCount } } } } }',
  )
  const own = cues.filter(({ speaker }) => speaker === 'speaker-1')
  const told = own.filter(({ cue }) => cue === 'told reporters').length
  expect(dataOf(answer)).toEqual({
    reportingVerbs: {
      cueCount: own.length,
      notes: ['No statement is introduced by: deny.'],
      publishers: [
        {
          verbs: [
            { lemma: 'tell', count: told, statements: { totalCount: told } },
            { lemma: 'deny', count: 0, statements: { totalCount: 0 } },
          ],
        },
      ],
    },
  })
})

test('as many SQL statements for one verb as for many', async () => {
  const query = (first: number) =>
    graph.ask(
      `{ reportingVerbs(first: ${first}) { publishers { verbs { statements(first: 1) { nodes { text } } } } } }`,
    )
  const [one, many] = [await query(1), await query(4)]
  dataOf(many)
  expect(many.sql.length).toBe(one.sql.length)
})

test('nothing to count is said, and too many verbs are refused', async () => {
  const empty = await graph.ask(
    '{ reportingVerbs(filter: { speaker: "nobody" }) { cueCount publishers { cueCount } notes } }',
  )
  expect(dataOf(empty)).toEqual({
    reportingVerbs: { cueCount: 0, publishers: [], notes: ['No statement has a cue and meets the filter.'] },
  })
  const { errors } = await graph.ask('{ reportingVerbs(first: 201) { cueCount } }')
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_ARGUMENT', argument: 'first', limit: 200, value: 201 })
})

test('a rate that rests on few cues comes with a note', async () => {
  const few = '{ reportingVerbs(filter: { speaker: "patrick-lechleitner" }) { cueCount notes } }'
  const { reportingVerbs } = dataOf(await testGraph().ask(few)) as {
    reportingVerbs: { cueCount: number; notes: string[] }
  }
  expect(reportingVerbs.cueCount).toBeLessThan(20)
  expect(reportingVerbs.notes[0]).toMatch(/^Only \d+ statements? counted: percentages of so few mean little\.$/)
})
