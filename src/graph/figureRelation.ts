import { factorBetween } from '../analysis/figureComparison.ts'
import { figure, figureRelation, passage } from '../store/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { BasisEnum, FigureRelationKindEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { FigureRelationType, FigureType, figureRelationList, PassageType } from './types.ts'

builder.node(FigureRelationType, {
  description: 'How one figure derives from or stands to another, with the arithmetic that shows it (PROV derivation).',
  ...nodeOf(figureRelation),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    kind: t.field({ type: FigureRelationKindEnum, description: 'The kind of relation.', resolve: ({ kind }) => kind }),
    subject: t.field({
      type: FigureType,
      nullable: true,
      description: 'The figure that the relation is of: the sum, the rounded number.',
      resolve: ({ subjectId }, _, { read }) => read.byId(figure, subjectId),
    }),
    object: t.field({
      type: FigureType,
      nullable: true,
      description: 'The figure that it leads to: a part of the sum, the number that was rounded.',
      resolve: ({ objectId }, _, { read }) => read.byId(figure, objectId),
    }),
    explanation: t.exposeString('explanation', { description: 'The arithmetic, as the import has checked it.' }),
    factor: t.float({
      nullable: true,
      description:
        'How many times the greater of the two is the lesser, or at least so many times where one has bounds and no value; ' +
        'null where they overlap.',
      resolve: async ({ subjectId, objectId }, _, { read }) => {
        const [subject, object] = await Promise.all([read.byId(figure, subjectId), read.byId(figure, objectId)])
        return subject && object && factorBetween(subject, object)
      },
    }),
    basis: t.field({
      type: BasisEnum,
      description: 'Whether the document states the relation or a curator concluded it.',
      resolve: ({ basis }) => basis,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it is stated.' }),
    passage: t.field({
      type: PassageType,
      nullable: true,
      description: 'The words that state it; null if it was concluded.',
      resolve: ({ passageId }, _, { read }) => read.byId(passage, passageId),
    }),
  }),
})

builder.queryFields(t => ({
  figureRelations: t.field(
    list(figureRelationList, 'Relations between figures: sums, roundings, comparisons, tensions.'),
  ),
}))
