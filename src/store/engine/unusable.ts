import { Failure } from '../../model/failure.ts'

/** Failure DATABASE_BUSY or DATABASE_UNUSABLE for the database, at a path where that is known, with what stands in its way. */
export function unusable(path: string | null, why: string | null, cause?: unknown): Failure {
  const reason = why ?? (cause instanceof Error ? cause.message : String(cause))
  const code = /^SQLITE_BUSY/.test(codeOf(cause)) ? 'DATABASE_BUSY' : 'DATABASE_UNUSABLE'
  return new Failure(code, `The database${path === null ? '' : ` at ${path}`} cannot be used: ${reason}.`, { cause })
}

/** What outside of Dixit stands in the way of a database, in words; null for a fault of ours. */
export function whyUnusable(error: unknown): string | null {
  const code = codeOf(error)
  const why: Readonly<Record<string, string>> = {
    SQLITE_BUSY: 'another program is writing to it',
    SQLITE_CANTOPEN: 'the file cannot be opened',
    SQLITE_CORRUPT: 'the file is damaged',
    SQLITE_FULL: 'the disk is full',
    SQLITE_IOERR: `the disk does not read or write (${code})`,
    // The file beside the WAL finds no room to grow.
    SQLITE_IOERR_SHMSIZE: 'the disk is full',
    SQLITE_NOTADB: 'the file is no SQLite database',
    SQLITE_READONLY: 'the file may not be written to',
    SQLITE_READONLY_DIRECTORY:
      'its folder may not be written to, and it was left in the midst of its use; run dixit seed where it may, or serve a copy made by dixit backup',
    // What a killed program left is taken back by whoever opens the file for writing.
    SQLITE_READONLY_ROLLBACK:
      'an import into it was killed; start that again, or dixit serve: both take back what it left',
    EACCES: 'permissions forbid it',
    EEXIST: 'a file stands where a folder is expected',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a file stands where a folder is expected',
    EPERM: 'permissions forbid it',
    EROFS: 'the file system may not be written to',
  }
  // SQLite's extended codes begin with the primary one: SQLITE_IOERR_WRITE.
  const [primary = ''] = /^(SQLITE_)?[A-Z]+/.exec(code) ?? []
  return why[code] ?? why[primary] ?? null
}

/** The same Failure for an error of SQLite's that came up as it was from the midst of some work; any other error as it is. */
export function failureOfSqlite(error: unknown): unknown {
  const why = codeOf(error).startsWith('SQLITE_') ? whyUnusable(error) : null
  return why === null ? error : unusable(null, why, error)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
