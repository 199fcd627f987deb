import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { slugBeginnings } from '../../../model/slug.ts'
import type { Database } from '../../engine/database.ts'
import { getTableName } from '../../engine/drizzle.ts'
import { figureMentions } from '../../tables/figures.ts'
import { frameUses } from '../../tables/frames.ts'
import { termUses } from '../../tables/referents.ts'
import type { RecordNames } from './names.ts'
import { refuseRecord } from './refused.ts'

/** What stands in a statement and may be named by its source. */
export interface Nameable {
  readonly table: SQLiteTable
  readonly one: string
  readonly many: string
  /** The slugs that are given to those without a name, of which the first group is the statement's; null if an index holds all slugs. */
  readonly given: RegExp | null
}

/** The place or the number that begins with a digit makes sure that no slug is given for two statements. */
export const nameables = {
  figures: {
    table: figureMentions,
    one: 'mention of a figure',
    many: 'mentions of figures',
    given: /^(.+)\/(?:figure|quantity|read)\/\d/,
  },
  terms: { table: termUses, one: 'term', many: 'terms', given: /^(.+)\/term\/\d/ },
  frames: { table: frameUses, one: 'frame', many: 'frames', given: null },
} as const satisfies Readonly<Record<string, Nameable>>

/**
 * Sees to it that no two of what stands in statements have the same slug. Where no index holds all slugs of a table, only
 * those can be the same of which a source has named one: to a slug that would be given anyway costs one look-up.
 */
export class PartNames {
  readonly #nameable: Nameable
  readonly #names: RecordNames
  readonly #beforeComparing: () => void
  readonly #indexed: (slug: string) => string | undefined
  readonly #within: (statementId: number, slug: string) => string | undefined
  /** Whether the index holds any: to most sources it is empty, and looked into with every number and every term. */
  #isIndexed: boolean

  constructor({ client }: Database, nameable: Nameable, names: RecordNames, beforeComparing: () => void) {
    this.#nameable = nameable
    this.#names = names
    this.#beforeComparing = beforeComparing
    const holder = (condition: string) => {
      const statement = client.prepare<(string | number)[], string>(
        // No join, for which SQLite would plan anew whenever a value is bound.
        `select (select s.slug from statements s where s.id = part.statementId) from "${getTableName(nameable.table)}" part
         where ${condition}`,
      )
      return statement.pluck()
    }
    const isIndexed = nameable.given === null ? '' : 'and part.namedApart = 1'
    const indexed = holder(`part.slug = ? ${isIndexed}`)
    const within = holder('part.statementId = ? and part.slug = ?')
    this.#indexed = slug => indexed.get(slug)
    this.#within = (statementId, slug) => within.get(statementId, slug)
    const any = client.prepare<[], number>(
      `select exists (select 1 from "${getTableName(nameable.table)}" part where true ${isIndexed})`,
    )
    this.#isIndexed = any.pluck().get() === 1
  }

  /** @throws RecordRefused BAD_RECORD if two have the same slug, or one has that of what stands in another statement */
  expectFree(statement: string, parts: readonly { readonly slug: string }[]): void {
    const { one, many } = this.#nameable
    const taken = new Set<string>()
    for (const { slug } of parts) {
      if (taken.has(slug)) {
        refuseRecord('BAD_RECORD', `two of its ${many} have the slug ${slug}: give each one of its own, or none`)
      }
      taken.add(slug)
      this.#isIndexed ||= this.#nameable.given === null || !slug.startsWith(`${statement}/`)
      const other = this.#otherHolder(statement, slug)
      if (other !== undefined) {
        refuseRecord(
          'BAD_RECORD',
          `one of its ${many} has the slug ${slug}, which is that of a ${one} of the statement ${other}: give either another`,
        )
      }
    }
  }

  /** The other statement in which something has that slug, or would be given it. */
  #otherHolder(statement: string, slug: string): string | undefined {
    const apart = this.#isIndexed ? this.#indexed(slug) : undefined
    if (apart !== undefined && apart !== statement) return apart
    const { given } = this.#nameable
    if (given === null) return undefined
    const [, giving] = given.exec(slug) ?? []
    if (giving === statement) return undefined
    // It may come later, and what is given to it then is not looked for here.
    if (giving?.startsWith(`${statement}/`)) return giving
    return slugBeginnings(slug).find(around => around !== statement && this.#isIn(around, slug))
  }

  #isIn(statement: string, slug: string): boolean {
    const id = this.#names.lookUp('statement', statement)
    if (id === undefined) return false
    this.#beforeComparing()
    return this.#within(id, slug) !== undefined
  }
}
