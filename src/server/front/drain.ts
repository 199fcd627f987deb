import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const { Server: NetServer } = process.getBuiltinModule('node:net')

/** How long what was sent before the end may take to arrive whole, in milliseconds; then what is half-sent is given up. */
const grace = 500
const interval = 25

/** Ends a server: what was accepted is answered, what is half-sent does not hold it, and after a while nothing does. */
export class Drain {
  readonly #server: Server
  /** The open connections, and whether any has brought a request yet. */
  readonly #connections = new Map<Socket, { isUsed: boolean }>()
  readonly #underWay = new Map<IncomingMessage, ServerResponse>()
  #accepted = 0
  #isStopping = false

  constructor(server: Server) {
    this.#server = server
    server.on('connection', socket => {
      this.#accepted += 1
      this.#connections.set(socket, { isUsed: false })
      socket.once('close', () => this.#connections.delete(socket))
    })
    // A client that neither sends nor takes anything is let go; one that waits for its answer is not.
    server.on('timeout', socket => {
      if (!this.#isWaiting(socket)) socket.destroy()
    })
  }

  get connections(): number {
    return this.#connections.size
  }

  /** Hears of a request that has come. */
  begin(request: IncomingMessage, response: ServerResponse): void {
    const connection = this.#connections.get(request.socket)
    if (connection) connection.isUsed = true
    this.#underWay.set(request, response)
    response.once('close', () => this.#underWay.delete(request))
    if (this.#isStopping) response.setHeader('connection', 'close')
  }

  /** Takes no more connections, and resolves when all are closed: after so many milliseconds at the latest. */
  async stop(most: number): Promise<void> {
    this.#isStopping = true
    const begin = performance.now()
    await this.#acceptRest(Math.min(grace, most))
    const closed = new Promise<void>(resolve => {
      // Not that of HTTP, which closes connections on which a request is on its way but not yet read.
      NetServer.prototype.close.call(this.#server, () => resolve())
    })
    for (let passed = 0; passed < most && this.#isWaitedFor(passed); passed = performance.now() - begin) {
      await sleep(Math.min(interval, most))
      this.#closeIdle()
    }
    // Not by `closeAllConnections`, which knows nothing of those that asked for another protocol, or were no HTTP.
    for (const socket of this.#connections.keys()) socket.destroy()
    await closed
    // Of HTTP's own close there is left the timer that looks for slow requests.
    this.#server.close()
  }

  /** Connections that clients have made and the system has not yet handed over would be reset: they are taken first. */
  async #acceptRest(most: number): Promise<void> {
    const begin = performance.now()
    let before = -1
    while (this.#accepted > before && performance.now() - begin < most) {
      before = this.#accepted
      await sleep(Math.min(interval, most))
    }
  }

  #isWaitedFor(passed: number): boolean {
    if (passed < grace) return this.#connections.size > 0
    return this.#underWay.keys().some(({ complete }) => complete)
  }

  #isWaiting(socket: Socket): boolean {
    return this.#underWay
      .entries()
      .some(([request, response]) => request.socket === socket && request.complete && !response.headersSent)
  }

  /** Closes the connections that are kept alive for a next request. One that is new may have its first one on its way. */
  #closeIdle(): void {
    const busy = new Set(this.#underWay.keys().map(({ socket }) => socket))
    for (const [socket, { isUsed }] of this.#connections) if (isUsed && !busy.has(socket)) socket.destroy()
  }
}
