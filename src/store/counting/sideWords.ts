import type { SQL } from 'drizzle-orm'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
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

/** How many statements are on each side, and on both. */
export interface SideSizes {
  readonly oneStatements: number
  readonly otherStatements: number
  readonly both: number
}

/** The words of one document, as the writer derived them, in UTF-8, by the side that said them; null where a side has none. */
export interface SideWords extends SideSizes {
  readonly one: Uint8Array | null
  readonly other: Uint8Array | null
  /** How long each is, in characters. */
  readonly characters: { readonly one: number; readonly other: number }
}

/** The words of both sides, one document after another: a corpus has more of them than there is room for. */
export function readSideWords(database: Database, sides: Sides): IteratorObject<SideWords> {
  return database
    .cells(madeQuery(sideWordsQuery(sides)), {})
    .map(([one, other, oneStatements, otherStatements, both, inOne, inOther]) => ({
      one: bytesOf(one),
      other: bytesOf(other),
      oneStatements: Number(oneStatements),
      otherStatements: Number(otherStatements),
      both: Number(both),
      characters: { one: Number(inOne), other: Number(inOther) },
    }))
}

/** The words of the rest of the corpus, where two sides are given, one document after another. */
export function readRestWords(database: Database, sides: Sides): IteratorObject<Uint8Array> {
  const rows = database.cells(madeQuery(restWordsQuery(sides)), {})
  return rows.map(([words]) => bytesOf(words)).filter(words => words !== null)
}

/** Of how many statements the words are read at once. */
const atOnce = 1_000

/** The words of some statements, one after another, and how many statements they are. */
export interface WordsOfSome {
  readonly words: Uint8Array | null
  readonly statements: number
}

/** The words of all statements there are: where nothing is asked of them, the statements need not be looked at. */
export function* readAllWords(database: Database, withParaphrase: boolean): Generator<WordsOfSome> {
  const [first, last] = [sql.placeholder('first'), sql.placeholder('last')]
  const query = madeQuery(sql`
    select cast(group_concat(words, char(10)) as blob), count(words) from (
      select ${wordsOf(withParaphrase)} as words from ${statementWords}
      where ${statementWords.statementId} between ${first} and ${last})`)
  const end = database.value<number | null>('select max(statementId) from statementWords') ?? 0
  for (let at = 0; at <= end; at += atOnce) {
    for (const [words, statements] of database.cells(query, { first: at, last: at + atOnce - 1 })) {
      yield { words: bytesOf(words), statements: Number(statements) }
    }
  }
}

/** The query of `readSideWords`: for it, and for looking at its plan. */
export function sideWordsQuery(sides: Sides): SQL {
  const words = wordsOf(sides.withParaphrase)
  const { documentId, isOne, isOther, from } = sidesOf(sides, sql`${words} is not null`)
  return sql`
    select cast(one as blob), cast(other as blob), oneStatements, otherStatements, both, length(one), length(other)
    from (select group_concat(words, char(10)) filter (where isOne) as one,
        group_concat(words, char(10)) filter (where isOther and isOne is not true) as other,
        count(*) filter (where isOne) as oneStatements, count(*) filter (where isOther) as otherStatements,
        count(*) filter (where isOne and isOther) as both
      from (select ${documentId} as documentId, ${words} as words, ${isOne} as isOne, ${isOther} as isOther ${from}
        and (${isOne} or ${isOther}))
      group by documentId)`
}

/** The query of `readRestWords`. */
export function restWordsQuery(sides: Sides): SQL {
  const words = wordsOf(sides.withParaphrase)
  const { documentId, isOne, isOther, from } = sidesOf(sides, sql`${words} is not null`)
  return sql`
    select cast(group_concat(${words}, char(10)) as blob) ${from}
      and (${isOne}) is not true and (${isOther}) is not true group by ${documentId}`
}

/** What is read of the statements with such words, and which of them are on which side. */
function sidesOf({ corpus, one, other }: Sides, hasWords: SQL) {
  const compiler = new FilterCompiler()
  const row = compiler.alias(statement.table)
  const isOne = compiler.condition(statement, row, one)
  const isOther = other === null ? sql`(${isOne}) is not true` : compiler.condition(statement, row, other)
  const from = sql`from ${statement.table} ${name(row)} join ${statementWords} on ${statementWords.statementId} = ${row.id}
      where ${hasWords} and ${compiler.condition(statement, row, corpus)}`
  return { documentId: row.documentId, isOne, isOther, from }
}

function bytesOf(cell: unknown): Uint8Array | null {
  return cell instanceof Uint8Array ? cell : null
}

/** How many statements of each side have no words of the speaker's own. */
export function countParaphrase(database: Database, sides: Sides): { one: number; other: number } {
  const { own, whole } = statementWords
  const { isOne, isOther, from } = sidesOf(sides, sql`${own} is null and ${whole} is not null`)
  const [found] = database.all<{ one: number; other: number }>(sql`
    select count(*) filter (where isOne) as one, count(*) filter (where isOther) as other
    from (select ${isOne} as isOne, ${isOther} as isOther ${from})`)
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
