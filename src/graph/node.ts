import { permalinkPath } from '../model/nodeNames.ts'
import { type Entity, entityOfType, type RowOf } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'

builder.interfaceField(builder.nodeInterfaceRef(), 'uri', t =>
  t.string({
    description: 'The permalink: it opens the node, stays the same after every import, and can be cited.',
    resolve: (row, _, { baseUrl }, { parentType }) => `${baseUrl}${permalinkPath(parentType.name, slugOf(row))}`,
  }),
)

builder.interfaceField(builder.nodeInterfaceRef(), 'importedAt', t =>
  t.string({
    nullable: true,
    description:
      'When it was added to the graph or last changed there (ISO 8601, UTC): for a document, agent or claim, itself; for everything else, ' +
      'the document or dataset that it belongs to. Null if not recorded.',
    resolve: (row, _, { read }, { parentType }) => {
      const entity = entityOfType(parentType.name)
      return entity && typeof row === 'object' && row !== null && 'id' in row
        ? read.importedAt(entity, Number(row.id))
        : null
    },
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
