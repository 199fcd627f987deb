import { readsRepeats } from '../store/counting/soundness.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'

/** What of a corpus counts more than once, if it is asked for. */
export interface CountingScope {
  /** Whether statements that others only report count too. */
  readonly nested: boolean
  /** Whether repeated documents count each, and every coder's reading of a document. */
  readonly repeats: boolean
  /** The slugs of the coders whose readings count; those of one coder a document, if there are none. */
  readonly coders: readonly string[]
}

export const countedByDefault = { nested: false, repeats: false, coders: [] } as const satisfies CountingScope

/** The statements that count: those that are not reported inside of others, and of repeats the first. */
export async function countedOnce(
  read: Reader,
  filter: FilterInput | null,
  { nested, ...scope }: CountingScope,
): Promise<FilterInput> {
  const once = await withoutRepeats(read, filter, scope)
  return nested ? (once ?? {}) : { and: [once ?? {}, { hasReportedIn: false }] }
}

/** The same, those that are reported inside of others included. */
export async function withoutRepeats(
  read: Reader,
  filter: FilterInput | null,
  { repeats, coders }: Omit<CountingScope, 'nested'>,
): Promise<FilterInput | null> {
  const ofCoders = { or: coders.map(slug => ({ coder: { slug, typename: null } })) }
  const chosen = coders.length === 0 ? filter : { and: [filter ?? {}, ofCoders] }
  // Nothing is asked of each statement where nothing repeats.
  if (repeats || !(await read.ask(readsRepeats))) return chosen
  const isFirst = coders.length === 0 ? { hasRepeat: false } : { not: { repeat: 'TEXT' } }
  return { and: [chosen ?? {}, isFirst] }
}
