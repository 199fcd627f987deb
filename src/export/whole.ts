import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../model/failure.ts'
import { TextFile } from './textFile.ts'

/**
 * Makes a folder whole or not at all: what `write` puts into the folder that it is given stands at `path` once it is done,
 * and is gone if it fails. What stands there is replaced only if `isReplacing`.
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

async function makeWhole<T>(path: string, isReplacing: boolean, write: (draft: string) => T | Promise<T>): Promise<T> {
  if (!isReplacing && statSync(path, { throwIfNoEntry: false })) {
    throw new Failure('BAD_USAGE', `--out ${path}: something stands there already. --force replaces it.`)
  }
  // Beside the place where it goes, so that it can be moved there in one step.
  const draft = join(dirname(path), `.dixit-export-${process.pid}`)
  const forget = () => rmSync(draft, { recursive: true, force: true })
  process.once('exit', forget)
  try {
    forget()
    const written = await write(draft)
    if (isReplacing) rmSync(path, { recursive: true, force: true })
    renameSync(draft, path)
    return written
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new Failure('BAD_USAGE', `--out ${path} cannot be written: ${error.message}.`, { cause: error })
  } finally {
    forget()
    process.off('exit', forget)
  }
}
