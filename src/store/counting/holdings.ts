import type { Database } from '../engine/database.ts'
import { currentRevision } from '../engine/revisions.ts'

/** What a graph holds, in short. */
interface Holdings {
  readonly documents: number
  readonly statements: number
  /** When something was last imported or removed (ISO 8601, UTC); null if never. */
  readonly changed: string | null
}

export function countHoldings(database: Database): Holdings {
  return {
    documents: database.value<number>('select count(*) from documents') ?? 0,
    statements: database.value<number>('select count(*) from statements') ?? 0,
    changed: currentRevision(database)?.committedAt ?? null,
  }
}
