import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../model/failure.ts'

/**
 * Makes a folder whole or not at all: what `write` puts into the folder that it is given stands at `path` once it is done,
 * and is gone if it fails. An existing one is replaced only if `isReplacing`.
 *
 * @throws Failure BAD_USAGE where something stands at `path` already
 */
export async function makeFolder<T>(
  path: string,
  isReplacing: boolean,
  write: (folder: string) => T | Promise<T>,
): Promise<T> {
  if (!isReplacing && statSync(path, { throwIfNoEntry: false })) {
    throw new Failure('BAD_USAGE', `--out ${path}: something stands there already. --force replaces it.`)
  }
  // Beside the place where it goes, so that it can be moved there in one step.
  const draft = join(dirname(path), `.dixit-export-${process.pid}`)
  const forget = () => rmSync(draft, { recursive: true, force: true })
  process.once('exit', forget)
  try {
    forget()
    mkdirSync(draft, { recursive: true })
    const written = await write(draft)
    if (isReplacing) rmSync(path, { recursive: true, force: true })
    renameSync(draft, path)
    return written
  } finally {
    forget()
    process.off('exit', forget)
  }
}
