import { Failure } from './failure.ts'

/** What the system says of a disk or a folder that takes no file, in words; null for an error of another kind. */
function whyNotWritten(error: unknown): string | null {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return null
  return error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'the disk is full' : error.message
}

/** The failure of a file that could not be written; null for an error of another kind. `what` names the file. */
export function diskFault(what: string, error: unknown): Failure | null {
  const why = whyNotWritten(error)
  return why === null ? null : new Failure('BAD_USAGE', `${what} cannot be written: ${why}.`, { cause: error })
}
