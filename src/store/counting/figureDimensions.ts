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
  WORDING: ofMention('The words, exactly.', row => row.verbatim),
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
