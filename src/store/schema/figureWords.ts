import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { figureMentions } from '../tables/figures.ts'

/** Whether some words give the figure exactly: "nearly 900,000" names a number, and says that it is less. */
export function isGivenExactly(figureId: SQL): SQL {
  return sql`exists (select 1 from ${figureMentions} worded where worded.figureId = ${figureId} and worded.approximation = 'EXACT')`
}

/** The first words for the figure, in the order in which they came: with them stands whatever they hedge the number by. */
export function wordsOfFigure(figureId: SQL): SQL {
  return sql`(select p.exact from passages p where p.id = (
    select worded.passageId from ${figureMentions} worded where worded.figureId = ${figureId} order by worded.id limit 1))`
}
