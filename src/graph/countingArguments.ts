import type { CountingScope } from '../analysis/countedOnce.ts'
import type { NodeReference } from '../store/query/filter.ts'
import { coder } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { NamesRows } from './reads.ts'

/** The arguments of every analysis that say what counts once. */
export const countingArguments = builder.args(t => ({
  coders: t.field({
    type: ['Reference'],
    description: 'The coders whose readings count, by slug or id; by default, one coder per document.',
    extensions: { names: new NamesRows(coder) },
  }),
  repeats: t.boolean({
    defaultValue: false,
    description: 'Whether every copy of a repeated document counts, and every coder’s reading of a document.',
  }),
}))

interface Given {
  readonly coders?: readonly NodeReference[] | null | undefined
  readonly repeats?: boolean | null | undefined
  readonly nested?: boolean | null | undefined
}

export function countingOf({ coders, repeats, nested }: Given): CountingScope {
  return { nested: nested ?? false, repeats: repeats ?? false, coders: (coders ?? []).map(({ slug }) => slug) }
}
