import { FrameDimension, FrameFunction } from '../../model/vocabulary.ts'
import { check, index, integer, sql, sqliteTable } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, oneOf, slug, term } from './columns.ts'
import { passages } from './passages.ts'
import { referents } from './referents.ts'
import { statements } from './statements.ts'

/**
 * What a statement's words do to frame their matter: one of Entman's four functions, a dimension of the Policy Frames
 * Codebook, or both; and at whom or what they are directed, if the words say so.
 */
export const frameUses = sqliteTable(
  'frameUses',
  {
    id: id(),
    slug: slug(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    passageId: integer()
      .notNull()
      .references(() => passages.id, { onDelete: 'cascade' }),
    function: term(FrameFunction),
    dimension: term(FrameDimension),
    targetAgentId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    targetReferentId: integer().references(() => referents.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('frame_uses_function', t.function, FrameFunction),
    oneOf('frame_uses_dimension', t.dimension, FrameDimension),
    check('frame_uses_frame', sql`coalesce(${t.function}, ${t.dimension}) is not null`),
    check('frame_uses_target', sql`${t.targetAgentId} is null or ${t.targetReferentId} is null`),
    index('frame_uses_by_statement').on(t.statementId, t.id),
    index('frame_uses_by_passage').on(t.passageId, t.id),
    index('frame_uses_by_function').on(t.function, t.id),
    index('frame_uses_by_dimension').on(t.dimension, t.id),
    index('frame_uses_by_target_agent').on(t.targetAgentId, t.id),
    index('frame_uses_by_target_referent').on(t.targetReferentId, t.id),
  ],
)
