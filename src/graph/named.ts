import type { OutputRef } from '@pothos/core'
import type { Entity, RowOf } from '../store/schema/entities.ts'
import * as entities from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import { RowOfSlug } from './reads.ts'
import {
  ChannelType,
  CoderType,
  FigureMentionType,
  FigureRelationType,
  FrameUseType,
  MembershipType,
  MentionType,
  NoteType,
  PassageType,
  ReviewType,
  StanceType,
  StatementRelationType,
  StatementType,
  TermUseType,
  TimeExpressionType,
} from './types.ts'

/** The field of the root that finds one thing by its slug. */
function named<E extends Entity>(type: OutputRef<RowOf<E>>, entity: E, what: string) {
  return {
    type,
    nullable: true as const,
    description: `The ${what} with that slug, or null if there is none.`,
    args: builder.args(t => ({ slug: t.string({ required: true, description: 'The slug.' }) })),
    extensions: { reads: new RowOfSlug(entity) },
    resolve: (_: unknown, { slug }: { readonly slug: string }, { read }: GraphContext) => read.bySlug(entity, slug),
  }
}

builder.queryFields(t => ({
  channel: t.field(named(ChannelType, entities.channel, 'channel')),
  coder: t.field(named(CoderType, entities.coder, 'coder')),
  figureMention: t.field(named(FigureMentionType, entities.figureMention, 'mention of a figure')),
  figureRelation: t.field(named(FigureRelationType, entities.figureRelation, 'relation of figures')),
  frameUse: t.field(named(FrameUseType, entities.frameUse, 'use of a frame')),
  membership: t.field(named(MembershipType, entities.membership, 'role')),
  mention: t.field(named(MentionType, entities.mention, 'mention')),
  note: t.field(named(NoteType, entities.note, 'note')),
  passage: t.field(named(PassageType, entities.passage, 'passage')),
  review: t.field(named(ReviewType, entities.review, 'review')),
  stance: t.field(named(StanceType, entities.stance, 'stance')),
  statement: t.field(named(StatementType, entities.statement, 'statement')),
  statementRelation: t.field(named(StatementRelationType, entities.statementRelation, 'relation of statements')),
  termUse: t.field(named(TermUseType, entities.termUse, 'use of a term')),
  timeExpression: t.field(named(TimeExpressionType, entities.timeExpression, 'time expression')),
}))
