import type { OutputRef } from '@pothos/core'
import type { Entity, RowOf } from '../store/schema/entities.ts'
import type { GraphContext } from './builder.ts'
import { RowOfKey } from './reads.ts'

/** A field that leads to the one row whose row id stands in a column: `speaker: t.field(one(AgentType, agent, 'speakerId', '…'))`. */
export function one<E extends Entity, K extends string>(
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
