import { factorBetween } from '../analysis/figureComparison.ts'
import { figureExplanation } from '../store/json/computations.ts'
import type { Reader } from '../store/reader.ts'
import { figure, figureRelation, passage, type RowOf, rule } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import { BasisEnum, ChangeDirectionEnum, FigureRelationKindEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { Computed } from './reads.ts'
import { FigureRelationType, FigureType, figureRelationList, noteList, PassageType, RuleType } from './types.ts'

builder.node(FigureRelationType, {
  description:
    'How one figure derives from or relates to another, with the arithmetic that shows it (PROV derivation).',
  ...nodeOf(figureRelation),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    kind: t.expose('kind', { type: FigureRelationKindEnum, description: 'The kind of relation.' }),
    subject: t.field(
      requiredRow(FigureType, figure, 'subjectId', 'The subject of the relation: the sum, the rounded number.'),
    ),
    object: t.field(
      requiredRow(
        FigureType,
        figure,
        'objectId',
        'The object of the relation: a part of the sum, the number that was rounded.',
      ),
    ),
    direction: t.expose('direction', {
      type: ChangeDirectionEnum,
      nullable: true,
      description: 'For a change, its direction according to the document; null for other relations.',
    }),
    explanation: t.string({
      description:
        'The arithmetic: Dixit’s, not the document’s, whatever the basis of the relation. Each number keeps its hedge ' +
        'and the bounds that its words imply.',
      extensions: { reads: new Computed(figureExplanation) },
      resolve: ({ id }, _, { read }) => read.explanationOf(id),
    }),
    factor: t.float({
      nullable: true,
      description: 'How many times larger the greater of the two is; null if they overlap. See factorIsLeast.',
      resolve: async (row, _, { read }) => (await factorOf(read, row))?.factor ?? null,
    }),
    factorIsLeast: t.boolean({
      description: 'Whether the factor is a minimum, because words hedge one of the two or give it bounds.',
      resolve: async (row, _, { read }) => (await factorOf(read, row))?.isLeast ?? false,
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      description:
        'Whether the document states the relation or a curator concluded it; its arithmetic is always computed.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it is stated.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    notes: t.field(walk(noteList, relations.figureRelationNotes, 'Curators’ notes about it.')),
    passage: t.field(
      optionalRow(PassageType, passage, 'passageId', 'The words that state it; null if it was concluded.'),
    ),
  }),
})

builder.queryFields(t => ({
  figureRelations: t.field(
    list(figureRelationList, 'Relations between figures: sums, roundings, comparisons, tensions.'),
  ),
}))

async function factorOf(read: Reader, { subjectId, objectId }: RowOf<typeof figureRelation>) {
  const [subject, object] = await Promise.all([read.byId(figure, subjectId), read.byId(figure, objectId)])
  return subject && object && factorBetween(read, subject, object)
}
