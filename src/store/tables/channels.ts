import { ChannelKind } from '../../model/vocabulary.ts'
import { index, integer, sqliteTable, text } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, oneOf, slug, term } from './columns.ts'
import { documents } from './documents.ts'
import { passages } from './passages.ts'
import { timeExpressions } from './times.ts'

/** The text or occasion through which statements reached the document: a letter, a press statement, an interview. */
export const channels = sqliteTable(
  'channels',
  {
    id: id(),
    slug: slug(),
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
      .references(() => passages.id, { onDelete: 'cascade' }),
  },
  t => [
    oneOf('channels_kind', t.kind, ChannelKind),
    index('channels_by_document').on(t.documentId, t.id),
    index('channels_by_author').on(t.authorId, t.id),
    index('channels_by_addressee').on(t.addresseeId, t.id),
    index('channels_by_time').on(t.timeId, t.id),
    index('channels_by_passage').on(t.passageId, t.id),
  ],
)
