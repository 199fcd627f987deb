import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { figures } from '../tables/figures.ts'
import { approximationOfFigure, boundOfFigure } from './figureWords.ts'

/** A relation between figures, of which the explanation is read. */
interface Related {
  readonly kind: SQL
  /** The arithmetic that the import checked, of a sum or a rounding. */
  readonly checked: SQL
  readonly subjectId: SQL
  readonly objectId: SQL
}

/**
 * The arithmetic of a relation: of a sum or a rounding as the import checked it. How two figures compare depends on the words
 * for them, which say what hedges a number and which bounds they leave out, and so is read from these.
 */
export function explanationOfRelation({ kind, checked, subjectId, objectId }: Related): SQL {
  return sql`case when ${kind} in ('SUM_OF', 'ROUNDS') then ${checked} else (
    select explain_figures(${quantityOf('subject')}, ${quantityOf('object')})
    from ${figures} subject, ${figures} object where subject.id = ${subjectId} and object.id = ${objectId}) end`
}

/** A figure as `compareFigures` needs it. */
function quantityOf(end: 'subject' | 'object'): SQL {
  const cell = (column: string) => sql`${sql.identifier(end)}.${sql.identifier(column)}`
  const amount = { id: cell('id'), value: cell('value') }
  const bounds = (['lower', 'upper'] as const).map(bound => boundOfFigure(bound, { ...amount, own: cell(bound) }))
  return sql.join([cell('label'), cell('unit'), approximationOfFigure(amount.id), amount.value, ...bounds], sql`, `)
}
