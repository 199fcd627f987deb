import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCorpus } from '../../bench/generate.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { root, start } from '../support/cli.ts'
import { databaseIn, importInto } from '../support/corpora.ts'
import { fillWithSeed, temporaryFolder } from '../support/graph.ts'
import { freePort } from '../support/ports.ts'

const DATA = join(temporaryFolder(), 'federation')
const port = await freePort(3)
let pids: number[] = []

/** What tells npm where its registry is and whom to trust: the gateway's packages are installed here. */
const ofNpm = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    /^(npm_config_|NODE_EXTRA_CA_CERTS$|SSL_CERT_)/i.test(name) && value !== undefined ? [[name, value]] : [],
  ),
)

async function deploy(script: 'up' | 'down', ...args: string[]): Promise<void> {
  const settings = { ...ofNpm, PORT: String(port), DATA }
  const { code, out, err } = await start(join(root, 'deploy/federation', script), args, settings).ended
  if (code !== 0) throw new Error(`${script}: ${out}${err}`)
}

/** A database with the seed, or without it, and so many generated statements. */
async function database(statements: number, isSeeded: boolean): Promise<string> {
  const folder = temporaryFolder()
  if (isSeeded) {
    const writer = openWriter(databaseIn(folder))
    fillWithSeed(writer)
    writer.close()
  }
  await writeCorpus(join(folder, 'corpus.jsonl'), statements)
  await importInto(folder, 'jsonl', join(folder, 'corpus.jsonl'), { dataset: 'bench' })
  return databaseIn(folder)
}

async function ask(place: number, query: string, variables = {}) {
  const response = await fetch(`http://127.0.0.1:${place}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return response.json()
}

beforeAll(async () => {
  await deploy('up', `one=${await database(1_000, true)}`, `two=${await database(1_500, false)}`)
  const files = readdirSync(join(DATA, 'run'))
  pids = files.map(file => Number(readFileSync(join(DATA, 'run', file), 'utf8')))
}, 600_000)

afterAll(async () => {
  await deploy('down')
  expect(existsSync(DATA)).toBe(false)
  expect(pids.filter(pid => existsSync(`/proc/${pid}/exe`))).toEqual([])
}, 120_000)

interface Shown {
  readonly server: string
  readonly id: string
  readonly slug: string
  readonly day: string | null
}

const across = `query ($after: String) {
  agentAcross(slug: "rival-1") {
    id servers
    statements(first: 4, after: $after) { totalCount hasNextPage endCursor nodes { server id slug day } }
  }
}`

test('an agent is found in both graphs, with an id that both know', async () => {
  const { data } = await ask(
    port,
    '{ agentAcross(slug: "rival-1") { id name servers } one_agent(slug: "rival-1") { name } }',
  )
  const { id, name, servers } = data.agentAcross
  expect(servers).toEqual(['one', 'two'])
  expect(name).toBe(data.one_agent.name)
  for (const place of [port + 1, port + 2]) {
    const found = await ask(place, 'query ($id: ID!) { node(id: $id) { ... on Person { slug } } }', { id })
    expect(found.data.node).toEqual({ slug: 'rival-1' })
  }
  const rest = await ask(
    port,
    '{ here: agentAcross(slug: "mark-green") { servers } no: agentAcross(slug: "nobody") { id } }',
  )
  expect(rest.data).toEqual({ here: { servers: ['one'] }, no: null })
})

test('its statements are merged by day, page after page, each once', async () => {
  const shown: Shown[] = []
  let after: string | null = null
  let total = 0
  do {
    const { data } = await ask(port, across, { after })
    const page = data.agentAcross.statements
    shown.push(...page.nodes)
    total = page.totalCount
    after = page.hasNextPage ? page.endCursor : null
  } while (after !== null)
  expect(shown).toHaveLength(total)
  const days = shown.map(({ day }) => day ?? '')
  expect(days).toEqual(days.toSorted().toReversed())
  for (const [index, server] of ['one', 'two'].entries()) {
    const { data } = await ask(
      port + 1 + index,
      '{ statements(filter: { speaker: "rival-1" }, first: 100, order: { by: TIME, direction: DESC }) { nodes { id slug } } }',
    )
    const own = shown.filter(each => each.server === server).map(({ id, slug }) => ({ id, slug }))
    expect(own.length).toBeGreaterThan(4)
    expect(own).toEqual(data.statements.nodes)
  }
})

test('each graph is there whole, and neither stands for the other', async () => {
  const { data } = await ask(port, '{ one_statements { totalCount } two_statements { totalCount } }')
  expect(data).toEqual({ one_statements: { totalCount: 1_041 }, two_statements: { totalCount: 1_500 } })
  const { errors } = await ask(port, '{ statements { totalCount } }')
  expect(errors[0].message).toContain('Cannot query field "statements"')
})

test('a server that is away is an error, not an answer of the other', async () => {
  process.kill(-Number(readFileSync(join(DATA, 'run/two.pid'), 'utf8')), 'SIGKILL')
  const { data, errors } = await ask(port, across)
  expect(data?.agentAcross ?? null).toBeNull()
  expect(errors).toHaveLength(1)
})
