import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support/cli.ts'
import { testGraph } from '../support/graph.ts'

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
