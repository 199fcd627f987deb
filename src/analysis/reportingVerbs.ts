import { Failure } from '../model/failure.ts'
import { type CueCount, countCues, type VerbKey, verbStatements } from '../store/counting/cueCounts.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import type { Reader } from '../store/reader.ts'
import { agent, type RowOf, statement } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'
import { type CountingScope, countedByDefault, countedOnce } from './countedOnce.ts'
import { sum } from './sum.ts'
import { type WilsonRate, wilson } from './wilson.ts'

export interface VerbSettings {
  readonly filter: FilterInput | null
  /** The lemmas to show; null for the most frequent. */
  readonly verbs: readonly string[] | null
  /** How many of the most frequent. */
  readonly first: number
  /** Cues inside of what somebody is reported to say are that speaker's, and not the publisher's. */
  readonly counting: CountingScope
}

export const defaultVerbs = {
  filter: null,
  verbs: null,
  first: 20,
  counting: countedByDefault,
} as const satisfies VerbSettings

/** The most verbs that one answer shows. */
export const verbCap = 200

/** Places at which the same words introduce what is said. */
type CountedCue = Pick<CueCount, 'cue' | 'count'>

/** How often what is said is introduced by one verb. */
export interface VerbRate extends WilsonRate {
  readonly lemma: string
  readonly count: number
  /** The cues that were counted, as worded, the most frequent first. */
  readonly forms: readonly string[]
}

/** How often one publisher does that, with the statements. */
export interface PublisherVerb extends VerbRate {
  readonly list: List
  readonly parent: string
}

export interface PublisherVerbs {
  /** Null where the documents do not say who published them. */
  readonly publisher: RowOf<typeof agent> | null
  /** At how many places a cue stands. */
  readonly cueCount: number
  /** The verbs shown, in the same order for every publisher. */
  readonly verbs: readonly PublisherVerb[]
}

export interface ReportingVerbs {
  readonly cueCount: number
  readonly lemmaCount: number
  readonly publishers: readonly PublisherVerbs[]
  readonly notes: readonly string[]
}

/**
 * How publishers introduce what is said: for each, the lemmas of the cues with their rates.
 *
 * @throws Failure BAD_ARGUMENT for a number of verbs out of bounds
 */
export async function reportingVerbs(read: Reader, settings: VerbSettings): Promise<ReportingVerbs> {
  const { first, counting } = settings
  const filter = await countedOnce(read, settings.filter, counting)
  checkVerbs(first)
  const counts = await read.ask(database => countCues(database, filter))
  const byLemma = await lemmasOf(counts)
  const lemmas = settings.verbs ?? foremost(counts, byLemma, first)
  const publishers = await Promise.all(
    Array.from(
      Map.groupBy(counts, ({ publisher }) => publisher),
      async ([id, own]) => verbsOf(await read.byId(agent, id), id, own, byLemma, lemmas, filter),
    ),
  )
  return {
    cueCount: cuesOf(counts),
    lemmaCount: new Set(byLemma.values()).size,
    publishers: publishers.sort((a, b) => b.cueCount - a.cueCount),
    notes: [
      ...verbNotes(counts.length, lemmas, publishers),
      ...(await caveats(read, { and: [settings.filter ?? {}, { hasCue: true }] }, counting)),
    ],
  }
}

/** @throws Failure BAD_ARGUMENT for a number of verbs out of bounds */
export function checkVerbs(first: number): void {
  if (Number.isInteger(first) && first >= 1 && first <= verbCap) return
  throw new Failure('BAD_ARGUMENT', `first: ${first} is not a whole number from 1 to ${verbCap}.`, {
    argument: 'first',
    ...(first > verbCap && { excess: { limit: verbCap, value: first } }),
  })
}

/** What was asked for and not found. */
export function verbNotes(
  cues: number,
  lemmas: readonly string[],
  publishers: readonly { readonly verbs: readonly VerbRate[] }[],
): string[] {
  if (cues === 0) return ['No statement has a cue and meets the filter.']
  const isSeen = (lemma: string) =>
    publishers.some(({ verbs }) => verbs.some(verb => verb.lemma === lemma && verb.count > 0))
  const missing = lemmas.filter(lemma => !isSeen(lemma))
  return missing.length === 0 ? [] : [`No statement is introduced by: ${missing.join(', ')}.`]
}

/** What a publisher's cues amount to, by lemma. */
export function ratesOf(
  counts: readonly CountedCue[],
  byLemma: ReadonlyMap<string, string>,
  lemmas: readonly string[],
): { readonly cueCount: number; readonly verbs: readonly VerbRate[] } {
  const cueCount = cuesOf(counts)
  const cues = Map.groupBy(counts, ({ cue }) => byLemma.get(cue) ?? cue)
  const verbs = lemmas.map(lemma => {
    const own = [...(cues.get(lemma) ?? [])].sort((a, b) => b.count - a.count)
    const count = cuesOf(own)
    return { lemma, count, forms: own.map(({ cue }) => cue), ...wilson(count, cueCount) }
  })
  return { cueCount, verbs }
}

function verbsOf(
  publisher: RowOf<typeof agent> | null,
  id: number | null,
  counts: readonly CueCount[],
  byLemma: ReadonlyMap<string, string>,
  lemmas: readonly string[],
  filter: FilterInput | null,
): PublisherVerbs {
  const { cueCount, verbs } = ratesOf(counts, byLemma, lemmas)
  const introduced = new Map(counts.map(count => [count.cue, count.statements]))
  const list: List = { entity: statement, relation: verbStatements, ...(filter === null ? {} : { fixed: filter }) }
  const listed = verbs.map(verb => {
    const introducing = sum(verb.forms.map(cue => introduced.get(cue) ?? 0))
    const key: VerbKey = { publisher: id, cues: verb.forms, statements: introducing }
    return { ...verb, list, parent: JSON.stringify(key) }
  })
  return { publisher, cueCount, verbs: listed }
}

/** The lemma of each cue. The conjugation tables are loaded with the first question. */
export async function lemmasOf(counts: readonly CountedCue[]): Promise<Map<string, string>> {
  const { cueLemma } = await import('./cueLemma.ts')
  return new Map(Array.from(new Set(counts.map(({ cue }) => cue)), cue => [cue, cueLemma(cue)]))
}

/** The lemmas that stand most often, over all publishers. */
export function foremost(counts: readonly CountedCue[], byLemma: ReadonlyMap<string, string>, first: number): string[] {
  const totals = new Map<string, number>()
  for (const { cue, count } of counts) {
    const lemma = byLemma.get(cue) ?? cue
    totals.set(lemma, (totals.get(lemma) ?? 0) + count)
  }
  const sorted = [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return sorted.slice(0, first).map(([lemma]) => lemma)
}

function cuesOf(counts: readonly CountedCue[]): number {
  return sum(counts.map(({ count }) => count))
}
