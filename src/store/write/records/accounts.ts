import type { Database } from '../../engine/database.ts'
import { MOST_REMEMBERED } from './names.ts'

/** Channels that wait for the statement by whose account there are such: it names them, and so comes after them. */
export class Accounts {
  readonly #database: Database
  readonly #awaited = new Map<string, number[]>()

  constructor(database: Database) {
    this.#database = database
  }

  await(statement: string, channelId: number): void {
    if (this.#awaited.size >= MOST_REMEMBERED) this.#awaited.clear()
    this.#awaited.set(statement, [...(this.#awaited.get(statement) ?? []), channelId])
  }

  /** Tells the channels that wait for a statement that it has come. */
  settle(statement: string, statementId: number): void {
    if (this.#awaited.size === 0 || statementId === 0) return
    for (const channelId of this.#awaited.get(statement) ?? []) {
      this.#database.prepare('update channels set statementId = ? where id = ?').run(statementId, channelId)
    }
    this.#awaited.delete(statement)
  }
}
