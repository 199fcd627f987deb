import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diskFault } from '../model/diskFault.ts'
import { Failure } from '../model/failure.ts'
import { TextFile } from './textFile.ts'

/**
 * Makes a folder whole or not at all: what `write` puts into the folder that it is given stands at `path` once it is done,
 * and is gone if it fails or is stopped, for which it has to wait now and then (`turns`). What stands there is replaced only if `isReplacing`.
 *
 * @throws Failure BAD_USAGE where something stands at `path` already, or the disk refuses
 */
export function makeFolder<T>(
  path: string,
  isReplacing: boolean,
  write: (folder: string) => T | Promise<T>,
): Promise<T> {
  return makeWhole(path, isReplacing, draft => {
    mkdirSync(draft, { recursive: true })
    return write(draft)
  })
}

/** Makes a file of text as `makeFolder` makes a folder; as it is written in parts, it needs no room in memory. */
export function makeFile<T>(path: string, isReplacing: boolean, write: (file: TextFile) => T | Promise<T>): Promise<T> {
  return makeWhole(path, isReplacing, async draft => {
    mkdirSync(dirname(draft), { recursive: true })
    const handle = openSync(draft, 'w')
    try {
      const file = new TextFile(handle)
      const written = await write(file)
      file.flush()
      return written
    } finally {
      closeSync(handle)
    }
  })
}

/** What ends the program from outside. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Makes a file or a folder whole or not at all: `write` makes it at the path that it is given. */
export async function makeWhole<T>(
  path: string,
  isReplacing: boolean,
  write: (draft: string) => T | Promise<T>,
): Promise<T> {
  const known = standingAt(path)
  // A pipe or a terminal, in whose place no other file is put.
  const isStream = known !== undefined && !known.isFile() && !known.isDirectory()
  if (known && !isStream && !isReplacing) {
    throw new Failure('BAD_USAGE', `--out ${path} already exists. --force replaces it.`)
  }
  // Beside the place where it goes, so that it can be moved there in one step.
  const draft = join(dirname(path), `.dixit-export-${process.pid}`)
  const forget = () => rmSync(draft, { recursive: true, force: true })
  const release = () => {
    process.off('exit', forget)
    for (const signal of signals) process.off(signal, stop)
  }
  const stop = (signal: NodeJS.Signals) => {
    forget()
    release()
    // The program ends as it would have without us.
    process.kill(process.pid, signal)
  }
  process.once('exit', forget)
  for (const signal of signals) process.once(signal, stop)
  try {
    forget()
    if (isStream) return await write(path)
    const written = await write(draft)
    if (isReplacing) rmSync(path, { recursive: true, force: true })
    renameSync(draft, path)
    return written
  } catch (error) {
    // Whoever reads a pipe may leave before its end.
    const hasReaderLeft = isStream && error instanceof Error && 'code' in error && error.code === 'EPIPE'
    throw (hasReaderLeft ? null : diskFault(`--out ${path}`, error)) ?? error
  } finally {
    forget()
    release()
  }
}

/** What stands at a path. */
function standingAt(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw diskFault(`--out ${path}`, error) ?? error
  }
}
