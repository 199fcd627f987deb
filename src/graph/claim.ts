import { claim, passage, stance, statement } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { StanceEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { one } from './one.ts'
import { RowOfSlug } from './reads.ts'
import { ClaimType, claimList, PassageType, StanceType, StatementType, stanceList, statementList } from './types.ts'

builder.node(ClaimType, {
  description: 'A proposition, normalised, to which statements take a stance (Discourse Network Analyzer: concept).',
  ...nodeOf(claim),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    text: t.exposeString('text', { description: 'The proposition. Whether it holds is not judged.' }),
    statements: t.field(walk(statementList, relations.claimStatements, 'The statements that take a stance to it.')),
    stances: t.field(walk(stanceList, relations.claimStances, 'The stances to it.')),
  }),
})

builder.node(StanceType, {
  description: 'The stance of one statement to one claim (Discourse Network Analyzer: agreement).',
  ...nodeOf(stance),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    stance: t.expose('stance', { type: StanceEnum, description: 'The stance.' }),
    statement: t.field(one(StatementType, statement, 'statementId', 'The statement that takes it.')),
    claim: t.field(one(ClaimType, claim, 'claimId', 'The claim that it is taken to.')),
    passage: t.field(one(PassageType, passage, 'passageId', 'The words that take it.')),
  }),
})

builder.queryFields(t => ({
  claim: t.field({
    type: ClaimType,
    nullable: true,
    description: 'The claim with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'The slug.' }) },
    extensions: { reads: new RowOfSlug(claim) },
    resolve: (_, { slug }, { read }) => read.bySlug(claim, slug),
  }),
  claims: t.field(list(claimList, 'Claims.')),
  stances: t.field(list(stanceList, 'Stances of statements to claims.')),
}))
