import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../src/settings/limits.ts'
import { root } from '../support/cli.ts'
import { testGraph } from '../support/graph.ts'
import { type TestServer, testServer } from '../support/server.ts'

const graph = testGraph()
const page = readFileSync(join(root, 'docs/errors.md'), 'utf8')

function exampleOf(section: string, kind: string) {
  const line = new RegExp(`^- ${kind}: \`([^\`]+)\`(?: with \`([^\`]+)\`)?$`, 'm')
  const [, query = '', variables = '{}'] = line.exec(section) ?? []
  return { query, variables: JSON.parse(variables) }
}

const sections = page
  .split(/^### /m)
  .slice(1)
  .map(section => ({
    code: section.split('\n')[0] ?? '',
    wrong: exampleOf(section, 'wrong'),
    right: exampleOf(section, 'right'),
  }))

describe.each(sections)('$code', ({ code, wrong, right }) => {
  test('is what the wrong example gets, and the right one is answered', async () => {
    const { errors } = await graph.ask(wrong.query, wrong.variables)
    expect(errors?.map(({ extensions }) => extensions?.code)).toContain(code)
    expect((await graph.ask(right.query, right.variables)).errors).toBeUndefined()
  })
})

/** The rows of the table under a heading: their cells. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`## ${heading}\n`)
  const [table = ''] = section.split('\n## ')
  return Array.from(table.matchAll(/^\| (`.*) \|$/gm), ([, row = '']) => row.split(' | ').map(cell => cell.trim()))
}

const codeOf = ([cell = '']: readonly string[]) => cell.replaceAll('`', '')
const spansOf = (cell = '') => Array.from(cell.matchAll(/`([^`]+)`/g), ([, span = '']) => span)

describe('limits', () => {
  const rows = rowsUnder('Limits')

  test('each has its row, with what is wrong and what is right', () => {
    const codes = Object.values(limits).map(({ code }) => code)
    expect(rows.map(codeOf)).toEqual(expect.arrayContaining([...new Set(codes)]))
    for (const [code, wrong, right] of rows) expect([wrong, right], code).not.toContain('')
  })

  const queries = rows.flatMap(row =>
    spansOf(row[2]).flatMap(span => (span.startsWith('{') ? [[codeOf(row), span]] : [])),
  )
  test.each(queries)('%s: %s is answered', async (_, query = '') => {
    expect((await graph.ask(query)).errors).toBeUndefined()
  })
})

describe('how it is asked', () => {
  const rows = rowsUnder('How it is asked').filter(([, , wrong = '']) => /^`[A-Z]+ \//.test(wrong))
  let open: TestServer
  let trusting: TestServer
  beforeAll(async () => {
    open = await testServer()
    trusting = await testServer({ TRUSTED_ONLY: 'true' })
  })

  test('most can be tried', () => expect(rows.length).toBeGreaterThan(10))

  test.each(rows.map(row => [codeOf(row), row] as const))('%s', async (code, [, , wrong, right]) => {
    const { address } = code === 'UNTRUSTED_DOCUMENT' ? trusting : open
    expect(await sent(address, wrong)).toMatchObject({ errors: [{ extensions: { code } }] })
    expect(await sent(address, right)).toMatchObject({ data: {} })
  })
})

/** Sends a request as a cell has it: method and path, headers, and a body. */
async function sent(address: string, cell: string | undefined): Promise<unknown> {
  const [start = '', ...rest] = spansOf(cell)
  const [method = '', path = ''] = start.split(' ')
  const headers = rest.flatMap(span => (span.startsWith('{') ? [] : [span.split(/: (.*)/).slice(0, 2)]))
  const options = { method, headers: { accept: 'application/json', ...Object.fromEntries(headers) } }
  const asked = request(new URL(path, address), options)
  asked.end(rest.find(span => span.startsWith('{')))
  const [response] = await once(asked, 'response')
  return json(response)
}

/** Codes that only the command line, a start or a writer says. */
const elsewhere = /^(DATABASE_|BAD_INPUT|BAD_SETTING|BAD_USAGE|ADDRESS_UNUSABLE|TEXT_CHANGED|MAX_)/

test('every code that a client can get is on the page', () => {
  const files = ['src/server', 'src/graph', 'src/store', 'src/analysis', 'src/settings', 'src/model'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.startsWith('write/'))
      .map(name => readFileSync(join(root, folder, name), 'utf8')),
  )
  const said = /(?:Failure|refusal|errorBody)\(\s*'([A-Z_]{3,})'|\bcode: '([A-Z_]{3,})'/g
  const codes = new Set(files.flatMap(text => [...text.matchAll(said)].map(([, one, other]) => one ?? other ?? '')))
  const missing = [...codes].filter(code => !elsewhere.test(code) && !page.includes(code))
  expect(codes.size).toBeGreaterThan(20)
  expect(missing, 'describe these in docs/errors.md').toEqual([])
})
