import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { dixit } from '../support/cli.ts'
import { databaseIn } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'

const names = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '=HYPERLINK("http://evil.example","x")']

const folder = temporaryFolder()
const environment = { DIXIT_DB: databaseIn(folder) }

beforeAll(async () => {
  const claim = { type: 'claim', slug: 'boats', text: '=1+1' }
  const records = names.flatMap((name, n) => {
    const text = `${name} said that ${n + 10} boats sank.`
    const source = { at: [[0, name.length]], exact: name }
    return [
      { type: 'agent', kind: 'PERSON', slug: `a${n}`, name },
      { type: 'document', slug: `d${n}`, title: name, text, language: 'en' },
      {
        type: 'statement',
        slug: `d${n}/1`,
        document: `d${n}`,
        content: { at: [[0, text.length]], exact: text },
        mentions: [{ role: 'SOURCE', words: name, span: source, agent: `a${n}` }],
        stances: [{ claim: 'boats', stance: n % 2 === 0 ? 'SUPPORTS' : 'OPPOSES' }],
      },
    ]
  })
  const file = join(folder, 'formulas.jsonl')
  writeFileSync(file, [claim, ...records].map(record => `${JSON.stringify(record)}\n`).join(''))
  const { code, err } = await dixit(['import', 'jsonl', file], environment)
  expect({ code, err }).toEqual({ code: 0, err: '' })
}, 60_000)

test.each([
  ['list people', ['list', 'people', '--format', 'csv']],
  ['statements', ['statements', '--format', 'csv']],
  ['network', ['network', '--format', 'csv']],
  ['compare', ['compare', 'a0', 'a1', '--format', 'csv']],
  ['wording', ['wording', 'a0', '--format', 'csv']],
])('no name is a formula in a table of %s', async (_, args) => {
  const { code, out } = await dixit(args, environment)
  expect(code).toBe(0)
  expectNoFormula(out)
})

test('nor in any table of an export', async () => {
  const out = join(folder, 'tables')
  await dixit(['export', 'csv', '--out', out], environment)
  for (const name of readdirSync(out).filter(file => file.endsWith('.csv')))
    expectNoFormula(readFileSync(join(out, name), 'utf8'))
})

function expectNoFormula(csv: string): void {
  const cells: string[] = parse(csv, { relax_column_count: true }).flat()
  expect(cells.length).toBeGreaterThan(0)
  expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([])
}
