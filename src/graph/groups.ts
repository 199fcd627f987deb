import type { FieldMap, OutputRef } from '@pothos/core'
import { dimensionCap, type Group, type GroupRequest } from '../store/counting/grouping.ts'
import { membersOf } from '../store/counting/members.ts'
import type { Page } from '../store/engine/cursor.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { builder, type GraphContext, type Types } from './builder.ts'
import {
  connectionField,
  connectionType,
  type Listable,
  OrderDirection,
  pageArgs,
  pageComplexity,
} from './connection.ts'
import { shareOf, type WholeList } from './facets.ts'
import { GroupKeyType } from './groupKey.ts'
import { GroupsOfList } from './reads.ts'

/** A group, with what it is a group of. */
export interface GroupShape extends Group {
  readonly whole: WholeList
  readonly groupBy: readonly string[]
}

interface GroupsShape extends Page<GroupShape> {
  readonly whole: WholeList
  readonly groupBy: readonly string[]
  count(): Promise<number>
}

const GroupOrderBy = builder.enumType('GroupOrderBy', {
  description: 'What groups can be ordered by.',
  values: {
    COUNT: { description: 'By count; ties by their keys.' },
    KEY: { description: 'By the labels of their keys, in code-point order; the unknown first.' },
  } as const,
})

const GroupOrder = builder.inputType('GroupOrder', {
  description: 'How groups are ordered.',
  fields: t => ({
    by: t.field({ type: GroupOrderBy, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirection,
      description: 'The direction; by default the greatest count first, or keys ascending.',
    }),
  }),
})

/** What a reader should know of the counts of the nodes that meet a filter, in groups by some dimensions. */
type GroupNotes = (read: Reader, filter: FilterInput | null, groupBy: readonly string[]) => Promise<string[]>

type GroupFields = (t: PothosSchemaTypes.ObjectFieldBuilder<Types, GroupShape>) => FieldMap

/**
 * Makes a type countable: declares its groups and their connection, and gives the field that counts. `always` are
 * dimensions that every grouping begins with; `fields` are those that only groups of this type have.
 */
export function stats(
  name: string,
  members: string,
  listable: Listable,
  description: string,
  {
    always = [],
    fields = () => ({}),
    notes,
  }: { always?: readonly string[]; fields?: GroupFields; notes?: GroupNotes } = {},
) {
  const { entity, dimension, filter } = listable
  if (dimension === null) throw new Error(`${name} has no dimensions to count by`)
  const connection = groupConnection(name, groupType(name, members, listable, fields), notes)
  return {
    type: connection,
    description,
    args: {
      ...builder.args(t => ({
        filter: t.field({ type: filter, description: 'Which nodes to count; all by default.' }),
        groupBy: t.field({
          type: [dimension],
          required: always.length === 0,
          description: `The dimensions that make the groups: one to four${always.length === 0 ? '' : `, ${always.join(', ')} among them, which is always one`}.`,
        }),
        minCount: t.int({ description: 'Only groups of at least this size.' }),
        order: t.field({ type: GroupOrder, description: 'The order; the largest first by default.' }),
      })),
      ...pageArgs(),
    },
    complexity: pageComplexity,
    // Dimensions that are always there are not the argument's to say.
    extensions: always.length === 0 ? { reads: new GroupsOfList({ entity }) } : {},
    resolve: async (
      _: unknown,
      { groupBy, ...args }: Omit<GroupRequest, 'groupBy'> & { groupBy?: readonly string[] | null | undefined },
      { read }: GraphContext,
    ): Promise<GroupsShape> => {
      const request = { ...args, groupBy: [...always, ...(groupBy ?? []).filter(each => !always.includes(each))] }
      const whole = { list: { entity }, parent: null, filter: args.filter }
      const page = await read.groups(whole.list, whole.parent, request)
      const edges = page.edges.map(({ cursor, node }) => ({
        cursor,
        node: { ...node, whole, groupBy: request.groupBy },
      }))
      return {
        ...page,
        edges,
        whole,
        groupBy: request.groupBy,
        count: () => read.groupCount(whole.list, whole.parent, request),
      }
    },
  }
}

function groupType(name: string, members: string, listable: Listable, fields: GroupFields) {
  return builder.objectRef<GroupShape>(`${name}Group`).implement({
    description: `${name} nodes that have the same keys, with their count.`,
    fields: t => ({
      keys: t.field({
        type: [GroupKeyType],
        description: 'What they share: one key for each dimension, in the order of `groupBy`.',
        complexity: { field: 1, multiplier: dimensionCap },
        resolve: ({ keys }) => [...keys],
      }),
      count: t.exposeInt('count', { description: 'How many there are.' }),
      share: t.float({
        description:
          'The count as a share of everything that the filter matches, from 0 to 1. Shares add up to more than 1 if a node ' +
          'is in several groups.',
        resolve: (group, _, { read }) => shareOf(read, group.whole, group),
      }),
      [members]: t.field(
        connectionField<GroupShape>(listable, 'The nodes of the group.', group =>
          membersOf(listable.entity, { filter: group.whole.filter, groupBy: group.groupBy }, group),
        ),
      ),
      ...fields(t),
    }),
  })
}

function groupConnection(name: string, group: OutputRef<GroupShape>, notes: GroupNotes | undefined) {
  return connectionType<GroupShape, GroupsShape>(`${name}Group`, group, t => ({
    countedTotal: t.int({
      description: `How many ${name} nodes the filter matches; shares refer to this total. Counted only on request.`,
      resolve: ({ whole: { list, parent, filter } }, _, { read }) => read.count(list, parent, filter),
    }),
    ...(notes && {
      notes: t.stringList({
        description: `What a reader should know about these counts: how few nodes there are, how many rest on inferences, which are not independent.`,
        resolve: ({ whole: { filter }, groupBy }, _, { read }) => notes(read, filter ?? null, groupBy),
      }),
    }),
  }))
}
