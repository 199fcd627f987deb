import { claim, passage, rule, stance, statement } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { BasisEnum, StanceEnum, StanceMannerEnum, WordingEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { RowOfSlug } from './reads.ts'
import {
  ClaimType,
  claimList,
  noteList,
  PassageType,
  RuleType,
  StanceType,
  StatementType,
  stanceList,
  statementList,
} from './types.ts'

builder.node(ClaimType, {
  description: 'A normalised proposition that statements take a stance on (Discourse Network Analyzer: concept).',
  ...nodeOf(claim),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    text: t.exposeString('text', { description: 'The proposition. Whether it holds is not judged.' }),
    statements: t.field(walk(statementList, relations.claimStatements, 'The statements that take a stance on it.')),
    stances: t.field(walk(stanceList, relations.claimStances, 'The stances to it.')),
    notes: t.field(walk(noteList, relations.claimNotes, 'Curators’ notes about it.')),
  }),
})

builder.node(StanceType, {
  description: 'The stance of one statement to one claim (Discourse Network Analyzer: agreement).',
  ...nodeOf(stance),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    stance: t.expose('stance', { type: StanceEnum, description: 'The stance.' }),
    manner: t.expose('manner', {
      type: StanceMannerEnum,
      nullable: true,
      description: 'How it is held: said, taken for granted, conceded, implied, reported; null is not coded.',
    }),
    wording: t.expose('wording', {
      type: WordingEnum,
      nullable: true,
      description: 'Whose words they are, by the quotation marks; null if it is not known how the statement is quoted.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description: 'Whether the words themselves take the stance, or a curator concluded it; null if not recorded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    statement: t.field(requiredRow(StatementType, statement, 'statementId', 'The statement that takes it.')),
    notes: t.field(walk(noteList, relations.stanceNotes, 'Curators’ notes about it.')),
    claim: t.field(requiredRow(ClaimType, claim, 'claimId', 'The claim that it is taken on.')),
    passage: t.field(requiredRow(PassageType, passage, 'passageId', 'The words that take it.')),
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
  stances: t.field(list(stanceList, 'Stances of statements on claims.')),
}))
