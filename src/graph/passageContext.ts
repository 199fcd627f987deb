import { type ContextArguments, contextOf, type PassageContext, unitCap } from '../model/passageContext.ts'
import { passageContext } from '../store/json/computations.ts'
import type { passage, RowOf } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import { TextUnitEnum } from './enums.ts'
import { Computed } from './reads.ts'

const PassageContextType = builder.objectRef<PassageContext>('PassageContext').implement({
  description:
    'A passage in its context: `before`, `exact` and `after` together are the text, character for character.',
  fields: t => ({
    before: t.exposeString('before', { description: 'The text before the passage.' }),
    exact: t.exposeString('exact', {
      description:
        'The text from its first character to its last, including anything between the pieces of a broken passage.',
    }),
    after: t.exposeString('after', { description: 'The text after the passage.' }),
    start: t.exposeInt('start', { description: 'Where `before` begins, in Unicode code points; included.' }),
    end: t.exposeInt('end', { description: 'Where `after` ends, in Unicode code points; not included.' }),
  }),
})

/** The field of a passage's surroundings. */
export const contextField = {
  type: PassageContextType,
  description:
    'The passage with the sentences, paragraphs or words around it. The unit that contains the passage is always whole ' +
    'and not counted, so 0 and 0 give the sentence that contains it.',
  args: builder.args(t => ({
    before: t.int({ defaultValue: 1, description: `How many whole units before it: up to ${unitCap}.` }),
    after: t.int({ defaultValue: 1, description: `How many whole units after it: up to ${unitCap}.` }),
    unit: t.field({ type: TextUnitEnum, defaultValue: 'SENTENCE', description: 'What is counted.' }),
  })),
  extensions: { reads: new Computed(passageContext) },
  resolve: async (
    { documentId, start, end }: RowOf<typeof passage>,
    args: ContextArguments,
    { read }: GraphContext,
  ): Promise<PassageContext> => contextOf(await read.textOf(documentId), { start, end }, args),
}
