/**
 * The load, in a process of its own: `load.ts FILE` with a job in JSON.
 *
 * Each connection asks, waits for the answer and asks again, with the same sequence of requests for whoever answers. Every
 * answer is compared, byte by byte, with the one that was found right before: a wrong one ends the run.
 */

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { loadCore, spawnOn } from './processes.ts'
import { randomFrom } from './random.ts'

export interface Job {
  readonly port: number
  readonly path: string
  readonly connections: number
  readonly seconds: number
  /** Goes on until so many are answered, if the seconds are too few. */
  readonly leastRequests: number
  readonly requests: readonly Exchange[]
}

/** What is asked, and what must be answered. */
export interface Exchange {
  readonly body: string
  readonly answer: string
}

export interface LoadResult {
  readonly requests: number
  readonly seconds: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Of all answers, without headers. */
  readonly bytes: number
}

/** Runs a job on the load's core; `stop` ends one that goes on without end. */
export function startLoad(job: Job): { readonly result: Promise<LoadResult>; stop(): void } {
  const file = join(tmpdir(), `dixit-load-${process.pid}-${started++}.json`)
  writeFileSync(file, JSON.stringify(job))
  const script = fileURLToPath(import.meta.url)
  const child = spawnOn(loadCore, process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { result: resultOf(child, file), stop: () => child.kill('SIGTERM') }
}

let started = 0

async function resultOf(child: ChildProcess, file: string): Promise<LoadResult> {
  const [output] = await Promise.all([child.stdout ? text(child.stdout) : '', once(child, 'exit')])
  rmSync(file, { force: true })
  if (output === '') throw new Error('the load failed; the reason stands above')
  return JSON.parse(output)
}

/**
 * What Apollo's client sends in a browser, all but Accept-Encoding: to compress takes as long for each contender, and would
 * hide in what they differ. What it costs stands among the clients (clients.ts).
 */
const apolloInABrowser = [
  'Content-Type: application/json',
  'Accept: application/graphql-response+json,application/json;q=0.9',
  'Origin: http://127.0.0.1:3000',
  'Referer: http://127.0.0.1:3000/',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Accept-Language: en-US,en;q=0.9',
  'Sec-Fetch-Dest: empty',
  'Sec-Fetch-Mode: cors',
  'Sec-Fetch-Site: same-site',
]
  .map(line => `${line}\r\n`)
  .join('')

async function run(job: Job): Promise<void> {
  const prepared = job.requests.map(({ body, answer }) => ({
    bytes: Buffer.from(
      `POST ${job.path} HTTP/1.1\r\nHost: 127.0.0.1:${job.port}\r\n${apolloInABrowser}` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
    answer: Buffer.from(answer),
  }))
  const random = randomFrom(1)
  const latencies: number[] = []
  let bytes = 0
  let isStopped = false
  process.once('SIGTERM', () => {
    isStopped = true
  })
  const begin = performance.now()
  const isDone = () =>
    isStopped || (performance.now() - begin > job.seconds * 1000 && latencies.length >= job.leastRequests)

  const work = async (): Promise<void> => {
    const connection = await Connection.open(job.port)
    while (!isDone()) {
      const request = prepared[Math.floor(random() * prepared.length)]
      if (!request) throw new Error('there is nothing to ask')
      const asked = performance.now()
      const answer = await connection.ask(request.bytes)
      latencies.push(performance.now() - asked)
      if (!answer.equals(request.answer)) {
        const [got, expected] = [answer, request.answer].map(each => each.toString().slice(0, 2_000))
        throw new Error(`a wrong answer to ${request.bytes}\n\n${got}\n\ninstead of\n\n${expected}`)
      }
      bytes += answer.length
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: job.connections }, work))

  const seconds = (performance.now() - begin) / 1000
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  const requests = latencies.length
  const result: LoadResult = { requests, seconds, perSecond: requests / seconds, p50: at(0.5), p99: at(0.99), bytes }
  console.log(JSON.stringify(result))
}

/** One connection that is kept, with one request at a time. It reads no more of HTTP than the answers of a bench have. */
class Connection {
  readonly #socket: Socket
  #received: Buffer = Buffer.alloc(0)
  #waiting: PromiseWithResolvers<Buffer> | null = null

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    await once(socket, 'connect')
    return new Connection(socket)
  }

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', chunk => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
      const answer = bodyOf(this.#received)
      if (answer === null) return
      this.#received = Buffer.alloc(0)
      this.#waiting?.resolve(answer)
    })
    socket.on('close', () => this.#waiting?.reject(new Error('the server has closed the connection')))
    socket.on('error', error => this.#waiting?.reject(error))
  }

  ask(request: Buffer): Promise<Buffer> {
    this.#waiting = Promise.withResolvers()
    this.#socket.write(request)
    return this.#waiting.promise
  }

  close(): void {
    this.#waiting = null
    this.#socket.destroy()
  }
}

/** The body of an answer with status 200, once all of it is there. */
function bodyOf(received: Buffer): Buffer | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`answered with ${received}`)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const body = received.subarray(end + 4)
  if (length !== undefined) return body.length < Number(length) ? null : body
  if (!body.subarray(-7).equals(lastChunk)) return null
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, line), 16)
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(body.subarray(line + 2, line + 2 + size))
    at = line + size + 4
  }
}

const lastChunk = Buffer.from('\r\n0\r\n\r\n')

if (import.meta.main) await run(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
