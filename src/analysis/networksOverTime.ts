import type { Reader } from '../store/reader.ts'
import { countStances, type StanceCount } from '../store/stanceCounts.ts'
import type { Period } from '../store/statementDate.ts'
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
import { tallyOf } from './tally.ts'
import { timeWindows } from './timeWindows.ts'

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
  const slices = await slicesOf(read, question, windows)
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
  const slices = await slicesOf(read, question, windows)
  return Promise.all(
    slices.map(async ({ during, tally }) => ({
      during,
      network: await twoModeOf(read, question, settings, tally, during),
    })),
  )
}

async function slicesOf(read: Reader, question: Parameters<typeof countStances>[1], { unit, size }: Windows) {
  const counts = await read.ask(database => countStances(database, question))
  const byPeriod = Map.groupBy(counts, ({ period }) => period ?? '')
  return timeWindows([...byPeriod.keys()], unit, size).map(({ from, to, periods }) => ({
    during: { from, to },
    tally: tallyOf(question, merged(periods.flatMap(period => byPeriod.get(period) ?? []))),
  }))
}

/** One count for each actor and claim. */
function merged(counts: readonly StanceCount[]): StanceCount[] {
  const byActor = new Map<number, Map<number, StanceCount>>()
  for (const more of counts) {
    const { actor, claim } = more
    const byClaim = byActor.get(actor) ?? new Map<number, StanceCount>()
    const known = byClaim.get(claim)
    byActor.set(actor, byClaim.set(claim, known === undefined ? more : sumOf(known, more)))
  }
  return [...byActor.values()].flatMap(byClaim => [...byClaim.values()])
}

function sumOf(one: StanceCount, other: StanceCount): StanceCount {
  const counts = one.counts.map((count, level) => count + (other.counts[level] ?? 0))
  return { ...one, counts, leftOut: one.leftOut + other.leftOut }
}
