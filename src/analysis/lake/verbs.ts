import type { Lake } from '../../store/lake/lake.ts'
import { cueCounts, type LakeFilter, named } from '../../store/lake/questions.ts'
import { caveatsOf } from '../caveats.ts'
import { checkVerbs, foremost, lemmasOf, ratesOf, verbNotes } from '../reportingVerbs.ts'
import { lakeCounts } from './caveats.ts'

export interface LakeVerbSettings {
  readonly filter: LakeFilter
  readonly verbs: readonly string[] | null
  readonly first: number
}

/** How publishers introduce what is said, from exported tables. */
export async function verbsFromLake(lake: Lake, { filter, verbs, first }: LakeVerbSettings) {
  checkVerbs(first)
  type Row = {
    readonly publisher: string | null
    readonly place: number | null
    readonly cue: string
    readonly total: number
  }
  const soundness = await lakeCounts(lake, filter, 'cue')
  const rows = await lake.rows<Row>(cueCounts(lake, filter, soundness.counted.pieces > 0))
  const counts = rows
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0) || compare(a.cue, b.cue))
    .map(({ publisher, cue, total }) => ({ publisher: publisher ?? null, cue, count: Number(total) }))
  const byLemma = await lemmasOf(counts)
  const lemmas = verbs ?? foremost(counts, byLemma, first)
  const known = [...new Set(counts.flatMap(({ publisher }) => publisher ?? []))]
  const names =
    known.length === 0 ? [] : await lake.rows<{ slug: string; label: string }>(named(lake, 'agents', 'name', known))
  const nameOf = new Map(names.map(({ slug, label }) => [slug, label]))
  const publishers = Array.from(
    Map.groupBy(counts, ({ publisher }) => publisher),
    ([slug, own]) => ({
      publisher: slug === null ? null : { slug, name: nameOf.get(slug) ?? slug },
      ...ratesOf(own, byLemma, lemmas),
    }),
  ).sort((a, b) => b.cueCount - a.cueCount)
  return {
    cueCount: counts.reduce((sum, { count }) => sum + count, 0),
    lemmaCount: new Set(byLemma.values()).size,
    publishers,
    notes: [...verbNotes(counts.length, lemmas, publishers), ...caveatsOf(soundness, filter, Number.POSITIVE_INFINITY)],
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
