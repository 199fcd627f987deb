import { renameSync, rmSync, statSync } from 'node:fs'
import { Failure } from '../model/failure.ts'
import type { Settings } from '../settings/settings.ts'
import { fileIdentity, fileSignature } from '../store/engine/fileIdentity.ts'
import { openReader } from '../store/engine/openDatabase.ts'
import { currentRevision } from '../store/engine/revisions.ts'
import type { Log } from './log.ts'
import { OperationPool } from './operations/pool.ts'
import { Site } from './site.ts'

/** How often the file is looked at, in milliseconds. */
const interval = 400

/** How often it is looked whether another file can be answered from, until it can. */
const shortInterval = 50

/**
 * Keeps a site open over whatever file stands at the path of the database: one at a time, so that all answers are from one
 * graph. A file that takes the place of the other is opened beside it, takes over once everything can be answered from it,
 * and what is under way ends on the old one. While the
 * file at the path cannot be served, the site goes on with the one that it has open, if that is another; else nothing is.
 */
export class SiteFollower {
  readonly #settings: Settings
  readonly #log: Log
  readonly #timer: NodeJS.Timeout
  readonly #pool: OperationPool
  #site: Site | null
  /** The one that is to answer as soon as it can answer everything. */
  #next: Site | null = null
  /** Those that only end what is under way. */
  readonly #retired = new Set<Site>()
  #fault: string | null = null
  #signature: string
  /** The WAL that was seen last, and the file that it belongs to. */
  #wal: Wal

  /** @throws Failure of `openReader` */
  constructor(settings: Settings, log: Log) {
    this.#settings = settings
    this.#log = log
    this.#signature = fileSignature(settings.DIXIT_DB)
    this.#pool = new OperationPool(
      settings.DIXIT_DB,
      { processes: settings.OPERATION_PROCESSES, usePlans: settings.FAST_PATH_COST > 0 },
      settings,
      log,
    )
    this.#site = new Site(settings, log, this.#pool)
    this.#wal = walAt(settings.DIXIT_DB)
    this.#timer = setInterval(() => this.#look(), interval).unref()
  }

  /** What answers now; null while there is nothing to answer from. */
  get site(): Site | null {
    return this.#site
  }

  /** What is wrong with the file at the path; null if nothing is. */
  get fault(): string | null {
    return this.#fault
  }

  close(): void {
    clearInterval(this.#timer)
    this.#next?.close()
    this.#site?.close()
    for (const site of this.#retired) site.close()
    this.#pool.close()
  }

  #look(): void {
    const latest = this.#next ?? this.#site
    const signature = fileSignature(this.#settings.DIXIT_DB)
    // Where nothing can be answered it is tried again, changed or not: what was in the way may have been the connection that was open.
    if (signature === this.#signature && this.#site !== null) return
    const isReplaced = latest === null || fileIdentity(this.#settings.DIXIT_DB) !== latest.identity
    try {
      if (isReplaced) this.#setOldWalAside()
      else this.#wal = walAt(this.#settings.DIXIT_DB)
      const stamp = stampAt(this.#settings.DIXIT_DB)
      // Written to in place by another program than Dixit, it shows something else than the connection that is open.
      if (isReplaced || stamp !== latest.revision()?.stamp) this.#open(isReplaced)
      this.#settle(null)
    } catch (error) {
      if (isBusy(error)) return
      if (!isReplaced) this.#drop()
      this.#settle(error instanceof Error ? error.message : String(error))
    }
    this.#signature = signature
  }

  /** Opens what stands at the path. The file that answers now goes on until then, unless it is the one that was changed. */
  #open(isReplaced: boolean): void {
    const next = new Site(this.#settings, this.#log, this.#pool)
    this.#next?.close()
    this.#next = next
    this.#wal = walAt(this.#settings.DIXIT_DB)
    if (this.#site === null || !isReplaced) this.#hand(next)
    else this.#await(next)
  }

  #await(next: Site): void {
    if (this.#next !== next) return
    if (next.isReady) this.#hand(next)
    else setTimeout(() => this.#await(next), shortInterval).unref()
  }

  #hand(next: Site): void {
    if (this.#site !== null) this.#retire(this.#site)
    this.#site = next
    this.#next = null
    this.#log.warn({ revision: next.revision()?.stamp }, 'another database has been opened')
  }

  #retire(site: Site): void {
    this.#retired.add(site)
    void site.retire().then(() => this.#retired.delete(site))
  }

  /** The file that was opened last is damaged, or not for this Dixit any more: nothing can be answered from it. */
  #drop(): void {
    if (this.#next === null) {
      this.#site?.close()
      this.#site = null
    }
    this.#next?.close()
    this.#next = null
  }

  /**
   * SQLite finds a WAL by the name of the file, and would take what the old file's holds for the new one's. Whoever has the
   * old file open has that WAL open too; it is kept under another name, as it may hold what the old file does not. That of the
   * same file stays, even where the file could not be read for a while: somebody may be writing to it.
   */
  #setOldWalAside(): void {
    const path = this.#settings.DIXIT_DB
    const { file, wal } = walAt(path)
    const isOld = file !== null && file !== this.#wal.file && wal !== null && wal === this.#wal.wal
    if (!isOld) return
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      renameSync(`${path}-wal`, `${path}-wal.replaced`)
      this.#log.warn({ path: `${path}-wal.replaced` }, 'the WAL of the database that was replaced has been set aside')
    }
    for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
  }

  #settle(fault: string | null): void {
    if (fault !== null && fault !== this.#fault) this.#log.error({ fault }, 'the database cannot be served')
    this.#fault = fault
  }
}

/** A WAL and the file that it belongs to, by their identities. */
interface Wal {
  readonly file: string | null
  readonly wal: string | null
}

function walAt(path: string): Wal {
  return { file: fileIdentity(path), wal: fileIdentity(`${path}-wal`) }
}

/** What a fresh connection shows. */
function stampAt(path: string): string | undefined {
  const reader = openReader(path, { patience: 0 })
  try {
    return currentRevision(reader)?.stamp
  } finally {
    reader.close()
  }
}

/** While somebody else has the file to himself, as one that makes it anew has, nothing is known: it is looked at again. */
function isBusy(error: unknown): boolean {
  return error instanceof Failure && error.code === 'DATABASE_BUSY'
}
