import { Failure } from './failure.ts'
import { SegmentedText, type TextWindow } from './segment.ts'
import type { Fragment } from './selector.ts'
import type { TextUnit } from './vocabulary.ts'

/** A passage in its context: `before`, `exact` and `after` together are the text, character for character. */
export interface PassageContext {
  readonly before: string
  readonly exact: string
  readonly after: string
  readonly start: number
  readonly end: number
}

/** How many units are shown on each side, as it was asked. */
export interface ContextArguments {
  readonly before?: number | null | undefined
  readonly after?: number | null | undefined
  readonly unit?: TextUnit | null | undefined
}

/** The most units that are shown on one side. */
export const unitCap = 100

/**
 * The surroundings of a passage.
 *
 * @throws Failure BAD_ARGUMENT where more units are asked for than are shown
 */
export function contextOf(text: SegmentedText, { start, end }: Fragment, asked: ContextArguments): PassageContext {
  return contextIn(text, { start, end }, text.around({ start, end }, windowOf(asked)))
}

/** A stretch of a text around a passage, from so many code points on; and whether the text ends with it. */
export interface Stretch {
  readonly text: string
  readonly language: string
  readonly start: number
  readonly isLast: boolean
}

/**
 * The words around a passage, found in a stretch of the text alone: most texts are hundreds of times as long as what is shown.
 * Null where the stretch does not tell, because it has no further word beyond those that are shown, or may divide otherwise than the text.
 *
 * @throws Failure BAD_ARGUMENT where more units are asked for than are shown
 */
export function wordsAround(
  { text, language, start: from, isLast }: Stretch,
  { start, end }: Fragment,
  asked: ContextArguments,
): PassageContext | null {
  const segmented = new SegmentedText(text, language)
  if (!segmented.isLatin) return null
  const window = windowOf({ ...asked, unit: 'WORD' })
  const passage = { start: start - from, end: end - from }
  const whole = segmented.around(passage, window)
  const wider = segmented.around(passage, { ...window, before: window.before + 1, after: window.after + 1 })
  const isCut = (from > 0 && wider.start === whole.start) || (!isLast && wider.end === whole.end)
  if (isCut) return null
  const found = contextIn(segmented, passage, whole)
  return { ...found, start: from + found.start, end: from + found.end }
}

function contextIn({ points }: SegmentedText, { start, end }: Fragment, whole: Fragment): PassageContext {
  return {
    before: points.slice(whole.start, start),
    exact: points.slice(start, end),
    after: points.slice(end, whole.end),
    ...whole,
  }
}

function windowOf({ before, after, unit }: ContextArguments): TextWindow {
  return { before: count('before', before), after: count('after', after), unit: unit ?? 'SENTENCE' }
}

function count(argument: string, value: number | null | undefined): number {
  const units = value ?? 1
  if (units >= 0 && units <= unitCap) return units
  throw new Failure('BAD_ARGUMENT', `${argument}: ${units} is not from 0 to ${unitCap}, the cap of units on a side.`, {
    argument,
    ...(units > unitCap && { excess: { limit: unitCap, value: units } }),
  })
}
