import {
  type CoderAgreement,
  coderAgreement,
  documentCap,
  type PairAgreement,
  type RoleAgreement,
} from '../analysis/coderAgreement.ts'
import { SpanRole } from '../store/counting/codings.ts'
import { builder } from './builder.ts'
import { connectionField } from './connection.ts'
import { enumOf } from './enums.ts'
import { CoderType, documentList, statementList } from './types.ts'

const SpanRoleEnum = enumOf('SpanRole', SpanRole, "The role of an attribution's span (PARC 3, PolNeAR).")

const Pair = builder.objectRef<PairAgreement>('PairAgreement').implement({
  description: 'How two coders agree on one role, word by word, over the documents that both coded.',
  fields: t => ({
    first: t.field({ type: CoderType, description: 'The first coder.', resolve: row => row.first }),
    second: t.field({ type: CoderType, description: 'The second coder.', resolve: row => row.second }),
    documents: t.exposeInt('documents', { description: 'How many documents both coded.' }),
    kappa: t.exposeFloat('kappa', {
      nullable: true,
      description: "Cohen's kappa (1960): 1 is perfect, 0 is chance; null if chance alone would be perfect.",
    }),
    both: t.exposeInt('both', { description: 'How many words both put in the role.' }),
    onlyFirst: t.int({ description: 'How many only the first coder put in it.', resolve: ({ one }) => one }),
    onlySecond: t.int({ description: 'How many only the second coder put in it.', resolve: ({ other }) => other }),
    neither: t.exposeInt('neither', { description: 'How many neither put in it.' }),
    statements: t.field(
      connectionField<PairAgreement>(statementList, 'Their statements in the documents that both coded.', pair =>
        pair.evidence(),
      ),
    ),
  }),
})

const Role = builder.objectRef<RoleAgreement>('RoleAgreement').implement({
  description: 'How coders agree on which words belong to one role.',
  fields: t => ({
    role: t.expose('role', { type: SpanRoleEnum, description: 'The role.' }),
    alpha: t.exposeFloat('alpha', {
      nullable: true,
      description:
        "Krippendorff's alpha (2011) for nominal values, each word in the role or not: 1 is perfect, 0 is chance; null " +
        'where there is nothing to compare.',
    }),
    words: t.int({ description: 'How many words two or more coders have coded.', resolve: ({ units }) => units }),
    pairs: t.field({
      type: [Pair],
      description: 'Each pair of coders, those with the most documents in common first.',
      resolve: row => [...row.pairs],
    }),
  }),
})

const Agreement = builder.objectRef<CoderAgreement>('CoderAgreement').implement({
  description:
    'How coders who coded the same documents agree on sources, cues and contents. A coder without a statement in a ' +
    'document may not have read it, so is left out there.',
  fields: t => ({
    documents: t.exposeInt('documents', { description: `How many documents are compared; up to ${documentCap}.` }),
    documentCount: t.exposeInt('documentCount', { description: 'How many documents have two or more coders.' }),
    words: t.exposeInt('words', { description: 'How many words they have (Unicode, UAX #29): the units.' }),
    roles: t.field({ type: [Role], description: 'The agreement on each role.', resolve: row => [...row.roles] }),
    notes: t.stringList({
      description: 'What a reader should know about this answer.',
      resolve: row => [...row.notes],
    }),
  }),
})

builder.queryField('coderAgreement', t =>
  t.field({
    type: Agreement,
    description: 'How coders of the same documents agree: alpha and kappa over the words of the texts.',
    args: {
      filter: t.arg({
        type: documentList.filter,
        description: 'Which documents; by default all with two coders.',
      }),
    },
    resolve: (_, { filter }, { read }) => coderAgreement(read, filter ?? null),
  }),
)
