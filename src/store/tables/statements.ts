import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import {
  Attribution,
  Basis,
  ChannelKind,
  Origin,
  Polarity,
  Quotation,
  Repeat,
  SpeechAct,
  StatementCertainty,
  Voice,
} from '../../model/vocabulary.ts'
import { check, index, integer, primaryKey, sql, sqliteTable, text, unique } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { coders } from './coders.ts'
import { id, oneOf, reasoned, ruled, slugColumn, sparse, term } from './columns.ts'
import { datasets } from './datasets.ts'
import { documents } from './documents.ts'
import { passagePlaces } from './passages.ts'
import { rules } from './rules.ts'
import { timeExpressions } from './times.ts'

/**
 * The text or occasion through which statements reached the document: a letter, a press statement, an interview.
 *
 * `statementId` is the statement by whose account there is such a text; null where the document itself tells of it.
 */
export const channels = sqliteTable(
  'channels',
  {
    id: id(),
    slug: slugColumn(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    kind: term(ChannelKind).notNull(),
    label: text().notNull(),
    authorId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    addresseeId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    timeId: integer().references(() => timeExpressions.id, { onDelete: 'set null' }),
    passageId: integer()
      .notNull()
      .references(() => passagePlaces.id, { onDelete: 'cascade' }),
    basis: term(Basis),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
    statementId: integer().references((): AnySQLiteColumn => statements.id, { onDelete: 'set null' }),
  },
  t => [
    oneOf('channels_kind', t.kind, ChannelKind),
    oneOf('channels_basis', t.basis, Basis),
    reasoned('channels_reason', t.basis, t.reason),
    ruled('channels_rule', t.basis, t.ruleId),
    index('channels_by_document').on(t.documentId),
    index('channels_by_author').on(t.authorId),
    index('channels_by_addressee').on(t.addresseeId),
    index('channels_by_time').on(t.timeId),
    index('channels_by_passage').on(t.passageId),
    sparse('channels_by_rule', t.ruleId),
    sparse('channels_by_statement', t.statementId),
  ],
)

/**
 * An attribution (PARC 3, PolNeAR): a source, a cue and a content.
 *
 * `text` is the content's exact words and `start` where they begin, so that statements can be listed and ordered
 * without a join. `reportedInId` is the statement that this one is reported inside of (nested attribution).
 */
export const statements = sqliteTable(
  'statements',
  {
    id: id(),
    slug: slugColumn(),
    documentId: integer()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    start: integer().notNull(),
    text: text().notNull(),
    voice: term(Voice).notNull(),
    speakerId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    addresseeId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    channelId: integer().references(() => channels.id, { onDelete: 'set null' }),
    reportedInId: integer().references((): AnySQLiteColumn => statements.id, { onDelete: 'cascade' }),
    /** Null where the corpus does not say and the text does not show it. */
    quotation: term(Quotation),
    speechAct: term(SpeechAct),
    timeId: integer().references(() => timeExpressions.id, { onDelete: 'set null' }),
    sourceId: integer().references(() => passagePlaces.id, { onDelete: 'cascade' }),
    cueId: integer().references(() => passagePlaces.id, { onDelete: 'cascade' }),
    contentId: integer()
      .notNull()
      .references(() => passagePlaces.id, { onDelete: 'cascade' }),
    /**
     * Whether the document itself says who speaks, through which channel and to whom: the weakest of the three bases below.
     * `ruleId` is the rule by which whatever is AUTOMATIC of them was read.
     */
    basis: term(Basis).notNull(),
    reason: text(),
    /** The organization for which the speaker speaks (Popolo on_behalf_of), where a coder has said so. */
    onBehalfOfId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    coderId: integer().references(() => coders.id, { onDelete: 'restrict' }),
    /** The words of the cue, folded: derived by the writer, so that statements can be counted and found by them. */
    cueWords: text(),
    /** The basis by what it is of. Null where there is no addressee, or no channel. */
    speakerBasis: term(Basis).notNull().default('STATED'),
    speakerReason: text(),
    addresseeBasis: term(Basis),
    addresseeReason: text(),
    channelBasis: term(Basis),
    channelReason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
    /** What kind of attribution it is (Penn Discourse Treebank), and what is committed to (FactBank); null is not coded. */
    attribution: term(Attribution),
    certainty: term(StatementCertainty),
    polarity: term(Polarity),
    /** Who found it; null where the source does not say. `madeBy` is the machine, `reviewedBy` who accepted its proposal. */
    origin: term(Origin),
    madeBy: text(),
    reviewedBy: text(),
    /** Its place among the turns of a debate, from 1; null if the corpus does not count them. */
    turn: integer(),
    /** Why analyses leave it out unless asked: it repeats what another one counts. Derived when a dataset is read. */
    repeat: term(Repeat),
  },
  t => [
    oneOf('statements_voice', t.voice, Voice),
    oneOf('statements_quotation', t.quotation, Quotation),
    oneOf('statements_speech_act', t.speechAct, SpeechAct),
    oneOf('statements_basis', t.basis, Basis),
    reasoned('statements_reason', t.basis, t.reason),
    ruled('statements_rule', t.basis, t.ruleId),
    oneOf('statements_speaker_basis', t.speakerBasis, Basis),
    reasoned('statements_speaker_reason', t.speakerBasis, t.speakerReason),
    oneOf('statements_addressee_basis', t.addresseeBasis, Basis),
    reasoned('statements_addressee_reason', t.addresseeBasis, t.addresseeReason),
    oneOf('statements_channel_basis', t.channelBasis, Basis),
    reasoned('statements_channel_reason', t.channelBasis, t.channelReason),
    oneOf('statements_attribution', t.attribution, Attribution),
    oneOf('statements_certainty', t.certainty, StatementCertainty),
    oneOf('statements_polarity', t.polarity, Polarity),
    oneOf('statements_origin', t.origin, Origin),
    oneOf('statements_repeat', t.repeat, Repeat),
    check('statements_speaker', sql`(${t.voice} = 'AGENT') = (${t.speakerId} is not null)`),
    check('statements_nesting', sql`${t.reportedInId} is null or ${t.reportedInId} <> ${t.id}`),
    index('statements_by_document').on(t.documentId, t.start),
    // Most counts leave out what others report: this holds all that they read.
    index('statements_by_speaker').on(t.speakerId, t.documentId, t.start, t.id, t.reportedInId),
    // How a speaker is introduced is counted without reading a statement.
    index('statements_by_speaker_and_cue').on(t.speakerId, t.cueWords, t.documentId, t.start),
    sparse('statements_by_addressee', t.addresseeId, t.documentId, t.start),
    sparse('statements_by_channel', t.channelId, t.documentId, t.start),
    sparse('statements_by_reported_in', t.reportedInId, t.documentId, t.start),
    // Which statements of a speaker others report: most lists have none, and say so without walking through all that he said.
    index('statements_reported_of').on(t.speakerId, t.reportedInId).where(sql`${t.reportedInId} is not null`),
    sparse('statements_by_time', t.timeId, t.documentId, t.start),
    index('statements_by_voice').on(t.voice, t.documentId, t.start),
    index('statements_by_quotation').on(t.quotation, t.documentId, t.start),
    index('statements_by_speech_act').on(t.speechAct, t.documentId, t.start),
    // It holds all that counting reporting verbs reads: a place is counted once.
    index('statements_by_cue_words').on(t.cueWords, t.documentId, t.start, t.id, t.cueId, t.reportedInId, t.repeat),
    index('statements_by_source').on(t.sourceId),
    index('statements_by_cue').on(t.cueId),
    sparse('statements_by_on_behalf_of', t.onBehalfOfId, t.documentId, t.start),
    index('statements_by_dataset').on(t.datasetId, t.documentId, t.start),
    sparse('statements_by_coder', t.coderId, t.documentId, t.start),
    index('statements_by_content').on(t.contentId),
    // What a rule read, for whoever reviews it.
    sparse('statements_by_rule', t.ruleId),
    sparse('statements_by_repeat', t.repeat, t.documentId, t.start),
  ],
)

/**
 * The speakers of a joint statement, in their order: a letter that several have signed. The first is the statement's
 * `speakerId`; a statement of one speaker has no rows here.
 */
export const statementSpeakers = sqliteTable(
  'statementSpeakers',
  {
    id: id(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    agentId: integer()
      .notNull()
      .references(() => agents.id, { onDelete: 'restrict' }),
  },
  t => [
    unique('statement_speakers_once').on(t.statementId, t.position),
    index('statement_speakers_by_agent').on(t.agentId, t.statementId),
  ],
)

/** The time expressions that stand in a statement's words: derived by the import from where the passages lie. */
export const statementTimes = sqliteTable(
  'statementTimes',
  {
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    timeId: integer()
      .notNull()
      .references(() => timeExpressions.id, { onDelete: 'cascade' }),
  },
  t => [
    primaryKey({ columns: [t.statementId, t.timeId] }),
    index('statement_times_by_time').on(t.timeId, t.statementId),
  ],
)
