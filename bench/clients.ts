/** The requests of different clients, and fields beyond the plain ones, compared with the bare POST that a benchmark sends. */

import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import Sqlite from 'better-sqlite3'
import { type Data, startDixit } from './contenders.ts'
import { median } from './measure.ts'
import { preciseCpuOf } from './processes.ts'

/** How many times the processor time of the bare request a way of asking takes. */
export interface ClientCost {
  readonly name: string
  readonly goal: number
  readonly times: number
}

interface Way {
  readonly name: string
  readonly goal: number
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: 'GET' | 'POST'
  /** The body, or what the query string says, for one speaker. */
  readonly send?: (speaker: string, index: number) => Readonly<Record<string, unknown>>
}

const listOf = (fields: string, before = 'query L($s: Reference!)', filter = '{ speaker: $s }') => `${before} {
  statements(filter: ${filter}, first: 20) { nodes { slug text speaker { name } document { title published } ${fields} } } }`
const plain = listOf('')
const asking = (query: string) => (s: string) => ({ query, variables: { s } })
const persisted = (query: string) => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
})
const accepts = (accept: string) => ({ accept })
const browser = { origin: 'http://127.0.0.1:3000', 'sec-fetch-mode': 'cors', 'accept-language': 'en' }
const apollo = accepts('application/graphql-response+json,application/json;q=0.9')

const clients: readonly Way[] = [
  { name: 'Apollo in a browser', goal: 1.5, headers: { ...apollo, ...browser } },
  {
    name: 'Apollo in a browser, brotli',
    goal: 1.5,
    headers: { ...apollo, ...browser, 'accept-encoding': 'gzip, deflate, br' },
  },
  { name: 'Apollo in a browser, gzip', goal: 1.5, headers: { ...apollo, ...browser, 'accept-encoding': 'gzip' } },
  {
    name: 'Apollo, the hash beside the query',
    goal: 1.5,
    headers: apollo,
    send: s => ({ query: plain, variables: { s }, extensions: persisted(plain) }),
  },
  {
    name: 'urql',
    goal: 1.5,
    headers: accepts(
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    ),
  },
  { name: 'graphql-request', goal: 1.5, headers: accepts('application/graphql-response+json, application/json') },
  { name: 'fetch, curl, Relay', goal: 1.5, headers: accepts('*/*') },
  { name: 'GET', goal: 1.5, method: 'GET' },
  { name: 'extensions: {}', goal: 1.5, send: s => ({ query: plain, variables: { s }, extensions: {} }) },
]

const fields: readonly Way[] = [
  {
    name: '@include(if: $x)',
    goal: 2,
    send: asking(listOf('voice @include(if: $x)', 'query L($s: Reference!, $x: Boolean = true)')),
  },
  { name: '@skip(if: false)', goal: 2, send: asking(listOf('voice @skip(if: false)')) },
  { name: 'labels', goal: 2, send: asking(listOf('labels { name value }')) },
  {
    name: 'otherNames, identifiers',
    goal: 2,
    send: asking(listOf('by: speaker { otherNames identifiers { value } }')),
  },
  { name: 'fragments of the content', goal: 2, send: asking(listOf('content { fragments { start end } }')) },
  { name: 'prefix, suffix', goal: 2, send: asking(listOf('content { prefix suffix }')) },
  {
    name: 'context',
    goal: 2,
    send: asking(listOf('content { context(before: 5, after: 5, unit: WORD) { before after } }')),
  },
  { name: 'speakerRoles', goal: 2, send: asking(listOf('speakerRoles { certainty }')) },
  { name: 'totalCount', goal: 2, send: asking(plain.replace('{ nodes', '{ totalCount nodes')) },
  {
    name: 'facets',
    goal: 2,
    send: asking(plain.replace('{ nodes', '{ facets(by: [QUOTATION]) { values { count } } nodes')),
  },
  {
    name: 'values written into the text, each text new',
    goal: 2,
    send: (s, index) => ({
      query: listOf('', 'query L', `{ speaker: "${s}" }`).replace('20', String(15 + (index % 11))),
    }),
  },
]

/** In rounds that take turns, each way beside the bare POST of that round. */
export async function askAsClients(data: Data, isQuick: boolean): Promise<ClientCost[]> {
  const speakers = busySpeakers(data.database)
  const server = await startDixit('X', data)
  const [requests, rounds] = isQuick ? [60, 3] : [300, 7]
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let asked = 0
  const costOf = async (way: Way): Promise<number> => {
    const before = preciseCpuOf(server.roots)
    for (let index = 0; index < requests; index += 1) {
      asked += 1
      await ask(server.port, agent, way, (way.send ?? asking(plain))(speakers[index % speakers.length] ?? '', asked))
    }
    return (preciseCpuOf(server.roots) - before) / requests
  }
  const bare: Way = { name: 'bare', goal: 1 }
  const found: ClientCost[] = []
  try {
    await costOf(bare)
    for (const way of [...clients, ...fields]) {
      await costOf(way)
      const ratios: number[] = []
      for (let round = 0; round < rounds; round += 1) ratios.push((await costOf(way)) / (await costOf(bare)))
      found.push({ name: way.name, goal: way.goal, times: median(ratios) })
    }
  } finally {
    agent.destroy()
    await server.stop()
  }
  return found
}

function busySpeakers(database: string): string[] {
  const client = new Sqlite(database, { readonly: true })
  const slugs = client
    .prepare<[], string>(
      `select a.slug from agents a join (select speakerId from statements group by 1 having count(*) >= 50 limit 100)
       on speakerId = a.id`,
    )
    .pluck()
    .all()
  client.close()
  return slugs
}

function ask(port: number, agent: Agent, way: Way, body: Readonly<Record<string, unknown>>): Promise<void> {
  const { method = 'POST' } = way
  const query = Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const json = method === 'POST' ? JSON.stringify(body) : ''
  const path = method === 'GET' ? `/graphql?${new URLSearchParams(query)}` : '/graphql'
  const sent =
    method === 'POST' ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) } : {}
  const headers = { accept: 'application/json', ...sent, ...way.headers }
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', agent, method, path, headers }, answer => {
      if (answer.statusCode !== 200) reject(new Error(`${way.name}: ${answer.statusCode}`))
      if (answer.headers['content-encoding'] === undefined)
        answer.once('data', (begin: Buffer) => {
          if (begin.toString('latin1', 0, 9) === '{"errors"') reject(new Error(`${way.name}: ${begin}`))
        })
      answer.resume()
      answer.on('end', () => resolve())
    })
    asked.on('error', reject)
    asked.end(json)
  })
}
