import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root, start } from '../support/cli.ts'

// Each test lints the whole source in a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** What each layer may import besides itself, as ARCHITECTURE.md draws it. */
const layers: Readonly<Record<string, readonly string[]>> = {
  model: [],
  settings: ['model'],
  reading: ['model'],
  store: ['model', 'reading'],
  analysis: ['model', 'reading', 'store'],
  export: ['model', 'reading', 'store', 'analysis'],
  ingest: ['model', 'reading', 'store'],
  draft: ['model', 'reading', 'store', 'ingest'],
  graph: ['model', 'reading', 'store', 'analysis'],
  server: ['model', 'reading', 'settings', 'store', 'analysis', 'export', 'graph'],
  web: [],
  graphiql: ['web'],
}

/** What each room of the store may import besides itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  tables: ['engine'],
  schema: ['engine', 'tables'],
  query: ['engine', 'tables', 'schema'],
  search: ['engine', 'tables', 'schema', 'query'],
  counting: ['engine', 'tables', 'schema', 'query'],
  json: ['engine', 'tables', 'schema', 'query', 'search', 'counting'],
  write: ['engine', 'tables', 'schema', 'query', 'search'],
  lake: [],
  foreign: [],
}

const forbidden = [
  ...Object.keys(layers).flatMap(from =>
    [...Object.keys(layers), 'cli']
      .filter(to => to !== from && !layers[from]?.includes(to))
      .map(to => [`src/${from}`, `src/${to}`] as const),
  ),
  ...Object.keys(rooms).flatMap(from =>
    Object.keys(rooms)
      .filter(to => to !== from && !rooms[from]?.includes(to))
      .map(to => [`src/store/${from}`, `src/store/${to}`] as const),
  ),
  ...['analysis', 'export', 'graph', 'server'].map(from => [`src/${from}`, 'src/store/write'] as const),
]

let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'fences-'))
  for (const part of ['src', 'biome.json', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

async function lint(...files: readonly string[]): Promise<string> {
  const biome = join(root, 'node_modules/.bin/biome')
  const { out, err } = await start(biome, ['lint', '--max-diagnostics=none', ...files], {}, copy).ended
  return out + err
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  writeFileSync(join(copy, file), text)
}

test('an import against the direction of the layers is refused, each of them', async () => {
  const files = forbidden.map(([from, to], number) => {
    const file = `${from}/intruder${number}.ts`
    write(`${to}/target.ts`, 'export const target = 1\n')
    write(file, `import { target } from '${relative(from, to)}/target.ts'\n\nexport const taken = target\n`)
    return file
  })
  write('src/graph/guest.ts', "import { target } from '../analysis/target.ts'\n\nexport const taken = target\n")
  const said = await lint(...files, 'src/graph/guest.ts')
  expect(said).not.toContain('guest.ts')
  expect(files.filter(file => !said.includes(`${file}:`)).map(file => [file, forbidden[files.indexOf(file)]])).toEqual(
    [],
  )
})

test('SQLite is opened by the store alone', async () => {
  const files = ['analysis', 'export', 'ingest', 'graph', 'server', 'cli'].map(layer => {
    const file = `src/${layer}/opener.ts`
    write(file, "import Sqlite from 'better-sqlite3'\n\nexport const open = (file: string) => new Sqlite(file)\n")
    return file
  })
  const said = await lint(...files)
  expect(files.filter(file => !said.includes(`${file}:`))).toEqual([])
})

test('a cycle is refused, of types alone too', async () => {
  write('src/model/hen.ts', "import type { Egg } from './egg.ts'\n\nexport interface Hen {\n  readonly lays: Egg\n}\n")
  write('src/model/egg.ts', "import type { Hen } from './hen.ts'\n\nexport interface Egg {\n  readonly of: Hen\n}\n")
  expect(await lint('src/model/hen.ts', 'src/model/egg.ts')).toContain('part of a cycle')
})
