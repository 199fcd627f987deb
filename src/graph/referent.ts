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
  description: 'A thing that goes by several names, with a label that is as neutral as possible.',
  ...nodeOf(referent),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    label: t.exposeString('label', { description: 'The label, in nobody’s words.' }),
    termUses: t.field(walk(termUseList, relations.referentTermUses, 'The words that name it.')),
    figures: t.field(walk(figureList, relations.referentFigures, 'The figures that count it.')),
    framesDirectedAt: t.field(walk(frameUseList, relations.referentFramesAt, 'The frames directed at it.')),
    framesAffecting: t.field(
      walk(frameUseList, relations.referentFramesAffecting, 'The frames that show it as harmed or served.'),
    ),
    notes: t.field(walk(noteList, relations.referentNotes, 'Curators’ notes about it.')),
  }),
})

builder.node(TermUseType, {
  description: 'The words that one statement uses to name a referent.',
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
        'Whether these words name it by themselves, or a curator concluded that they do; null if not recorded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    passage: t.field(requiredRow(PassageType, passage, 'passageId', 'The words, where they stand.')),
    notes: t.field(walk(noteList, relations.termUseNotes, 'Curators’ notes about it.')),
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
  referents: t.field(list(referentList, 'A thing that goes by several names.')),
  termUses: t.field(list(termUseList, 'The words that name referents, across all statements.')),
}))
