import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { type Entity, type EntityTable, figure, figureMention } from '../schema/entities.ts'
import { type Bound, boundOfFigure } from '../schema/figureWords.ts'
import type { figureMentions, figures } from '../tables/figures.ts'

/** What is measured of a group besides its count: aggregates that stay the same where a row is met twice. */
interface Measured<T extends EntityTable = EntityTable> {
  measures(row: T): Readonly<Record<string, SQL>>
}

const bound = (name: Bound, row: typeof figures) =>
  boundOfFigure(name, { id: sql`${row.id}`, value: sql`${row.value}`, own: sql`${row[name]}` })

const ofFigures: Measured<typeof figures> = {
  measures: row => ({
    unit: sql`min(${row.unit})`,
    minValue: sql`min(${row.value})`,
    maxValue: sql`max(${row.value})`,
    minLower: sql`min(${bound('lower', row)})`,
    maxLower: sql`max(${bound('lower', row)})`,
    minUpper: sql`min(${bound('upper', row)})`,
    maxUpper: sql`max(${bound('upper', row)})`,
  }),
}

const ofMentions: Measured<typeof figureMentions> = {
  measures: row => ({ wordings: sql`count(distinct ${row.words})` }),
}

/** The measures of each entity that has some. */
export const measured: ReadonlyMap<Entity, Measured> = new Map<Entity, Measured>([
  [figure, ofFigures],
  [figureMention, ofMentions],
])
