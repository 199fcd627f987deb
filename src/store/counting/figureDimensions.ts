import { sql } from '../engine/drizzle.ts'
import { figureMentions, figures } from '../tables/figures.ts'
import { statements } from '../tables/statements.ts'
import { timeExpressions } from '../tables/times.ts'
import { calendarDimensions, dimensionsBy, dimensionsOf, targets } from './dimension.ts'

const ofFigure = dimensionsOf(figures)
const byMention = dimensionsBy(figureMentions, row => row.figureId)
const ofMention = dimensionsOf(figureMentions)

type Mention = typeof figureMentions

const statementHas = (column: 'speakerId' | 'documentId') => ({
  key: (row: Mention) => sql`(select s.${sql.identifier(column)} from ${statements} s where s.id = ${row.statementId})`,
  reach: (row: Mention, value: unknown) =>
    sql`${row.statementId} in (select s.id from ${statements} s where s.${sql.identifier(column)} = ${value})`,
})
const speaker = statementHas('speakerId')
const documentOf = statementHas('documentId')

const ofIts = (column: 'unit' | 'population', row: Mention) =>
  sql`(select f.${sql.identifier(column)} from ${figures} f where f.id = ${row.figureId})`

/** The number that words give, with its unit and what it counts: their own, or else those of their figure. */
export const wordedNumberOf = (row: Mention) =>
  sql`number_worded(coalesce(${row.unit}, ${ofIts('unit', row)}), coalesce(${row.counted}, ${ofIts('population', row)}),
    ${row.approximation}, ${row.value}, ${row.lower}, ${row.upper})`

/** Words name a number, or bounds alone: to say it takes longer than all else that is counted. */
export const wordedNumberIsKnown = (row: Mention) => sql`coalesce(${row.value}, ${row.lower}, ${row.upper}) is not null`

/** What figures can be counted by. */
export const figureDimensions = {
  UNIT: ofFigure('What is counted or measured.', row => row.unit),
  POPULATION: ofFigure('Of whom or what, as the document words it.', row => row.population),
  REFERENT: ofFigure('What it counts.', row => row.referentId, { target: targets.referent }),
  DOCUMENT: ofFigure('The document that gives it.', row => row.documentId, { target: targets.document }),
  TIME_RELATION: ofFigure('Whether it is as of a moment or over a period.', row => row.timeRelation),
  ...calendarDimensions(
    figures,
    'that it is for',
    { earliest: sql`e.earliest`, latest: sql`e.latest`, indexed: sql`e.earliest` },
    (row, key) => sql`(select ${key} from ${timeExpressions} e where e.id = ${row.timeId})`,
    (row, condition) => sql`${row.timeId} in (select e.id from ${timeExpressions} e where ${condition})`,
  ),
  SPEAKER: byMention('Those who cite it: once for each.', speaker.key, { target: targets.agent, reach: speaker.reach }),
}

/** What the wordings of figures can be counted by. */
export const figureMentionDimensions = {
  APPROXIMATION: ofMention('How the words approximate.', row => row.approximation),
  WORDING: ofMention('The words, exactly.', row => row.words),
  NUMBER: ofMention(
    'The number with its hedge ("nearly 900,000 people"), and the unit or else what is counted, as worded; the same number ' +
      'need not count the same thing.',
    wordedNumberOf,
    { known: wordedNumberIsKnown },
  ),
  UNIT: ofMention(
    'The unit, as the words were read or as their figure has it.',
    row => sql`coalesce(${row.unit}, ${ofIts('unit', row)})`,
  ),
  COUNTED: ofMention('What is counted, as worded.', row => row.counted),
  FIGURE: ofMention('The figure.', row => row.figureId, { target: targets.figure }),
  SPEAKER: ofMention('Who cites it; unknown where no agent is named.', speaker.key, {
    target: targets.agent,
    reach: speaker.reach,
  }),
  DOCUMENT: ofMention('The document that it stands in.', documentOf.key, {
    target: targets.document,
    reach: documentOf.reach,
  }),
}
