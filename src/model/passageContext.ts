import { Failure } from './failure.ts'
import type { SegmentedText } from './segment.ts'
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
  const whole = text.around(
    { start, end },
    {
      before: count('before', asked.before),
      after: count('after', asked.after),
      unit: asked.unit ?? 'SENTENCE',
    },
  )
  return {
    before: text.points.slice(whole.start, start),
    exact: text.points.slice(start, end),
    after: text.points.slice(end, whole.end),
    ...whole,
  }
}

function count(argument: string, value: number | null | undefined): number {
  const units = value ?? 1
  if (units >= 0 && units <= unitCap) return units
  throw new Failure('BAD_ARGUMENT', `${argument}: ${units} is not from 0 to ${unitCap}, the cap of units on a side.`, {
    argument,
    ...(units > unitCap && { excess: { limit: unitCap, value: units } }),
  })
}
