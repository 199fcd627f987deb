import type { Approximation, Basis, Wording } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'

/** A number that is looked for among the wordings. */
export interface WordedNumberRequest {
  readonly value: number
  /** The names that its unit may have; null asks for any. */
  readonly units: readonly string[] | null
  /** Whether what rules read is taken in. */
  readonly automatic: boolean
  readonly limit: number
}

/** A wording of the number, and who used it. */
export interface WordedNumber {
  readonly words: string
  readonly approximation: Approximation
  readonly unit: string | null
  readonly counted: string | null
  readonly wording: Wording | null
  readonly basis: Basis | null
  readonly figure: string | null
  /** Null where nobody is identified. */
  readonly speaker: string | null
  readonly document: string
  readonly published: string | null
  readonly statement: string
}

/**
 * Every wording of a value in a unit: of figures, and of quantities that rules read and nobody has tied to a figure. That
 * they count the same thing is not said.
 */
export function wordedNumbers(
  database: Database,
  { value, units, automatic, limit }: WordedNumberRequest,
): WordedNumber[] {
  const asked = units === null ? null : JSON.stringify(units)
  return database
    .prepare<unknown[], WordedNumber>(
      `select m.verbatim as words, m.approximation, coalesce(m.unit, f.unit) as unit,
         coalesce(m.counted, f.population) as counted, m.wording, m.basis, f.slug as figure, a.name as speaker,
         d.slug as document, d.published, s.slug as statement
       from figureMentions m join statements s on s.id = m.statementId join documents d on d.id = s.documentId
       left join figures f on f.id = m.figureId left join agents a on a.id = s.speakerId
       where m.value = ? and (? is null or coalesce(m.unit, f.unit) in (select value from json_each(?)))
         and (? or m.basis is not 'AUTOMATIC')
       order by d.published, d.slug, s.start, s.id, m.id limit ?`,
    )
    .all(value, asked, asked, automatic ? 1 : 0, limit)
}
