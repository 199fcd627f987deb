import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { startServer } from '../../src/server/server.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { testDatabase } from './graph.ts'

/** What a client sees of an error. */
export interface SeenError {
  readonly message: string
  readonly path?: unknown
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** A response, read. */
export interface Seen {
  readonly status: number
  readonly headers: Headers
  readonly data: unknown
  readonly errors: readonly SeenError[]
}

/** A server as `dixit serve` starts it, on a port of its own. */
export interface TestServer {
  readonly address: string
  readonly log: readonly string[]
  /** Requests a path and reads the JSON that comes. */
  request(path: string, init?: RequestInit): Promise<Seen>
  /** Posts an operation; the signal makes the client go away. */
  post(
    operation: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Seen>
  close(): Promise<void>
}

/** Serves a database, by default the seed's, under the settings given, until the tests of the file are over. */
export async function testServer(
  settings: Readonly<Record<string, string>> = {},
  path: string = testDatabase(),
): Promise<TestServer> {
  const log: string[] = []
  const { address, close } = await startServer(
    readSettings({ PORT: '0', DIXIT_DB: path, OPERATION_PROCESSES: '1', ...settings }),
    pino({ level: 'warn' }, { write: line => void log.push(line) }),
  )
  let closing: Promise<void> | undefined
  const closeOnce = () => {
    closing ??= close()
    return closing
  }
  afterAll(closeOnce)
  // Small operations are answered at once, and all others when the processes are there.
  while (!(await fetch(`${address}/ready`)).ok) await setTimeout(20)

  const request = async (path: string, init?: RequestInit): Promise<Seen> => {
    const response = await fetch(`${address}${path}`, init)
    const text = await response.text()
    const { data = null, errors = [] } = text.startsWith('{') ? JSON.parse(text) : {}
    return { status: response.status, headers: response.headers, data, errors }
  }
  return {
    address,
    log,
    request,
    post: (operation, headers = {}, signal) =>
      request('/graphql', {
        ...(signal && { signal }),
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
        body: JSON.stringify(operation),
      }),
    close: closeOnce,
  }
}
