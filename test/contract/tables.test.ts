import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadCommands } from '../../src/cli/commands.ts'
import { readDecisions } from '../../src/ingest/decisions.ts'
import { formats } from '../../src/ingest/formats/index.ts'
import { SpeakerRule } from '../../src/ingest/speakers/rules.ts'
import { limits } from '../../src/settings/limits.ts'
import { root } from '../support/cli.ts'
import { graphIn, importInto, tally } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

// What a page of docs/ lists is what there is: no more, and nothing left out.

const page = (name: string) => readFileSync(join(root, 'docs', name), 'utf8')

/** The first cells of the table that begins with this head, without their marks. */
function firstCells(name: string, head: string): string[] {
  const lines = page(name).split('\n')
  const from = lines.findIndex(line => line.replace(/ +/g, ' ').startsWith(`| ${head} |`))
  expect(from, `a table of ${head} in ${name}`).toBeGreaterThan(-1)
  const rows = lines.slice(from + 2)
  const end = rows.findIndex(line => !line.startsWith('|'))
  return rows.slice(0, end === -1 ? undefined : end).map(row => row.split('|')[1]?.trim() ?? '')
}

/** What stands in code in some cells: `--from DATE` is --from. */
const codes = (cells: readonly string[]) =>
  cells.flatMap(cell => [...cell.matchAll(/`([^` ]+)[^`]*`/g)].map(([, code = '']) => code))

const blocksOf = (name: string, language: string) =>
  [...page(name).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block)

test('docs/formats.md has each format', () => {
  expect(codes(firstCells('formats.md', 'format')).toSorted()).toEqual(
    [...formats.map(({ name }) => name), 'dossier'].toSorted(),
  )
})

test('docs/export.md has each form, and each option that all of them take', async () => {
  const forms = (await loadCommands([])).find(command => command.name() === 'export')?.commands ?? []
  const shown = blocksOf('export.md', 'sh').flatMap(block =>
    [...block.matchAll(/ export (\w+)/g)].map(([, form]) => form),
  )
  expect(forms.map(command => command.name()).filter(form => !shown.includes(form))).toEqual([])
  const options = forms.map(({ options }) => options.map(({ long }) => long ?? ''))
  const shared = options[0]?.filter(option => options.every(ofForm => ofForm.includes(option))) ?? []
  const listed = codes(firstCells('export.md', 'option'))
  expect(shared.filter(option => !['--out', ...listed].includes(option))).toEqual([])
  expect(listed.filter(option => !shared.includes(option))).toEqual([])
})

test('docs/identity.md has each rule', () => {
  expect(codes(firstCells('identity.md', 'rule')).toSorted()).toEqual(
    [...Object.keys(SpeakerRule), 'SAME_NAME_IN_DATASET'].toSorted(),
  )
})

test.each(blocksOf('identity.md', 'yaml'))('docs/identity.md shows decisions that are read: %#', yaml => {
  const file = join(temporaryFolder(), 'decisions.yaml')
  writeFileSync(file, yaml)
  expect(() => readDecisions(file)).not.toThrow()
})

test('docs/operations.md says what to do when each alert fires', () => {
  const { groups }: { groups: { rules: { alert: string }[] }[] } = parse(
    readFileSync(join(root, 'deploy/alerts.yml'), 'utf8'),
  )
  expect(firstCells('operations.md', 'alert')).toEqual(groups.flatMap(({ rules }) => rules.map(({ alert }) => alert)))
})

test('docs/explorer.md has each page', () => {
  const addresses = page('explorer.md')
    .split('\n')
    .filter(line => /^\| [A-Z]/.test(line))
    .flatMap(line => codes([line.split('|')[2] ?? '']))
  const source = readFileSync(join(root, 'src/web/pages.ts'), 'utf8')
  const keysAfter = (name: string) =>
    [...(source.split(`const ${name}`)[1]?.split('\n}')[0] ?? '').matchAll(/^ {2}'?(\w*)'?: \(\)/gm)].map(
      ([, key]) => key,
    )
  const listed = new Set(addresses.map(address => /^\/([a-z]*)/.exec(address)?.[1]))
  expect(keysAfter('views').length).toBeGreaterThan(10)
  expect([...listed].filter(name => name !== 'id').toSorted()).toEqual(keysAfter('views').toSorted())
  const types = addresses.flatMap(address => /^\/id\/(\w+)\//.exec(address)?.[1] ?? [])
  expect(keysAfter('nodeViews')).toEqual(expect.arrayContaining(types))
})

test('docs/errors.md names the code of each limit', () => {
  const text = page('errors.md')
  expect(
    Object.values(limits)
      .map(({ code }) => code)
      .filter(code => !text.includes(`\`${code}\``)),
  ).toEqual([])
})

describe('docs/formats.md shows what can be imported', () => {
  test('as records', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'town.jsonl')
    writeFileSync(file, blocksOf('formats.md', 'json').find(block => block.startsWith('{"type"')) ?? '')
    expect(tally(await importInto(folder, 'jsonl', file))).toMatchObject([
      { taken: { agent: 1, document: 1, statement: 1 }, refused: {} },
    ])
    const query = '{ statements { nodes { text quotation speaker { name } } } }'
    expect(dataOf(await graphIn(folder).ask(query))).toEqual({
      statements: { nodes: [{ text: '“It is over.”', quotation: null, speaker: { name: 'Ada Reyes' } }] },
    })
  })

  test('as a table with its mapping', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'statements.csv')
    const mapping = blocksOf('formats.md', 'yaml').find(block => block.startsWith('mapping:')) ?? ''
    writeFileSync(`${file}.mapping.yaml`, mapping)
    const columns = [...mapping.matchAll(/^(?:\w+): \[?([A-Z]\w+)\]?/gm)].flatMap(([line, column = '']) =>
      /^(?:speakerKind|dateFormat|quotation)/.test(line) ? [] : [column],
    )
    const cells: Readonly<Record<string, string>> = {
      Quote: 'Es ist vorbei.',
      Who: 'Ada Reyes',
      Article: 'a1',
      Body: 'Ada Reyes sagte: „Es ist vorbei.“',
      Date: '03.05.2024',
      Link: 'https://example.org/a1',
      By: 'Joan',
      Day: '1.2.2020',
      Topic: 'Wasser',
    }
    expect(columns.toSorted()).toEqual(Object.keys(cells).toSorted())
    writeFileSync(file, `${columns.join(',')}\n${columns.map(column => `"${cells[column]}"`).join(',')}\n`)
    expect(tally(await importInto(folder, 'table', file))).toMatchObject([{ refused: {} }])
    const query = `{ statements { nodes { text coder { name } labels { name value } speaker { name }
      document { published url language } } } }`
    expect(dataOf(await graphIn(folder).ask(query))).toEqual({
      statements: {
        nodes: [
          {
            text: 'Es ist vorbei.',
            coder: { name: 'Joan' },
            labels: [{ name: 'Topic', value: 'Wasser' }],
            speaker: { name: 'Ada Reyes' },
            document: { published: '2024-05-03', url: 'https://example.org/a1', language: 'de' },
          },
        ],
      },
    })
  })
})
