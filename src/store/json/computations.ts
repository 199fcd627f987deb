import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { explanationOfRelation } from '../schema/figureExplanation.ts'
import {
  approximationOfFigure,
  type Bound,
  boundOfWords,
  isGivenExactly,
  wordsOfFigure,
} from '../schema/figureWords.ts'
import type { Flag } from '../schema/flags.ts'
import { commas, numberOf } from './text.ts'

/** The words before and after a passage that its quote selector keeps, in Unicode code points: as SQLite counts them too. */
const quoted = sql.raw('32')

/** So many characters before and after a passage hold the few words that are shown around it, nearly always. */
const wordsWithin = sql.raw('200')

/** What is computed of a row: of columns of it, of arguments, and of the text and language of its document. */
export interface Computation {
  readonly columns: readonly string[]
  readonly usesText: boolean
  readonly given: readonly string[]
  /** The SQL of it, of these in this order: text and language, columns, arguments. */
  readonly of: (cells: readonly SQL[]) => SQL
}

/** The words just before a passage. */
export const passagePrefix: Computation = {
  columns: ['start'],
  usesText: true,
  given: [],
  of: ([text, , start]) => sql`substr(${text}, max(${start} - ${quoted}, 0) + 1, min(${start}, ${quoted}))`,
}

/** The words just after a passage. */
export const passageSuffix: Computation = {
  columns: ['end'],
  usesText: true,
  given: [],
  of: ([text, , end]) => sql`substr(${text}, ${end} + 1, ${quoted})`,
}

/** The unbroken pieces of a passage. */
export const passageFragments: Computation = {
  columns: ['selector'],
  usesText: false,
  given: [],
  of: cells => sql`passage_fragments(${commas(cells)})`,
}

/** A passage with the sentences, paragraphs or words around it. */
export const passageContext: Computation = {
  columns: ['start', 'end'],
  usesText: true,
  given: ['before', 'after', 'unit'],
  of: cells => {
    const [text, language, start, end, before, after, unit] = cells
    const [from, length] = [
      sql`max(${start} - ${wordsWithin}, 0)`,
      sql`${end} - max(${start} - ${wordsWithin}, 0) + ${wordsWithin}`,
    ]
    const stretch = sql`substr(${text}, ${from} + 1, ${length})`
    const words = sql`words_around(${stretch}, ${language}, ${from}, ${length}, ${start}, ${end}, ${before}, ${after})`
    return sql`coalesce(case when ${unit} = 'WORD' then ${words} end, passage_context(${commas(cells)}))`
  },
}

/** What an organization is: OTHER where nobody has said. */
export const organizationKind: Computation = {
  columns: ['organizationKind'],
  usesText: false,
  given: [],
  of: ([kind]) => sql`coalesce(${kind}, 'OTHER')`,
}

/** A bound of a figure, as `boundOfFigure` has it. */
const figureBound = (bound: Bound): Computation => ({
  columns: [bound, 'value', 'id'],
  usesText: false,
  given: [],
  of: ([own, value, id]) =>
    sql`case when ${own} is not null then ${numberOf(sql`${own}`)} when ${value} is null then null
      when ${isGivenExactly(sql`${id}`)} then ${numberOf(sql`${value}`)}
      else ${numberOf(boundOfWords(bound, sql`${id}`))} end`,
})

export const figureLower = figureBound('lower')
export const figureUpper = figureBound('upper')

/** The first words for a figure. */
export const figureWords: Computation = {
  columns: ['id'],
  usesText: false,
  given: [],
  of: ([id]) => wordsOfFigure(sql`${id}`),
}

/** How its words approximate a figure. */
export const figureApproximation: Computation = {
  columns: ['id'],
  usesText: false,
  given: [],
  of: ([id]) => approximationOfFigure(sql`${id}`),
}

/** The arithmetic of a relation between figures. */
export const figureExplanation: Computation = {
  columns: ['kind', 'explanation', 'subjectId', 'objectId'],
  usesText: false,
  given: [],
  of: ([kind, checked, subjectId, objectId]) =>
    explanationOfRelation({
      kind: sql`${kind}`,
      checked: sql`${checked}`,
      subjectId: sql`${subjectId}`,
      objectId: sql`${objectId}`,
    }),
}

/** The words of a passage. */
export const passageWords: Computation = {
  columns: ['passageId'],
  usesText: false,
  given: [],
  of: ([id]) => sql`(select p.exact from passages p where p.id = ${id})`,
}

/** Whether something is so of a row. */
export const flagOf = ({ columns, holds }: Flag): Computation => ({
  columns,
  usesText: false,
  given: [],
  of: cells => sql`case when ${holds(cells)} then json('true') else json('false') end`,
})
