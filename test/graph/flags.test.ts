import { describe, expect, test } from 'vitest'
import { dataOf, testGraph } from '../support/graph.ts'

// That each filter finds what its field says on rows of every kind, filters.property.test.ts holds.

const graph = testGraph()

/** The bases in an answer, wherever they stand in it. */
function basesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([key, value]) =>
    /basis$/i.test(key) && typeof value === 'string' ? [value] : basesIn(value),
  )
}

describe('one filter finds', () => {
  test('the statements of which anything was concluded, whatever part it is', async () => {
    const { statements } = dataOf(
      await graph.ask(`{ statements(first: 100) { nodes { slug concluded basis time { basis } times { nodes { basis } }
        stances { nodes { basis } } termUses { nodes { basis } } frameUses { nodes { basis } } mentions { nodes { basis } }
        figureMentions { nodes { basis figure { populationBasis timeBasis conditions { basis } } } }
        relations { nodes { basis } } memberships { nodes { basis } } tellsOf { nodes { basis } } } } }`),
    ) as { statements: { nodes: { slug: string; concluded: boolean }[] } }
    const expected = statements.nodes.filter(node =>
      basesIn(node).some(basis => basis === 'INFERRED' || basis === 'AUTOMATIC'),
    )
    expect(statements.nodes.filter(({ concluded }) => concluded)).toEqual(expected)
    expect(expected.length).toBeGreaterThan(20)
    const asked = dataOf(
      await graph.ask(`{ yes: statements(filter: { concluded: true }, first: 100) { nodes { slug } }
        no: statements(filter: { concluded: false }) { totalCount } all: statements(filter: { concluded: null }) { totalCount } }`),
    )
    expect(asked).toEqual({
      yes: { nodes: expected.map(({ slug }) => ({ slug })) },
      no: { totalCount: statements.nodes.length - expected.length },
      all: { totalCount: statements.nodes.length },
    })
  })

  test('the numbers that are hedged, in whatever way', async () => {
    const { yes, no } = dataOf(
      await graph.ask(`{ yes: figureMentions(filter: { hedged: true }) { nodes { words hedged } }
        no: figureMentions(filter: { hedged: false }) { nodes { approximation hedged } } }`),
    ) as { yes: { nodes: object[] }; no: { nodes: object[] } }
    expect(yes.nodes).toEqual([
      { words: 'tens of thousands', hedged: true },
      { words: 'nearly 900,000', hedged: true },
    ])
    expect(no.nodes.length).toBeGreaterThan(10)
    for (const node of no.nodes) {
      expect(node).toEqual({ approximation: expect.stringMatching(/^(EXACT|NO_NUMBER)$/), hedged: false })
    }
  })
})
