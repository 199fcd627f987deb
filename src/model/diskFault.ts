import { getSystemErrorMessage } from 'node:util'
import { Failure } from './failure.ts'

/** What the system says of a disk, a file or a folder that it refuses, in words; null for an error of another kind. */
export function whyRefused(error: unknown): string | null {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return null
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return 'the disk is full'
  return 'errno' in error && typeof error.errno === 'number' ? getSystemErrorMessage(error.errno) : error.message
}

/** The failure of a file that could not be written; null for an error of another kind. `what` names the file. */
export function diskFault(what: string, error: unknown): Failure | null {
  const why = whyRefused(error)
  return why === null ? null : new Failure('BAD_USAGE', `${what} cannot be written: ${why}.`, { cause: error })
}

/** The failure of whatever the system refused, wherever that came up; null for an error of another kind. */
export function systemFault(error: unknown): Failure | null {
  const why = whyRefused(error)
  if (why === null) return null
  const what = error instanceof Error && 'path' in error ? String(error.path) : 'A file'
  return new Failure('BAD_USAGE', `${what} cannot be used: ${why}.`, { cause: error })
}
