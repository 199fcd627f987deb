import { permalinkPath } from '../model/nodeNames.ts'
import type { Entity, RowOf } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'

builder.interfaceField(builder.nodeInterfaceRef(), 'uri', t =>
  t.string({
    description: 'The permalink: it leads to the node, is the same after every import, and can be cited.',
    resolve: (row, _, { baseUrl }, { parentType }) => `${baseUrl}${permalinkPath(parentType.name, slugOf(row))}`,
  }),
)

function slugOf(row: unknown): string {
  if (typeof row === 'object' && row !== null && 'slug' in row) return String(row.slug)
  throw new Error('every node has a slug')
}

/** The options by which `builder.node` names a row and finds it again. `isOne` tells rows of the type from others. */
export function nodeOf<E extends Entity>(
  entity: E,
  typename: string = entity.typenames.join(),
  isOne: (row: RowOf<E>) => boolean = () => true,
) {
  return {
    id: { resolve: (row: RowOf<E>) => String(row.slug) },
    loadOne: async (slug: string, { read }: GraphContext): Promise<RowOf<E> | null> => {
      const row = await read.bySlug(entity, slug)
      // Pothos notes the type as well, but too late for whoever asks for the same node beside it.
      return row !== null && isOne(row) ? { ...row, __typename: typename } : null
    },
  }
}
