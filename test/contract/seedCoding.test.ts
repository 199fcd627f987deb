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
      expect(stances.nodes.map(({ manner }) => manner)).toEqual(['IMPLIED'])
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
})
