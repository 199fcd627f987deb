import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LogOdds, logOdds } from '../../src/analysis/logOdds.ts'

const counts = (words: Record<string, number>) => new Map(Object.entries(words))

/**
 * Independent of the code under test: the odds from shares of the smoothed totals, written as products, so that each
 * step differs from the sums of logarithms there.
 */
function reference(y: [number, number], n: [number, number], alpha: number, prior: number) {
  const share = (side: 0 | 1) => (y[side] + alpha) / (n[side] + prior)
  const delta = Math.log((share(0) * (1 - share(1))) / (share(1) * (1 - share(0))))
  const variance = (y[0] + y[1] + 2 * alpha) / ((y[0] + alpha) * (y[1] + alpha))
  return { delta, variance, z: delta * variance ** -0.5 }
}

describe('the weighted log-odds of Monroe, Colaresi and Quinn', () => {
  // Worked out apart: a = 10 · 12/40 = 3 for “tax”, 10 · 20/40 = 5 for “the”, 10 · 8/40 = 2 for “war”.
  const one = counts({ tax: 9, the: 10, war: 1 })
  const other = counts({ tax: 3, the: 10, war: 7 })
  const background = counts({ tax: 12, the: 20, war: 8 })

  test('are those computed by hand', () => {
    const scores = new Map(logOdds(one, other, background, 10).map(score => [score.word, score]))
    const tax = scores.get('tax')
    expect(tax?.delta).toBeCloseTo(Math.log(12 / 18) - Math.log(6 / 24), 12)
    expect(tax?.variance).toBeCloseTo(1 / 12 + 1 / 6, 12)
    expect(tax?.z).toBeCloseTo(0.9808292530117262 / 0.5, 12)
    expect(scores.get('the')?.delta).toBe(0)
    expect(scores.get('war')?.z).toBeCloseTo((Math.log(3 / 27) - Math.log(9 / 21)) / Math.sqrt(1 / 3 + 1 / 9), 12)
  })

  const anyCounts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 200 }), {
    minKeys: 1,
  })
  const anySides = fc.tuple(anyCounts, anyCounts, anyCounts).map(([one, other, rest]) => {
    const background = new Map<string, number>([['others', 50]])
    for (const side of [one, other, rest]) {
      for (const [word, count] of Object.entries(side)) background.set(word, (background.get(word) ?? 0) + count)
    }
    return { one: counts(one), other: counts(other), background }
  })
  const anyPrior = fc.double({ min: 0.5, max: 5_000, noNaN: true })

  test('agree with a computation of their own', () => {
    fc.assert(
      fc.property(anySides, anyPrior, ({ one, other, background }, prior) => {
        const totalOf = (side: ReadonlyMap<string, number>) => [...side.values()].reduce((sum, count) => sum + count, 0)
        for (const score of logOdds(one, other, background, prior)) {
          const alpha = (prior * (background.get(score.word) ?? 0)) / totalOf(background)
          const expected = reference([score.one, score.other], [totalOf(one), totalOf(other)], alpha, prior)
          expect(score.delta).toBeCloseTo(expected.delta, 6)
          expect(score.variance).toBeCloseTo(expected.variance, 6)
          expect(score.z).toBeCloseTo(expected.z, 6)
        }
      }),
    )
  })

  test('change their sign when the sides change places', () => {
    fc.assert(
      fc.property(anySides, anyPrior, ({ one, other, background }, prior) => {
        const there = byWord(logOdds(one, other, background, prior))
        for (const back of logOdds(other, one, background, prior)) {
          expect(back.delta).toBeCloseTo(-(there.get(back.word)?.delta ?? Number.NaN), 9)
          expect(back.variance).toBeCloseTo(there.get(back.word)?.variance ?? Number.NaN, 9)
        }
      }),
    )
  })

  test('are 0 for sides that say the same', () => {
    fc.assert(
      fc.property(anySides, anyPrior, ({ one, background }, prior) => {
        for (const { delta, z } of logOdds(one, one, background, prior)) expect([delta, z]).toEqual([0, 0])
      }),
    )
  })

  test('shrink towards 0 as the prior grows', () => {
    fc.assert(
      fc.property(anySides, ({ one, other, background }) => {
        const strong = byWord(logOdds(one, other, background, 1e9))
        for (const { delta } of strong.values()) expect(Math.abs(delta)).toBeLessThan(1e-4)
      }),
    )
  })
})

function byWord(scores: readonly LogOdds[]): Map<string, LogOdds> {
  return new Map(scores.map(score => [score.word, score]))
}
