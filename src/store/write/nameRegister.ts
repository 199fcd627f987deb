import { Failure } from '../../model/failure.ts'
import type { Database } from '../engine/database.ts'
import { idOfSlug } from './rowIds.ts'

/** The names of a dataset's people, for linking mentions by exact name. A name that two of them have links nobody. */
export class NameRegister {
  readonly #names = new Map<string, number | null>()

  /** @throws Failure BAD_USAGE if there is no such dataset */
  constructor(database: Database, dataset: string) {
    const datasetId = idOfSlug(database, 'datasets', dataset)
    if (datasetId === undefined) {
      throw new Failure('BAD_USAGE', `There is no dataset ${dataset} to link names by. Import it first.`, {
        argument: 'register',
      })
    }
    const rows = database
      .prepare<[number, number], { id: number; name: string }>(
        `select id, name from agents where datasetId = ? and kind = 'PERSON'
         union select a.id, n.name from agentNames n join agents a on a.id = n.agentId
         where a.datasetId = ? and a.kind = 'PERSON'`,
      )
      .all(datasetId, datasetId)
    for (const { id, name } of rows) this.#names.set(name, this.#names.has(name) ? null : id)
  }

  /** The row id of the one agent with that name, or null. */
  find(name: string): number | null {
    return this.#names.get(name) ?? null
  }
}
