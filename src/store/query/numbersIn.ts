import type { Approximation, Wording } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'

/** A wording of a number in a statement. */
export interface NumberIn {
  readonly statement: string
  readonly words: string
  readonly approximation: Approximation
  readonly wording: Wording | null
  readonly selector: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly label: string | null
  readonly unit: string | null
}

/** The wordings of numbers in some statements, in the order of the text. */
export function numbersIn(database: Database, statements: readonly string[]): NumberIn[] {
  return database
    .prepare<[string], NumberIn>(
      `select s.slug as statement, m.words, m.approximation, m.wording, p.selector, m.value, m.lower, m.upper, f.label, coalesce(f.unit, m.unit) as unit
       from json_each(?) asked join statements s on s.slug = asked.value
       join figureMentions m on m.statementId = s.id join passages p on p.id = m.passageId
       left join figures f on f.id = m.figureId
       order by s.documentId, p.start, p.end, m.id`,
    )
    .all(JSON.stringify(statements))
}
