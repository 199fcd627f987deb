import { constants, copyFile, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../model/failure.ts'
import { openReader, openWriter } from '../store/engine/openDatabase.ts'
import { currentRevision } from '../store/engine/revisions.ts'
import type { Log } from './log.ts'

/** How often the followed file is looked at, in milliseconds. */
const interval = 250

/** A state of the followed file: the transaction that it holds, and which bytes those are. */
interface State {
  readonly transaction: string
  readonly signature: string
}

/**
 * Keeps, at the path that is served, a copy of a file which `litestream restore -f` keeps up with storage.
 *
 * The followed file is written in place: who reads it waits while a large import is written, and reads half of one when the
 * program that follows is killed. So each whole state is copied beside and takes the place of the last by its name, which
 * `SiteFollower` notices. Where the file system shares blocks between files (XFS, Btrfs), a copy takes no time and no room.
 */
export class Replica {
  readonly #source: string
  readonly #path: string
  readonly #log: Log
  readonly #stop = new AbortController()
  #taken: string | null = null
  #asOf: Date | null = null
  #fault = ''

  constructor(source: string, path: string, log: Log) {
    this.#source = source
    this.#path = path
    this.#log = log
  }

  /** When it was last known that storage held nothing newer than what is served; null if that was never known. */
  get asOf(): Date | null {
    return this.#asOf
  }

  /** Resolves once there is something to serve: what an earlier run has left, or the first state. */
  async begin(): Promise<void> {
    if (await isThere(this.#path)) {
      openWriter(this.#path).close()
      this.#taken = await textOf(`${this.#path}-txid`)
    }
    while (!(await isThere(this.#path))) {
      await this.#look()
      await setTimeout(interval)
    }
    void this.#follow()
  }

  close(): void {
    this.#stop.abort()
  }

  async #follow(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#look()
      await setTimeout(interval, undefined, { signal: this.#stop.signal }).catch(() => undefined)
    }
  }

  async #look(): Promise<void> {
    try {
      const state = await stateOf(this.#source)
      if (state !== null && state.transaction !== this.#taken) await this.#take(state)
      this.#asOf = (await this.#checkedAt()) ?? this.#asOf
      this.#fault = ''
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error)
      if (fault !== this.#fault) this.#log.error({ fault, path: this.#source }, 'the followed file cannot be taken')
      this.#fault = fault
    }
  }

  async #take(state: State): Promise<void> {
    const next = `${this.#path}-next`
    await copyFile(this.#source, next, constants.COPYFILE_FICLONE)
    // Written to meanwhile: it is copied again.
    if ((await stateOf(this.#source))?.signature !== state.signature) return
    // Brought up to date, where this Dixit is newer than the one that writes, and left as one file.
    openWriter(next).close()
    if (stampOf(next) === stampOf(this.#path)) await rm(next)
    else {
      await flushed(next)
      await rename(next, this.#path)
    }
    await writeFile(`${this.#path}-txid`, state.transaction)
    this.#taken = state.transaction
  }

  /** When the follower last asked storage for its newest transaction, if that is the one that is served. */
  async #checkedAt(): Promise<Date | null> {
    const path = `${this.#source}-checked`
    const newest = await textOf(path)
    return newest !== null && newest === this.#taken ? (await stat(path)).mtime : null
  }
}

/** What the followed file holds; null while it is being written, or was left half written. */
async function stateOf(path: string): Promise<State | null> {
  const transaction = await textOf(`${path}-txid`)
  if (transaction === null || !(await isThere(path))) return null
  const [file, mark] = await Promise.all([path, `${path}-txid`].map(name => stat(name, { bigint: true })))
  // The transaction is written down once all of it is in the file.
  if (file === undefined || mark === undefined || file.mtimeNs > mark.mtimeNs) return null
  return { transaction, signature: [transaction, file.ino, file.size, file.mtimeNs].join(':') }
}

function stampOf(path: string): string | null {
  try {
    const reader = openReader(path)
    try {
      return currentRevision(reader)?.stamp ?? null
    } finally {
      reader.close()
    }
  } catch (error) {
    if (error instanceof Failure && error.code === 'DATABASE_MISSING') return null
    throw error
  }
}

/** Writes to the disk what the system has of a file: its name may then be taken for it. */
async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function textOf(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text?.trim() ?? null
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
