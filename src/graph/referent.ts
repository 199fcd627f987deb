import { passage, referent, rule, statement, termUse } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { BasisEnum, WordingEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { RowOfSlug } from './reads.ts'
import {
  figureList,
  frameUseList,
  noteList,
  PassageType,
  ReferentType,
  RuleType,
  referentList,
  StatementType,
  TermUseType,
  termUseList,
} from './types.ts'

builder.node(ReferentType, {
  description: 'What is talked of under several names, with a label that is as neutral as can be.',
  ...nodeOf(referent),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    label: t.exposeString('label', { description: 'The label, which is nobody’s wording.' }),
    termUses: t.field(walk(termUseList, relations.referentTermUses, 'The words with which it is named.')),
    figures: t.field(walk(figureList, relations.referentFigures, 'The figures that count it.')),
    framesDirectedAt: t.field(walk(frameUseList, relations.referentFramesAt, 'The frames that are directed at it.')),
    framesAffecting: t.field(
      walk(frameUseList, relations.referentFramesAffecting, 'The frames by which it is harmed or served.'),
    ),
    notes: t.field(walk(noteList, relations.referentNotes, 'What curators note about it.')),
  }),
})

builder.node(TermUseType, {
  description: 'The words with which one statement names a referent.',
  ...nodeOf(termUse),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    words: t.exposeString('words', { description: 'The words, exactly.' }),
    referent: t.field(requiredRow(ReferentType, referent, 'referentId', 'What they name.')),
    statement: t.field(requiredRow(StatementType, statement, 'statementId', 'The statement that uses them.')),
    wording: t.expose('wording', {
      type: WordingEnum,
      nullable: true,
      description: 'Whose words they are, by the quotation marks; null if it is not known how the statement is quoted.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description:
        'Whether these words name it by themselves, or a curator concluded that they do; null where nobody has said.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    passage: t.field(requiredRow(PassageType, passage, 'passageId', 'The words, where they stand.')),
    notes: t.field(walk(noteList, relations.termUseNotes, 'What curators note about it.')),
  }),
})

builder.queryFields(t => ({
  referent: t.field({
    type: ReferentType,
    nullable: true,
    description: 'The referent with that slug, or null if there is none.',
    args: { slug: t.arg.string({ required: true, description: 'The slug.' }) },
    extensions: { reads: new RowOfSlug(referent) },
    resolve: (_, { slug }, { read }) => read.bySlug(referent, slug),
  }),
  referents: t.field(list(referentList, 'What is talked of under several names.')),
  termUses: t.field(list(termUseList, 'The words with which referents are named, across all statements.')),
}))
