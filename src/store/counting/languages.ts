import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import { documents } from '../tables/documents.ts'

export interface LanguageCount {
  /** A BCP 47 tag. */
  readonly language: string
  readonly statements: number
}

/** The languages in which the statements stand that meet a filter, those of the most statements first. */
export function readLanguages(database: Database, filter: FilterInput): LanguageCount[] {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  return database.all<LanguageCount>(sql`
    select d.language as language, count(*) as statements from ${statement.table} ${name(row)}
    join ${documents} d on d.id = ${row.documentId}
    where ${compiler.condition(statement, row, filter)} group by 1 order by 2 desc, 1`)
}
