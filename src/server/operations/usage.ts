import type { Database } from '../../store/engine/database.ts'
import type { KnownOperations } from './knownOperations.ts'

/** What a process that answers operations has used since it began, and what it holds now. */
export interface OperationUsage {
  /** How many seconds SQLite took for its queries. */
  readonly sqlSeconds: number
  /** Bytes of what is known of operations. */
  readonly operationBytes: number
  /** Bytes of queries and prepared statements. */
  readonly statementBytes: number
}

export const unused: OperationUsage = { sqlSeconds: 0, operationBytes: 0, statementBytes: 0 }

/** `before` is how many milliseconds SQLite took in databases that were closed. */
export function usageOf(database: Database, known: KnownOperations, before = 0): OperationUsage {
  return {
    sqlSeconds: (before + database.milliseconds) / 1_000,
    operationBytes: known.keptBytes,
    statementBytes: database.keptBytes,
  }
}
