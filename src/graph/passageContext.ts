import { Failure } from '../model/failure.ts'
import type { TextUnit } from '../model/vocabulary.ts'
import type { passage, RowOf } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import { TextUnitEnum } from './enums.ts'

interface PassageContext {
  readonly before: string
  readonly exact: string
  readonly after: string
  readonly start: number
  readonly end: number
}

interface ContextArgs {
  readonly before?: number | null | undefined
  readonly after?: number | null | undefined
  readonly unit?: TextUnit | null | undefined
}

/** The most units that are shown on one side. */
const unitCap = 100

const PassageContextType = builder.objectRef<PassageContext>('PassageContext').implement({
  description: 'A passage in its surroundings: `before`, `exact` and `after` in a row are the text, to the character.',
  fields: t => ({
    before: t.exposeString('before', { description: 'The text that leads to the passage.' }),
    exact: t.exposeString('exact', {
      description:
        'The text from its first character to its last, with what stands between the pieces of a broken one.',
    }),
    after: t.exposeString('after', { description: 'The text that follows the passage.' }),
    start: t.exposeInt('start', { description: 'Where `before` begins, in Unicode code points; included.' }),
    end: t.exposeInt('end', { description: 'Where `after` ends, in Unicode code points; not included.' }),
  }),
})

/** The field of a passage's surroundings. */
export const contextField = {
  type: PassageContextType,
  description:
    'The passage with the sentences, paragraphs or words around it. A unit that the passage is a part of is made whole ' +
    'and not counted, so that 0 and 0 give the sentence in which it stands.',
  args: builder.args(t => ({
    before: t.int({ defaultValue: 1, description: `How many whole units before it: up to ${unitCap}.` }),
    after: t.int({ defaultValue: 1, description: `How many whole units after it: up to ${unitCap}.` }),
    unit: t.field({ type: TextUnitEnum, defaultValue: 'SENTENCE', description: 'What is counted.' }),
  })),
  resolve: async (
    { documentId, start, end }: RowOf<typeof passage>,
    args: ContextArgs,
    { read }: GraphContext,
  ): Promise<PassageContext> => {
    const around = {
      before: count('before', args.before),
      after: count('after', args.after),
      unit: args.unit ?? 'SENTENCE',
    } as const
    const text = await read.textOf(documentId)
    const whole = text.around({ start, end }, around)
    return {
      before: text.points.slice(whole.start, start),
      exact: text.points.slice(start, end),
      after: text.points.slice(end, whole.end),
      ...whole,
    }
  },
}

function count(argument: string, value: number | null | undefined): number {
  const units = value ?? 1
  if (units >= 0 && units <= unitCap) return units
  throw new Failure('BAD_ARGUMENT', `${argument}: ${units} is not from 0 to ${unitCap}, the cap of units on a side.`, {
    argument,
    ...(units > unitCap && { excess: { limit: unitCap, value: units } }),
  })
}
