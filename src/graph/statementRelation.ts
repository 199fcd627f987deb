import { rule, statement, statementRelation } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { BasisEnum, StatementRelationKindEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { noteList, RuleType, StatementRelationType, StatementType, statementRelationList } from './types.ts'

builder.node(StatementRelationType, {
  description:
    'How one statement relates to another in the same document or in a later one: what a paraphrase makes ' +
    'of a quotation, what corrects what. Which of the two is right is not judged.',
  ...nodeOf(statementRelation),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    kind: t.expose('kind', { type: StatementRelationKindEnum, description: 'The kind of relation.' }),
    subject: t.field(
      requiredRow(
        StatementType,
        statement,
        'subjectId',
        'The subject of the relation: the paraphrase, the correction.',
      ),
    ),
    object: t.field(
      requiredRow(
        StatementType,
        statement,
        'objectId',
        'The object of the relation: what is paraphrased or corrected.',
      ),
    ),
    difference: t.exposeString('difference', {
      nullable: true,
      description: 'How the subject differs from the object; null if nobody has said.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      description: 'Whether the document states the relation or a curator concluded it.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    notes: t.field(walk(noteList, relations.statementRelationNotes, 'Curators’ notes about it.')),
  }),
})

builder.queryFields(t => ({
  statementRelations: t.field(
    list(statementRelationList, 'Relations between statements: paraphrases, repetitions, contrasts, corrections.'),
  ),
}))
