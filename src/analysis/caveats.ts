import { readSoundness, type Soundness } from '../store/counting/soundness.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'

/** Below so many statements, shares and ranks say little. */
const few = 20

/** Statements that are not reported inside of others; all of them, if those are taken in. */
export function withoutNested(filter: FilterInput | null, nested: boolean): FilterInput {
  return nested ? (filter ?? {}) : { and: [filter ?? {}, { hasReportedIn: false }] }
}

/** What a reader should know of counts over the statements that meet a filter, those inside of others left out or not. */
export async function caveats(read: Reader, filter: FilterInput | null, nested: boolean): Promise<string[]> {
  const [all, counted] = await Promise.all([
    read.ask(database => readSoundness(database, filter ?? {})),
    read.ask(database => readSoundness(database, withoutNested(filter, nested))),
  ])
  return [...nestedNote(all.nested, nested), ...notesOf(counted)]
}

function nestedNote(nested: number, taken: boolean): string[] {
  if (nested === 0) return []
  const are = nested === 1 ? '1 statement is' : `${nested} statements are`
  return taken
    ? [`${are} reported inside of others: who is said to speak there need never have said it.`]
    : [`Left out, because they are reported inside of other statements: ${nested}. To take them in: nested.`]
}

function notesOf({ statements, inferred, automatic, coders, pieces }: Soundness): string[] {
  return [
    ...(statements > 0 && statements < few
      ? [`Only ${sayCount(statements, 'statement')} counted: shares of so few say little.`]
      : []),
    ...(inferred > 0
      ? [`Who speaks, to whom or how was concluded, not stated, in ${inferred} of ${statements} (INFERRED).`]
      : []),
    ...(automatic > 0
      ? [`A rule read who speaks in ${automatic} of ${statements}, and nobody has looked (AUTOMATIC).`]
      : []),
    ...(coders > 1
      ? [`${coders} coders read them: what several of them read in one document counts once for each.`]
      : []),
    ...(pieces > 0
      ? [`Not independent: ${sayCount(pieces, 'further piece')} of a quotation that stands under one cue.`]
      : []),
  ]
}

function sayCount(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
