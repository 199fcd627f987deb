import {
  countJoint,
  countRepeats,
  countRetold,
  lookedAt,
  type RepeatCounts,
  readSoundness,
  type Soundness,
} from '../store/counting/soundness.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { type CountingScope, countedOnce } from './countedOnce.ts'

/** Below so many statements, shares and ranks say little. */
const few = 20

/** What a reader should know of counts over the statements that meet a filter, within a scope. */
export async function caveats(read: Reader, filter: FilterInput | null, scope: CountingScope): Promise<string[]> {
  const counting = await countedOnce(read, filter, scope)
  const [all, repeats, retold, joint] = await Promise.all([
    read.ask(database => readSoundness(database, filter ?? {})),
    read.ask(database => countRepeats(database, filter ?? {})),
    read.ask(database => countRetold(database, counting)),
    read.ask(database => countJoint(database, counting)),
  ])
  const counted = leavesNoneOut(all, repeats, scope)
    ? all
    : await read.ask(database => readSoundness(database, counting))
  return caveatsOf({ all, counted, repeats, retold, joint }, scope, lookedAt)
}

/** Whether all statements that were looked into count, within a scope. */
export function leavesNoneOut({ nested }: Soundness, { codings, texts }: RepeatCounts, scope: CountingScope): boolean {
  return scope.coders.length === 0 && (scope.nested || nested === 0) && (scope.repeats || codings + texts === 0)
}

/** The same in words. Of more statements than `most`, only so many were looked into. */
export function caveatsOf(
  found: {
    readonly all: Soundness
    readonly counted: Soundness
    readonly repeats: RepeatCounts
    /** In how many pairs of those that count one retells the other. */
    readonly retold: number
    /** How many of those that count several speakers made together. */
    readonly joint: number
  },
  scope: CountingScope,
  most: number,
): string[] {
  const hasAll = scope.repeats || scope.coders.length > 1
  return [
    ...nestedNote(found.all.nested, scope.nested),
    ...repeatNotes(found.repeats, scope),
    ...notesOf(found.counted, hasAll, most),
    ...retoldNote(found.retold),
    ...jointNote(found.joint),
  ]
}

function retoldNote(pairs: number): string[] {
  if (pairs === 0) return []
  const are = pairs === 1 ? 'in 1 pair' : `in ${pairs} pairs`
  return [`Not independent: ${are} of statements, one paraphrases or repeats the other, and both count.`]
}

function jointNote(joint: number): string[] {
  if (joint === 0) return []
  return [
    joint === 1
      ? '1 statement is joint: it counts for the first of its speakers alone.'
      : `${joint} statements are joint: each counts for the first of its speakers alone.`,
  ]
}

function repeatNotes({ codings, texts }: RepeatCounts, { repeats, coders }: CountingScope): string[] {
  if (repeats) return []
  return [
    ...(codings > 0 && coders.length === 0
      ? [
          `Left out, because several coders read the same documents and one reading counts (rule ONE_CODING_COUNTS): ${sayCount(codings, 'statement')}. To include them: repeats; to choose: coders.`,
        ]
      : []),
    ...(texts > 0
      ? [
          `Left out, because their documents have nearly the same text as earlier ones (rule SAME_TEXT_IN_DATASET): ${sayCount(texts, 'statement')}. To include them: repeats.`,
        ]
      : []),
  ]
}

function nestedNote(nested: number, taken: boolean): string[] {
  if (nested === 0) return []
  const are = nested === 1 ? '1 statement is' : `${nested} statements are`
  return taken
    ? [`${are} reported inside of others: the people quoted there may never have said it.`]
    : [`Left out, because other statements report them: ${nested}. To include them: nested.`]
}

function notesOf(counted: Soundness, hasAll: boolean, most: number): string[] {
  const { statements, automatic, coders, pieces } = counted
  const of = statements < most ? `${statements}` : `the first ${most}`
  return [
    ...(statements > 0 && statements < few
      ? [`Only ${sayCount(statements, 'statement')} counted: percentages of so few mean little.`]
      : []),
    ...inferredNote(counted, of),
    ...(automatic > 0 ? [`A rule read who speaks in ${automatic} of ${of}, unreviewed (AUTOMATIC).`] : []),
    ...(coders > 1 && hasAll
      ? [`${coders} coders read them: what several of them read in one document counts once for each.`]
      : []),
    ...(pieces > 0
      ? [`Not independent: ${sayCount(pieces, 'further piece')} of a quotation that stands under one cue.`]
      : []),
  ]
}

function inferredNote({ inferredSpeakers, inferredAddressees, inferredChannels }: Soundness, of: string): string[] {
  const named = [
    ['who speaks', inferredSpeakers],
    ['to whom', inferredAddressees],
    ['by which channel', inferredChannels],
  ] as const
  const said = named.flatMap(([what, count]) => (count === 0 ? [] : [`${what} in ${count} of ${of}`]))
  return said.length === 0 ? [] : [`Concluded, not stated (INFERRED): ${said.join(', ')}.`]
}

function sayCount(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
