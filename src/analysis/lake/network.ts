import type { Lake } from '../../store/lake/lake.ts'
import { isNarrowed, named } from '../../store/lake/questions.ts'
import {
  type AgentRow,
  agentRows,
  claimTotals,
  foremostActors,
  groundedStanceCells,
  kindsLeftOutSql,
  type LakeStances,
  soleSpeakersSql,
  stanceCells,
} from '../../store/lake/stanceUnits.ts'
import { type ActorCells, allCells, cellsByActor, oneModeEdges, type StanceCell, twoModeEdges } from '../network.ts'
import {
  fewActorsNote,
  type KindLeftOut,
  leftOutNote,
  noEdgeNote,
  notesOfNetwork,
  reportedTiesNote,
  type TiesOf,
} from '../networkCaveats.ts'
import { oneModeFormula, twoModeFormula } from '../networkFormulas.ts'
import type {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from '../networkVocabulary.ts'
import { type GroundedCell, type Grounds, groundedCells, groundsOfCells, TieGrounds } from '../tieGrounds.ts'
import { lakeCaveats } from './caveats.ts'

export interface LakeNetworkSettings extends LakeStances {
  /** How many actors at most, those with the most stances. */
  readonly most: number
}

interface ActorTotal {
  readonly actor: string
  readonly counted: number
  /** Of all actors: how many have a stance that counts, how many stances count, and how many have no level. */
  readonly actors: number
  readonly stances: number
  readonly leftout: number
}

interface LakeNode<Row> {
  readonly row: Row
  readonly stances: number
}

type Actor = { readonly slug: string; readonly name: string }
type Claim = { readonly slug: string; readonly text: string }

/** The network of actors by the claims on which they agree or differ, from exported tables. */
export async function oneModeFromLake(
  lake: Lake,
  settings: LakeNetworkSettings,
  how: { readonly aggregation: OneModeAggregation; readonly normalization: OneModeNormalization },
) {
  const edgesOf = (cells: readonly StanceCell[], actors: readonly number[]) =>
    oneModeEdges(cells, actors, how.aggregation, how.normalization)
  const { cells, numbers, ...network } = await actorsOf(lake, settings, (cells, actors) =>
    edgesOf(cells, actors).map(({ one, other }) => [one, other]),
  )
  const edges = edgesOf(cells, [...numbers.keys()])
  const ties = new TieGrounds(cells, how.aggregation)
  return {
    ...network,
    actors: withGrounds(network.actors, cellsByActor(cells)),
    notes: async () => [
      ...(edges.length === 0 ? noEdgeNote(cells, settings, how.aggregation) : []),
      ...(await network.notes()),
    ],
    claims: [],
    edges: heaviestFirst(
      edges.map(({ one, other, weight }) => ({
        from: slugOf(numbers, one),
        to: slugOf(numbers, other),
        weight,
        grounds: ties.of(one, other),
      })),
    ),
    formula: oneModeFormula(how),
  }
}

/** The network of actors and the claims to which they take a stance, from exported tables. */
export async function twoModeFromLake(
  lake: Lake,
  settings: LakeNetworkSettings,
  how: { readonly aggregation: TwoModeAggregation; readonly normalization: TwoModeNormalization },
) {
  const { cells, numbers, claimNumbers, ...network } = await actorsOf(lake, settings, cells =>
    cells.map(({ actor, claim }) => [actor, claim]),
  )
  const ofActor = cellsByActor(cells)
  const totals = (
    await lake.rows<{ readonly claim: string; readonly counted: number }>(claimTotals(lake, settings))
  ).filter(({ counted }) => counted > 0)
  const perClaim = new Map(totals.map(({ claim, counted }) => [claimNumbers.of(claim), counted]))
  const labels = await labelsOf(lake, 'claims', 'text', null)
  const edges = twoModeEdges(cells, how.aggregation, how.normalization, perClaim)
  const claims: LakeNode<Claim>[] = totals.map(({ claim, counted }) => ({
    row: { slug: claim, text: labels.get(claim) ?? claim },
    stances: counted,
  }))
  return {
    ...network,
    actors: withGrounds(network.actors, ofActor),
    claims: claims.sort((a, b) => byText(a.row.text, b.row.text) || byText(a.row.slug, b.row.slug)),
    edges: heaviestFirst(
      edges.map(({ actor, claim, weight }) => ({
        from: slugOf(numbers, actor),
        to: { slug: claimNumbers.slug(claim) },
        weight,
        grounds: groundsOfCells(ofActor(actor).get(claim) ?? []),
      })),
    ),
    formula: twoModeFormula(how),
  }
}

async function actorsOf(lake: Lake, settings: LakeNetworkSettings, tiesOf: TiesOf) {
  const totals = await lake.rows<ActorTotal>(foremostActors(lake, settings, settings.most))
  const foremost = totals.filter(({ counted }) => counted > 0)
  const slugs = foremost.map(({ actor }) => actor)
  const labels = slugs.length === 0 ? new Map<string, string>() : await labelsOf(lake, 'agents', 'name', slugs)
  const claimNumbers = new Numbers()
  const actors: LakeNode<Actor>[] = foremost.map(({ actor, counted }) => ({
    row: { slug: actor, name: labels.get(actor) ?? actor },
    stances: counted,
  }))
  // In the order in which they are shown: a tie goes from the first of the two to the other.
  actors.sort((a, b) => byText(a.row.name, b.row.name) || byText(a.row.slug, b.row.slug))
  const numbers = new Map(actors.map(({ row }, index) => [index, row.slug]))
  const indexes = new Map(actors.map(({ row }, index) => [row.slug, index]))
  type Row = { readonly actor: string; readonly claim: string; readonly level: number; readonly total: number }
  const cellOf = ({ actor, claim, level, total }: Row): StanceCell => ({
    actor: indexes.get(actor) ?? -1,
    claim: claimNumbers.of(claim),
    level: Number(level),
    count: Number(total),
  })
  const rowsOf = <R>(query: string): Promise<readonly R[]> =>
    slugs.length === 0 ? Promise.resolve([]) : lake.rows<R>(query)
  const cellsBy = async (ground: LakeStances['ground']) =>
    (await rowsOf<Row>(stanceCells(lake, { ...settings, ground }, slugs))).map(cellOf)
  /** The cells of all stances with what they rest on, and those of the stances that are spoken. */
  const asked = async (): Promise<{
    readonly cells: readonly GroundedCell[]
    readonly spoken: readonly StanceCell[]
  }> => {
    // Which of several that repeat each other counts depends on which are asked for: each is a question of its own.
    if (settings.duplicates !== 'INCLUDE') {
      const [all, spoken] = [await cellsBy(undefined), await cellsBy('SPOKEN')]
      return { cells: groundedCells(all, spoken, await cellsBy('STATED')), spoken }
    }
    const agents = await rowsOf<AgentRow>(agentRows(lake, slugs))
    const query = groundedStanceCells(lake, settings, slugs, agents)
    const rows = await rowsOf<Row & { spoken: number; stated: number }>(query)
    const cells = rows.map((row): GroundedCell => {
      const { actor, claim, level, count } = cellOf(row)
      const [paraphrased, concluded] = [count - Number(row.spoken), count - Number(row.stated)]
      return { actor, claim, level, count, paraphrased, concluded }
    })
    const spoken = cells.map(({ actor, claim, level, count, paraphrased }) => ({
      actor,
      claim,
      level,
      count: count - paraphrased,
    }))
    return { cells, spoken: spoken.filter(({ count }) => count > 0) }
  }
  const { cells, spoken } = await asked()
  const [first] = totals
  const counts = { actorCount: first?.actors ?? 0, stances: first?.stances ?? 0, leftOut: first?.leftout ?? 0 }
  const isFiltered = isNarrowed(settings.filter)
  return {
    cells,
    numbers,
    claimNumbers,
    ...counts,
    actors,
    notes: async () => [
      ...notesOfNetwork({ isFiltered, most: settings.most }, counts),
      ...leftOutNote(counts.leftOut, await kindsOf(lake, settings, counts.leftOut)),
      ...reportedTiesNote(cells, spoken, each => tiesOf(each, [...numbers.keys()])),
      ...fewActorsNote(actors.length),
      ...(await ofOnePerson(lake, settings, labels)),
      ...(await lakeCaveats(lake, settings.filter, 'stance')),
    ],
  }
}

/** The actors, whose places are their numbers, with what each rests on. */
function withGrounds(actors: readonly LakeNode<Actor>[], ofActor: (actor: number) => ActorCells<GroundedCell>) {
  return actors.map((node, actor) => ({ ...node, grounds: groundsOfCells(allCells(ofActor(actor))) }))
}

/** What the stances that are left out are. */
async function kindsOf(lake: Lake, settings: LakeNetworkSettings, leftOut: number): Promise<KindLeftOut[]> {
  if (leftOut === 0) return []
  type Row = Omit<KindLeftOut, 'count'> & { readonly total: number }
  const rows = await lake.rows<Row>(kindsLeftOutSql(lake, settings))
  return rows.map(({ total, ...kind }) => ({ ...kind, count: Number(total) }))
}

/** Organizations for which one person alone speaks. */
async function ofOnePerson(
  lake: Lake,
  settings: LakeNetworkSettings,
  labels: ReadonlyMap<string, string>,
): Promise<string[]> {
  if (settings.actors === 'PERSON') return []
  const found = await lake.rows<{ actor: string; speaker: string }>(soleSpeakersSql(lake, settings))
  const shown = found.filter(({ actor, speaker }) => actor !== speaker && labels.has(actor))
  if (shown.length === 0) return []
  const names = await labelsOf(
    lake,
    'agents',
    'name',
    shown.map(({ speaker }) => speaker),
  )
  return shown.map(({ actor, speaker }) => `${labels.get(actor)} is ${names.get(speaker)} alone.`)
}

async function labelsOf(lake: Lake, table: string, column: string, slugs: readonly string[] | null) {
  const rows = await lake.rows<{ slug: string; label: string }>(named(lake, table, column, slugs))
  return new Map(rows.map(({ slug, label }) => [slug, label]))
}

/** Slugs by numbers, which are given in the order in which slugs are met. */
class Numbers {
  readonly #slugs: string[] = []
  readonly #numbers = new Map<string, number>()

  of(slug: string): number {
    const known = this.#numbers.get(slug)
    if (known !== undefined) return known
    this.#numbers.set(slug, this.#slugs.push(slug) - 1)
    return this.#slugs.length - 1
  }

  slug(number: number): string {
    return this.#slugs[number] ?? ''
  }
}

function slugOf(numbers: ReadonlyMap<number, string>, number: number) {
  return { slug: numbers.get(number) ?? '' }
}

interface Edge {
  readonly from: { readonly slug: string }
  readonly to: { readonly slug: string }
  readonly weight: number
  readonly grounds: Grounds
}

function heaviestFirst(edges: readonly Edge[]): Edge[] {
  return edges.toSorted(
    (a, b) =>
      Math.abs(b.weight) - Math.abs(a.weight) || byText(a.from.slug, b.from.slug) || byText(a.to.slug, b.to.slug),
  )
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
