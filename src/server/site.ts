import type { IncomingMessage, ServerResponse } from 'node:http'
import { flushCompileCache } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '../settings/settings.ts'
import { fileIdentity } from '../store/engine/fileIdentity.ts'
import { openReader } from '../store/engine/openDatabase.ts'
import { currentRevision, type Revision } from '../store/engine/revisions.ts'
import { type Core, createCore } from './core.ts'
import { readExplorer } from './explorer.ts'
import type { Log } from './log.ts'
import { answerWithin, type RequestRecord } from './observe/requestRecord.ts'
import { FastPath } from './operations/fastPath.ts'
import type { ServedFile } from './operations/operation.ts'
import type { OperationPool } from './operations/pool.ts'
import { type OperationUsage, usageOf } from './operations/usage.ts'

type CreateApi = typeof import('./api.ts').createApi

/** How long after it was opened a site loads what the first small operations do not need, in milliseconds. */
const quietDelay = 250

/** How long the answers under way may take when another file has taken the place of a site's, in milliseconds. */
const patience = 30_000

/** How many files have been served. */
let served = 0

/** What answers from one file: a reader of its own, the API, and the processes that run operations, whichever file they read. */
export class Site {
  readonly #file: ServedFile
  readonly #database
  readonly #pool: OperationPool
  readonly #core: Core
  readonly #fastPath: FastPath | null
  readonly #settings: Settings
  readonly #log: Log
  readonly #moment: NodeJS.Timeout
  readonly #underWay = new Set<ServerResponse>()
  #api: ReturnType<typeof loadApi> | undefined
  #isClosed = false

  /** @throws Failure of `openReader` */
  constructor(settings: Settings, log: Log, pool: OperationPool) {
    this.#settings = settings
    this.#log = log
    served += 1
    this.#file = { number: served, identity: fileIdentity(settings.DIXIT_DB) }
    this.#database = openReader(settings.DIXIT_DB, { isMapped: true, identity: this.identity })
    this.#pool = pool
    pool.serve(this.#file)
    this.#core = createCore(this.#database, log, settings, {
      elsewhere: (runnable, operation, client, signal) => pool.run(runnable, operation, this.#file, client, signal),
      explorer: readExplorer(settings.BASE_PATH),
    })
    const isOpen = settings.FAST_PATH_COST > 0 && settings.TRUSTED_ONLY === 'false'
    this.#fastPath = isOpen ? new FastPath(this.#core, settings, log) : null
    this.#moment = setTimeout(() => this.#whole(), quietDelay).unref()
  }

  /** Which file it is, whatever stands at the path by now. */
  get identity(): string | null {
    return this.#file.identity
  }

  /** Answers the request. */
  handle(request: IncomingMessage, response: ServerResponse, record: RequestRecord): void {
    this.#underWay.add(response)
    response.once('close', () => this.#underWay.delete(response))
    const otherwise = () => answerWithin(record, response, async () => (await this.#whole())(request, response))
    if (this.#fastPath === null) otherwise()
    else this.#fastPath.handle(request, response, record, otherwise)
  }

  /** Whether it can answer everything, now or after what is under way. */
  get isReady(): boolean {
    return this.#database.isReadable() && this.#pool.isReadyFor(this.#file)
  }

  /** Whether the next operation would be refused, as too many wait. */
  get isShedding(): boolean {
    return this.#pool.isFull
  }

  get waiting(): number {
    return this.#pool.waiting
  }

  get processes(): number {
    return this.#pool.processes
  }

  /** What the server itself and its processes have used so far, and what they hold. */
  get usage(): Readonly<Record<'server' | 'processes', readonly OperationUsage[]>> {
    return { server: [usageOf(this.#database, this.#core.known)], processes: this.#pool.usage }
  }

  /** The last change that it shows. */
  revision(): Revision | null {
    return currentRevision(this.#database)
  }

  /** Lets go of the file, at once. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    clearTimeout(this.#moment)
    this.#pool.forget(this.#file)
    this.#database.close()
  }

  /** Lets go of the file once what is under way is answered; resolves then. */
  async retire(): Promise<void> {
    const begin = performance.now()
    while (this.#underWay.size > 0 && performance.now() - begin < patience) await sleep(50, undefined, { ref: false })
    this.close()
  }

  // Small operations need neither yoga nor the processes: both come when something else is asked, or in a quiet moment.
  #whole() {
    if (this.#api === undefined) {
      const log = this.#log
      this.#pool
        .begin()
        .catch((error: unknown) => log.error({ err: error }, 'no process that runs operations could begin'))
      this.#api = loadApi(this.#database, log, { settings: this.#settings, core: this.#core })
    }
    return this.#api
  }
}

async function loadApi(...given: Parameters<CreateApi>) {
  const { createApi } = await import('./api.ts')
  // Whoever is killed keeps nothing of what was compiled, unless it is written down before.
  flushCompileCache()
  return createApi(...given)
}
