import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { Basis, Quotation, SpeechAct, Voice } from '../../model/vocabulary.ts'
import { check, index, integer, primaryKey, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { channels } from './channels.ts'
import { coders } from './coders.ts'
import { id, oneOf, reasoned, slug, term } from './columns.ts'
import { datasets } from './datasets.ts'
import { documents } from './documents.ts'
import { passages } from './passages.ts'
import { timeExpressions } from './times.ts'

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
    slug: slug(),
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
    sourceId: integer().references(() => passages.id, { onDelete: 'cascade' }),
    cueId: integer().references(() => passages.id, { onDelete: 'cascade' }),
    contentId: integer()
      .notNull()
      .references(() => passages.id, { onDelete: 'cascade' }),
    /** Whether the document itself says who speaks, through which channel and to whom, or a curator concluded it. */
    basis: term(Basis).notNull(),
    reason: text(),
    /** The organization for which the speaker speaks (Popolo on_behalf_of), where a coder has said so. */
    onBehalfOfId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    datasetId: integer().references(() => datasets.id, { onDelete: 'cascade' }),
    coderId: integer().references(() => coders.id, { onDelete: 'restrict' }),
    /** The words of the cue, folded: derived by the writer, so that statements can be counted and found by them. */
    cueWords: text(),
  },
  t => [
    oneOf('statements_voice', t.voice, Voice),
    oneOf('statements_quotation', t.quotation, Quotation),
    oneOf('statements_speech_act', t.speechAct, SpeechAct),
    oneOf('statements_basis', t.basis, Basis),
    reasoned('statements_reason', t.basis, t.reason),
    check('statements_speaker', sql`(${t.voice} = 'AGENT') = (${t.speakerId} is not null)`),
    check('statements_nesting', sql`${t.reportedInId} is null or ${t.reportedInId} <> ${t.id}`),
    index('statements_by_document').on(t.documentId, t.start, t.id),
    index('statements_by_speaker').on(t.speakerId, t.documentId, t.start, t.id),
    // How a speaker is introduced is counted without reading a statement.
    index('statements_by_speaker_and_cue').on(t.speakerId, t.cueWords, t.documentId, t.start, t.id),
    index('statements_by_addressee').on(t.addresseeId, t.documentId, t.start, t.id),
    index('statements_by_channel').on(t.channelId, t.documentId, t.start, t.id),
    index('statements_by_reported_in').on(t.reportedInId, t.documentId, t.start, t.id),
    index('statements_by_time').on(t.timeId, t.documentId, t.start, t.id),
    index('statements_by_voice').on(t.voice, t.documentId, t.start, t.id),
    index('statements_by_quotation').on(t.quotation, t.documentId, t.start, t.id),
    index('statements_by_speech_act').on(t.speechAct, t.documentId, t.start, t.id),
    index('statements_by_cue_words').on(t.cueWords, t.documentId, t.start, t.id),
    index('statements_by_source').on(t.sourceId, t.id),
    index('statements_by_cue').on(t.cueId, t.id),
    index('statements_by_on_behalf_of').on(t.onBehalfOfId, t.documentId, t.start, t.id),
    index('statements_by_dataset').on(t.datasetId, t.documentId, t.start, t.id),
    index('statements_by_coder').on(t.coderId, t.documentId, t.start, t.id),
    index('statements_by_content').on(t.contentId, t.id),
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
