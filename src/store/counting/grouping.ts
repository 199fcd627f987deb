import type { SQL } from 'drizzle-orm'
import { Failure } from '../../model/failure.ts'
import type { Wording } from '../../model/vocabulary.ts'
import type { StretchRequest } from '../engine/cursor.ts'
import { getTableColumns, sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import type { FilterInput } from '../query/filter.ts'
import { name } from '../query/filter.ts'
import type { Entity, EntityTable } from '../schema/entities.ts'
import type { Annotations, Dimension } from './dimension.ts'
import { dimensions } from './dimensions.ts'

/** What is counted of a list: the rows that meet a filter, in the groups that one to four dimensions make. */
export interface Grouping {
  readonly filter?: FilterInput | null | undefined
  readonly groupBy: readonly string[]
  readonly minCount?: number | null | undefined
  /** Whose words the annotations must quote that keys are read of; whoever's, if it is not said. */
  readonly wording?: readonly Wording[] | undefined
  /** Whether it is counted, too, in how many rows the keys, and who speaks, are stated, and none was concluded or read by a rule alone. */
  readonly withStated?: true
  /** Whether the measures of the groups are wanted beside their counts. */
  readonly withMeasures?: true
}

/** Which stretch of the groups is asked for, in which order: the largest first if nothing is said. */
export interface GroupRequest extends Grouping, StretchRequest {
  readonly order?:
    | { readonly by: 'COUNT' | 'KEY'; readonly direction?: 'ASC' | 'DESC' | null | undefined }
    | null
    | undefined
}

/** What the rows of a group have in common in one dimension. */
export interface GroupKey {
  readonly dimension: string
  /** The entity that the key is a node of; null where it is words. */
  readonly entity: Entity | null
  /** The node's row id, or the words; null is unknown. */
  readonly key: number | string | null
  /** The node's slug, or the words. */
  readonly value: string | null
  /** What shows to people which node it is, or the words. */
  readonly label: string | null
}

export interface Group {
  readonly keys: readonly GroupKey[]
  readonly count: number
  readonly measures: Readonly<Record<string, number | string | null>>
}

/** The most dimensions that make groups: enough for who holds which claim, by which stance, and how. */
export const dimensionCap = 4

/**
 * The dimensions of that name, in that order.
 *
 * @throws Failure BAD_GROUPING if they are none, or the same twice, or more than the cap
 */
export function chosenDimensions(entity: Entity, names: readonly string[]): [string, Dimension][] {
  const bad = (message: string) => new Failure('BAD_GROUPING', message, { argument: 'groupBy' })
  if (new Set(names).size < names.length) throw bad(`groupBy names a dimension twice: ${names.join(', ')}.`)
  if (names.length === 0) throw bad('groupBy names no dimension. Name one to four.')
  if (names.length > dimensionCap) {
    throw new Failure('BAD_GROUPING', `groupBy: ${names.length} dimensions are over the cap of ${dimensionCap}.`, {
      argument: 'groupBy',
      excess: { limit: dimensionCap, value: names.length },
    })
  }
  return names.map(name => {
    const dimension = dimensions.get(entity)?.[name]
    if (dimension === undefined) throw bad(`There is no dimension ${name} to group by.`)
    return [name, dimension]
  })
}

/** The condition, to be appended, that an annotation quotes the words of whom it must; of those that quote nobody's, such as a mention, nothing is asked. */
export function quotes(
  { annotations, row }: Pick<DimensionSource, 'annotations' | 'row'>,
  wording: Grouping['wording'],
): SQL {
  if (annotations === null || wording === undefined || !('wording' in getTableColumns(annotations.table))) return sql``
  return sql` and ${name(row)}.wording in (${eachOf(wording)})`
}

/** A row that dimensions are read of: the counted row itself, or one of its annotations; with those dimensions' places. */
export interface DimensionSource {
  readonly annotations: Annotations | null
  readonly row: EntityTable
  readonly at: readonly { readonly index: number; readonly dimension: Dimension }[]
}

/**
 * Where the keys stand. Dimensions of the same annotations are read of one and the same annotation, so that a claim
 * goes with the stance to it and a term with what it names.
 */
export function dimensionSources(
  chosen: readonly (readonly [string, Dimension])[],
  row: EntityTable,
  alias: (table: EntityTable) => EntityTable,
): DimensionSource[] {
  const entries = chosen.map(([, dimension], index) => ({ index, dimension }))
  return [...Map.groupBy(entries, ({ dimension }) => dimension.annotations)].map(([annotations, at]) => ({
    annotations,
    row: annotations === null ? row : alias(annotations.table),
    at,
  }))
}
