import type { InputRef } from '@pothos/core'
import { dimensions } from '../store/counting/dimensions.ts'
import type { Group } from '../store/counting/grouping.ts'
import { defaultPageSize, type Page } from '../store/engine/cursor.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List, Parent } from '../store/query/page.ts'
import type { Entity } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import { GroupKeyType } from './groupKey.ts'
import { readingCost } from './readingCost.ts'

/** The whole of a list, whatever page is shown of it. */
export interface WholeList {
  readonly list: List
  readonly parent: Parent | null
  readonly filter: FilterInput | null | undefined
}

/** The enum of what nodes of a type can be counted by. */
export type DimensionEnum = InputRef<string>

/** Declares the enum of what nodes of an entity can be counted by; null if they cannot be. */
export function dimensionEnum(name: string, entity: Entity): DimensionEnum | null {
  const values = Object.entries(dimensions.get(entity) ?? {}).map(([dimension, { description }]) => [
    dimension,
    { description },
  ])
  if (values.length === 0) return null
  return builder.enumType<string, Record<string, { description: string }>>(`${name}Dimension`, {
    description: `What ${name} nodes can be counted by.`,
    values: Object.fromEntries(values),
  })
}

interface FacetShape {
  readonly dimension: string
  readonly whole: WholeList
  readonly page: Page<Group>
}

const FacetValue = builder.objectRef<{ whole: WholeList; group: Group }>('FacetValue').implement({
  description: 'One value of a facet, with its count.',
  fields: t => ({
    key: t.field({
      type: GroupKeyType,
      nullable: true,
      description: 'The value.',
      resolve: ({ group }) => group.keys[0],
    }),
    count: t.int({ description: 'How many nodes in the list have it.', resolve: ({ group }) => group.count }),
    share: t.float({
      description: 'The count as a share of the list, from 0 to 1.',
      resolve: ({ whole, group }, _, { read }) => shareOf(read, whole, group),
    }),
  }),
})

const Facet = builder.objectRef<FacetShape>('Facet').implement({
  description: 'The values that the nodes of a list have in one dimension.',
  fields: t => ({
    dimension: t.exposeString('dimension', { description: 'The requested dimension.' }),
    values: t.field({
      type: [FacetValue],
      description: 'The values, the most frequent first; ties by label, in code-point order.',
      // How many there can be, the facets themselves have multiplied by.
      complexity: { field: 0, multiplier: 1 },
      resolve: ({ page, whole }) => page.edges.map(({ node: group }) => ({ whole, group })),
    }),
    valueCount: t.int({
      description: 'How many values there are in all, including the unknown.',
      resolve: ({ dimension, whole: { list, parent, filter } }, _, { read }) =>
        read.groupCount(list, parent, { filter, groupBy: [dimension] }),
    }),
  }),
})

const defaultValues = 10

/** The field of a connection that counts the whole list by value. */
export function facetsField(dimension: DimensionEnum) {
  const type: [typeof Facet] = [Facet]
  return {
    type,
    description:
      'How many nodes of the whole list, under its filter, have each value. A node with several values in a dimension ' +
      'counts once for each.',
    args: builder.args(t => ({
      by: t.field({ type: [dimension], required: true, description: 'The dimensions: one facet for each.' }),
      first: t.int({
        defaultValue: defaultValues,
        required: true,
        description: 'How many values of each facet: up to 100.',
      }),
    })),
    complexity: ({ by, first }: { by: string[]; first: number }) => ({
      // The list around it multiplies it by the length of its page, though it is counted once.
      field: Math.ceil((by.length * readingCost.dimension) / defaultPageSize),
      multiplier: by.length * first,
    }),
    resolve: (
      { whole }: { whole: WholeList },
      { by, first }: { by: string[]; first: number },
      { read }: GraphContext,
    ) =>
      Promise.all(
        by.map(async each => {
          const { list, parent, filter } = whole
          return { dimension: each, whole, page: await read.groups(list, parent, { filter, groupBy: [each], first }) }
        }),
      ),
  }
}

/** A group's count as a share of the rows of the whole list. */
export async function shareOf(
  read: GraphContext['read'],
  { list, parent, filter }: WholeList,
  { count }: Group,
): Promise<number> {
  return count / (await read.count(list, parent, filter))
}
