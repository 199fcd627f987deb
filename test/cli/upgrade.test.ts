import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { temporaryFolder } from '../ingest/dossiers.ts'
import { dixit } from '../support/cli.ts'
import { makeOlderDatabase } from '../support/olderDatabase.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Files of 1b6a890, the commit that became 0.1.0, and a mapping with the names of its time. */
const older = new URL('../fixtures/upgrade', import.meta.url)

function copy(): string {
  const folder = temporaryFolder()
  cpSync(older, folder, { recursive: true })
  return folder
}

/** Every file below a folder, with what it holds. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return Object.fromEntries(
    files
      .filter(file => statSync(join(folder, file)).isFile())
      .map(file => [file, readFileSync(join(folder, file), 'utf8')]),
  )
}

const upgrade = (...args: string[]) => dixit(['upgrade', ...args])

test('fields get their names of today, and all else of a file stays as it is', async () => {
  const folder = copy()
  const before = contents(folder)
  const { code, out } = await upgrade(folder)
  expect(code).toBe(0)
  expect(out.replaceAll(folder, 'F')).toBe(`F/agents.yaml: 8 names (also is now otherNames)
F/bernie-sanders.yaml: 2 names (by is now decidedBy, exact is now words)
F/press-review/annotations.yaml: 9 names (also is now otherNames, evidence is now words, act is now speechAct, in is now reportedIn, claims is now stances)
F/statements.csv.mapping.yaml: 1 name (statement is now content)
F/town.jsonl: version 1 is now version 2
`)
  const after = contents(folder)
  expect(after['statements.csv.mapping.yaml']).toBe(
    before['statements.csv.mapping.yaml']?.replace('statement: Quote', 'content: Quote'),
  )
  const [former, current] = [before, after].map(files => files['press-review/annotations.yaml']?.split('\n') ?? [])
  const replaced = former?.map(line =>
    line
      .replace(/\balso: /, 'otherNames: ')
      .replace(/\bevidence: /, 'words: ')
      .replace(/\bact: /, 'speechAct: ')
      .replace(/^ {4}in: /, '    reportedIn: ')
      .replace(/^ {4}claims: /, '    stances: '),
  )
  expect(current).toEqual(replaced)
  expect(after['town.jsonl']).toBe(`{"type":"dataset","slug":"town","interchange":2}\n${before['town.jsonl']}`)
})

test('a file that was upgraded says what it said, under names of today alone', async () => {
  const folder = copy()
  const dossier = join(folder, 'press-review')
  const before = checkDossier(dossier)
  expect(before.notes).toEqual([expect.stringContaining('9 old names, read for one release (also is now otherNames')])
  await upgrade(folder)
  const after = checkDossier(dossier)
  expect(after.notes).toEqual([])
  expect(after.digest).not.toBe(before.digest)
  expect(after.records).toEqual(before.records)
  const database = join(folder, 'x.db')
  expect((await dixit(['import', dossier], { DIXIT_DB: database })).code).toBe(0)
  expect((await dixit(['import', 'jsonl', join(folder, 'town.jsonl')], { DIXIT_DB: database })).code).toBe(0)
})

test('a dry run shows each line that would change, and changes none; done twice, nothing changes', async () => {
  const folder = copy()
  const before = contents(folder)
  const { out } = await upgrade('--dry-run', folder)
  expect(out).toContain(
    '\n@@ 36 @@\n-    act: ASSERTIVE\n+    speechAct: ASSERTIVE\n@@ 39 @@\n-    in: site-quotes\n+    reportedIn: site-quotes\n',
  )
  expect(out).toContain('\n@@ 1 @@\n+{"type":"dataset","slug":"town","interchange":2}\n')
  expect(contents(folder)).toEqual(before)
  await upgrade(folder)
  const after = contents(folder)
  const again = await upgrade(folder)
  expect(again.out.match(/is up to date/g)).toHaveLength(5)
  expect(contents(folder)).toEqual(after)
})

test('keys in quotation marks, line ends of Windows and a byte order mark stay', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'decisions.yaml')
  writeFileSync(
    file,
    '\uFEFFdecisions: 1\r\n"by": Ada # me\r\nsameAs: [{ agent: a, agents: [b], \'by\': Bo, reason: x }]\r\n',
  )
  expect((await upgrade(file)).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe(
    '\uFEFFdecisions: 1\r\n"decidedBy": Ada # me\r\nsameAs: [{ agent: a, agents: [b], \'decidedBy\': Bo, reason: x }]\r\n',
  )
})

test('the log of a review and packed records are carried over', async () => {
  const folder = copy()
  const line = (act: string) =>
    `{"at":"2026-03-04T05:06:07Z","accepted":{"section":"statements","key":"s","value":{"content":"in: act","${act}":"ASSERTIVE"}},"reason":null}`
  const log = join(folder, 'decisions.jsonl')
  writeFileSync(log, `${line('act')}\n{"accepted":null}\n{"cut`)
  const packed = join(folder, 'town.jsonl.gz')
  writeFileSync(packed, gzipSync(readFileSync(join(folder, 'town.jsonl'))))
  await upgrade(folder)
  expect(readFileSync(log, 'utf8')).toBe(`${line('speechAct')}\n{"accepted":null}\n{"cut`)
  expect(gunzipSync(readFileSync(packed)).toString()).toBe(readFileSync(join(folder, 'town.jsonl'), 'utf8'))
})

test('a database of an older release gets the tables of today', async () => {
  const path = join(temporaryFolder(), 'old.db')
  makeOlderDatabase(path, 4, `insert into agents(slug, kind, name) values ('zoe', 'PERSON', 'Zoë')`)
  const dry = await upgrade('--dry-run', path)
  expect(dry.out).toMatch(/old\.db: \d+ changes of its tables\n/)
  expect((await upgrade(path)).out).toBe(dry.out)
  expect((await upgrade(path)).out).toContain('is up to date')
  expect((await dixit(['show', 'zoe'], { DIXIT_DB: path })).out).toContain('Zoë')
})

test('while any file has a fault, none is touched', async () => {
  const folder = copy()
  writeFileSync(join(folder, 'agents.yaml'), 'agents: { ada: { person: Ada, also: [A\n')
  const before = contents(folder)
  const { code, err } = await upgrade(folder)
  expect(code).toBe(3)
  expect(err).toContain('agents.yaml:')
  expect(contents(folder)).toEqual(before)
})

test.each([
  ['nowhere.yaml', 'There is no file or folder'],
  ['press-review/article.txt', 'is not a file that Dixit reads'],
])('%s is refused', async (name, message) => {
  const { code, err } = await upgrade(join(copy(), name))
  expect(code).toBe(3)
  expect(err).toContain(message)
})
