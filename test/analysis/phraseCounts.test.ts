import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PhraseCounts } from '../../src/analysis/phraseCounts.ts'
import { countPhrases, emptyCounts } from '../../src/analysis/wordCounts.ts'

const anyRuns = fc
  .array(fc.array(fc.constantFrom('a', 'b', 'c', 'ab', 'é'), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map(lines => lines.map(words => ` ${words.join(' ')} `).join('\n'))

test('phrases are counted along paths as they are counted one by one', () => {
  const lengths = fc.constantFrom({ from: 1, to: 1 }, { from: 1, to: 3 }, { from: 2, to: 2 }, { from: 2, to: 3 })
  fc.assert(
    fc.property(anyRuns, fc.array(anyRuns), lengths, (side, rest, asked) => {
      const [given, all] = [emptyCounts(asked), emptyCounts(asked)]
      countPhrases(given, side)
      const counts = new PhraseCounts(new Map(Array.from(given, ([length, phrases]) => [length, phrases.keys()])))
      for (const runs of rest) {
        counts.add(runs)
        countPhrases(all, runs)
      }
      for (const [length, phrases] of all) {
        expect(counts.total(length)).toBe([...phrases.values()].reduce((sum, count) => sum + count, 0))
        for (const phrase of given.get(length)?.keys() ?? [])
          expect(counts.count(phrase)).toBe(phrases.get(phrase) ?? 0)
      }
    }),
  )
})
