import { describe, expect, test } from 'vitest'
import { renderProblems } from '../../src/ingest/problems.ts'
import { example, marked, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'

/** What is put in place of which words of the example; ▸ marks where the problem is expected. */
type Edit = readonly [from: string, to: string]

interface Expected {
  readonly message: string
  readonly words?: string
  readonly suggestion?: string
}

/** One mistake in the example, and the one problem that it gives. */
function mistake(name: string, edits: Edit | readonly Edit[], ...expected: Expected[]): void {
  test(name, () => {
    const list = isEdit(edits) ? [edits] : edits
    const edited = marked(list.reduce((text, [from, to]) => replaceOnce(text, from, to), example.annotations))
    const problems = problemsOf(writeDossier(example.article, edited.text))
    expect(
      problems.map(({ file, line, column, ...rest }) => ({ place: `${file}:${line}:${column}`, ...rest })),
    ).toEqual(
      expected.map((problem, index) => ({ place: `example/annotations.yaml:${edited.places[index]}`, ...problem })),
    )
  })
}

function isEdit(edits: Edit | readonly Edit[]): edits is Edit {
  return typeof edits[0] === 'string'
}

test('the example has none', () => {
  expect(problemsOf(writeDossier(example.article, example.annotations))).toEqual([])
})

describe('YAML and fields', () => {
  mistake('YAML that is none', ['  title: null ', '  title: "null ▸'], { message: 'X' })
  mistake(
    'a key that stands twice',
    ['  joan-lind: { person: Joan Lind, also: [Lind] }', '  ▸ada-reyes: { person: Joan Lind }'],
    { message: 'X' },
  )
  mistake('an alias', ['member: joan-lind', 'member: ▸*joan'], { message: 'X' })
  mistake('a tag', ['language: en', 'language: ▸!!str en'], { message: 'X' })
  mistake('a key that objects do not hold', ['  ada-reyes: { person', '  ▸__proto__: { person'], { message: 'X' })
  mistake('nesting without end', ['language: en', `language: ${'['.repeat(20)}▸${'['.repeat(9_980)}`], { message: 'X' })
  mistake(
    'an unknown field, with the nearest one',
    ['referent: homes-without-water\n    conditions', '▸referant: homes-without-water\n    conditions'],
    { message: 'X' },
  )
  mistake('an unknown field of a quotation', ['exact: she, suffix', 'exact: she, ▸sufix'], { message: 'X' })
  mistake('an unknown section', ['channels:', '▸chanels:'], { message: 'X' })
  mistake('a missing field', ['  ▸', ''], { message: 'X' })
  mistake('a missing version', ['dossier: 1\n', '▸\n'], { message: 'X' })
  mistake('another version', ['dossier: 1\n', 'dossier: ▸2\n'], { message: 'X' })
  mistake('a value that is none of those possible', ['kind: AGENCY', 'kind: ▸AGENCI'], { message: 'X' })
  mistake('a number where words belong', ['words: "750"', 'words: ▸750'], { message: 'X' })
  mistake('text where a number belongs', ['value: 1204', 'value: ▸about 1204'], { message: 'X' })
  mistake('a list where words belong', ['label: homes without water\n', '▸label: [homes]\n'], { message: 'X' })
  mistake('a field left empty', ['label: homes without water\n', 'label:▸\n'], { message: 'X' })
  mistake('a key that is none', ['  board-on-homes:', '  ▸Board on homes:'], { message: 'X' })
  mistake('a reference that is no key', ['member: ada-reyes', 'member: ▸Ada Reyes'], { message: 'X' })
  mistake('a number that would not be exact', ['value: 1204', 'value: ▸9007199254740993'], { message: 'X' })
  mistake('an infinite number', ['value: 1204', 'value: ▸.inf'], { message: 'X' })
  mistake('a language that is none', ['language: en', 'language: ▸English please'], { message: 'X' })
  mistake('an address that is none', ['language: en', 'language: en\n  url: ▸www.example.com'], { message: 'X' })
  mistake('a label of several lines', ['label: homes without water\n', 'label: ▸"homes\\nwithout water"\n'], {
    message: 'X',
  })
  mistake('an occurrence of zero', ['occurrence: 1', 'occurrence: ▸0'], { message: 'X' })
})

describe('quotations', () => {
  mistake(
    'words that are not there, with the nearest',
    ['content: 1,204 homes are still without water', 'content: ▸1,204 homes are still without any water'],
    { message: 'X' },
  )
  mistake('words that are there twice', ['cue: { exact: said, occurrence: 1 }', 'cue: ▸said'], { message: 'X' })
  mistake('an occurrence too many', ['occurrence: 1', 'occurrence: 3'], { message: 'X' })
  mistake(
    'a prefix that is not there',
    ['exact: she, suffix: said on Tuesday', 'exact: ▸she, suffix: said on Monday'],
    { message: 'X' },
  )
  mistake('words outside of their statement', ['words: "750"', 'words: ▸"1,204"'], { message: 'X' })
})
test('problems as plain text', () => {
  const problem = {
    file: 'a.yaml',
    line: 2,
    column: 5,
    message: 'unknown field',
    words: 'kee\u001b[2J\ny',
    suggestion: 'key',
  }
  expect(renderProblems([problem, { file: 'a.yaml', line: 3, column: 1, message: 'empty' }])).toBe(
    'a.yaml:2:5 unknown field\n    kee\uFFFD[2J y\n    did you mean: key\na.yaml:3:1 empty',
  )
})
