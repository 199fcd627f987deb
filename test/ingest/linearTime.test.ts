import { expect, test } from 'vitest'
import { z } from 'zod'
import { Article } from '../../src/ingest/article.ts'
import { Problems, TooManyProblems } from '../../src/ingest/problems.ts'
import { quoteFor } from '../../src/ingest/quoteFor.ts'
import { spellingOf } from '../../src/ingest/speakers/spelling.ts'
import { readYaml } from '../../src/ingest/yaml.ts'
import { SegmentedText } from '../../src/model/segment.ts'

// Each of these took minutes, or would not have ended: a test that hangs fails.

test('words that single out a place are found in a line of very long words', () => {
  const words = `${'long'.repeat(60)} `.repeat(200)
  const article = new Article('article.txt', `${words}here ${words}here ${words}`, 'en')
  const at = article.text.lastIndexOf('here')
  expect(quoteFor(article, { start: at, end: at + 4 })).toEqual({ exact: 'here', occurrence: 2 })
})

test('a line of a million characters of initials is one sentence', () => {
  const line = 'A. '.repeat(333_333)
  const text = new SegmentedText(`${line}goes.`, 'en')
  expect(text.around({ start: 0, end: 1 }, { before: 0, after: 0, unit: 'SENTENCE' })).toEqual({
    start: 0,
    end: 1_000_004,
  })
})

test('a word of a million characters, of which every second is a capital, begins no row of names', () => {
  expect(spellingOf(`${'aA'.repeat(500_000)} and the Washington Post`).rows).toEqual(new Set(['Washington Post']))
})

test('a list of a hundred thousand items, each with a text after its quotation mark, has too many faults', () => {
  const text = `points:\n${'  - "one" more\n'.repeat(100_000)}`
  expect(() => readYaml(z.object({}), 'annotations.yaml', text, new Problems())).toThrow(TooManyProblems)
})
