import type { InferSelectModel } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { SpanRecord } from '../../../model/records/fields.ts'
import { fragmentsOf } from '../../../model/selector.ts'
import type { Database } from '../../engine/database.ts'
import { getTableColumns, getTableConfig, getTableName } from '../../engine/drizzle.ts'
import { readFrom, rowKey } from '../../schema/passages.ts'

/** A row with the slug of what it leads to in place of each row id, and a passage's selector and words in place of its. */
export type SlugRow<T extends SQLiteTable> = {
  readonly [K in keyof InferSelectModel<T>]: K extends `${string}Id`
    ? string | Extract<InferSelectModel<T>[K], null>
    : InferSelectModel<T>[K]
}

/** What stands between the selector of a passage and its words. */
const lineEnd = 'char(10)'

/**
 * Reads the rows of a table that meet a condition, in insertion order. In the condition the table is `t`.
 */
export function slugRows<T extends SQLiteTable>(
  database: Database,
  table: T,
  condition: string,
): (...params: readonly (string | number)[]) => SlugRow<T>[] {
  const text = textFor(table, condition)
  return (...params) => database.prepare<unknown[], SlugRow<T>>(text).all(...params)
}

/** The same, one row at a time: for tables that grow with the graph. */
export function eachSlugRow<T extends SQLiteTable>(
  database: Database,
  table: T,
  condition: string,
): IteratorObject<SlugRow<T>> {
  // Not one of the kept statements: while it is read, the same text can be run again.
  return Iterator.from(database.client.prepare<[], SlugRow<T>>(textFor(table, condition)).iterate())
}

const lists = new Map<SQLiteTable, string>()

function textFor(table: SQLiteTable, condition: string): string {
  const known = lists.get(table) ?? columnsOf(table)
  lists.set(table, known)
  return `select ${known} from "${getTableName(table)}" t where ${condition} order by t.${rowKey(table)}`
}

function columnsOf(table: SQLiteTable): string {
  const targets = new Map(
    getTableConfig(table).foreignKeys.map(key => {
      const { columns, foreignTable } = key.reference()
      return [columns[0]?.name ?? '', getTableName(readFrom(foreignTable))]
    }),
  )
  return Object.keys(getTableColumns(table))
    .map(column => {
      const target = targets.get(column)
      if (target === 'passages') {
        return `(select p.selector || ${lineEnd} || p.exact from passages p where p.id = t."${column}") as "${column}"`
      }
      // The file's own imports have no names, and leave no trace in records.
      if (target === undefined || target === 'imports') return `t."${column}"`
      return `(select r.slug from "${target}" r where r.id = t."${column}") as "${column}"`
    })
    .join(', ')
}

/** The span that a passage is, as `slugRows` reads it. */
export function spanOf(passage: string): SpanRecord {
  const end = passage.indexOf('\n')
  return {
    at: fragmentsOf(passage.slice(0, end)).map(({ start, end }) => [start, end]),
    exact: passage.slice(end + 1),
  }
}

export function spanOrNone(passage: string | null): SpanRecord | undefined {
  return passage === null ? undefined : spanOf(passage)
}

/** The ground of a row as a record has it. */
export function groundOf(row: {
  readonly basis: 'STATED' | 'INFERRED' | 'AUTOMATIC' | null
  readonly reason: string | null
  readonly ruleId: string | null
}) {
  return { basis: row.basis ?? undefined, reason: row.reason ?? undefined, rule: row.ruleId ?? undefined }
}

/** The same of what is STATED unless it is said otherwise. */
export function statedGroundOf(row: Parameters<typeof groundOf>[0]) {
  return { ...groundOf(row), basis: row.basis === 'STATED' ? undefined : (row.basis ?? undefined) }
}
