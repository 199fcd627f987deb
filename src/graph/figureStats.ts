import { builder } from './builder.ts'
import { type GroupShape, stats } from './groups.ts'
import { figureList, figureMentionList } from './types.ts'

interface RangeShape {
  readonly min: number | null
  readonly max: number | null
}

const NumberRange = builder.objectRef<RangeShape>('NumberRange').implement({
  description: 'The least and the greatest of some numbers; null if none of them is known.',
  fields: t => ({
    min: t.exposeFloat('min', { nullable: true, description: 'The least.' }),
    max: t.exposeFloat('max', { nullable: true, description: 'The greatest.' }),
  }),
})

function range({ measures }: GroupShape, of: 'Value' | 'Lower' | 'Upper'): RangeShape {
  const known = (cell: unknown) => (typeof cell === 'number' ? cell : null)
  return { min: known(measures[`min${of}`]), max: known(measures[`max${of}`]) }
}

builder.queryFields(t => ({
  figureStats: t.field(
    stats(
      'Figure',
      'figures',
      figureList,
      'Counts figures and gives the range of their numbers. Different units are never mixed: UNIT is ' +
        'always the first dimension. There is no sum, because figures are parts and roundings of each other.',
      {
        always: ['UNIT'],
        fields: group => ({
          unit: group.string({
            description: 'What is counted or measured, the same for the whole group.',
            resolve: ({ measures }) => String(measures.unit),
          }),
          value: group.field({
            type: NumberRange,
            description: 'The range of their values.',
            resolve: shape => range(shape, 'Value'),
          }),
          lower: group.field({
            type: NumberRange,
            description: 'The range of their lower bounds; open bounds are left out.',
            resolve: shape => range(shape, 'Lower'),
          }),
          upper: group.field({
            type: NumberRange,
            description: 'The range of their upper bounds; open bounds are left out.',
            resolve: shape => range(shape, 'Upper'),
          }),
        }),
      },
    ),
  ),
  figureMentionStats: t.field(
    stats(
      'FigureMention',
      'figureMentions',
      figureMentionList,
      'Counts the wordings of figures: how they approximate, and who words them that way.',
      {
        fields: group => ({
          wordings: group.int({
            description: 'How many different wordings there are in the group, compared exactly.',
            resolve: ({ measures }) => Number(measures.wordings),
          }),
        }),
      },
    ),
  ),
}))
