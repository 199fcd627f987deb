import { sha256 } from '../../model/text.ts'
import type { Database } from './database.ts'
import { recordChanges } from './recordedChanges.ts'

/** What the graph holds, named by the last change that was committed. */
export interface Revision {
  readonly id: number
  readonly stamp: string
  readonly change: string
  readonly committedAt: string
}

/** The last change that was committed; null if none ever was: the graph has not been filled. */
export function currentRevision(database: Database): Revision | null {
  return (
    database
      .prepare<[], Revision>('select id, stamp, change, committedAt from revisions order by id desc limit 1')
      .get() ?? null
  )
}

/** Records a change, whose content the digest stands for, in the transaction that makes it. */
export function recordRevision(database: Database, change: string, digest: string): void {
  const stamp = sha256([currentRevision(database)?.stamp ?? '', change, digest].join('\n'))
  const { lastInsertRowid } = database
    .prepare(`insert into revisions (stamp, change, committedAt) values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`)
    .run(stamp, change)
  recordChanges(database, Number(lastInsertRowid))
}
