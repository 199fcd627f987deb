import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import RelayPlugin from '@pothos/plugin-relay'
import { encodeId } from '../model/nodeNames.ts'
import type { NodeReference } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { decodeId, knownId } from './globalId.ts'
import { NodeOfId } from './reads.ts'

/** What every resolver is given: a reader that lives as long as the request. */
export interface GraphContext {
  readonly read: Reader
  /** Where the server is reached, without a slash at the end: what permalinks begin with. */
  readonly baseUrl: string
}

/** The schema's builder. It defines no type: each has a file of its own. */
export const builder = new SchemaBuilder<{
  Context: GraphContext
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string | number | bigint }
    EDTF: { Input: string; Output: string }
    Reference: { Input: NodeReference; Output: string }
  }
}>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  complexity: { defaultComplexity: 1, defaultListMultiplier: 5 },
  relay: {
    encodeGlobalID: (typename, id) => encodeId(typename, String(id)),
    decodeGlobalID: decodeId,
    nodeTypeOptions: { description: 'Anything in the graph with its own id (Relay Node).' },
    nodeQueryOptions: {
      description: 'The node with that id, or null if there is none.',
      extensions: { reads: new NodeOfId() },
      args: { id: { description: 'A global id, as returned by every `id` field.' } },
      resolve: (_, { id }, _context, _info, resolveNode) => resolveNode(knownId(id)),
    },
    nodesQueryOptions: {
      description: 'The nodes with those ids, in the same order; null for each id without a node.',
      extensions: { reads: new NodeOfId() },
      complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
      args: { ids: { description: 'Global ids, as returned by every `id` field.' } },
      resolve: (_, { ids }, _context, _info, resolveNodes) => resolveNodes(ids.map(knownId)),
    },
    pageInfoTypeOptions: { description: 'The position of a page in its list (Relay PageInfo).' },
    hasNextPageFieldOptions: { description: 'Whether more follows after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether more comes before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first edge; null on an empty page.' },
    endCursorFieldOptions: { description: 'The cursor of the last edge; null on an empty page.' },
    idFieldOptions: { description: 'The global id: opaque, stable, the same after every import.' },
  },
})

/** The types that the builder was made with, for helpers that take a field builder. */
export type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never

builder.queryType({ description: 'The entry point to the graph.' })
