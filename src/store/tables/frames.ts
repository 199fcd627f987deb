import { Basis, FrameDimension, FrameEffect, FrameFunction, FrameValence, Wording } from '../../model/vocabulary.ts'
import { check, index, integer, sql, sqliteTable, text } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { id, oneOf, reasoned, ruled, slugColumn, sparse, term } from './columns.ts'
import { passagePlaces } from './passages.ts'
import { referents } from './referents.ts'
import { rules } from './rules.ts'
import { statements } from './statements.ts'

/**
 * What a statement's words do to frame their matter: one of Entman's four functions, a dimension of the Policy Frames
 * Codebook, or both; at whom or what they are directed, if the words say so; whether they blame or credit the target; and
 * who is harmed or served by what they say (Narrative Policy Framework). `basis` is that of all of this.
 */
export const frameUses = sqliteTable(
  'frameUses',
  {
    id: id(),
    slug: slugColumn(),
    statementId: integer()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    passageId: integer()
      .notNull()
      .references(() => passagePlaces.id, { onDelete: 'cascade' }),
    function: term(FrameFunction),
    dimension: term(FrameDimension),
    targetAgentId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    targetReferentId: integer().references(() => referents.id, { onDelete: 'restrict' }),
    valence: term(FrameValence),
    effect: term(FrameEffect),
    affectedAgentId: integer().references(() => agents.id, { onDelete: 'restrict' }),
    affectedReferentId: integer().references(() => referents.id, { onDelete: 'restrict' }),
    wording: term(Wording),
    basis: term(Basis),
    reason: text(),
    ruleId: integer().references(() => rules.id, { onDelete: 'restrict' }),
  },
  t => [
    oneOf('frame_uses_function', t.function, FrameFunction),
    oneOf('frame_uses_dimension', t.dimension, FrameDimension),
    check('frame_uses_frame', sql`coalesce(${t.function}, ${t.dimension}) is not null`),
    check('frame_uses_target', sql`${t.targetAgentId} is null or ${t.targetReferentId} is null`),
    oneOf('frame_uses_valence', t.valence, FrameValence),
    oneOf('frame_uses_effect', t.effect, FrameEffect),
    check('frame_uses_affected', sql`${t.affectedAgentId} is null or ${t.affectedReferentId} is null`),
    check(
      'frame_uses_effect_on',
      sql`(${t.effect} is null) = (${t.affectedAgentId} is null and ${t.affectedReferentId} is null)`,
    ),
    oneOf('frame_uses_wording', t.wording, Wording),
    oneOf('frame_uses_basis', t.basis, Basis),
    reasoned('frame_uses_reason', t.basis, t.reason),
    ruled('frame_uses_rule', t.basis, t.ruleId),
    index('frame_uses_by_statement').on(t.statementId),
    index('frame_uses_by_passage').on(t.passageId),
    index('frame_uses_by_function').on(t.function),
    index('frame_uses_by_dimension').on(t.dimension),
    index('frame_uses_by_target_agent').on(t.targetAgentId),
    index('frame_uses_by_target_referent').on(t.targetReferentId),
    // Who is blamed or credited, and who is harmed or served.
    sparse('frame_uses_by_valence', t.valence),
    sparse('frame_uses_by_effect', t.effect),
    sparse('frame_uses_by_affected_agent', t.affectedAgentId),
    sparse('frame_uses_by_affected_referent', t.affectedReferentId),
    sparse('frame_uses_by_rule', t.ruleId),
  ],
)
