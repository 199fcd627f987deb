import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDossier } from '../../src/ingest/importDossier.ts'
import { mutate, mutation } from '../support/mutation.ts'
import { example, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'

test('whatever becomes of its bytes, a dossier is sound or has problems with places', () => {
  const folder = writeDossier(example.article, example.annotations)
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.boolean(), (mutations, ofArticle) => {
      const name = ofArticle ? 'article' : 'annotations'
      const file = join(folder, ofArticle ? 'article.txt' : 'annotations.yaml')
      writeFileSync(file, mutations.reduce(mutate, Buffer.from(example[name])))
      const { records, problems } = checkDossier(folder)
      writeFileSync(file, example[name])

      expect(records === null).toBe(problems.length > 0)
      for (const { line, column, message } of problems) {
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1)
        expect(message).not.toMatch(/undefined|\[object|NaN/)
      }
    }),
    { numRuns: 500 },
  )
})

test('nesting without end is refused before it is parsed', () => {
  for (const deep of ['['.repeat(100_000), '{a: '.repeat(50_000), '- '.repeat(50_000), '? '.repeat(50_000)]) {
    const [problem] = problemsOf(writeDossier(example.article, `dossier: 1\ndocument:\n  ${deep}`))
    expect(problem).toMatchObject({ line: 3, message: 'nests too deeply for a dossier' })
  }
})

test('what has more tokens than are parsed in some seconds is refused before it is parsed', () => {
  const [problem] = problemsOf(writeDossier(example.article, `dossier: 1\nstatements:\n${'- a\n'.repeat(2_000_000)}`))
  expect(problem).toMatchObject({ message: 'holds more than 2,000,000 YAML tokens: split it' })
})

// Large, so that work that grows with the square is felt by whoever runs them. How long they take is not asserted: it is the machine’s.
test('a long list of entries is refused after its 1,000th problem', () => {
  const claims = Array.from({ length: 50_000 }, (_, index) => `  claim-${index}: "A claim."`).join('\n')
  const annotations = replaceOnce(example.annotations, 'claims:\n', `claims:\n${claims}\n`)
  expect(problemsOf(writeDossier(example.article, annotations)).at(-1)?.message).toBe(
    'this is the 1000th problem: fix these first',
  )
})

test('a long article with many quotations that it does not hold has a problem for each', () => {
  const words = ['homes', 'water', 'north', 'bank', 'mayor', 'board', 'town', 'said', 'plan', 'still']
  const article = Array.from({ length: 800_000 }, (_, index) => words[(index * index + (index >> 3)) % 10]).join(' ')
  const times = Array.from({ length: 900 }, (_, index) => {
    return `  t-${index}: { words: "${words[index % 10]} bank of the river ${index} and its boats", unresolved: It is a test. }`
  })
  const problems = problemsOf(
    writeDossier(article, `dossier: 1\ndocument: { language: en }\ntimes:\n${times.join('\n')}\n`),
  )
  expect(problems).toHaveLength(900)
})
