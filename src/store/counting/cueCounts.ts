import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import type { Relation } from '../schema/relations.ts'
import { documents } from '../tables/documents.ts'
import type { statements } from '../tables/statements.ts'

/** `count` places in what one publisher published at which the same words, in lower case, introduce what is said. */
export interface CueCount {
  /** Null where the publisher is not known. */
  readonly publisher: number | null
  readonly cue: string
  readonly count: number
  /** How many statements they introduce. */
  readonly statements: number
}

/**
 * Counts cues by publisher and words, in one statement that groups in SQL: each place once, however many statements it
 * introduces and coders have read it.
 */
export function countCues(database: Database, filter: FilterInput | null): CueCount[] {
  return database.all<CueCount>(cueCountQuery(filter))
}

/** The query of `countCues`: for it, and for looking at its plan. */
export function cueCountQuery(filter: FilterInput | null): SQL {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  return sql`
    select d.publisherId as publisher, ${row.cueWords} as cue, count(distinct ${row.cueId}) as count,
      count(*) as statements
    from ${statement.table} ${name(row)} cross join ${documents} d on d.id = ${row.documentId}
    where ${row.cueWords} is not null and ${compiler.condition(statement, row, filter)} group by 1, 2 order by 1, 2`
}

/** What names the statements behind a reporting verb: a publisher, and the cues that have the lemma; and how many they are. */
export interface VerbKey {
  readonly publisher: number | null
  readonly cues: readonly string[]
  readonly statements: number
}

/**
 * From a publisher's reporting verb to the statements that it introduces. The parent is the JSON of a `VerbKey`. They are
 * reached by the documents, in whose order they are listed: a verb is frequent, and a page of it is short.
 */
export const verbStatements: Relation<typeof statements, 'POSITION'> = {
  name: 'verbStatements',
  target: statement,
  where: (parent, row) => sql`
    ${row.documentId} in (select d.id from ${documents} d where d.publisherId is ${parent} ->> '$.publisher')
    and +${row.cueWords} in (select value from json_each(${parent}, '$.cues'))`,
  count: parent => Number(JSON.parse(String(parent)).statements),
}
