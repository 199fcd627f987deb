import { statSync } from 'node:fs'

/** Which file stands at a path, whatever its name; null if none does. */
export function fileIdentity(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

/** Changes with every change to a file or to its WAL: which files they are, how long, and when they were written. */
export function fileSignature(path: string): string {
  return [path, `${path}-wal`]
    .map(name => {
      const found = statSync(name, { throwIfNoEntry: false, bigint: true })
      return found === undefined ? '' : [found.dev, found.ino, found.size, found.mtimeNs].join(':')
    })
    .join(' ')
}
