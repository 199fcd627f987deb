import { type Uncovered, uncoveredOf } from '../analysis/uncovered.ts'
import type { UncoveredKind } from '../model/vocabulary.ts'
import type { document, RowOf } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import { UncoveredKindEnum } from './enums.ts'

const UncoveredType = builder.objectRef<Uncovered>('Uncovered').implement({
  description: 'Words of a document that no annotation covers.',
  fields: t => ({
    kind: t.expose('kind', { type: UncoveredKindEnum, description: 'What they are.' }),
    start: t.exposeInt('start', { description: 'Where they begin in the text, in Unicode code points; included.' }),
    end: t.exposeInt('end', { description: 'Where they end in the text, in Unicode code points; not included.' }),
    words: t.exposeString('words', { description: 'The words.' }),
  }),
})

/** How many stretches a document is taken to have, for the cost of asking. */
const expected = 50

/** The field of what nothing covers in a document. */
export const uncoveredField = {
  type: [UncoveredType] as [typeof UncoveredType],
  description:
    'What no annotation covers, in text order: numbers and quotations as `dixit check` finds ' +
    'them, including what a dossier sets aside, and other words, but for function words alone.',
  args: builder.args(t => ({
    kinds: t.field({ type: [UncoveredKindEnum], description: 'What to list; all by default.' }),
  })),
  complexity: { field: 1, multiplier: expected },
  resolve: async (
    { id, url }: RowOf<typeof document>,
    { kinds }: { readonly kinds?: readonly UncoveredKind[] | null | undefined },
    { read }: GraphContext,
  ): Promise<Uncovered[]> => {
    const found = await uncoveredOf(await read.textOf(id), url, await read.covering(id))
    return kinds ? found.filter(({ kind }) => kinds.includes(kind)) : found
  },
}
