import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { dixit, entry } from '../support/cli.ts'
import { ofType } from '../support/ofType.ts'
import { example, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const edited = (...edits: (readonly [string, string])[]) =>
  writeDossier(
    example.article,
    edits.reduce((text, [from, to]) => replaceOnce(text, from, to), example.annotations),
  )
const missing = ['    kind: LETTER\n', ''] as const
const lines = (folder: string) =>
  problemsOf(folder).map(({ message, isOpen }) => `${isOpen ? 'open' : 'wrong'}: ${message}`)

test('what is missing is open, and what contradicts the article is wrong', async () => {
  const folder = edited(missing)
  expect(lines(folder)).toEqual([expect.stringMatching(/^open: the field “kind” is missing/)])
  const half = await dixit(['check', folder])
  expect(half).toMatchObject({
    code: 0,
    out: expect.stringMatching(/1 still open\n.*still open: the field “kind”/s),
  })
  const both = edited(missing, ['cue: wrote', 'cue: wrotte'])
  expect(await dixit(['check', both])).toMatchObject({
    code: 3,
    out: expect.stringMatching(/1 problem, 1 still open/),
  })
  expect(await dixit(['import', folder], { DIXIT_DB: join(folder, 'x.db') })).toMatchObject({ code: 3 })
})

test('a fault in one field hides no other fault of its entry, and is not told twice', () => {
  const folder = edited(
    ['speechAct: DIRECTIVE', 'speechAct: SAYING'],
    ['content: ["That is shameful"', 'content: ["That is shameful indeed"'],
  )
  expect(lines(folder)).toEqual([
    'wrong: these words are not in the article',
    expect.stringMatching(/^wrong: speechAct: expected one of/),
  ])
})

test('what the article says already may be left out: quotation, value and title', () => {
  const annotations = example.annotations.replaceAll(/^ +quotation: \w+\n/gm, '').replace(/^ +value: 1204\n/m, '')
  expect(annotations).not.toBe(example.annotations)
  const before = checkDossier(writeDossier(example.article, example.annotations)).records
  const after = checkDossier(writeDossier(example.article, annotations))
  expect(after.problems).toEqual([])
  expect(after.records).toEqual(before)

  const bare = 'dossier: 1\ndocument: { language: en }\n'
  const titleOf = (article: string) => ofType(checkDossier(writeDossier(article, bare)).records, 'document')[0]?.title
  expect(titleOf('Pier to close\nThe pier will close on Friday.\n')).toBe('Pier to close')
  expect(titleOf('The pier will close on Friday.\nIt is unsafe.\n')).toBeUndefined()
})

test('--watch checks again when a file has changed', async () => {
  const folder = edited(['cue: wrote', 'cue: wrotte'])
  const child = spawn(process.execPath, [entry, 'check', folder, '--watch'])
  let out = ''
  const said = (pattern: RegExp) =>
    new Promise<void>(resolve => {
      const look = () => pattern.test(out) && resolve()
      child.stdout.on('data', look)
      look()
    })
  child.stdout.on('data', chunk => (out += chunk))
  await said(/There is one problem\./)
  const file = join(folder, 'annotations.yaml')
  // The watch may begin a moment after the first answer: the file is written until it is seen.
  const writing = setInterval(() => writeFileSync(file, readFileSync(file, 'utf8').replace('wrotte', 'wrote')), 200)
  await said(/: sound\n/)
  clearInterval(writing)
  child.kill()
  await once(child, 'close')
})
