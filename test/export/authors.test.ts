import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { dixit } from '../support/cli.ts'
import { temporaryFolder } from '../support/graph.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const environment = { DIXIT_DB: join(folder, 'ferry.db'), BASE_URL: 'https://dixit.example' }
const annotations = `dossier: 1
document:
  language: en
  title: Ferry stays
  authors:
    - Jane Doe
    - { person: Ludwig van Rede }
    - { organization: Ferry Users' League }
    - Gazette Staff
  publisher: courier
  published: 2026-03-19
agents:
  ada-moss: { person: Ada Moss }
  courier: { organization: The Courier, kind: PUBLISHER }
statements:
  stays: { speaker: ada-moss, source: Ada Moss, cue: said, content: The ferry stays, quotation: INDIRECT }
`
const names = ['Jane Doe', 'Ludwig van Rede', "Ferry Users' League", 'Gazette Staff']

async function run(...args: string[]): Promise<string> {
  const { code, out, err } = await dixit(args, environment)
  expect(err).not.toMatch(/^dixit:/m)
  expect(code).toBe(0)
  return out
}

async function recordsIn(of: Record<string, string>): Promise<string> {
  const out = join(folder, `${of.DIXIT_DB?.split('/').at(-1)}.jsonl`)
  expect(await dixit(['export', 'jsonl', '--out', out], of)).toMatchObject({ code: 0 })
  return readFileSync(out, 'utf8')
}

function dossier(name: string, document = annotations): string {
  const path = join(folder, name)
  mkdirSync(path)
  writeFileSync(join(path, 'article.txt'), 'The ferry stays, Ada Moss said.\n')
  writeFileSync(join(path, 'annotations.yaml'), document)
  return path
}

beforeAll(async () => {
  await run('import', dossier('ferry'))
})

test('citations have people in their parts, and organizations as they stand', async () => {
  const [item] = JSON.parse(await run('cite', 'ferry', '--format', 'csl'))
  expect(item.author).toEqual([
    { given: 'Jane', family: 'Doe' },
    { given: 'Ludwig', 'non-dropping-particle': 'van', family: 'Rede' },
    { literal: "Ferry Users' League" },
    { literal: 'Gazette Staff' },
  ])
  expect(await run('cite', 'ferry', '--format', 'bib')).toContain(
    "author = {Doe, Jane and van Rede, Ludwig and {Ferry Users' League} and {Gazette Staff}},",
  )
  expect(await run('cite', 'ferry', '--format', 'ris')).toContain(
    "AU  - Doe, Jane\nAU  - van Rede, Ludwig\nAU  - Ferry Users' League\nAU  - Gazette Staff\n",
  )
  expect(await run('cite', 'ferry', '--format', 'txt')).toMatch(
    /^Jane Doe, Ludwig van Rede, Ferry Users' League, and Gazette Staff\. Ferry stays\. The Courier\. Published 19 March 2026\./,
  )
})

test('a statement is no work of the authors: they are named with the document that it stands in', async () => {
  const [item] = JSON.parse(await run('cite', 'ferry/stays', '--format', 'csl'))
  expect(item).not.toHaveProperty('author')
  expect(item.note).toContain("In: Ferry stays, by Jane Doe, Ludwig van Rede, Ferry Users' League, and Gazette Staff.")
})

test('a document leaves as a dossier and as records with its authors, which read the same', async () => {
  const left = join(folder, 'left')
  await run('export', 'dossier', '--texts', '--out', left)
  const written = readFileSync(join(left, 'ferry/annotations.yaml'), 'utf8')
  expect(written).toContain(
    "authors: [ Jane Doe, { person: Ludwig van Rede }, { organization: Ferry Users' League }, Gazette Staff ]",
  )
  const records = await recordsIn(environment)
  expect(records).toContain(
    `"authors":[{"name":"Jane Doe"},{"name":"Ludwig van Rede","kind":"PERSON"},{"name":"Ferry Users' League","kind":"ORGANIZATION"},{"name":"Gazette Staff"}]`,
  )
  const other = { ...environment, DIXIT_DB: join(folder, 'again.db') }
  expect(await dixit(['import', join(left, 'ferry')], other)).toMatchObject({ code: 0 })
  expect(await recordsIn(other)).toBe(records)
})

test('tables, linked data and lists for reading have the authors in their order', async () => {
  await run('export', 'csv', '--out', join(folder, 'tables'))
  const table = readFileSync(join(folder, 'tables/documentAuthors.csv'), 'utf8')
  expect(table).toBe(
    `document,position,name,kind\r\n${['UNKNOWN', 'PERSON', 'ORGANIZATION', 'UNKNOWN'].map((kind, at) => `ferry,${at + 1},${names[at]},${kind}\r\n`).join('')}`,
  )
  await run('export', 'turtle', '--out', join(folder, 'ferry.ttl'))
  const turtle = readFileSync(join(folder, 'ferry.ttl'), 'utf8')
  expect(turtle).toMatch(/schema:author <https:\/\/dixit\.example\/id\/Document\/ferry#author-1>/)
  expect(turtle).toMatch(/#author-2>\s+(?:a|rdf:type) schema:Person/)
  const [listed] = JSON.parse(await run('list', 'documents', '--format', 'json'))
  expect(listed).toMatchObject({ authors: names })
  const shown: { field: string; value: string }[] = JSON.parse(await run('show', 'ferry', '--format', 'json'))
  expect(shown.filter(({ field }) => field === 'author').map(({ value }) => value)).toEqual(names)
  await run('report', 'ferry', '--out', join(folder, 'ferry.html'))
  expect(readFileSync(join(folder, 'ferry.html'), 'utf8')).toContain('<dt>By</dt><dd>Jane Doe, Ludwig van Rede,')
})

test('an author is a name, or says what it is', async () => {
  const wrong = dossier('wrong', annotations.replace('- Jane Doe', '- { person: Jane Doe, agent: jane-doe }'))
  const { code, err } = await dixit(['check', wrong], environment)
  expect(code).toBe(3)
  expect(err).toMatch(/annotations\.yaml:6:\d+ unknown field\s+agent/)
  const none = dossier('none', annotations.replace(/authors:\n(?: +- .*\n)+/, 'authors: []\n'))
  expect((await dixit(['check', none], environment)).err).toContain('leave it out where no author is named')
})

test('a season is cited by its name, never as a month', async () => {
  await run(
    'import',
    dossier('spring', annotations.replace('2026-03-19', '2026-21').replaceAll('ada-moss', 'ada-moss-2')),
  )
  expect(await run('cite', 'spring', '--format', 'txt')).toContain('The Courier. Published spring 2026.')
  const [item] = JSON.parse(await run('cite', 'spring', '--format', 'csl'))
  expect(item.issued).toEqual({ literal: 'spring 2026' })
})
