import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PhraseCounts, type PhraseLengths } from '../../src/analysis/phraseCounts.ts'

const places = ['one', 'other', 'rest'] as const
const anyWord = fc.oneof(fc.constantFrom('a', 'b', 'c', 'ab', 'é', '日本'), fc.stringMatching(/^[a-z]{1,9}$/))
const anyRuns = fc
  .array(fc.array(anyWord, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map(lines => lines.map(words => ` ${words.join(' ')} `).join('\n'))

/** The phrases of runs of one length, put together one by one. */
function phrasesOf(runs: readonly string[], length: number): string[] {
  const lines = runs.flatMap(each => each.split('\n')).map(line => line.trim().split(' '))
  return lines
    .flatMap(words =>
      words.map((_, start) => words.slice(start, start + length)).filter(phrase => phrase.length === length),
    )
    .map(phrase => phrase.join(' '))
}

function counted(
  lengths: PhraseLengths,
  texts: Readonly<Record<(typeof places)[number], readonly string[]>>,
  minimum: number,
  isAllRead = false,
) {
  const counts = new PhraseCounts(lengths)
  for (const runs of texts.one) counts.add(Buffer.from(runs), 'one')
  for (const runs of texts.other) counts.add(Buffer.from(runs), 'other')
  counts.forget(minimum)
  for (const runs of texts.rest) counts.add(Buffer.from(runs), 'rest')
  if (isAllRead) {
    for (const runs of [...texts.one, ...texts.other]) counts.add(Buffer.from(runs), 'rest')
    counts.takeOut('rest', ['one', 'other'])
  }
  return counts
}

test('phrases are counted along paths as they are counted one by one', () => {
  const anyLengths = fc.constantFrom({ from: 1, to: 1 }, { from: 1, to: 3 }, { from: 2, to: 2 }, { from: 2, to: 3 })
  const anyTexts = fc.record({ one: fc.array(anyRuns), other: fc.array(anyRuns), rest: fc.array(anyRuns) })
  fc.assert(
    fc.property(
      anyTexts,
      anyLengths,
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (texts, lengths, minimum, isAllRead) => {
        const counts = counted(lengths, texts, minimum, isAllRead)
        for (let length = lengths.from; length <= lengths.to; length += 1) {
          const found = {
            one: phrasesOf(texts.one, length),
            other: phrasesOf(texts.other, length),
            rest: phrasesOf(texts.rest, length),
          }
          for (const place of places) expect(counts.total(length, place)).toBe(found[place].length)
          const times = (phrase: string, place: (typeof places)[number]) =>
            found[place].filter(each => each === phrase).length
          const expected = [...new Set([...found.one, ...found.other])]
            .map(phrase => ({
              phrase,
              one: times(phrase, 'one'),
              other: times(phrase, 'other'),
              rest: times(phrase, 'rest'),
            }))
            .filter(({ one, other }) => one + other >= minimum)
          const byPhrase = (a: { phrase: string }, b: { phrase: string }) => (a.phrase < b.phrase ? -1 : 1)
          expect([...counts.phrases(length, minimum)].sort(byPhrase)).toEqual(expected.sort(byPhrase))
        }
      },
    ),
  )
})

test('words are told apart however many there are', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `w${index.toString(36)}`)
  const pairs = words.map((word, index) => ` ${word} ${words[(index * 7) % words.length]} `)
  const counts = counted({ from: 1, to: 2 }, { one: [pairs.join('\n')], other: [], rest: [pairs.join('\n')] }, 1)
  const single = [...counts.phrases(1, 1)]
  expect(single).toHaveLength(words.length)
  expect(single.every(({ one, rest }) => one === rest)).toBe(true)
  expect([...counts.phrases(2, 1)].map(({ phrase }) => ` ${phrase} `)).toEqual(pairs)
})
