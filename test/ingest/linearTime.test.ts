import { expect, test } from 'vitest'
import { z } from 'zod'
import { Article } from '../../src/ingest/article.ts'
import { Problems, TooManyProblems } from '../../src/ingest/problems.ts'
import { quoteFor } from '../../src/ingest/quoteFor.ts'
import { spellingOf } from '../../src/ingest/speakers/spelling.ts'
import { readYaml } from '../../src/ingest/yaml.ts'
import { SegmentedText } from '../../src/model/segment.ts'
import { problemsOf, writeDossier } from './dossiers.ts'

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

test('a pronoun is held against twenty thousand names before it', () => {
  const names = Array.from(
    { length: 200 },
    (_, number) => `Ada Moss${String.fromCharCode(97 + (number % 26))}${number}`,
  )
  const article = `${`${names.join(', ')} were there.\n`.repeat(100)}She said that it was late.\n`
  const agents = names.map((name, number) => `  agent-${number}: { person: ${name} }\n`).join('')
  const dossier = writeDossier(
    article,
    `dossier: 1
document: { title: null, language: en }
agents:
${agents}statements:
  late: { speaker: agent-1, source: She, cue: said, content: it was late, quotation: INDIRECT, speechAct: ASSERTIVE }
`,
  )
  expect(problemsOf(dossier).map(({ message }) => message)).toEqual([
    'agent-199 is named last before this pronoun: if it stands for agent-1, give the reason, which makes it INFERRED',
  ])
})
