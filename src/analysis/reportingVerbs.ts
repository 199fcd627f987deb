import { Failure } from '../model/failure.ts'
import { type CueCount, countCues, type VerbKey, verbStatements } from '../store/counting/cueCounts.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import type { Reader } from '../store/reader.ts'
import { agent, type RowOf, statement } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'
import { type CountingScope, countedByDefault, countedOnce } from './countedOnce.ts'
import { type Rate, wilson } from './wilson.ts'

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

/** How often one publisher introduces what is said by one verb. */
export interface PublisherVerb extends Rate {
  readonly lemma: string
  readonly count: number
  /** The cues that were counted, as worded, the most frequent first. */
  readonly forms: readonly string[]
  readonly list: List
  readonly parent: string
}

export interface PublisherVerbs {
  /** Null where the documents do not say who published them. */
  readonly publisher: RowOf<typeof agent> | null
  /** At how many places a cue stands. */
  readonly statements: number
  /** The verbs shown, in the same order for every publisher. */
  readonly verbs: readonly PublisherVerb[]
}

export interface ReportingVerbs {
  readonly statements: number
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
  if (!Number.isInteger(first) || first < 1 || first > verbCap) {
    throw new Failure('BAD_ARGUMENT', `first: ${first} is not a whole number from 1 to ${verbCap}.`, {
      argument: 'first',
      ...(first > verbCap && { excess: { limit: verbCap, value: first } }),
    })
  }
  const counts = await read.ask(database => countCues(database, filter))
  const byLemma = await lemmasOf(counts)
  const lemmas = settings.verbs ?? foremost(counts, byLemma, first)
  const publishers = await Promise.all(
    Array.from(
      Map.groupBy(counts, ({ publisher }) => publisher),
      async ([id, own]) => verbsOf(await read.byId(agent, id), id, own, byLemma, lemmas, filter),
    ),
  )
  const unseen = lemmas.filter(
    lemma => !publishers.some(({ verbs }) => verbs.some(verb => verb.lemma === lemma && verb.count > 0)),
  )
  return {
    statements: sum(counts),
    lemmaCount: new Set(byLemma.values()).size,
    publishers: publishers.sort((a, b) => b.statements - a.statements),
    notes: [
      ...(counts.length === 0 ? ['No statement has a cue and meets the filter.'] : []),
      ...(counts.length > 0 && unseen.length > 0 ? [`No statement is introduced by: ${unseen.join(', ')}.`] : []),
      ...(await caveats(read, { and: [settings.filter ?? {}, { hasCue: true }] }, counting)),
    ],
  }
}

function verbsOf(
  publisher: RowOf<typeof agent> | null,
  id: number | null,
  counts: readonly CueCount[],
  byLemma: ReadonlyMap<string, string>,
  lemmas: readonly string[],
  filter: FilterInput | null,
): PublisherVerbs {
  const statements = sum(counts)
  const cues = Map.groupBy(counts, ({ cue }) => byLemma.get(cue) ?? cue)
  const list: List = { entity: statement, relation: verbStatements, ...(filter === null ? {} : { fixed: filter }) }
  const verbs = lemmas.map(lemma => {
    const own = [...(cues.get(lemma) ?? [])].sort((a, b) => b.count - a.count)
    const forms = own.map(({ cue }) => cue)
    const count = sum(own)
    const key: VerbKey = { publisher: id, cues: forms }
    return { lemma, count, forms, ...wilson(count, statements), list, parent: JSON.stringify(key) }
  })
  return { publisher, statements, verbs }
}

/** The lemma of each cue. The conjugation tables are loaded with the first question: they take a second. */
async function lemmasOf(counts: readonly CueCount[]): Promise<Map<string, string>> {
  const { cueLemma } = await import('./cueLemma.ts')
  return new Map(Array.from(new Set(counts.map(({ cue }) => cue)), cue => [cue, cueLemma(cue)]))
}

/** The lemmas that stand most often, over all publishers. */
function foremost(counts: readonly CueCount[], byLemma: ReadonlyMap<string, string>, first: number): string[] {
  const totals = new Map<string, number>()
  for (const { cue, count } of counts) {
    const lemma = byLemma.get(cue) ?? cue
    totals.set(lemma, (totals.get(lemma) ?? 0) + count)
  }
  const sorted = [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return sorted.slice(0, first).map(([lemma]) => lemma)
}

function sum(counts: readonly CueCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}
