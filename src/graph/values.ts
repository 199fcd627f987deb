import type { OutputRef } from '@pothos/core'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { GraphContext } from './builder.ts'
import { ValuesOfRow } from './reads.ts'

/**
 * A field of the few plain values that belong to a row, each an object of its columns:
 * `labels: t.field(values([LabelType], labels, labels.agentId, labels.id, '…'))`.
 */
export function values<T extends SQLiteTable>(
  type: [OutputRef<T['$inferSelect']>],
  table: T,
  key: SQLiteColumn,
  order: SQLiteColumn,
  description: string,
) {
  return {
    type,
    description,
    extensions: { reads: new ValuesOfRow({ table, key, order }) },
    resolve: ({ id }: { readonly id: number }, _: unknown, { read }: GraphContext) =>
      read.valuesOf(table, key, id, order),
  }
}

/** The same of names: `otherNames: t.stringList(names(agentNames, agentNames.agentId, agentNames.id, '…'))`. */
export function names<T extends SQLiteTable & { readonly $inferSelect: { readonly name: string } }>(
  table: T,
  key: SQLiteColumn,
  order: SQLiteColumn,
  description: string,
) {
  return {
    description,
    extensions: { reads: new ValuesOfRow({ table, key, order }, 'name') },
    resolve: async ({ id }: { readonly id: number }, _: unknown, { read }: GraphContext) => {
      const rows = await read.valuesOf(table, key, id, order)
      return rows.map(({ name }) => name)
    },
  }
}
