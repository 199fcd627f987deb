import type { Database } from '../../engine/database.ts'
import { MOST_REMEMBERED, type RecordNames } from './names.ts'
import { refuseRecord } from './refused.ts'

/** A figure as its mentions and relations are held against it. */
export interface KnownFigure {
  readonly id: number
  readonly label: string
  readonly unit: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** The figures of the source, which are mentioned again and again. */
export class KnownFigures {
  readonly #database: Database
  readonly #names: RecordNames
  readonly #importId: number | null
  readonly #known = new Map<string, KnownFigure>()

  constructor(database: Database, names: RecordNames, importId: number | null) {
    this.#database = database
    this.#names = names
    this.#importId = importId
  }

  /**
   * A figure of this source: one of another source would go, and its wordings with it, when that source is replaced.
   *
   * @throws RecordRefused UNKNOWN_REFERENCE, or DEPENDENT on what was refused
   */
  of(slug: string): KnownFigure {
    this.#names.expectTaken('figure', slug)
    const known = this.#known.get(slug)
    if (known !== undefined) return known
    const stored = this.#database
      .prepare<[string, number | null], KnownFigure>(
        `select f.id, f.label, f.unit, f.value, f.lower, f.upper from figures f join documents d on d.id = f.documentId
         where f.slug = ? and d.importId is ?`,
      )
      .get(slug, this.#importId)
    if (stored === undefined) refuseRecord('UNKNOWN_REFERENCE', `there is no figure ${slug} in this source`)
    this.remember(slug, stored)
    return stored
  }

  remember(slug: string, figure: KnownFigure): void {
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear()
    this.#known.set(slug, figure)
  }
}
