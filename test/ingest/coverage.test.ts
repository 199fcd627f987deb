import { expect, test } from 'vitest'
import { Article } from '../../src/ingest/article.ts'
import { findGaps } from '../../src/ingest/coverage.ts'
import { checkDossier } from '../../src/ingest/importDossier.ts'
import { example, replaceOnce, writeDossier } from './dossiers.ts'

function gapsOf(article: string, annotations: string): string[] {
  const { coverage, problems } = checkDossier(writeDossier(article, annotations))
  expect(problems).toEqual([])
  return coverage.map(({ kind, line, column, words }) => `${line}:${column} ${kind} ${words}`)
}

const none = { numbers: [], contents: [], setAside: [] }
const more = `${example.article}🌊 It called 12 towns “dry”, two of them twice. See https://example.com/2024/17 for “more”.\n`

test('the example leaves nothing out', () => {
  expect(gapsOf(example.article, example.annotations)).toEqual([])
})

test('numbers in digits or words, and quotations, that nothing covers', () => {
  expect(gapsOf(more, example.annotations)).toEqual([
    '4:13 NUMBER 12',
    '4:22 QUOTATION “dry”',
    '4:29 NUMBER two',
    '4:41 NUMBER twice',
    '4:84 QUOTATION “more”',
  ])
})

test('a date or a time of day once, whole', () => {
  const met = `${example.article}It met at 6:30 p.m. on 14 February 2026, and in 2025 with 12 towns.\n`
  expect(gapsOf(met, example.annotations)).toEqual([
    '4:11 NUMBER 6:30 p.m.',
    '4:24 NUMBER 14 February 2026',
    '4:49 NUMBER 2025',
    '4:59 NUMBER 12',
  ])
})

test('a date of another language than English, too', () => {
  const gaps = findGaps(new Article('article.txt', 'Seit dem 14. Februar 2026 sind es 12 Orte.', 'de'), none)
  expect(gaps.map(({ words }) => words)).toEqual(['14. Februar 2026', '12'])
})

test('what is set aside is covered, and what only a part of it is not', () => {
  const setAside = `
setAside:
  - { words: 12 towns “dry”, reason: Not about homes. }
  - { words: two of them, reason: Not about homes. }
  - { words: { exact: "“mo", suffix: re }, reason: Too short. }
`
  expect(gapsOf(more, example.annotations + setAside)).toEqual(['4:41 NUMBER twice', '4:84 QUOTATION “more”'])
})

test('a number that no figure mentions, though a statement says it', () => {
  const annotations = replaceOnce(example.annotations, '      - { figure: north-bank, words: "454" }\n', '')
  const bare = annotations.replace(/^ {4}relations:\n.*sumOf.*\n/m, '').replace(/^ {2}north-bank:.*\n/m, '')
  expect(gapsOf(example.article, bare)).toEqual(['2:40 NUMBER 454'])
})
