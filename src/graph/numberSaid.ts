import { type NumberSaid, numberNotes, numberSaid } from '../analysis/numberSaid.ts'
import { Failure } from '../model/failure.ts'
import { NumberFit } from '../model/vocabulary.ts'
import type { FilterInput } from '../store/query/filter.ts'
import { figureMention } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { connectionField } from './connection.ts'
import { enumOf } from './enums.ts'
import { figureMentionList } from './types.ts'

const NumberFitEnum = enumOf('NumberFit', NumberFit, 'How words fit a requested number.')

const FitType = builder
  .objectRef<{ readonly fit: NumberFit; readonly filter: FilterInput }>('FittingWordings')
  .implement({
    description:
      'Wordings that fit a number in one way; a wording that fits in several ways is listed only under the first.',
    fields: t => ({
      fit: t.expose('fit', { type: NumberFitEnum, description: 'How they fit it.' }),
      mentions: t.field(
        connectionField<{ readonly filter: FilterInput }>(
          figureMentionList,
          'The wordings, each with its statement: who says it, in which words, and where.',
          ({ filter }) => [{ entity: figureMention, fixed: filter }, null],
        ),
      ),
    }),
  })

const NumberSaidType = builder
  .objectRef<NumberSaid & { readonly value: number; readonly words: string }>('NumberSaid')
  .implement({
    description:
      'A number, and everyone who gives it: in wordings with a known figure, and in those that a rule has read.',
    fields: t => ({
      value: t.exposeFloat('value', { description: 'The number that was understood.' }),
      unit: t.exposeString('unit', { nullable: true, description: 'The unit that was understood; null for any.' }),
      notes: t.stringList({
        description: 'What a reader must know about it.',
        resolve: said => numberNotes(said, said.words),
      }),
      fits: t.field({
        type: [FitType],
        description: 'The wordings, by how they fit it.',
        resolve: ({ fits }) => [...fits],
      }),
    }),
  })

builder.queryField('number', t =>
  t.field({
    type: NumberSaidType,
    description:
      'Who said a number, in which words. The same number in the same unit is listed together, even if nobody has said ' +
      'which figure it is; it may count different things.',
    args: {
      words: t.arg.string({
        required: true,
        description: 'The number, such as 50000, 435k, "12 million" or "$1.2bn".',
      }),
      unit: t.arg.string({ description: 'The unit, such as USD or percent; by default, the one in the words.' }),
      repeats: t.arg.boolean({
        description:
          'Whether every copy of a repeated document counts, and every coder’s reading of a document; by default, each counts once.',
      }),
      automatic: t.arg.boolean({ description: 'Whether to include what rules have read; by default, yes.' }),
    },
    resolve: async (_, { words, unit, automatic, repeats }, { read }) => {
      const said = await numberSaid(read, words, {
        unit: unit ?? null,
        automatic: automatic ?? true,
        repeats: repeats ?? false,
      })
      const { value } = said
      if (value !== null) return { ...said, value, words }
      const message = `“${words}” is not one number: ask figureMentions for its bounds, { lower: …, upper: … }.`
      throw new Failure('BAD_ARGUMENT', message, { argument: 'words' })
    },
  }),
)
