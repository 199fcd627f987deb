import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { expect, test, vi } from 'vitest'
import { loadCommands } from '../../src/cli/commands.ts'
import { Archive } from '../../src/ingest/formats/qdpx/archive.ts'
import { exportAnalyses } from '../../src/server/export/analyses.ts'
import { exportLists } from '../../src/server/export/lists.ts'
import { networkForms } from '../../src/server/export/network.ts'
import { dixit } from '../support/cli.ts'
import { databaseIn, fixture, graphIn, importInto } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 })

/** What the dataset of the small corpus says of itself. */
const said = ['CC0', 'https://example.org/everything']

const folder = temporaryFolder()
await importInto(folder, 'jsonl', fixture('everyField/everyField.jsonl'), { dataset: 'every-field' })
const environment = { DIXIT_DB: databaseIn(folder), BASE_URL: 'http://dixit.test' }

/** All that stands at a path, and beside it. */
function written(path: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => file.startsWith(path) && statSync(file).isFile())
  return files.map(file => readFileSync(file, 'utf8')).join('\n')
}

/** The commands that write a result to a file, with their arguments, and the endings that they take. */
const results: Readonly<Record<string, readonly [args: readonly string[], endings: readonly string[]]>> = {
  list: [['people'], ['csv', 'json']],
  statements: [[], ['csv', 'json']],
  search: [['come'], ['csv', 'json']],
  show: [['ada'], ['csv', 'json']],
  number: [['12'], ['csv', 'json']],
  network: [[], ['csv', 'json', 'dl', 'graphml', 'gexf', 'svg', 'png']],
  wording: [['ada'], ['csv', 'json', 'svg', 'png']],
  compare: [
    ['ada', 'bo'],
    ['csv', 'json', 'svg', 'png'],
  ],
  verbs: [[], ['csv', 'json']],
  agreement: [[], ['csv', 'json']],
  cite: [['letter-day'], ['bib', 'ris', 'csl', 'txt']],
  report: [['letter-day'], ['html']],
}

const all = await loadCommands(['help'])
const outOf = (names: typeof all) => names.filter(({ options }) => options.some(({ long }) => long === '--out'))

test('every command that writes a result is tried', () => {
  // What training leaves is a model, and no result; it names its datasets.
  expect(
    outOf(all)
      .filter(command => command.name() !== 'train')
      .map(command => command.name())
      .toSorted(),
  ).toEqual(Object.keys(results).toSorted())
})

test.each(
  Object.entries(results).flatMap(([name, [args, endings]]) => endings.map(ending => [name, ending, args] as const)),
)('dixit %s --out x.%s says the licence and the source of each dataset', async (name, ending, args) => {
  const file = join(folder, `${name}.${ending}`)
  const { code, err } = await dixit([name, ...args, '--out', file], environment)
  expect(code, err).toBe(0)
  for (const words of said) expect(written(file)).toContain(words)
})

const forms = all.find(command => command.name() === 'export')?.commands.map(command => command.name()) ?? []

test.each(forms)('dixit export %s says the licence and the source of each dataset', async form => {
  const file = join(folder, `export-${form}`)
  const { code, err } = await dixit(
    ['export', form, '--out', file, '--texts'].slice(0, form === 'dna' || form === 'annotations' ? 4 : 5),
    environment,
  )
  expect(code, err).toBe(0)
  const text =
    form === 'parquet'
      ? (await rowsOf(join(file, 'datasets.parquet'))).flatMap(row => Object.values(row)).join()
      : form === 'qdpx'
        ? ((await (await Archive.open(file)).text('project.qde')) ?? '')
        : written(file)
  for (const words of said) expect(text).toContain(words)
})

async function rowsOf(file: string) {
  const { buffer } = new Uint8Array(readFileSync(file))
  return parquetReadObjects({ file: buffer })
}

test('every address below /export says where they are, and they are there', async () => {
  const graph = graphIn(folder)
  const addresses = [
    ...[...exportLists.keys(), ...exportAnalyses.keys()].flatMap(name => [`${name}.csv`, `${name}.jsonl`]),
    ...Object.keys(networkForms).map(form => `network.${form}`),
    'annotations.json',
    'annotations.json?limit=5',
  ]
  for (const address of addresses) {
    const own = {
      wording: new URLSearchParams({ one: '{"speaker":"ada"}', other: '{"speaker":"bo"}' }),
      compare: new URLSearchParams({ speakers: 'ada,bo' }),
    }[address.split('.')[0] ?? '']
    const path = `/export/${address}${own === undefined ? '' : `?${own}`}`
    const response = await graph.get(path)
    expect([path, response.status]).toEqual([path, 200])
    const links = response.headers.get('link') ?? ''
    for (const relation of ['license', 'describedby']) {
      const [, link = ''] = new RegExp(`<http://dixit.test([^>]+)>; rel="${relation}"`).exec(links) ?? []
      const text = await (await graph.get(link)).text()
      for (const words of said) expect(text, `${path} ${relation} ${link}`).toContain(words)
    }
  }
})

test('the metadata of what is no export are not there', async () => {
  expect((await graphIn(folder).get('/export/nothing.csv-metadata.json')).status).toBe(404)
})

test('a file beside a result is kept like the result itself', async () => {
  const file = join(folder, 'kept.csv')
  const first = await dixit(['list', 'people', '--out', file], environment)
  expect(first.err).toContain(`wrote ${file}, ${file}-metadata.json`)
  expect(JSON.parse(readFileSync(`${file}-metadata.json`, 'utf8'))).toMatchObject({
    '@context': 'http://www.w3.org/ns/csvw',
    url: 'kept.csv',
  })
  expect(await dixit(['list', 'people', '--out', file], environment)).toMatchObject({ code: 2 })
  expect(await dixit(['list', 'people', '--out', file, '--force'], environment)).toMatchObject({ code: 0 })
})

test('a file beside an event list is kept too, and a device has none beside it', async () => {
  const file = join(folder, 'sides.csv')
  writeFileSync(`${file}-metadata.json`, 'mine')
  const refused = await dixit(['export', 'dna', '--out', file], environment)
  expect(refused).toMatchObject({ code: 2 })
  expect(refused.err).toContain(`--out ${file}-metadata.json already exists.`)
  expect(readFileSync(`${file}-metadata.json`, 'utf8')).toBe('mine')
  expect(await dixit(['export', 'dna', '--out', file, '--force'], environment)).toMatchObject({ code: 0 })
  expect(readFileSync(`${file}-metadata.json`, 'utf8')).toContain('CC0')
  const device = join(folder, 'device.csv')
  symlinkSync('/dev/null', device)
  expect(await dixit(['export', 'dna', '--out', device], environment)).toMatchObject({ code: 0 })
  expect(existsSync(`${device}-metadata.json`)).toBe(false)
})
