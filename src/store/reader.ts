import DataLoader from 'dataloader'
import { getTableName, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from './database.ts'
import type { Entity, RowOf } from './entities.ts'
import type { FilterInput } from './filter.ts'
import { countRows, type List, type Page, type PageRequest, readPage, readPages } from './page.ts'
import { decisions } from './tables/decisions.ts'
import { documentTexts } from './tables/documents.ts'

/**
 * Reads the graph for one request. Everything asked for in one turn of the event loop is read by one SQL statement a
 * kind of question, and nothing is read twice, so that the number of statements depends on a query's shape alone.
 *
 * The answers are promises although SQLite answers at once: another engine would not.
 */
export class Reader {
  readonly #database: Database
  readonly #loaders = new Map<string, unknown>()

  constructor(database: Database) {
    this.#database = database
  }

  /** The row with that row id; null for null. */
  async byId<E extends Entity>(entity: E, id: number | null): Promise<RowOf<E> | null> {
    return id === null
      ? null
      : this.#load(`${entityName(entity)}.id`, id, ids => this.#rows(entity, entity.table.id, ids))
  }

  /** The row with that slug, or null if there is none. */
  async bySlug<E extends Entity>(entity: E, slug: string): Promise<RowOf<E> | null> {
    return this.#load(`${entityName(entity)}.slug`, slug, slugs => this.#rows(entity, entity.table.slug, slugs))
  }

  /** A stretch of a list: of everything, or of one parent's. */
  async page<E extends Entity>(list: List<E>, parent: number | null, request: PageRequest): Promise<Page<RowOf<E>>> {
    if (parent === null) return readPage(this.#database, list, request)
    return this.#load(`${listName(list)} ${JSON.stringify(request)}`, parent, parents =>
      readPages(this.#database, list, parents, request),
    )
  }

  /** The number of rows of a list, whatever page is shown of it. */
  async count(list: List, parent: number | null, filter: FilterInput | null | undefined): Promise<number> {
    return this.#load(`${listName(list)} count ${JSON.stringify(filter)}`, parent ?? 0, parents =>
      countRows(this.#database, list, parents, filter),
    )
  }

  /** The few plain values that hang on a row, such as an agent's other names, in the order given. */
  async valuesOf<T extends SQLiteTable>(
    table: T,
    key: SQLiteColumn,
    parent: number,
    order: SQLiteColumn,
  ): Promise<T['$inferSelect'][]> {
    return this.#load(`${getTableName(table)}.${key.name}`, parent, parents => {
      const rows = this.#database.all<T['$inferSelect'] & { $parent: number }>(sql`
        select parent.key as "$parent", ${table}.* from json_each(${JSON.stringify(parents)}) parent
        join ${table} on ${key} = parent.value order by parent.key, ${order}`)
      const byParent = Map.groupBy(rows, ({ $parent }) => $parent)
      return parents.map((_, index) => byParent.get(index) ?? [])
    })
  }

  /** The decisions about the identity of an agent, whichever of the two it is in them, in the order of the file. */
  async decisionsOn(agentId: number): Promise<(typeof decisions.$inferSelect)[]> {
    return this.#load('decisions', agentId, ids => {
      const rows = this.#database.all<typeof decisions.$inferSelect & { $parent: number }>(sql`
        select parent.key as "$parent", d.* from json_each(${JSON.stringify(ids)}) parent
        join ${decisions} d on d.agentId = parent.value or d.otherId = parent.value order by parent.key, d.id`)
      const byParent = Map.groupBy(rows, ({ $parent }) => $parent)
      return ids.map((_, index) => byParent.get(index) ?? [])
    })
  }

  /** The whole normalised text of a document. */
  async textOf(documentId: number): Promise<string> {
    return this.#load('documentTexts', documentId, ids => {
      const rows = this.#database.all<{ documentId: number; text: string }>(
        sql`select * from ${documentTexts} where ${documentTexts.documentId} in (${eachOf(ids)})`,
      )
      const byId = new Map(rows.map(row => [row.documentId, row.text]))
      return ids.map(id => byId.get(id) ?? new Error(`document ${id} has no text`))
    })
  }

  #rows<E extends Entity>(entity: E, key: SQLiteColumn, values: readonly (number | string)[]): (RowOf<E> | null)[] {
    const rows = this.#database.all<RowOf<E>>(
      sql`select ${entity.table}.* from ${entity.table} where ${key} in (${eachOf(values)})`,
    )
    const byKey = new Map(rows.map(row => [row[key.name], row]))
    return values.map(value => byKey.get(value) ?? null)
  }

  async #load<K extends number | string, V>(
    name: string,
    key: K,
    read: (keys: readonly K[]) => readonly (V | Error)[],
  ): Promise<V> {
    // The name settles what the keys and values of a loader are.
    const known = this.#loaders.get(name) as DataLoader<K, V> | undefined
    const loader = known ?? new DataLoader<K, V>(async keys => read(keys))
    this.#loaders.set(name, loader)
    return loader.load(key)
  }
}

function eachOf(values: readonly (number | string)[]): SQL {
  return sql`select value from json_each(${JSON.stringify(values)})`
}

function entityName(entity: Entity): string {
  return getTableName(entity.table)
}

function listName({ entity, relation, fixed }: List): string {
  return `${relation?.name ?? entityName(entity)} ${JSON.stringify(fixed ?? null)}`
}
