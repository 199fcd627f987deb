import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { opaque } from '../engine/opaque.ts'

/** The SQL of a comparison of a text with what a filter gives: character for character. */
export function compareExactly(value: SQL, operator: string, operand: unknown): SQL {
  switch (operator) {
    case 'eq':
      return sql`${value} = ${opaque(operand)}`
    case 'not':
      return sql`${value} is not ${opaque(operand)}`
    case 'in':
      return sql`${value} in (${eachOf(operand)})`
    case 'startsWith':
      // A range, so that an index serves it: no character of UTF-8 has a byte as great as FF.
      return sql`(${value} >= ${operand} and ${value} < cast(${Buffer.concat([Buffer.from(String(operand)), Buffer.of(0xff)])} as text))`
    case 'contains':
      return sql`instr(${value}, ${operand}) > 0`
    default:
      throw new Error(`no operator ${operator}`)
  }
}

/** The same, as people type texts: without regard to case, accents and typographic variants (`foldText`). */
export function compareFolded(value: SQL, operator: string, operand: unknown): SQL {
  const asked = sql`fold_text(${operand})`
  switch (operator) {
    case 'eq':
      return sql`${folded(value)} = ${asked}`
    case 'not':
      return sql`${folded(value)} is not ${asked}`
    case 'in':
      return sql`${folded(value)} in (select fold_text(value) from json_each(${JSON.stringify(operand)}))`
    case 'startsWith':
      return sql`instr(${folded(value)}, ${asked}) = 1`
    case 'contains':
      return sql`instr(${folded(value)}, ${asked}) > 0`
    default:
      throw new Error(`no operator ${operator}`)
  }
}

/** A text as `foldText` makes it; SQLite does by itself what is plain ASCII, since a call out of it takes longer. */
export function folded(value: SQL): SQL {
  return sql`case when ${value} glob '*[^ -~]*' then fold_text(${value}) else lower(${value}) end`
}
