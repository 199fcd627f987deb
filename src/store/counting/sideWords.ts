import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { statement } from '../schema/entities.ts'
import type { Relation } from '../schema/relations.ts'
import type { statements } from '../tables/statements.ts'
import { statementWords } from '../tables/statementWords.ts'

/** Two sides whose words are compared, and the corpus that both are taken from. */
export interface Sides {
  readonly corpus: FilterInput | null
  readonly one: FilterInput
  /** Null is the rest of the corpus. */
  readonly other: FilterInput | null
  /** Whether the words of paraphrase count too, which are the reporter's. */
  readonly withParaphrase: boolean
}

/** The words of one document, as the writer derived them, by the side that said them; null where a side has none. */
export interface DocumentRuns {
  readonly one: string | null
  readonly other: string | null
  readonly rest: string | null
  readonly oneStatements: number
  readonly otherStatements: number
  /** Statements that are on both sides. */
  readonly both: number
}

/** The words of a corpus, one row a document, by side. */
export function wordRunsByDocument(database: Database, sides: Sides): DocumentRuns[] {
  return database.all<DocumentRuns>(wordRunsQuery(sides))
}

/** The query of `wordRunsByDocument`: for it, and for looking at its plan. */
export function wordRunsQuery({ corpus, one, other, withParaphrase }: Sides): SQL {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const isOne = compiler.condition(statement, row, one)
  const isOther =
    other === null
      ? sql`(${compiler.condition(statement, row, one)}) is not true`
      : compiler.condition(statement, row, other)
  const words = wordsOf(withParaphrase)
  return sql`
    select group_concat(words, char(10)) filter (where isOne) as one,
      group_concat(words, char(10)) filter (where isOther and isOne is not true) as other,
      group_concat(words, char(10)) filter (where isOne is not true and isOther is not true) as rest,
      count(*) filter (where isOne) as oneStatements, count(*) filter (where isOther) as otherStatements,
      count(*) filter (where isOne and isOther) as both
    from (select ${row.documentId} as documentId, ${words} as words, ${isOne} as isOne, ${isOther} as isOther
      from ${statement.table} ${name(row)} join ${statementWords} on ${statementWords.statementId} = ${row.id}
      where ${words} is not null and ${compiler.condition(statement, row, corpus)})
    group by documentId`
}

/** How many statements of each side have no words of the speaker's own. */
export function countParaphrase(database: Database, { corpus, one, other }: Sides): { one: number; other: number } {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const isOne = compiler.condition(statement, row, one)
  const isOther = other === null ? sql`(${isOne}) is not true` : compiler.condition(statement, row, other)
  const [found] = database.all<{ one: number; other: number }>(sql`
    select count(*) filter (where isOne) as one, count(*) filter (where isOther) as other
    from (select ${isOne} as isOne, ${isOther} as isOther
      from ${statement.table} ${name(row)} join ${statementWords} on ${statementWords.statementId} = ${row.id}
      where ${statementWords.own} is null and ${statementWords.whole} is not null and ${compiler.condition(statement, row, corpus)})`)
  return found ?? { one: 0, other: 0 }
}

/** From a word or phrase to the statements that say it; the parent is the word or phrase, folded as the words are. */
export function wordStatements(withParaphrase: boolean): Relation<typeof statements, 'POSITION'> {
  return {
    name: `wordStatements ${withParaphrase}`,
    target: statement,
    looksThrough: true,
    where: (parent, row) => sql`exists (
      select 1 from ${statementWords} where ${statementWords.statementId} = ${row.id}
        and instr(${wordsOf(withParaphrase)}, ' ' || ${parent} || ' ') > 0)`,
  }
}

function wordsOf(withParaphrase: boolean): SQL {
  const { own, whole } = statementWords
  return withParaphrase ? sql`coalesce(${whole}, ${own})` : sql`${own}`
}
