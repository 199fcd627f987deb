import type { Entity, RowOf } from '../store/entities.ts'
import type { GraphContext } from './builder.ts'

/** The options by which `builder.node` names a row and finds it again. `isOne` tells rows of a type from others. */
export function nodeOf<E extends Entity>(entity: E, isOne: (row: RowOf<E>) => boolean = () => true) {
  return {
    id: { resolve: (row: RowOf<E>) => String(row.slug) },
    loadOne: async (slug: string, { read }: GraphContext): Promise<RowOf<E> | null> => {
      const row = await read.bySlug(entity, slug)
      return row !== null && isOne(row) ? row : null
    },
  }
}
