import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { sql } from '../engine/drizzle.ts'
import {
  agent,
  channel,
  claim,
  coder,
  dataset,
  document,
  type Entity,
  type EntityTable,
  figure,
  referent,
} from '../schema/entities.ts'
import { agents } from '../tables/agents.ts'
import { claims } from '../tables/claims.ts'
import { coders } from '../tables/coders.ts'
import { datasets } from '../tables/datasets.ts'
import { documents, knownOrEmpty } from '../tables/documents.ts'
import { figures } from '../tables/figures.ts'
import { referents } from '../tables/referents.ts'
import { channels } from '../tables/statements.ts'

/** A kind of node that groups are made by, and the words, in SQL over its table, that show which one it is. */
export interface DimensionTarget {
  readonly entity: Entity
  readonly label: SQL
}

export const targets = {
  agent: { entity: agent, label: sql`${agents.name}` },
  channel: { entity: channel, label: sql`${channels.label}` },
  claim: { entity: claim, label: sql`${claims.text}` },
  coder: { entity: coder, label: sql`${coders.name}` },
  dataset: { entity: dataset, label: sql`${datasets.name}` },
  document: { entity: document, label: sql`coalesce(${documents.title}, ${documents.slug})` },
  figure: { entity: figure, label: sql`${figures.label}` },
  referent: { entity: referent, label: sql`${referents.label}` },
} as const satisfies Record<string, DimensionTarget>

/** Rows that belong to the counted ones, any number on each: which table, and which column leads to the counted row. */
export interface Annotations<T extends EntityTable = EntityTable> {
  readonly table: T
  owner(row: T): SQLiteColumn
}

/**
 * What rows can be counted by.
 *
 * `key` is a row's value: a row id of the target, or else words; null is unknown. Where it is not a column, `reach` says
 * that it has a value so that an index finds the rows. Both speak of an annotation's row if there are annotations: then
 * a row is counted once in the group of each key that its annotations have.
 */
export interface Dimension<T extends EntityTable = EntityTable> {
  readonly description: string
  readonly target: DimensionTarget | null
  readonly annotations: Annotations | null
  key(row: T): SQL
  /** Whether it has a value, where that is known without it. */
  known?(row: T): SQL
  /** Whether it takes much longer to find a row's value than to fetch the row. */
  readonly isDear?: true
  reach?(row: T, value: SQL): SQL
}

export type Dimensions = Readonly<Record<string, Dimension>>

interface DimensionOptions<T extends EntityTable> {
  readonly target?: DimensionTarget
  readonly isDear?: true
  readonly reach?: (row: T, value: SQL) => SQL
  readonly known?: (row: T) => SQL
}

/** Whether a row has a value in a dimension. */
export function hasKey<T extends EntityTable>(dimension: Dimension<T>, row: T): SQL {
  return dimension.known?.(row) ?? sql`${dimension.key(row)} is not null`
}

/** Makes the dimensions of a table's rows. */
export function dimensionsOf<T extends EntityTable>(_table: T) {
  return (
    description: string,
    key: (row: T) => SQL | SQLiteColumn,
    { target, reach, isDear, known }: DimensionOptions<T> = {},
  ): Dimension<T> => ({
    description,
    target: target ?? null,
    annotations: null,
    key: row => sql`${key(row)}`,
    ...(isDear && { isDear }),
    ...(reach && { reach }),
    ...(known && { known }),
  })
}

/** Makes the dimensions of rows by the annotations that belong to them. */
export function dimensionsBy<T extends EntityTable>(table: T, owner: (row: T) => SQLiteColumn) {
  const annotations: Annotations<T> = { table, owner }
  const dimension = dimensionsOf(table)
  return (...declared: Parameters<typeof dimension>): Dimension<T> => ({ ...dimension(...declared), annotations })
}

/** How many characters of YYYY-MM-DD name each unit of the calendar. */
const unitLengths = { DAY: 10, MONTH: 7, YEAR: 4 } as const

/** A time in SQL: two dates, and the expression of the earlier one that an index is on. */
export interface TimeSpan {
  readonly earliest: SQL
  readonly latest: SQL
  readonly indexed: SQL
}

/** When a document, under the name `d`, was published. */
export const publication: TimeSpan = {
  earliest: sql`d.publishedEarliest`,
  latest: sql`d.publishedLatest`,
  indexed: sql.raw(knownOrEmpty('d.publishedEarliest')),
}

/**
 * Counting by the calendar: by the day, month or year that both bounds of a time lie in, so that a time that is not
 * as exact as that is unknown. `read` and `through` walk from a row to its time, and from a time to the rows.
 */
export function calendarDimensions<T extends EntityTable>(
  table: T,
  what: string,
  { earliest, latest, indexed }: TimeSpan,
  read: (row: T, key: SQL) => SQL,
  through: (row: T, condition: SQL) => SQL,
) {
  const dimension = dimensionsOf(table)
  const by = (unit: keyof typeof unitLengths) => {
    const length = sql.raw(String(unitLengths[unit]))
    const first = sql`substr(${earliest}, 1, ${length})`
    const key = sql`case when ${first} = substr(${latest}, 1, ${length}) then ${first} end`
    const description = `The ${unit.toLowerCase()} ${what}; unknown if it is not known as exactly.`
    return dimension(description, row => read(row, key), {
      reach: (row, value) => through(row, sql`${indexed} between ${value} and ${value} || '~' and ${key} = ${value}`),
    })
  }
  return { DAY: by('DAY'), MONTH: by('MONTH'), YEAR: by('YEAR') }
}
