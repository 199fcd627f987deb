import { agent, dataset, mention, passage, rule, statement } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { BasisEnum, MentionLinkEnum, MentionRoleEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { AgentType, DatasetType, MentionType, mentionList, PassageType, RuleType, StatementType } from './types.ts'

builder.node(MentionType, {
  description:
    'The words by which a corpus names the source of a statement, or whom it speaks for. It leads to an agent only if ' +
    'the corpus itself, an exact name in a chosen register, a rule or the decision of a person says so.',
  ...nodeOf(mention),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    words: t.exposeString('words', { description: 'The words, verbatim.' }),
    role: t.expose('role', { type: MentionRoleEnum, description: 'What is named by them.' }),
    link: t.expose('link', {
      type: MentionLinkEnum,
      nullable: true,
      description: 'By what it is linked to an agent; null if it is not.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description: 'On what ground it is linked; null where nobody has said.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    agent: t.field(optionalRow(AgentType, agent, 'agentId', 'Whom the words name; null if nobody has said so.')),
    passage: t.field(
      optionalRow(PassageType, passage, 'passageId', 'Where the words stand; null if they are no part of the text.'),
    ),
    roleWords: t.exposeString('roleWords', {
      nullable: true,
      description:
        'What stands beside the name in the words, verbatim: title, party, apposition; pieces joined by “ … ”. ' +
        'Null where no rule has read the words, or nothing does.',
    }),
    evidence: t.field(
      optionalRow(
        PassageType,
        passage,
        'evidenceId',
        'The full name in the document by which a rule leads from the words to the agent; null if no rule does.',
      ),
    ),
    antecedent: t.field(
      optionalRow(
        PassageType,
        passage,
        'antecedentId',
        "The name to which the corpus's own coreference leads from the words; null if it leads to none.",
      ),
    ),
    statement: t.field(requiredRow(StatementType, statement, 'statementId', 'The statement.')),
    dataset: t.field(
      optionalRow(DatasetType, dataset, 'datasetId', 'The dataset that it comes from; null if it stands in a dossier.'),
    ),
  }),
})

builder.queryFields(t => ({
  mentions: t.field(list(mentionList, 'The words by which corpora name sources, linked to agents or not.')),
}))
