/** Who answers: each a server on one core, its own processes and its database's included. */

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Contender, ContenderName } from './contender.ts'
import { startPostGraphile } from './postgraphile.ts'
import { end, freePort, serverCore, spawnOn } from './processes.ts'
import type { Parameters, Question } from './questions.ts'
import { untilReached } from './reach.ts'

export const contenderTitles: Readonly<Record<ContenderName, string>> = {
  X: 'Dixit, as `dixit serve` serves it',
  Y: 'Dixit by yoga, Pothos and loaders alone',
  D: 'the limit: `node:http` and one hand-written SQL statement that makes the JSON',
  E: 'PostGraphile 5 on PostgreSQL',
}

/**
 * What is set for Dixit: as it is served (X), and with every way off that goes beside the plain path (Y). A setting that
 * turns such a way off belongs in Y's.
 */
const dixitSettings = { X: {}, Y: { FAST_PATH_COST: '0' } } as const satisfies Record<
  'X' | 'Y',
  Readonly<Record<string, string>>
>

/** As `npm start` has it. */
const nodeFlags = ['--v8-pool-size=1', '--max-semi-space-size=4', '--heap-growing-percent=30']

/** Room for Q8 and Q9 on a large graph: the bench asks how long they take, not whether they are refused or still known. */
const room = { MAX_OPERATION_MS: '600000', MAX_WAIT_MS: '600000', MAX_COST: '10000000', KEPT_ANSWER_BYTES: '0' }

export interface Data {
  /** The database of Dixit. */
  readonly database: string
  /** Where PostgreSQL keeps the same. */
  readonly postgres: string
}

export function startContender(name: ContenderName, data: Data): Promise<Contender> {
  switch (name) {
    case 'X':
    case 'Y':
      return startDixit(name, data)
    case 'D':
      return startLimit(data)
    case 'E':
      return startPostGraphile(data.database, data.postgres)
  }
}

/** Starts Dixit; `environment` is for an instrument that is loaded into it. */
export async function startDixit(
  name: 'X' | 'Y',
  { database }: Data,
  environment: Readonly<Record<string, string>> = {},
): Promise<Contender> {
  const port = await freePort()
  const settings = { ...room, ...dixitSettings[name], DIXIT_DB: database, PORT: String(port), HOST: '127.0.0.1' }
  const child = spawnServer([...nodeFlags, fileURLToPath(new URL('../src/dixit.js', import.meta.url)), 'serve'], {
    env: { ...process.env, ...settings, ...environment },
  })
  await untilReached(`http://127.0.0.1:${port}/ready`, null)
  return contenderOf(name, child, port, '/graphql', graphqlBody)
}

async function startLimit({ database }: Data): Promise<Contender> {
  const port = await freePort()
  const script = fileURLToPath(new URL('./limit.ts', import.meta.url))
  const child = spawnServer([script, database, String(port)], {})
  await untilReached(`http://127.0.0.1:${port}/`, '{}')
  return contenderOf('D', child, port, '/', (question, parameters) =>
    question.isHeavy ? null : graphqlBody(question, parameters),
  )
}

/** Milliseconds from the start of `dixit serve`, on whichever core is free, to its first answer: at a path, to what is posted there. */
export async function coldStart({ database }: Data, path: string, body: string | null): Promise<number> {
  const port = await freePort()
  const settings = { ...dixitSettings.X, DIXIT_DB: database, PORT: String(port), HOST: '127.0.0.1' }
  const script = fileURLToPath(new URL('../src/dixit.js', import.meta.url))
  const begin = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, script, 'serve'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...settings },
  })
  await untilReached(`http://127.0.0.1:${port}${path}`, body)
  const time = performance.now() - begin
  await end(child)
  return time
}

function graphqlBody({ name, query }: Question, variables: Parameters): string {
  return JSON.stringify({ operationName: name, query, variables })
}

function spawnServer(argv: readonly string[], options: SpawnOptions): ChildProcess {
  return spawnOn(serverCore, process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'], ...options })
}

function contenderOf(
  name: ContenderName,
  child: ChildProcess,
  port: number,
  path: string,
  bodyOf: Contender['bodyOf'],
): Contender {
  return { name, port, path, roots: child.pid === undefined ? [] : [child.pid], bodyOf, stop: () => end(child) }
}
