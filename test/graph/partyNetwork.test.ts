import { describe, expect, test } from 'vitest'
import { documentOf } from '../support/documents.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { writeDocument } from '../support/writeDocument.ts'

/** Ann, Bob and Cid of the greens, as a coder concluded, a rule read, and the document says; of Dan, Eve and a club no party is known. */
const graph = testGraph(writer => void writeDocument(writer, debate(), { replace: false }))

interface Shown {
  readonly actors: readonly object[]
  readonly edges: readonly object[]
  readonly notes: readonly string[]
}

async function parties(args = ''): Promise<Shown> {
  const grounds = 'stances paraphrased concluded'
  const answer = await graph.ask(
    `{ affiliationNetwork(actors: PARTY${args}) { notes actors { agent { slug } ${grounds} } edges { ${grounds} } } }`,
  )
  return (dataOf(answer) as { affiliationNetwork: Shown }).affiliationNetwork
}

describe('a network of parties', () => {
  test('counts as concluded what stands for a party by a role that was concluded or read by a rule', async () => {
    const grounds = { stances: 3, paraphrased: 0, concluded: 2 }
    const { actors, edges, notes } = await parties()
    expect({ actors, edges }).toEqual({ actors: [{ agent: { slug: 'greens' }, ...grounds }], edges: [grounds] })
    expect(notes).toContain(
      'Concluded or read by a rule, not stated: the role by which 2 of 3 stances count for a party.',
    )
  })

  test('says whose stances are left out because no party of theirs is known', async () => {
    expect((await parties()).notes).toContain(
      'Left out, because no party of their speakers is known at the time: 5 stances, of dan (2), eve (1), fay (1), 1 other.',
    )
  })

  test('says that a party is one speaker, and nothing of roles that are stated', async () => {
    const { notes } = await parties(', filter: { speakerMatches: { slug: { eq: "cid" } } }')
    expect(notes).toContain('The Greens is cid alone.')
    expect(notes).not.toContainEqual(expect.stringMatching(/no party of their speakers|the role by which/))
  })

  test('a party that is excluded is no party that is unknown', async () => {
    const { notes } = await parties(', excludeActors: ["greens"]')
    expect(notes).toContainEqual(expect.stringContaining('is known at the time: 5 stances,'))
  })

  test('networks through time say what they count over all of it', async () => {
    const answer = await graph.ask('{ affiliationNetworkOverTime(actors: PARTY, unit: YEAR) { network { notes } } }')
    const [window] = (dataOf(answer) as { affiliationNetworkOverTime: { network: Shown }[] }).affiliationNetworkOverTime
    expect(window?.network.notes).toContainEqual(
      expect.stringMatching(/^Over the whole time: Left out, because no party .* 5 stances/),
    )
  })

  test('networks of others say nothing of parties', async () => {
    const answer = await graph.ask(
      '{ people: affiliationNetwork(actors: PERSON) { notes } bodies: affiliationNetwork(actors: ORGANIZATION) { notes } }',
    )
    expect(JSON.stringify(dataOf(answer))).not.toContain('party')
  })
})

function debate() {
  const speakers = ['ann', 'bob', 'cid', 'dan', 'dan', 'eve', 'fay', 'club']
  const records = documentOf(
    'debate',
    speakers.map((speaker, index) => ({ speaker, words: `Tax it, ${index}.` })),
  )
  const [document] = records.documents
  const day = '2010-05-01'
  if (document) records.documents[0] = { ...document, published: day, publishedEarliest: day, publishedLatest: day }
  const people = records.agents.splice(0).filter(({ slug }) => slug !== 'club')
  records.agents.push(
    ...people,
    { slug: 'club', kind: 'ORGANIZATION', organizationKind: 'ASSOCIATION', name: 'club' },
    { slug: 'greens', kind: 'ORGANIZATION', organizationKind: 'PARTY', name: 'The Greens' },
  )
  records.claims.push({ slug: 'tax', text: 'There should be a tax.' })
  for (const [index, { slug: statementId, contentId: passageId }] of records.statements.entries()) {
    records.stances.push({ slug: `debate/tax${index}`, statementId, claimId: 'tax', stance: 'SUPPORTS', passageId })
  }
  records.rules.push({ slug: 'parties', name: 'PARTIES', version: '1', meaning: 'Reads parties.' })
  const role = { organizationId: 'greens', onBehalfOfId: null, role: 'member', area: null, passageId: null } as const
  const undated = { bounds: null, startDate: null, endDate: null, earliest: null, latest: null } as const
  const ofDebate = { ...role, ...undated, documentId: 'debate' } as const
  records.memberships.push(
    { ...ofDebate, slug: 'ann', memberId: 'ann', basis: 'INFERRED', reason: 'She sits with them.' },
    { ...ofDebate, slug: 'bob', memberId: 'bob', basis: 'AUTOMATIC', reason: null, ruleId: 'parties' },
    { ...ofDebate, slug: 'cid', memberId: 'cid', basis: 'STATED', reason: null },
  )
  return records
}
