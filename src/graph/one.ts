import type { OutputRef } from '@pothos/core'
import type { Entity, RowOf } from '../store/schema/entities.ts'
import type { GraphContext } from './builder.ts'
import { RowOfKey } from './reads.ts'

/**
 * A field that leads to the one row whose row id stands in a column, which may be null:
 * `speaker: t.field(optionalRow(AgentType, agent, 'speakerId', '…; null if …'))`.
 */
export function optionalRow<E extends Entity, K extends string>(
  type: OutputRef<RowOf<E>>,
  entity: E,
  key: K,
  description: string,
) {
  return {
    type,
    nullable: true as const,
    description,
    extensions: { reads: new RowOfKey(entity, key) },
    resolve: (row: Readonly<Record<K, number | null>>, _: unknown, { read }: GraphContext) =>
      read.byId(entity, row[key]),
  }
}

/** The same, of a column that is never null. */
export function requiredRow<E extends Entity, K extends string>(
  type: OutputRef<RowOf<E>>,
  entity: E,
  key: K,
  description: string,
) {
  return {
    type,
    description,
    extensions: { reads: new RowOfKey(entity, key) },
    resolve: async (row: Readonly<Record<K, number>>, _: unknown, { read }: GraphContext) => {
      const found = await read.byId(entity, row[key])
      if (found === null)
        throw new Error(`no row ${row[key]} of ${entity.typenames.join(' or ')}: the foreign keys let none go`)
      return found
    },
  }
}
