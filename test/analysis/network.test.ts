import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsByActor, oneModeEdges, type StanceCell, tiedCells, twoModeEdges } from '../../src/analysis/network.ts'
import type { OneModeAggregation, OneModeNormalization } from '../../src/analysis/networkVocabulary.ts'
import { hasSample, readSample } from '../support/dna.ts'

const aggregations: OneModeAggregation[] = ['IGNORE', 'CONGRUENCE', 'CONFLICT', 'SUBTRACT']
const normalizations: OneModeNormalization[] = ['NONE', 'AVERAGE', 'JACCARD', 'DNA_COSINE', 'COSINE']

/** The sum of the whole matrix, in which each pair stands twice, as DNA's own tests take it. */
function matrixSum(cells: readonly StanceCell[], aggregation: OneModeAggregation, normalization: OneModeNormalization) {
  const actors = [...new Set(cells.map(({ actor }) => actor))]
  return 2 * oneModeEdges(cells, actors, aggregation, normalization).reduce((sum, { weight }) => sum + weight, 0)
}

describe.skipIf(!hasSample)("Discourse Network Analyzer's sample (../shared/corpora/dna/sample.dna)", () => {
  const { cells, organizations, concepts } = hasSample ? readSample() : { cells: [], organizations: [], concepts: [] }

  test('gives the published two-mode network: 7 by 6, 40 statements', () => {
    const edges = twoModeEdges(cells, 'IGNORE', 'NONE')
    expect([organizations.length, concepts.length]).toEqual([7, 6])
    expect(edges.reduce((sum, { weight }) => sum + weight, 0)).toBe(40)
  })

  test.each<[OneModeAggregation, number, number, number, number]>([
    ['IGNORE', 276, 46.2619, 24.469, 8.8727],
    ['CONGRUENCE', 160, 25.8024, 13.6107, 4.8061],
    ['CONFLICT', 116, 20.4594, 10.8583, 4.0667],
    ['SUBTRACT', 44, 5.343, 2.7523, 0.7394],
  ])('gives the one-mode networks: %s', (aggregation, none, average, jaccard, cosine) => {
    expect(matrixSum(cells, aggregation, 'NONE')).toBeCloseTo(none, 4)
    expect(matrixSum(cells, aggregation, 'AVERAGE')).toBeCloseTo(average, 4)
    expect(matrixSum(cells, aggregation, 'JACCARD')).toBeCloseTo(jaccard, 4)
    expect(matrixSum(cells, aggregation, 'DNA_COSINE')).toBeCloseTo(cosine, 4)
  })

  test('gives the published network with the exclusions: 5 by 5, 9.8095', () => {
    const left = cells.filter(
      ({ actor, claim }) =>
        !['Senate', 'Sierra Club'].includes(organizations[actor] ?? '') &&
        concepts[claim] !== 'There should be legislation to regulate emissions.',
    )
    expect(new Set(left.map(({ actor }) => actor)).size).toBe(5)
    expect(matrixSum(left, 'CONGRUENCE', 'AVERAGE')).toBeCloseTo(9.8095, 4)
  })
})

describe('a network computed by hand', () => {
  // Actor 1 agrees twice and disagrees once with claim 1; actor 2 agrees with it thrice, and once with claim 2.
  const cells: StanceCell[] = [
    { actor: 1, claim: 1, level: 1, count: 2 },
    { actor: 1, claim: 1, level: 0, count: 1 },
    { actor: 2, claim: 1, level: 1, count: 3 },
    { actor: 2, claim: 2, level: 1, count: 1 },
    { actor: 3, claim: 1, level: 0.5, count: 2 },
  ]
  const weight = (aggregation: OneModeAggregation, normalization: OneModeNormalization = 'NONE', other = 2) =>
    oneModeEdges(cells, [1, other], aggregation, normalization)[0]?.weight

  test('counts agreement and conflict as products', () => {
    expect(weight('IGNORE')).toBe(9)
    expect(weight('CONGRUENCE')).toBe(6)
    expect(weight('CONFLICT')).toBe(3)
    expect(weight('SUBTRACT')).toBe(3)
  })

  test('counts a level in the middle as half of each', () => {
    expect(weight('CONGRUENCE', 'NONE', 3)).toBe(3)
    expect(weight('CONFLICT', 'NONE', 3)).toBe(3)
    expect(weight('SUBTRACT', 'NONE', 3)).toBe(0)
  })

  test('normalises by each formula', () => {
    expect(weight('CONGRUENCE', 'AVERAGE')).toBeCloseTo(6 / 3.5)
    expect(weight('CONGRUENCE', 'JACCARD')).toBeCloseTo(6 / (1 + 1 + 6))
    expect(weight('CONGRUENCE', 'DNA_COSINE')).toBeCloseTo(6 / 12)
    expect(weight('CONGRUENCE', 'COSINE')).toBeCloseTo(6 / Math.sqrt(5 * 10))
  })

  test('gives the affiliations, with activity and prominence', () => {
    const weights = (...options: [Parameters<typeof twoModeEdges>[1], Parameters<typeof twoModeEdges>[2]]) =>
      twoModeEdges(cells, ...options).map(edge => edge.weight)
    expect(weights('IGNORE', 'NONE')).toEqual([3, 3, 1, 2])
    expect(weights('SUBTRACT', 'NONE')).toEqual([1, 3, 1, 0])
    expect(weights('IGNORE', 'ACTIVITY')).toEqual([1, 3 / 4, 1 / 4, 1])
    expect(weights('IGNORE', 'PROMINENCE')).toEqual([3 / 8, 3 / 8, 1, 2 / 8])
  })

  test('names the cells that an edge comes from', () => {
    const ofActor = cellsByActor(cells)
    expect(tiedCells(ofActor(1), ofActor(2), 'CONFLICT')).toEqual([cells[1], cells[2]])
  })
})

describe('any network', () => {
  const anyCells = fc
    .uniqueArray(
      fc.record({
        actor: fc.integer({ min: 1, max: 5 }),
        claim: fc.integer({ min: 1, max: 4 }),
        level: fc.constantFrom(0, 0.5, 1),
        count: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: ({ actor, claim, level }) => `${actor} ${claim} ${level}` },
    )
    .filter(cells => cells.length > 0)

  test('has congruence and conflict add up to ignore, and differ by subtract', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(...normalizations), (cells, normalization) => {
        const [ignore = 0, congruence = 0, conflict = 0, subtract = 0] = aggregations.map(aggregation =>
          matrixSum(cells, aggregation, normalization),
        )
        expect(congruence + conflict).toBeCloseTo(ignore)
        expect(congruence - conflict).toBeCloseTo(subtract)
      }),
    )
  })

  test('has a textbook cosine of at most 1 for congruence without a middle, and of 1 for equal actors', () => {
    fc.assert(
      fc.property(anyCells, cells => {
        const clear = cells.filter(({ level }) => level !== 0.5)
        for (const { weight } of oneModeEdges(clear, [1, 2, 3, 4, 5], 'CONGRUENCE', 'COSINE')) {
          expect(weight).toBeLessThanOrEqual(1 + 1e-9)
        }
        const twins = clear.flatMap(cell => [{ ...cell, actor: 1 }]).filter(isFirstOfItsCell)
        const doubled = [...twins, ...twins.map(cell => ({ ...cell, actor: 2 }))]
        for (const { weight } of oneModeEdges(doubled, [1, 2], 'CONGRUENCE', 'COSINE')) expect(weight).toBeCloseTo(1)
      }),
    )
  })

  test('counts every statement once in the affiliations, and shares them out to 1', () => {
    fc.assert(
      fc.property(anyCells, cells => {
        const total = (edges: readonly { weight: number }[]) => edges.reduce((sum, { weight }) => sum + weight, 0)
        expect(total(twoModeEdges(cells, 'IGNORE', 'NONE'))).toBe(cells.reduce((sum, { count }) => sum + count, 0))
        const actors = new Set(cells.map(({ actor }) => actor)).size
        expect(total(twoModeEdges(cells, 'IGNORE', 'ACTIVITY'))).toBeCloseTo(actors)
      }),
    )
  })
})

function isFirstOfItsCell({ claim, level }: StanceCell, index: number, all: readonly StanceCell[]): boolean {
  return all.findIndex(other => other.claim === claim && other.level === level) === index
}
