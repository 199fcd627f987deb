import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohenKappa, krippendorffAlpha, pairCounts, unitsWithin } from '../../src/analysis/agreement.ts'

/** The values of each unit from the rows of coders; a dot is a unit that the coder has not coded. */
function unitsOf(...coders: string[]): string[][] {
  const rows = coders.map(coder => coder.split(' '))
  return (rows[0] ?? []).map((_, unit) => rows.flatMap(row => (row[unit] === '.' ? [] : [row[unit] ?? ''])))
}

describe("Krippendorff's alpha", () => {
  test('is that of Krippendorff 2011, four observers, nominal', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    )
    expect(krippendorffAlpha(units).alpha).toBeCloseTo(0.743, 3)
    expect(krippendorffAlpha(units).units).toBe(11)
  })

  test('is that of the worked example with three coders and fifteen units', () => {
    const units = unitsOf(
      '. . . . . 3 4 1 2 1 1 3 3 . 3',
      '1 . 2 1 3 3 4 3 . . . . . . .',
      '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    )
    expect(krippendorffAlpha(units).alpha).toBeCloseTo(0.691, 3)
  })

  test('is null where there is nothing to compare', () => {
    expect(krippendorffAlpha([]).alpha).toBeNull()
    expect(krippendorffAlpha([['a'], ['b']])).toEqual({ alpha: null, units: 0 })
    expect(krippendorffAlpha([['a', 'a']]).alpha).toBeNull()
  })

  test('is 1 for coders who agree, at most 1 for any, and does not mind their order', () => {
    const values = fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }), { maxLength: 12 })
    fc.assert(
      fc.property(values, units => {
        const { alpha } = krippendorffAlpha(units)
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1)
        const turned = units.map(unit => [...unit].reverse()).reverse()
        const again = krippendorffAlpha(turned).alpha
        if (alpha === null) expect(again).toBeNull()
        else expect(again).toBeCloseTo(alpha, 9)
        const agreed = krippendorffAlpha(units.map(unit => unit.map(() => unit[0] ?? '')))
        if (agreed.alpha !== null) expect(agreed.alpha).toBe(1)
      }),
    )
  })
})

describe("Cohen's kappa", () => {
  test('is 0.4 where 20 and 15 of 50 agree and 5 and 10 do not', () => {
    const one = new Set(Array.from({ length: 25 }, (_, index) => index))
    const other = new Set([
      ...Array.from({ length: 20 }, (_, index) => index),
      ...[25, 26, 27, 28, 29, 30, 31, 32, 33, 34],
    ])
    const counts = pairCounts(one, other, 50)
    expect(counts).toEqual({ both: 20, one: 5, other: 10, neither: 15 })
    expect(cohenKappa(counts)).toBeCloseTo(0.4, 9)
  })

  test('is null where both put everything, or nothing, in the category', () => {
    expect(cohenKappa(pairCounts(new Set(), new Set(), 9))).toBeNull()
    expect(cohenKappa(pairCounts(new Set([0]), new Set([0]), 1))).toBeNull()
    expect(cohenKappa(pairCounts(new Set(), new Set(), 0))).toBeNull()
  })
})

test('units are within the spans that touch them', () => {
  const units = [
    { start: 0, end: 3 },
    { start: 4, end: 8 },
    { start: 9, end: 10 },
  ]
  expect([...unitsWithin(units, [{ start: 2, end: 4 }])]).toEqual([0])
  expect([...unitsWithin(units, [{ start: 3, end: 9 }])]).toEqual([1])
  expect([
    ...unitsWithin(units, [
      { start: 0, end: 1 },
      { start: 9, end: 20 },
    ]),
  ]).toEqual([0, 2])
  expect([...unitsWithin(units, [{ start: 3, end: 4 }])]).toEqual([])
})
