import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { importPath } from '../../src/ingest/importDossier.ts'
import { dossiersIn } from '../../src/ingest/leaving/dossiers.ts'
import { interchangeRecord } from '../../src/model/interchange.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { everything, recordsIn } from '../../src/store/query/records/index.ts'
import { dixit } from '../support/cli.ts'
import { fixture, hasCorpora, polnear } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'
import { graphRows } from '../support/graphRows.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 900_000 })

const folder = temporaryFolder()
let made = 0

/** Runs commands against a database of its own, and opens it. */
async function filled(...commands: readonly (readonly string[])[]): Promise<Database> {
  const DIXIT_DB = join(folder, `${made++}.db`)
  for (const command of commands) {
    const { code, err } = await dixit(command, { DIXIT_DB })
    expect({ command, code, err: code === 0 ? '' : err }).toEqual({ command, code: 0, err: '' })
  }
  return openReader(DIXIT_DB)
}

/** Writes the whole graph as dossiers: file by file, what stands in it. */
function leave(database: Database): { readonly path: string; readonly files: Map<string, string> } {
  const path = join(folder, `dossiers-${made++}`)
  const files = new Map<string, string>()
  for (const { folder: slug, article, annotations } of dossiersIn(
    recordsIn(database, everything, { withTexts: true }),
  )) {
    mkdirSync(join(path, slug), { recursive: true })
    for (const [name, text] of Object.entries({ 'article.txt': article, 'annotations.yaml': annotations })) {
      writeFileSync(join(path, slug, name), text)
      files.set(join(slug, name), text)
    }
  }
  return { path, files }
}

/** What leaves as dossiers, the graph that comes of them, and what leaves of that. */
function thereAndBack(database: Database) {
  const left = leave(database)
  const back = openWriter(':memory:')
  importPath(back, left.path, { replace: false })
  return { left, back, again: leave(back) }
}

function recordsOf(database: Database): readonly z.infer<typeof interchangeRecord>[] {
  return recordsIn(database, everything, { withTexts: true }).records().toArray()
}

test('a dossier says every field of every record', async () => {
  const database = await filled([
    ...['import', 'jsonl', join(fixture('everyField'), 'everyField.jsonl'), '--strict', '--no-readings'],
  ])
  const { back, left, again } = thereAndBack(database)
  // Nothing names the second coder, who stands in no document, and so in no dossier.
  expect(difference(database, back)).toEqual({ lost: [expect.stringContaining('"Coder Two"')], added: [] })
  expect(again.files).toEqual(left.files)

  const known = interchangeRecord.options.flatMap(option => fieldsIn(option.shape.type.value, option))
  const said = new Set(recordsOf(back).flatMap(record => filledIn(record)))
  expect(known.filter(field => !said.has(field) && !(field in unsaid))).toEqual([])
})

/** What no dossier says, with the reason. */
const unsaid: Readonly<Record<string, string>> = {
  'document.sha256': 'a dossier has the text itself',
  'coder.dataset': 'there only the coder whom nothing names has one; the next test is of one whom a statement names',
}

test('a coder of another dataset than the document comes back with that', async () => {
  const text = 'Ada Reyes said that the beds were full.'
  const records = [
    { type: 'dataset', slug: 'town', interchange: 2, name: 'Town', licence: 'CC0' },
    { type: 'dataset', slug: 'readers', interchange: 2, name: 'Readers', licence: 'CC0' },
    { type: 'coder', slug: 'cy', name: 'Cy Moe', dataset: 'readers' },
    { type: 'document', slug: 'town-1', text, language: 'en' },
    {
      type: 'statement',
      slug: 'town-1/1',
      document: 'town-1',
      content: { at: [[20, 38]], exact: text.slice(20, 38) },
      coder: 'cy',
    },
  ]
  const file = join(folder, 'coders.jsonl')
  writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
  const database = await filled(['import', 'jsonl', file, '--strict', '--no-readings'])
  const { back, left, again } = thereAndBack(database)
  expect(difference(database, back)).toEqual({ lost: [], added: [] })
  expect(again.files).toEqual(left.files)
  expect(recordsOf(back).filter(({ type }) => type === 'coder')).toEqual([
    { type: 'coder', slug: 'cy', name: 'Cy Moe', dataset: 'readers' },
  ])
})

test('a check says what a corpus has that a curator would have to mend, and finds no problem in it', async () => {
  const dossier = join(folder, 'slips', 'town-1')
  mkdirSync(dossier, { recursive: true })
  writeFileSync(join(dossier, 'article.txt'), 'Ada Reyes said that the beds were full.\n')
  const annotations = (dataset: string) => `dossier: 1
document:
  title: Beds
  language: en
${dataset}statements:
  beds: { speaker: ada, source: Ada Reyes, cue: said, content: the beds were full }
  again: { speaker: ada, source: Ada Reyes, cue: said, content: the beds were full }
agents:
  ada: { person: Ada Reyes }
`
  const twin = 'the statement beds has the same content and the same voice'
  writeFileSync(join(dossier, 'annotations.yaml'), annotations(''))
  expect(await dixit(['check', dossier])).toMatchObject({ code: 3, err: expect.stringContaining(twin) })
  writeFileSync(join(dossier, 'annotations.yaml'), annotations('  dataset: town\ndatasets:\n  town: { name: Town }\n'))
  const { code, out } = await dixit(['check', dossier])
  expect(code).toBe(0)
  expect(out).toContain('1 slip in the corpus, for a curator to fix:\n')
  expect(out).toContain(twin)
})

test('the seed comes back as it was', async () => {
  const { back, left, again } = thereAndBack(await filled(['seed']))
  const seed = await filled(['seed'])
  expect(difference(seed, back)).toEqual({ lost: [], added: [] })
  expect(again.files).toEqual(left.files)
  expect([...left.files.keys()]).toEqual(['wane-ice-435000/article.txt', 'wane-ice-435000/annotations.yaml'])
})

test('small corpora beside the seed come back, but for what no document names', async () => {
  const small = ['legislators', 'liar', 'popolo', 'quotebank', 'parlamint', 'checkthat']
  const database = await filled(
    ['seed'],
    ...small.map(format => ['import', format, fixture(format)]),
    ['import', 'polnear', fixture('polnear'), '--register', 'liar'],
    ['import', 'jsonl', fixture('jsonl'), '--dataset', 'town'],
  )
  const { back, left, again } = thereAndBack(database)
  expect(again.files).toEqual(left.files)
  const { lost, added } = difference(database, back)
  expect(added).toEqual([])
  const tables = new Set(lost.map(row => row.slice(0, row.indexOf(' '))))
  // Registers bring people and roles of which no document speaks, and rules may have read nothing.
  expect([...tables].toSorted()).toEqual([
    'agentNames',
    'agents',
    'datasets',
    'identifiers',
    'labels',
    'memberships',
    'rules',
  ])
  expect(back.value('select count(*) from statements')).toBe(database.value('select count(*) from statements'))
})

test('what people decided leaves as it is then', async () => {
  const decisions = join(folder, 'decisions.yaml')
  writeFileSync(
    decisions,
    `decisions: 1
decidedBy: Joan Lind
sameAs:
  - agent: legislators-r000001
    agents: [liar-ada-reyes]
    words: [{ dataset: polnear, words: [Ada Reyes, Mayor Ada Reyes] }]
    reason: The mayor has sat in the Senate, says the town's site.
`,
  )
  const database = await filled(
    ['import', 'legislators', fixture('legislators')],
    ['import', 'polnear', fixture('polnear')],
    ['import', 'liar', fixture('liar')],
    ['resolve', 'apply', decisions],
  )
  const { back, left, again } = thereAndBack(database)
  expect(again.files).toEqual(left.files)
  const links = (graph: Database) =>
    graph.client.prepare("select link, count(*) as n from mentions where link = 'DECISION' group by link").all()
  expect(links(database)).not.toEqual([])
  expect(links(back)).toEqual(links(database))
})

test.skipIf(!hasCorpora)('PolNeAR’s articles come back as they were (skipped without the corpora)', async () => {
  const database = await filled(['import', 'polnear', polnear()])
  const { back, left, again } = thereAndBack(database)
  expect(left.files.size).toBeGreaterThan(200)
  const { lost, added } = difference(database, back)
  // Rules that read nothing in these articles stand in no dossier.
  expect({ lost: lost.filter(row => !row.startsWith('rules ')), added }).toEqual({ lost: [], added: [] })
  expect(again.files).toEqual(left.files)
})

test('the command writes a folder a document, and says what stays', async () => {
  const DIXIT_DB = join(folder, 'command.db')
  const run = (...args: string[]) => dixit(args, { DIXIT_DB })
  await run('seed')
  await run('import', 'liar', fixture('liar'))
  const out = join(folder, 'command')
  const first = await run('export', 'dossier', '--out', out)
  expect(first).toMatchObject({
    code: 0,
    err: expect.stringContaining('left out: 1 document, whose dataset states no licence'),
  })
  expect(readdirSync(out).every(name => name.startsWith('liar-'))).toBe(true)
  expect(await run('export', 'dossier', '--out', out)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--force replaces it'),
  })
  expect(await run('export', 'dossier', '--out', out, '--force', '--texts', '--speaker', 'mark-green')).toMatchObject({
    code: 0,
  })
  expect(readdirSync(out)).toEqual(['wane-ice-435000'])
  const annotations = readFileSync(join(out, 'wane-ice-435000', 'annotations.yaml'), 'utf8')
  expect(annotations).toContain('speaker: mark-green')
  expect(annotations).not.toContain('speaker: tony-gonzales')
  const none = join(folder, 'none')
  expect(await run('export', 'dossier', '--out', none, '--document', 'wane-ice-435000')).toEqual({
    code: 2,
    out: '',
    err: 'dixit: No document leaves: no licence is stated under which its text may be passed on. If you may, add --texts; or state the licence, in a dossier as that of its dataset (datasets, and document.dataset).\n',
  })
  expect(existsSync(none)).toBe(false)
})

/** The rows that only one of two graphs has. */
function difference(before: Database, after: Database) {
  const [ours, theirs] = [new Set(graphRows(before)), new Set(graphRows(after))]
  return { lost: [...ours].filter(row => !theirs.has(row)), added: [...theirs].filter(row => !ours.has(row)) }
}

/** The paths of the fields that a record fills. */
function filledIn(record: { readonly type: string }): string[] {
  const walk = (value: unknown, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap(each => walk(each, path))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined ? [] : [`${path}.${key}`, ...walk(inner, `${path}.${key}`)],
    )
  }
  return walk(record, record.type)
}

/** The paths of the fields that a record can have, as its schema says. */
function fieldsIn(path: string, schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsIn(path, schema.unwrap())
  if (schema instanceof z.ZodArray) return fieldsIn(path, schema.element)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, inner]) => [
    `${path}.${key}`,
    ...fieldsIn(`${path}.${key}`, inner),
  ])
}
