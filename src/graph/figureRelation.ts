import { factorBetween } from '../analysis/figureComparison.ts'
import { figure, figureRelation, passage } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { BasisEnum, FigureRelationKindEnum } from './enums.ts'
import { nodeOf } from './node.ts'
import { one } from './one.ts'
import { FigureRelationType, FigureType, figureRelationList, PassageType } from './types.ts'

builder.node(FigureRelationType, {
  description: 'How one figure derives from or stands to another, with the arithmetic that shows it (PROV derivation).',
  ...nodeOf(figureRelation),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    kind: t.expose('kind', { type: FigureRelationKindEnum, description: 'The kind of relation.' }),
    subject: t.field(
      one(FigureType, figure, 'subjectId', 'The figure that the relation is of: the sum, the rounded number.'),
    ),
    object: t.field(
      one(
        FigureType,
        figure,
        'objectId',
        'The figure that it leads to: a part of the sum, the number that was rounded.',
      ),
    ),
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
    basis: t.expose('basis', {
      type: BasisEnum,
      description: 'Whether the document states the relation or a curator concluded it.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it is stated.' }),
    passage: t.field(one(PassageType, passage, 'passageId', 'The words that state it; null if it was concluded.')),
  }),
})

builder.queryFields(t => ({
  figureRelations: t.field(
    list(figureRelationList, 'Relations between figures: sums, roundings, comparisons, tensions.'),
  ),
}))
