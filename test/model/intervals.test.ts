import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommittedQuantity, describeQuantity, relateIntervals } from '../../src/model/intervals.ts'
import { Approximation, valuesOf } from '../../src/model/vocabulary.ts'
import { readQuantity } from '../../src/reading/index.ts'

/** What the words say, as an import reads them. */
function words(text: string): CommittedQuantity {
  const quantity = readQuantity(text, 'en')
  if (quantity === null) throw new Error(`“${text}” is no number`)
  return quantity
}

describe('two wordings', () => {
  test.each([
    ['435,719', '435,719', 'AGREE', 1],
    ['435,000', '435,719', 'ROUNDS', 435_719 / 435_000],
    ['435,719', '226,847', 'DISJOINT', 435_719 / 226_847],
    ['tens of thousands', '435,719', 'DISJOINT', 4.35719],
    ['tens of thousands', '62,231', 'OVERLAPS', null],
    // The bounds that the words leave out.
    ['tens of thousands', '100,000', 'DISJOINT', 1],
    ['tens of thousands', '20,000', 'OVERLAPS', null],
    ['nearly 900,000', '900,000', 'DISJOINT', 1],
    ['nearly 900,000', '899,999', 'OVERLAPS', null],
    ['over 900,000', '900,000', 'DISJOINT', 1],
    ['over 900,000', '900,001', 'OVERLAPS', null],
    ['over 900,000', 'nearly 900,000', 'DISJOINT', 1],
    ['over 900,000', 'at least 900,000', 'OVERLAPS', null],
    ['at least 900,000', '900,000', 'OVERLAPS', null],
    ['at least 900,000', 'up to 900,000', 'OVERLAPS', null],
    ['fewer than 900,000', 'up to 900,000', 'OVERLAPS', null],
    ['fewer than 900,000', 'nearly 900,000', 'AGREE', 1],
    ['at least 900,000', 'up to 300,000', 'DISJOINT', 3],
    // About so many commits to no bounds.
    ['about 900,000', 'about 900,000', 'AGREE', 1],
    ['about 900,000', '900,000', 'OVERLAPS', null],
    ['about 900,000', 'over 800,000', 'OVERLAPS', null],
    ['about 900,000', '900,001', null, null],
    ['about 900,000', 'nearly 900,000', null, null],
    // Nor does a range that is only about.
    ['about 40 to 45', 'roughly 40 to 45', 'AGREE', 1],
    ['about 40 to 45', '42', 'OVERLAPS', null],
    ['about 40 to 45', 'between 40 and 45', 'OVERLAPS', null],
    ['about 40 to 45', '46', null, null],
    ['about 40 to 45', 'over 45', null, null],
    ['about 40 to 45', 'about 42', null, null],
    // A quotient says nothing of zero, or across it.
    ['0', '5', 'DISJOINT', null],
    ['-5', '5', 'DISJOINT', null],
  ])('%s, %s: %s', (one, other, relation, factor) => {
    const expected = relation === null ? null : { relation, factor }
    for (const related of [relateIntervals(words(one), words(other)), relateIntervals(words(other), words(one))]) {
      expect(related && { relation: related.relation, factor: related.factor }).toEqual(expected)
    }
  })

  test.each([
    ['435,719', '226,847', false],
    ['435,719', 'tens of thousands', true],
    ['at least 900,000', 'up to 300,000', true],
    ['nearly 900,000', '1,800,000', true],
  ])('%s, %s: the factor is the least: %s', (one, other, isLeast) => {
    expect(relateIntervals(words(one), words(other))?.isLeast).toBe(isLeast)
  })

  test('a number is the same with its bounds and without', () => {
    const bare: CommittedQuantity = { approximation: 'EXACT', value: 7, lower: null, upper: null }
    expect(relateIntervals(bare, words('7'))).toMatchObject({ relation: 'AGREE', factor: 1 })
  })

  test('where no number is named, nothing follows', () => {
    const nothing: CommittedQuantity = { approximation: 'ABOUT', value: null, lower: null, upper: null }
    expect(relateIntervals(nothing, nothing)).toBeNull()
    expect(relateIntervals(nothing, words('7'))).toBeNull()
    expect(describeQuantity(nothing)).toBe('no number')
  })

  test.each([
    ['435,719', '435,719'],
    ['nearly 900,000', 'below 900,000'],
    ['over 900,000', 'above 900,000'],
    ['at least 900,000', '900,000 or more'],
    ['up to 900,000', 'up to 900,000'],
    ['tens of thousands', '20,000 to below 100,000'],
    ['40 to 45', '40 to 45'],
    ['about 40 to 45', 'about 40 to 45'],
    ['about 900,000', 'about 900,000'],
  ])('“%s” is described as %s', (text, description) => {
    expect(describeQuantity(words(text))).toBe(description)
  })
})

const number = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
const bound = fc.option(number)
const quantity: fc.Arbitrary<CommittedQuantity> = fc
  .record({ approximation: fc.constantFrom(...valuesOf(Approximation)), value: bound, lower: bound, upper: bound })
  .filter(({ lower, upper }) => lower === null || upper === null || lower <= upper)

/** Whether a number is one that the words allow: an oracle of its own, number by number. */
function allows({ approximation, value, lower, upper }: CommittedQuantity, n: number): boolean {
  if (approximation === 'EXACT' && value !== null) return n === value
  if (lower !== null && (approximation === 'OVER' ? n <= lower : n < lower)) return false
  const below = approximation === 'NEARLY' || approximation === 'UNDER' || approximation === 'ORDER_OF_MAGNITUDE'
  return upper === null || (below ? n < upper : n <= upper)
}

describe('any two quantities', () => {
  test('the relation is the same the other way round', () => {
    fc.assert(
      fc.property(quantity, quantity, (one, other) => {
        expect(relateIntervals(one, other)).toEqual(relateIntervals(other, one))
      }),
    )
  })

  test('each agrees with itself, unless it names no number at all', () => {
    fc.assert(
      fc.property(quantity, one => {
        const isNothing = one.value === null && one.lower === null && one.upper === null
        const agreeing = { relation: 'AGREE', factor: 1, isLeast: false }
        expect(relateIntervals(one, one)).toEqual(isNothing ? null : agreeing)
      }),
    )
  })

  test('a factor is a number of 1 or more; an overlap has none', () => {
    fc.assert(
      fc.property(quantity, quantity, (one, other) => {
        const related = relateIntervals(one, other)
        if (related === null) return
        const { relation, factor } = related
        if (relation === 'OVERLAPS') expect(factor).toBeNull()
        if (factor !== null) expect(factor >= 1 && Number.isFinite(factor)).toBe(true)
      }),
    )
  })

  test('disjoint ones have no number in common, and overlapping ones that name bounds do', () => {
    const half = fc.integer({ min: -6, max: 6 })
    const small = fc
      .record({
        approximation: fc.constantFrom(...valuesOf(Approximation)),
        value: fc.option(half),
        lower: fc.option(half),
        upper: fc.option(half),
      })
      .filter(({ lower, upper }) => lower === null || upper === null || lower < upper)
    // Every integer and the middle between any two: enough to meet every interval between integers.
    const numbers = Array.from({ length: 33 }, (_, index) => -8 + index / 2)
    fc.assert(
      fc.property(small, small, (one, other) => {
        const relation = relateIntervals(one, other)?.relation
        const common = numbers.some(n => allows(one, n) && allows(other, n))
        if (relation === 'DISJOINT' || relation === 'ROUNDS') expect(common).toBe(false)
        if (relation === 'OVERLAPS' || relation === 'AGREE') expect(common).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
