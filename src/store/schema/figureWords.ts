import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { figureMentions } from '../tables/figures.ts'

/** Whether some words give the figure exactly: "nearly 900,000" names a number, and says that it is less. */
export function isGivenExactly(figureId: SQL): SQL {
  return sql`exists (select 1 from ${figureMentions} worded where worded.figureId = ${figureId} and worded.approximation = 'EXACT')`
}

/** The first words for the figure, in insertion order, with any hedge of the number. */
export function wordsOfFigure(figureId: SQL): SQL {
  return sql`(select p.exact from passages p where p.id = (
    select worded.passageId from ${figureMentions} worded where worded.figureId = ${figureId} order by worded.id limit 1))`
}

/** How its words approximate the figure: EXACT if some give it exactly, else as the first do that name a number or bounds. */
export function approximationOfFigure(figureId: SQL): SQL {
  const first = (which: SQL) => sql`(select worded.approximation from ${figureMentions} worded
    where worded.figureId = ${figureId} ${which} order by worded.id limit 1)`
  // One lookup for each kind, which stops at its first row: a figure may be worded tens of thousands of times.
  return sql`case when ${isGivenExactly(figureId)} then 'EXACT'
    else coalesce(${first(sql`and worded.approximation <> 'NO_NUMBER'`)}, ${first(sql``)}) end`
}

export type Bound = 'lower' | 'upper'

/** The number and one of the bounds that a figure has of its own. */
interface OwnAmount {
  readonly id: SQL
  readonly value: SQL
  readonly own: SQL
}

/**
 * The least or the most that a figure can be. Of a number that some words give exactly, it is the number; of one that all words
 * hedge, what holds all that they commit to, and open (null) where some leave it open. Without a number its bounds are its own.
 */
export function boundOfFigure(bound: Bound, { id, value, own }: OwnAmount): SQL {
  return sql`case when ${own} is not null then ${own} when ${value} is null then null
    when ${isGivenExactly(id)} then ${value} else ${boundOfWords(bound, id)} end`
}

/** The bound that holds all that the words for the figure commit to; null where some leave it open. */
export function boundOfWords(bound: Bound, figureId: SQL): SQL {
  const column = sql`worded.${sql.identifier(bound)}`
  const widest = bound === 'lower' ? sql`min(${column})` : sql`max(${column})`
  return sql`(select case when count(*) = count(${column}) then ${widest} end from ${figureMentions} worded
    where worded.figureId = ${figureId} and worded.approximation <> 'NO_NUMBER')`
}
