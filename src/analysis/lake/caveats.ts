import { NOTHING_COUNTED, type RepeatCounts, type Soundness } from '../../store/counting/soundness.ts'
import type { Lake } from '../../store/lake/lake.ts'
import {
  type CountedStatements,
  jointStatements,
  type LakeFilter,
  type LakeSoundness,
  repeatCounts,
  retoldPairs,
  soundness,
} from '../../store/lake/questions.ts'
import { caveatsOf, leavesNoneOut } from '../caveats.ts'

/** What a reader should know of counts over exported statements, which are all looked into. */
export async function lakeCaveats(lake: Lake, filter: LakeFilter, what: CountedStatements): Promise<string[]> {
  return caveatsOf(await lakeCounts(lake, filter, what), filter, Number.POSITIVE_INFINITY)
}

/** What caveats go by: how many statements there are, and how many of them are less sound than they look. */
export async function lakeCounts(lake: Lake, filter: LakeFilter, what: CountedStatements) {
  const everything = { ...filter, nested: true, repeats: true }
  const read = async (of: LakeFilter) => {
    const [found] = await lake.rows<LakeSoundness>(soundness(lake, of, what))
    return soundnessOf(found)
  }
  const [found] = await lake.rows<RepeatCounts>(repeatCounts(lake, everything, what))
  const repeats = found?.codings == null ? { codings: 0, texts: 0 } : found
  const [retold] = await lake.rows<{ readonly pairs: number }>(retoldPairs(lake, filter, what))
  const [joint] = await lake.rows<{ readonly joint: number }>(jointStatements(lake, filter, what))
  const all = await read(everything)
  // Both are of the same coders.
  const isAll = leavesNoneOut(all, repeats, { ...filter, coders: [] })
  return {
    all,
    counted: isAll ? all : await read(filter),
    repeats,
    retold: Number(retold?.pairs ?? 0),
    joint: Number(joint?.joint ?? 0),
  }
}

function soundnessOf(found: LakeSoundness | undefined): Soundness {
  if (!found?.statements) return NOTHING_COUNTED
  const { statements, speakers, addressees, channels, ...others } = found
  return {
    statements,
    inferredSpeakers: speakers,
    inferredAddressees: addressees,
    inferredChannels: channels,
    ...others,
  }
}
