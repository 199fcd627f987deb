import type { Database } from '../../engine/database.ts'
import { type Kind, tableNameOf } from '../../tables/ofRecords.ts'
import { slugLookup } from '../rowIds.ts'
import { refuseRecord } from './refused.ts'

/** As many names are remembered; more are looked up again, so that memory does not grow with the corpus. */
export const MOST_REMEMBERED = 200_000

/** Leads from the names of records to row ids. What its source was refused has no name, whatever stands under it. */
export class RecordNames {
  readonly #database: Database
  readonly #known = new Map<Kind, Map<string, number>>()
  /** By kind. Each record is looked up, and finding the statement by its text would take as long as that. */
  readonly #lookups = new Map<Kind, (slug: string) => number | undefined>()
  readonly #refused = new Set<string>()

  constructor(database: Database) {
    this.#database = database
  }

  /** @throws RecordRefused UNKNOWN_REFERENCE, or DEPENDENT on what was refused */
  id(kind: Kind, slug: string): number {
    this.expectTaken(kind, slug)
    const known = this.#known.get(kind)?.get(slug)
    if (known !== undefined) return known
    const id = this.lookUp(kind, slug)
    if (id === undefined) refuseRecord('UNKNOWN_REFERENCE', `there is no ${kind} ${slug}`)
    this.remember(kind, slug, id)
    return id
  }

  /** @throws RecordRefused as `id` does */
  idOrNull(kind: Kind, slug: string | undefined): number | null {
    return slug === undefined ? null : this.id(kind, slug)
  }

  /** The id of what belongs to a document. @throws RecordRefused as `id` does, also if it is another document's */
  inDocument(kind: 'channel' | 'statement' | 'time', slug: string | undefined, documentId: number): number | null {
    if (slug === undefined) return null
    const id = this.id(kind, slug)
    const table = tableNameOf(kind)
    const owner = this.#database.value<number>(`select documentId from "${table}" where id = ?`, id)
    return owner === documentId ? id : refuseRecord('BAD_RECORD', `the ${kind} ${slug} is of another document`)
  }

  /** @throws RecordRefused DEPENDENT */
  expectTaken(kind: Kind, slug: string): void {
    if (this.#refused.size > 0 && this.#refused.has(`${kind} ${slug}`))
      refuseRecord('DEPENDENT', `${kind} ${slug} is refused`)
  }

  /** The id of what may come later; null if it has not come yet. */
  laterId(kind: Kind, slug: string | undefined): number | null {
    return slug === undefined ? null : (this.lookUp(kind, slug) ?? null)
  }

  isKnown(kind: Kind, slug: string): boolean {
    return this.#known.get(kind)?.has(slug) === true || this.lookUp(kind, slug) !== undefined
  }

  /** The row id of whatever stands under a name. */
  lookUp(kind: Kind, slug: string): number | undefined {
    const known = this.#lookups.get(kind)
    if (known) return known(slug)
    const lookup = slugLookup(this.#database, tableNameOf(kind))
    this.#lookups.set(kind, lookup)
    return lookup(slug)
  }

  remember(kind: Kind, slug: string, id: number): void {
    let names = this.#known.get(kind)
    if (names === undefined || names.size >= MOST_REMEMBERED) {
      names = new Map()
      this.#known.set(kind, names)
    }
    names.set(slug, id)
  }

  /** Notes that a record of this source is refused. */
  refuse(kind: Kind, slug: string): void {
    if (this.#refused.size < MOST_REMEMBERED) this.#refused.add(`${kind} ${slug}`)
  }
}
