import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Writes a file wholly or not at all: whoever is killed, or fills the disk, leaves what was there before. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const known = statSync(path, { throwIfNoEntry: false })
  if (known !== undefined && !known.isFile()) {
    // A pipe or a terminal, which has no other file put in its place.
    writeFileSync(path, content)
    return
  }
  const part = `${path}.${process.pid}.part`
  try {
    writeFileSync(part, content, { flush: true })
    renameSync(part, path)
  } finally {
    rmSync(part, { force: true })
  }
}
