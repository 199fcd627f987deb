import { encodeId, permalinkPath } from '../model/nodeNames.ts'
import { ChangeKind } from '../model/vocabulary.ts'
import type { Revision } from '../store/engine/revisions.ts'
import { type Change, type Changes, mostChanges } from '../store/query/changes.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'

const CountType = builder.objectRef<{ readonly of: string; readonly count: number }>('EntityCount').implement({
  description: 'How many things of a kind the graph holds.',
  fields: t => ({
    of: t.exposeString('of', { description: 'The kind, by the name of its list: "statements".' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const GraphType = builder.objectRef<{ readonly revision: Revision | null }>('Graph').implement({
  description: 'What the whole graph holds, and its current revision.',
  fields: t => ({
    revision: t.string({
      description:
        'Identifies the content: the same on every copy of the graph, different after each change. It is a cursor for `changes`. ' +
        'Empty while the graph is empty.',
      resolve: ({ revision }) => revision?.stamp ?? '',
    }),
    importedAt: t.string({
      nullable: true,
      description: 'When it was last changed (ISO 8601, UTC); null if it never was.',
      resolve: ({ revision }) => revision?.committedAt ?? null,
    }),
    change: t.string({
      nullable: true,
      description: 'The last change, in words; null if there was none.',
      resolve: ({ revision }) => revision?.change ?? null,
    }),
    counts: t.field({
      type: [CountType],
      description: 'How much there is of each kind.',
      complexity: { field: 1, multiplier: 100 },
      resolve: (_, __, { read }) => read.counts(),
    }),
  }),
})

const ChangeType = builder.objectRef<Change>('Change').implement({
  description:
    'A document, agent, claim or dataset that was added, changed or removed. Everything else belongs to a document and goes with it. An agent ' +
    'also changes when people decide who it is; a dataset, when rules read its speakers or numbers.',
  fields: t => ({
    kind: t.expose('kind', {
      type: enumOf('ChangeKind', ChangeKind, 'What happened to a thing.'),
      description: 'What happened.',
    }),
    typename: t.exposeString('typename', { description: 'The type of the thing: "Document".' }),
    slug: t.exposeString('slug', { description: 'Its slug.' }),
    id: t.id({
      description: 'Its global id; after a removal, no node has it.',
      resolve: ({ typename, slug }) => encodeId(typename, slug),
    }),
    uri: t.string({
      description: 'Its permalink.',
      resolve: ({ typename, slug }, _, { baseUrl }) => `${baseUrl}${permalinkPath(typename, slug)}`,
    }),
    at: t.exposeString('at', { description: 'When (ISO 8601, UTC).' }),
    revision: t.exposeString('revision', { description: 'The revision of the graph after the change.' }),
  }),
})

const ChangesType = builder.objectRef<Changes>('Changes').implement({
  description: 'Changes of the graph, in order.',
  fields: t => ({
    nodes: t.field({ type: [ChangeType], description: 'The changes.', resolve: ({ nodes }) => [...nodes] }),
    cursor: t.exposeString('cursor', { description: 'The value of `after` for the next request.' }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether there are more.' }),
  }),
})

builder.queryFields(t => ({
  graph: t.field({
    type: GraphType,
    description: 'What the whole graph holds, and its current revision.',
    resolve: async (_, __, { read }) => ({ revision: await read.revision() }),
  }),
  changes: t.field({
    type: ChangesType,
    description:
      'What was added, changed and removed since a revision of the graph. To follow it: ask once without `after` for a cursor, load ' +
      'what you need, then always ask with the last cursor.',
    args: {
      after: t.arg.string({
        description:
          'A cursor or the `revision` of a graph. "" starts with the first change; a day such as "2026-11-26", with the first of that day (UTC). ' +
          'Without it, you get only a cursor.',
      }),
      first: t.arg.int({ required: true, defaultValue: 100, description: `How many changes: up to ${mostChanges}.` }),
    },
    complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 100, mostChanges) }),
    resolve: (_, { after, first }, { read }) => read.changes(after ?? null, first),
  }),
}))
