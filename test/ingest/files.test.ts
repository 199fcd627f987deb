import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkDossier } from '../../src/ingest/importDossier.ts'
import { ofType } from '../support/ofType.ts'
import { example, marked, problemsOf, replaceOnce, write, writeDossier } from './dossiers.ts'
import { expectRemedy } from './mistake.ts'

/** The problems in one line each, every one of which has a remedy in the guide. */
function said(folder: string): string[] {
  return problemsOf(folder).map(({ file, line, column, message }) => {
    expectRemedy(message)
    return `${file}:${line}:${column} ${message}`
  })
}

describe('files', () => {
  test('a folder without either', () => {
    const folder = join(write({ 'example/README.md': 'Nothing here yet.' }), 'example')
    expect(said(folder)).toEqual(['example/annotations.yaml:1:1 no such file', 'example/article.txt:1:1 no such file'])
  })

  test('empty, and nothing but whitespace', () => {
    expect(said(writeDossier('', ' \n\t\n'))).toEqual([
      'example/annotations.yaml:1:1 the file contains only whitespace',
      'example/article.txt:1:1 the file is empty',
    ])
  })

  test('a folder in place of a file', () => {
    const folder = writeDossier(example.article, example.annotations)
    rmSync(join(folder, 'article.txt'))
    mkdirSync(join(folder, 'article.txt'))
    expect(said(folder)).toEqual(['example/article.txt:1:1 this is a folder, but a file is expected'])
  })

  test('bytes that are not UTF-8, with the place of the first', () => {
    const article = Buffer.concat([Buffer.from('One line.\nAnd é '), Buffer.from([0xe9]), Buffer.from(' another.')])
    expect(said(writeDossier(article, example.annotations))).toEqual([
      'example/article.txt:2:7 these bytes are not UTF-8. Save the file as UTF-8',
    ])
  })

  test('UTF-16 with a byte order mark is read, and without one is named', () => {
    const utf16 = (text: string) => Buffer.from(text, 'utf16le')
    expect(said(writeDossier(utf16(`\uFEFF${example.article}`), utf16(`\uFEFF${example.annotations}`)))).toEqual([])
    expect(
      said(writeDossier(Buffer.from(`\uFEFF${example.article}`, 'utf16le').swap16(), example.annotations)),
    ).toEqual([])
    expect(said(writeDossier(utf16(example.article), example.annotations))).toEqual([
      'example/article.txt:1:1 this file is in UTF-16 without a byte order mark: save it as UTF-8',
    ])
  })

  test('control characters, with their place', () => {
    expect(said(writeDossier('One line.\nAnd a \0 in it', example.annotations))).toEqual([
      'example/article.txt:2:7 holds the control character U+0000: remove it',
    ])
  })

  test('a packed file, by its first bytes', () => {
    const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from('word/document.xml')])
    expect(said(writeDossier(zip, example.annotations))).toEqual([
      'example/article.txt:1:1 this file is packed with zip: unpack it first',
    ])
  })

  test('100 MB, which are refused unread', () => {
    const folder = writeDossier(example.article, example.annotations)
    truncateSync(join(folder, 'article.txt'), 100_000_000)
    truncateSync(join(folder, 'annotations.yaml'), 20_000_001)
    const started = performance.now()
    expect(said(folder)).toEqual([
      'example/annotations.yaml:1:1 the file has 20.1 MB, and at most 20 MB are read. Split it, or remove what is not text',
      'example/article.txt:1:1 the file has 100 MB, and at most 5 MB are read. Split it, or remove what is not text',
    ])
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('a byte order mark, Windows line ends and decomposed letters change nothing', () => {
    const { records } = checkDossier(writeDossier(example.article, example.annotations))
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n').normalize('NFD')}`
    const other = checkDossier(writeDossier(windows(example.article), windows(example.annotations)))
    expect(other.problems).toEqual([])
    expect(other.records).toEqual(records)
  })

  test('a folder whose name is no key', () => {
    const folder = write({
      'My Article/article.txt': example.article,
      'My Article/annotations.yaml': example.annotations,
    })
    const [problem] = problemsOf(join(folder, 'My Article'))
    expect(problem).toEqual({
      file: 'My Article',
      line: 1,
      column: 1,
      message: 'the folder name becomes the key of the document, but it is not a valid key',
      words: 'My Article',
      suggestion: 'my-article',
    })
  })
})

describe('registers', () => {
  const agent = '  joan-lind: { person: Joan Lind, otherNames: [Lind] }\n'
  const register = `agents:\n${agent}  nobody: { person: Nobody }\n`
  const using = (path: string) => {
    const { text, places } = marked(replaceOnce(example.annotations, '\ndocument:', `\nuse: [${path}]\n\ndocument:`))
    return { annotations: replaceOnce(text, agent, ''), places }
  }

  test('share agents, of which only those are taken that the dossier refers to', () => {
    const { records, problems } = checkDossier(
      writeDossier(example.article, using('../shared/agents.yaml').annotations, { 'shared/agents.yaml': register }),
    )
    expect(problems).toEqual([])
    expect(ofType(records, 'agent').map(({ slug, otherNames }) => [slug, otherNames])).toEqual([
      ['joan-lind', ['Lind']],
      ['ada-reyes', undefined],
      ['water-board', undefined],
    ])
  })

  test('that are not there, lie elsewhere, or are used twice', () => {
    const { annotations, places } = using(
      '▸../none.yaml, ▸/etc/passwd, ▸../../agents.yaml, ▸.., ../agents.yaml, ▸../agents.yaml',
    )
    const beyond = 'name a register by a relative path; it must lie below the parent of this folder'
    expect(said(writeDossier(example.article, annotations, { 'agents.yaml': register }))).toEqual(
      ['no such register', beyond, beyond, beyond, 'this register is already used'].map(
        (message, index) => `example/annotations.yaml:${places[index]} ${message}`,
      ),
    )
  })

  test('that a link leads out to', () => {
    const outside = write({ 'agents.yaml': register })
    const { annotations, places } = using('▸agents.yaml')
    const folder = writeDossier(example.article, annotations)
    symlinkSync(join(outside, 'agents.yaml'), join(folder, 'agents.yaml'))
    expect(said(folder)[0]).toBe(
      `example/annotations.yaml:${places[0]} this link points outside the folder that holds the dossiers`,
    )
  })

  test('with problems of their own, at their own places', () => {
    const faulty = replaceOnce(register, '  nobody: {', '  ada-reyes: { person: Ada Reyes }\n  nobody: { age: 3,')
    const folder = writeDossier(example.article, using('../agents.yaml').annotations, { 'agents.yaml': faulty })
    expect(said(folder)).toEqual([
      'agents.yaml:4:13 unknown field',
      expect.stringMatching(
        new RegExp(`^example/annotations.yaml:11:3 this key is already taken: see ${dirname(folder)}/.*agents.yaml:3$`),
      ),
    ])
  })
})
