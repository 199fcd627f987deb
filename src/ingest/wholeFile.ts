import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { diskFault } from '../model/diskFault.ts'

/**
 * Writes a file wholly or not at all: whoever is killed, or fills the disk, leaves what was there before.
 *
 * @throws Failure BAD_USAGE where the disk or the folder does not take it
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const part = `${path}.${process.pid}.part`
  try {
    const known = statSync(path, { throwIfNoEntry: false })
    // A pipe or a terminal has no other file put in its place.
    if (known !== undefined && !known.isFile()) writeFileSync(path, content)
    else {
      writeFileSync(part, content, { flush: true })
      renameSync(part, path)
    }
  } catch (error) {
    throw diskFault(path, error) ?? error
  } finally {
    if (existsSync(part)) rmSync(part)
  }
}
