import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf, wordsAround as wordsInStretch } from '../../src/model/passageContext.ts'
import { SegmentedText } from '../../src/model/segment.ts'

/** The words around a passage, found in the whole of each line. */
function wordsAround(text: string, start: number, end: number, before: number, after: number) {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  let place = 0
  const words = text.split('\n').flatMap(line => {
    const begin = place
    place += line.length + 1
    return [...segmenter.segment(line)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({ start: begin + index, end: begin + index + segment.length }))
  })
  // A word that is cut is made whole, and not counted.
  const reach = (units: readonly { start: number; end: number }[], at: number, most: number) => {
    let left = most
    return units.slice(0, units.findIndex(unit => !(unit.start < at && unit.end > at) && --left < 0) >>> 0)
  }
  const ahead = reach(words.filter(word => word.start < start).toReversed(), start, before).at(-1)
  const behind = reach(
    words.filter(word => word.end > end),
    end,
    after,
  ).at(-1)
  return { start: ahead?.start ?? start, end: behind?.end ?? end }
}

const latin = [
  'a',
  'plan',
  'naïve',
  "don't",
  '1,200',
  '3.5',
  ' ',
  '  ',
  '. ',
  '\n',
  '—',
  'Donaudampfschifffahrt'.repeat(5),
]
const others = ['ภาษาไทย', '人口普查', 'e\u0301', ' \u0301']
const pieces = fc.oneof(
  fc.array(fc.constantFrom(...latin), { maxLength: 120 }),
  fc.array(fc.constantFrom(...latin, ...others), { maxLength: 120 }),
)

test('words around a passage are the same, whether a line is segmented whole or in pieces', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), fc.nat(9), fc.nat(9), (parts, one, other, before, after) => {
      const text = parts.join('')
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b)
      const found = new SegmentedText(text, 'en').around({ start, end }, { before, after, unit: 'WORD' })
      expect(found).toEqual(wordsAround(text, start, end, before, after))
    }),
    { numRuns: 2_000 },
  )
})

test('words around a passage, found in a stretch of the text, are those that are found in the whole, or none are told', () => {
  let told = 0
  fc.assert(
    fc.property(
      fc.record({
        parts: pieces,
        one: fc.nat(),
        other: fc.nat(),
        before: fc.nat(4),
        after: fc.nat(4),
        reach: fc.nat(60),
      }),
      ({ parts, one, other, before, after, reach }) => {
        const text = parts.join('')
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b)
        const [from, to] = [Math.max(start - reach, 0), end + reach]
        const stretch = { text: text.slice(from, to), language: 'en', start: from, isLast: text.length < to }
        const found = wordsInStretch(stretch, { start, end }, { before, after })
        if (found === null) return
        told += 1
        expect(found).toEqual(contextOf(new SegmentedText(text, 'en'), { start, end }, { before, after, unit: 'WORD' }))
      },
    ),
    { numRuns: 2_000 },
  )
  expect(told).toBeGreaterThan(200)
})
