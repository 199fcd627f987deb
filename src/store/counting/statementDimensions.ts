import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { sql } from '../engine/drizzle.ts'
import { stances } from '../tables/claims.ts'
import { documents } from '../tables/documents.ts'
import { figureMentions } from '../tables/figures.ts'
import { frameUses } from '../tables/frames.ts'
import { memberships } from '../tables/memberships.ts'
import { termUses } from '../tables/referents.ts'
import { statements } from '../tables/statements.ts'
import { authorsOfDocument, documentsByAuthors } from './authors.ts'
import { calendarDimensions, dimensionsBy, dimensionsOf, publication, targets } from './dimension.ts'
import { wordedNumberIsKnown, wordedNumberOf } from './figureDimensions.ts'
import { party } from './party.ts'

const own = dimensionsOf(statements)
const byTerm = dimensionsBy(termUses, row => row.statementId)
const byFrame = dimensionsBy(frameUses, row => row.statementId)
const byStance = dimensionsBy(stances, row => row.statementId)
const byMention = dimensionsBy(figureMentions, row => row.statementId)

type Row = typeof statements

const languageOf = (statementId: SQLiteColumn) =>
  sql`(select d.language from ${statements} h join ${documents} d on d.id = h.documentId where h.id = ${statementId})`
const publisher = (row: Row) => sql`(select d.publisherId from ${documents} d where d.id = ${row.documentId})`
const published = calendarDimensions(
  statements,
  'on which its document was published',
  publication,
  (row, key) => sql`(select ${key} from ${documents} d where d.id = ${row.documentId})`,
  (row, condition) => sql`${row.documentId} in (select d.id from ${documents} d where ${condition})`,
)

/** What statements can be counted by. */
export const statementDimensions = {
  SPEAKER: own('Who said it; unknown where no agent is named.', row => row.speakerId, { target: targets.agent }),
  DOCUMENT: own('The document that it stands in.', row => row.documentId, { target: targets.document }),
  PUBLISHER: own('Who published the document.', publisher, {
    target: targets.agent,
    reach: (row, value) => sql`${row.documentId} in (select d.id from ${documents} d where d.publisherId = ${value})`,
  }),
  AUTHORS: own(
    'Who wrote the document, as it names them, several together; unknown where it names nobody.',
    row => authorsOfDocument(row.documentId),
    { reach: (row, value) => sql`${row.documentId} in (${documentsByAuthors(value)})` },
  ),
  PARTY: own(
    "The party on whose behalf the speaker held a role at the statement's time, by the evidence of `speakerRoles`: of " +
      'one that is certain, if none names another party, not even as possible; otherwise unknown.',
    party,
    {
      target: targets.agent,
      isDear: true,
      reach: (row, value) =>
        sql`${row.speakerId} in (select m.memberId from ${memberships} m where m.onBehalfOfId = ${value}) and ${party(row)} = ${value}`,
    },
  ),
  ON_BEHALF_OF: own(
    'The organization for which the speaker speaks, where a coder has said so.',
    row => row.onBehalfOfId,
    {
      target: targets.agent,
    },
  ),
  CHANNEL: own('The channel through which it came.', row => row.channelId, { target: targets.channel }),
  DATASET: own('The dataset that it comes from; unknown for what stands in a dossier.', row => row.datasetId, {
    target: targets.dataset,
  }),
  CODER: own('Who coded it: what several coders read in one document counts once for each.', row => row.coderId, {
    target: targets.coder,
  }),
  VOICE: own('Whose voice it is in.', row => row.voice),
  QUOTATION: own(
    'How it is quoted. What a document says itself is INDIRECT, like paraphrases: VOICE tells them apart.',
    row => row.quotation,
  ),
  SPEECH_ACT: own('What is done by saying it.', row => row.speechAct),
  CUE: own('The words of its cue, in lower case; unknown where there is no cue.', row => row.cueWords),
  ...published,
  TERM: byTerm('The words of the terms that it uses, in lower case: once for each.', row => row.folded),
  TERM_HEAD: byTerm(
    'The head of its terms, in lower case, as English has it: "aliens" of "criminal illegal aliens"; unknown in any other ' +
      'language.',
    row => sql`term_head(${row.folded}, ${languageOf(row.statementId)})`,
  ),
  REFERENT: byTerm('What its terms name: once for each.', row => row.referentId, { target: targets.referent }),
  FRAME_FUNCTION: byFrame("Entman's functions of its frames: once for each.", row => row.function),
  FRAME_VALENCE: byFrame(
    'Whether its frames blame or credit their target: once for each; unknown of those that do neither.',
    row => row.valence,
  ),
  FRAME_DIMENSION: byFrame(
    'The dimensions of its frames (Policy Frames Codebook): once for each.',
    row => row.dimension,
  ),
  CLAIM: byStance('The claims that it takes a stance to: once for each.', row => row.claimId, {
    target: targets.claim,
  }),
  STANCE: byStance('Its stances to claims: once for each; with CLAIM, its stance to that claim.', row => row.stance),
  MANNER: byStance(
    'How its stances to claims are held, asserted or only reported: once for each; with CLAIM, its stance to that claim.',
    row => row.manner,
  ),
  FRAME_AGENT: byFrame('The agents at whom its frames are directed: once for each.', row => row.targetAgentId, {
    target: targets.agent,
  }),
  FRAME_REFERENT: byFrame(
    'The referents at which its frames are directed: once for each.',
    row => row.targetReferentId,
    {
      target: targets.referent,
    },
  ),
  FIGURE: byMention('The figures that it cites: once for each.', row => row.figureId, { target: targets.figure }),
  WORDING: byMention(
    'The words of the figures that it cites: once for each; with FIGURE, those of that figure.',
    row => row.words,
  ),
  NUMBER: byMention(
    'The numbers that its words give with their hedge ("nearly 900,000 people"), and the unit or else what they count, as ' +
      'worded: once for each. The same number need not count the same thing.',
    wordedNumberOf,
    { known: wordedNumberIsKnown },
  ),
  APPROXIMATION: byMention(
    'How the words of its figures approximate: once for each; with FIGURE, those of that figure.',
    row => row.approximation,
  ),
}
