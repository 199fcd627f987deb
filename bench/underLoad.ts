/** How small operations fare beside refusals, and a large one beside small operations. */

import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import type { Contender } from './contender.ts'
import { type Data, startDixit } from './contenders.ts'
import { type Job, type LoadResult, startLoad } from './load.ts'
import { preciseCpuOf } from './processes.ts'
import { questions } from './questions.ts'
import { post } from './reach.ts'

/** What is measured under load, and how many times as long it takes then, by the wall clock. */
export interface UnderLoad {
  readonly name: string
  readonly goal: number
  readonly times: number
  /** How many of the large operations were refused. */
  readonly refused: number
}

const storms: Readonly<Record<string, string>> = {
  'p99 of Q1 beside 4 clients that post 900 kB of {': JSON.stringify({ query: '{'.repeat(900_000) }),
  'p99 of Q1 beside 4 clients that post 99 kB of {': JSON.stringify({ query: '{'.repeat(99_000) }),
  'p99 of Q1 beside 4 clients that post deep variables': `{"query":"{__typename}","variables":{"x":${'['.repeat(49_000)}${']'.repeat(49_000)}}}`,
  'p99 of Q1 beside 4 clients that post a hundred wrong fields': JSON.stringify({
    query: `{ ${Array.from({ length: 100 }, (_, field) => `wrong${field}`).join(' ')} }`,
  }),
}

export async function askUnderLoad(data: Data, isQuick: boolean): Promise<UnderLoad[]> {
  const server = await startDixit('X', data, { MAX_OPERATION_MS: '5000', MAX_WAIT_MS: '3000', MAX_COST: '200000' })
  try {
    const light = await lightJob(server, data, isQuick ? 1 : 4)
    await startLoad(light).result
    const alone = (await startLoad(light).result).p99
    const found: UnderLoad[] = []
    for (const [name, body] of Object.entries(storms)) {
      const { p99 } = await beside(server, body, () => startLoad(light).result)
      found.push({ name, goal: 3, times: p99 / alone, refused: 0 })
    }
    return [...found, await largeBeside(server, light, isQuick ? 1 : 3)]
  } finally {
    await server.stop()
  }
}

/** Q1 by 16 connections. */
async function lightJob({ port, path }: Contender, { database }: Data, seconds: number): Promise<Job> {
  const [question] = questions
  if (!question) throw new Error('there are no questions')
  const client = new Sqlite(database, { readonly: true })
  const bodies = question
    .parameters(client, 50)
    .map(variables => JSON.stringify({ operationName: question.name, query: question.query, variables }))
  client.close()
  const requests = []
  for (const body of bodies) requests.push({ body, answer: (await post(`http://127.0.0.1:${port}${path}`, body)).text })
  return { port, path, connections: 16, seconds, leastRequests: 100, requests }
}

async function beside(server: Contender, body: string, work: () => Promise<LoadResult>): Promise<LoadResult> {
  let isOver = false
  const client = async () => {
    while (!isOver) await post(`http://127.0.0.1:${server.port}/graphql`, body)
  }
  const clients = Array.from({ length: 4 }, client)
  await sleep(200)
  const result = await work()
  isOver = true
  await Promise.all(clients)
  return result
}

/** How long Q9 takes beside Q1, in multiples of its processor time. */
async function largeBeside(server: Contender, light: Job, times: number): Promise<UnderLoad> {
  const network = questions.find(({ name }) => name === 'Q9')
  const ask = async (edges: number) => {
    const body = JSON.stringify({ operationName: 'Q9', query: network?.query, variables: { edges } })
    const begin = performance.now()
    const { ok, text } = await post(`http://127.0.0.1:${server.port}/graphql`, body)
    return { took: performance.now() - begin, isRefused: !ok || text.startsWith('{"errors"') }
  }
  await ask(1)
  const before = preciseCpuOf(server.roots)
  await ask(2)
  const own = preciseCpuOf(server.roots) - before
  const load = startLoad({ ...light, seconds: 3_600 })
  await sleep(500)
  const asked = []
  // Other numbers of edges each time: what was answered before is kept.
  for (let count = 0; count < times; count += 1) asked.push(await ask(3 + count))
  load.stop()
  await load.result
  return {
    name: 'Q9 beside 16 connections of Q1, to its own time of the processor',
    goal: 3,
    times: Math.max(...asked.map(({ took }) => took)) / own,
    refused: asked.filter(({ isRefused }) => isRefused).length,
  }
}
