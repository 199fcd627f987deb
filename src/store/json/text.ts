import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'

// SQL that writes JSON as text.

/** A value in SQL: JSON, or a plain one, a text or a number, which is still to become JSON. */
export interface JsonValue {
  readonly isPlain: boolean
  readonly sql: SQL
}

export type JsonField = readonly [name: string, value: JsonValue]

export function plain(value: SQL): JsonValue {
  return { isPlain: true, sql: value }
}

export function json(value: SQL): JsonValue {
  return { isPlain: false, sql: value }
}

/**
 * An object. Plain values that stand beside each other become JSON at once, by SQLite's own function, which is faster than
 * one by one; of the object that it makes the braces are taken off, and no plain value ends in one.
 */
export function objectOf(fields: readonly JsonField[]): SQL {
  const runs = runsOf(fields)
  const written = runs.map(run => {
    const [[name, value] = ['', json(sql`null`)]] = run
    if (!value.isPlain) return sql`${literal(`${JSON.stringify(name)}:`)}, ${value.sql}`
    const made = sql`json_object(${commas(run.flatMap(([each, cell]) => [literal(each), cell.sql]))})`
    return runs.length === 1 ? made : sql`trim(${made}, '{}')`
  })
  const [only] = fields
  // Of fragments that are all about other types.
  if (!only) return literal('{}')
  if (runs.length === 1 && only[1].isPlain) return commas(written)
  return sql`concat('{', ${sql.join(written, sql`, ',', `)}, '}')`
}

/** The fields with those that are plain and stand beside each other together; each of the others by itself. */
function runsOf(fields: readonly JsonField[]): JsonField[][] {
  const runs: JsonField[][] = []
  for (const field of fields) {
    const last = runs.at(-1)
    if (field[1].isPlain && last?.[0]?.[1].isPlain) last.push(field)
    else runs.push([field])
  }
  return runs
}

/** A list of what is written of each row. */
export function listOf(item: SQL, from: SQL): SQL {
  return sql`(select concat('[', group_concat(${item}, ','), ']') from ${from})`
}

/** A whole number is written without a decimal point, as JavaScript writes it; any other is left to JavaScript. */
export function numberOf(value: SQL): SQL {
  return sql`case when ${value} = cast(${value} as integer) and abs(${value}) < 9e15 then cast(${value} as integer)
    else json(number_text(${value})) end`
}

export function commas(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql`, `)
}

export function cell(row: SQL, column: string): SQL {
  return sql`${row}.${sql.identifier(column)}`
}

export function literal(text: string): SQL {
  return sql.raw(`'${text.replaceAll("'", "''")}'`)
}
