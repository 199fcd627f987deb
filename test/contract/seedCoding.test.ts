import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findQuotations } from '../../src/reading/index.ts'
import { dataOf, testGraph } from '../support/graph.ts'

const graph = testGraph()

interface Said {
  readonly slug: string
  readonly speechAct: string | null
  readonly attribution: string | null
  readonly certainty: string | null
  readonly content: { readonly start: number; readonly end: number }
  readonly notes: { readonly nodes: readonly { readonly text: string }[] }
  readonly stances: { readonly nodes: readonly { readonly manner: string | null }[] }
}

interface Counted {
  readonly slug: string
  readonly conditions: readonly { readonly aspect: string }[]
  readonly time: { readonly slug: string } | null
  readonly statements: { readonly nodes: readonly { readonly stances: { readonly totalCount: number } }[] }
}

async function statements(): Promise<readonly Said[]> {
  const answer = await graph.ask(`{ statements(first: 100) { nodes { slug speechAct attribution certainty
    content { start end } notes { nodes { text } } stances { nodes { manner } } } } }`)
  return (dataOf(answer) as { statements: { nodes: readonly Said[] } }).statements.nodes
}

describe('the seed is coded as its codebook says', () => {
  test('a fear or a hope asserts nothing', async () => {
    const feared = (await statements()).filter(
      ({ attribution, speechAct }) => attribution === 'BELIEF' && speechAct === 'EXPRESSIVE',
    )
    expect(feared.map(({ slug }) => slug)).toEqual(['wane-ice-435000/jurisdictions-concern'])
    for (const { certainty, stances } of feared) {
      expect(['POSSIBLE', 'PROBABLE']).toContain(certainty)
      expect(stances.nodes.map(({ manner }) => manner)).toEqual(stances.nodes.map(() => 'IMPLIED'))
      expect(stances.nodes).not.toEqual([])
    }
  })

  test('a note that says a quotation is not closed stands where the article closes none, and wherever it does not', async () => {
    const text = readFileSync('seed/wane-ice-435000/article.txt', 'utf8')
    const open = findQuotations(text, 'en').filter(({ closed, depth }) => !closed && depth === 1)
    expect(open).toHaveLength(1)
    const isOpen = ({ content }: Said) => open.some(({ start, end }) => start < content.end && content.start < end)
    const noted = (said: Said) => said.notes.nodes.some(({ text }) => /closes it nowhere/.test(text))
    const all = await statements()
    expect(all.filter(noted).map(({ slug }) => slug)).toEqual(all.filter(isOpen).map(({ slug }) => slug))
  })

  test('a reason begins with what speaks for a reading, and may end with what does not', async () => {
    const answer = await graph.ask(`{
      termUses(first: 100) { nodes { slug reason } }
      frameUses(first: 100) { nodes { slug reason } }
      stances(first: 100) { nodes { slug reason } }
      figureRelations(first: 100) { nodes { slug reason } } }`)
    const lists = Object.values(dataOf(answer) as Record<string, { nodes: { slug: string; reason: string | null }[] }>)
    const reasons = lists.flatMap(({ nodes }) => nodes).filter(({ reason }) => reason !== null)
    expect(reasons.length).toBeGreaterThan(60)
    const begins = ({ reason }: { reason: string | null }) => reason?.split(/[.;]/)[0]
    expect(reasons.filter(each => /(?:does|do|is|are) not (?:say|said|name)/.test(begins(each) ?? ''))).toEqual([])
  })

  test('a release is said to be one in the label of each number, whoever tells of it', async () => {
    const answer = await graph.ask('{ figures(first: 100) { nodes { label conditions { aspect } } } }')
    const { nodes } = (dataOf(answer) as { figures: { nodes: { label: string; conditions: { aspect: string }[] }[] } })
      .figures
    const isRelease = ({ conditions }: (typeof nodes)[number]) => conditions.some(({ aspect }) => aspect === 'release')
    expect(nodes.filter(isRelease)).toHaveLength(6)
    expect(nodes.filter(({ label }) => label.includes('said to be'))).toEqual(nodes.filter(isRelease))
  })

  test('a demand or a vow takes a stance on what it asks for, whoever makes it', async () => {
    const bound = (await statements()).filter(({ speechAct }) => ['DIRECTIVE', 'COMMISSIVE'].includes(speechAct ?? ''))
    expect(bound.length).toBeGreaterThan(6)
    expect(bound.filter(({ stances }) => stances.nodes.length === 0).map(({ slug }) => slug)).toEqual([])
  })

  test('who tells how many were released or removed takes a stance on that they were, and what is counted in custody or out of it has a time', async () => {
    const answer = await graph.ask(`{ figures(first: 100) { nodes { slug conditions { aspect } time { slug }
      statements { nodes { stances { totalCount } } } } } }`)
    const { nodes } = (dataOf(answer) as { figures: { nodes: Counted[] } }).figures
    const counted = (...aspects: string[]) =>
      nodes.filter(({ conditions }) => conditions.some(({ aspect }) => aspects.includes(aspect)))
    expect(counted('removal')).toHaveLength(1)
    const without = counted('release', 'removal').filter(({ statements: { nodes: said } }) =>
      said.some(({ stances }) => stances.totalCount === 0),
    )
    expect(without.map(({ slug }) => slug)).toEqual([])
    expect(counted('custody').filter(({ time }) => time === null)).toEqual([])
  })

  test('whoever calls people dangerous blames these people, and not all who are counted', async () => {
    const blaming = async (target: string) => {
      const answer = await graph.ask(`{ frameUses(filter: { targetReferent: "${target}", valence: BLAME }) {
        nodes { statement { speaker { slug } } } } }`)
      const { nodes } = (dataOf(answer) as { frameUses: { nodes: { statement: { speaker: { slug: string } } }[] } })
        .frameUses
      return new Set(nodes.map(({ statement }) => statement.speaker.slug))
    }
    expect(await blaming('people-called-dangerous')).toEqual(new Set(['patrick-lechleitner', 'mark-green']))
    expect(await blaming('people-counted')).toEqual(new Set())
  })

  test('a stance is in the words that decide it, and these are the speaker’s if they stand in marks', async () => {
    const answer = await graph.ask(`{ stances(filter: { statementMatches: { quotation: MIXED } }) {
      nodes { wording claim { slug } } } }`)
    const { nodes } = (dataOf(answer) as { stances: { nodes: { wording: string; claim: { slug: string } }[] } }).stances
    const wordings = Object.fromEntries(nodes.map(({ wording, claim }) => [claim.slug, wording]))
    expect(wordings).toEqual({
      'non-cooperation-causes-releases': 'REPORTER',
      'system-is-broken': 'SPEAKER',
      'record-removals': 'SPEAKER',
      'removals-are-prioritized': 'SPEAKER',
      'cases-decided-singly': 'SPEAKER',
      'risks-are-weighed-first': 'SPEAKER',
    })
  })

  test('a claim can be read alone', async () => {
    const { claims } = dataOf(await graph.ask('{ claims(first: 100) { nodes { text } } }')) as {
      claims: { nodes: { text: string }[] }
    }
    expect(
      claims.nodes.map(({ text }) => text).filter(text => /\b(?:such|these|those|this) \w+\.$/.test(text)),
    ).toEqual([])
  })
})
