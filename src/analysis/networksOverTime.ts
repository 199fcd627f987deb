import type { StanceQuestion } from '../store/counting/stanceQuestion.ts'
import type { Period } from '../store/query/statementDate.ts'
import type { Reader } from '../store/reader.ts'
import {
  type ActorRow,
  type ClaimRow,
  type During,
  type Network,
  type OneModeSettings,
  oneModeOf,
  type TwoModeSettings,
  twoModeOf,
} from './discourseNetwork.ts'
import { stanceQuestion } from './networkSettings.ts'
import { readTallies } from './tally.ts'
import { type TimeWindow, timeWindows } from './timeWindows.ts'

/** Windows of `size` periods that move on by one period at a time. */
export interface Windows {
  readonly unit: Period
  readonly size: number
}

/** A network of the statements made between two days, both included. */
export interface WindowNetwork<To> {
  readonly during: During
  readonly network: Network<To>
}

/**
 * The one-mode networks of moving windows. Repeats are left out first, over all of the time, as in Discourse Network
 * Analyzer; statements that are not dated to the unit are in no window.
 */
export async function oneModeOverTime(
  read: Reader,
  settings: OneModeSettings,
  windows: Windows,
): Promise<WindowNetwork<ActorRow>[]> {
  const question = await stanceQuestion(read, settings, settings.aggregation !== 'IGNORE', windows.unit)
  const slices = await slicesOf(read, question, settings.most, windows)
  return Promise.all(
    slices.map(async ({ during, tally }) => ({
      during,
      network: await oneModeOf(read, question, settings, tally, during),
    })),
  )
}

/** The two-mode networks of moving windows; see `oneModeOverTime`. */
export async function twoModeOverTime(
  read: Reader,
  settings: TwoModeSettings,
  windows: Windows,
): Promise<WindowNetwork<ClaimRow>[]> {
  const question = await stanceQuestion(read, settings, settings.aggregation !== 'IGNORE', windows.unit)
  const slices = await slicesOf(read, question, settings.most, windows)
  return Promise.all(
    slices.map(async ({ during, tally }) => ({
      during,
      network: await twoModeOf(read, question, settings, tally, during),
    })),
  )
}

async function slicesOf(read: Reader, question: StanceQuestion, most: number, { unit, size }: Windows) {
  let slices: readonly TimeWindow[] = []
  const tallies = await readTallies(read, question, most, periods => {
    slices = timeWindows(
      periods.filter(period => period !== null),
      unit,
      size,
    )
    return slices.map(slice => slice.periods)
  })
  return slices.flatMap(({ from, to }, index) => {
    const tally = tallies[index]
    return tally === undefined ? [] : [{ during: { from, to }, tally }]
  })
}
