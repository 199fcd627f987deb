import { agent, dataset, mention, passage, rule, statement } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { BasisEnum, MentionLinkEnum, MentionRoleEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { AgentType, DatasetType, MentionType, mentionList, PassageType, RuleType, StatementType } from './types.ts'

builder.node(MentionType, {
  description:
    'The words by which a corpus names the source of a statement, or whom it speaks for. It links to an agent only if ' +
    'the corpus itself, an exact name in a chosen register, a rule or a person’s decision says so.',
  ...nodeOf(mention),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    words: t.exposeString('words', { description: 'The words, verbatim.' }),
    role: t.expose('role', { type: MentionRoleEnum, description: 'What they name.' }),
    link: t.expose('link', {
      type: MentionLinkEnum,
      nullable: true,
      description: 'How it is linked to an agent; null if it is not.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description: 'The basis of the link; null if not recorded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    agent: t.field(optionalRow(AgentType, agent, 'agentId', 'Whom the words name; null if nobody has said so.')),
    passage: t.field(
      optionalRow(PassageType, passage, 'passageId', 'Where the words stand; null if they are not part of the text.'),
    ),
    roleWords: t.exposeString('roleWords', {
      nullable: true,
      description:
        'What accompanies the name, verbatim: title, party, apposition; pieces joined by “ … ”. ' +
        'Null if no rule has read the words, or if there is nothing.',
    }),
    evidence: t.field(
      optionalRow(
        PassageType,
        passage,
        'evidenceId',
        'The full name in the document through which a rule resolves the words to the agent; null if no rule does.',
      ),
    ),
    antecedent: t.field(
      optionalRow(
        PassageType,
        passage,
        'antecedentId',
        "The name that the corpus's own coreference resolves the words to; null if none.",
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
