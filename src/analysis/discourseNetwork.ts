import { agent, claim, type RowOf, statement } from '../store/entities.ts'
import type { List } from '../store/page.ts'
import type { Reader } from '../store/reader.ts'
import {
  countStances,
  type EdgeKey,
  edgeStatements,
  type StanceCount,
  type StanceQuestion,
} from '../store/stanceCounts.ts'
import { type Cell, oneModeEdges, totalBy, twoModeEdges } from './network.ts'
import { oneModeFormula, twoModeFormula } from './networkFormulas.ts'
import { type NetworkSettings, stanceQuestion } from './networkSettings.ts'
import type {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from './networkVocabulary.ts'

export interface OneModeSettings extends NetworkSettings {
  readonly aggregation: OneModeAggregation
  readonly normalization: OneModeNormalization
}

export interface TwoModeSettings extends NetworkSettings {
  readonly aggregation: TwoModeAggregation
  readonly normalization: TwoModeNormalization
}

/** A node of a network: an actor or a claim, with how many statements were counted for it. */
export interface NetworkNode<Row> {
  readonly row: Row
  readonly statements: number
}

export type ActorRow = RowOf<typeof agent>
export type ClaimRow = RowOf<typeof claim>

/** A tie: from an actor to another or to a claim, its weight, and the list of the statements behind it. */
export interface NetworkEdge<To> {
  readonly from: ActorRow
  readonly to: To
  readonly weight: number
  /** The list of the statements behind it, and what names it there. */
  evidence(): [List, string]
}

/** A network with what it was computed from. Nodes go by name; edges from the heaviest to the lightest. */
export interface Network<To> {
  readonly actors: readonly NetworkNode<ActorRow>[]
  readonly claims: readonly NetworkNode<ClaimRow>[]
  readonly edges: readonly NetworkEdge<To>[]
  /** How many actors there are in all, with those beyond `most`. */
  readonly actorCount: number
  /** The statements counted, and the stances left out because they are neither support nor opposition. */
  readonly statements: number
  readonly leftOut: number
  readonly formula: string
  readonly notes: readonly string[]
}

/** The days from and to which a network is held. */
export type During = NonNullable<EdgeKey['during']>

/** The network of actors by the claims on which they agree or differ. */
export async function oneModeNetwork(read: Reader, settings: OneModeSettings): Promise<Network<ActorRow>> {
  const question = await stanceQuestion(read, settings, settings.aggregation !== 'IGNORE', null)
  return oneModeOf(read, question, settings, await read.ask(database => countStances(database, question)), null)
}

/** The network of actors and the claims to which they take a stance. */
export async function twoModeNetwork(read: Reader, settings: TwoModeSettings): Promise<Network<ClaimRow>> {
  const question = await stanceQuestion(read, settings, settings.aggregation !== 'IGNORE', null)
  return twoModeOf(read, question, settings, await read.ask(database => countStances(database, question)), null)
}

/** The one-mode network of counts that are there already. */
export async function oneModeOf(
  read: Reader,
  question: StanceQuestion,
  settings: OneModeSettings,
  counts: readonly StanceCount[],
  during: During | null,
): Promise<Network<ActorRow>> {
  const network = await nodesOf(read, settings, counts)
  const ids = network.actors.map(({ row }) => row.id)
  const edges = oneModeEdges(network.cells, ids, settings.aggregation, settings.normalization)
  const byId = new Map(network.actors.map(({ row }) => [row.id, row]))
  const tied = edges.map(({ one, other, weight, cells }) => ({
    from: byId.get(one),
    to: byId.get(other),
    weight,
    cells,
  }))
  return { ...network, edges: evident(tied, question, during), formula: oneModeFormula(settings) }
}

/** The two-mode network of counts that are there already. */
export async function twoModeOf(
  read: Reader,
  question: StanceQuestion,
  settings: TwoModeSettings,
  counts: readonly StanceCount[],
  during: During | null,
): Promise<Network<ClaimRow>> {
  const network = await nodesOf(read, settings, counts)
  // Prominence is a share of all statements on a claim, those of actors beyond `most` too.
  const edges = twoModeEdges(network.cells, settings.aggregation, settings.normalization)
  const actors = new Map(network.actors.map(({ row }) => [row.id, row]))
  const claims = new Map(network.claims.map(({ row }) => [row.id, row]))
  const tied = edges.map(({ actor, claim, weight, cells }) => ({
    from: actors.get(actor),
    to: claims.get(claim),
    weight,
    cells,
  }))
  return { ...network, edges: evident(tied, question, during), formula: twoModeFormula(settings) }
}

/** Everything of a network but its edges. */
async function nodesOf(read: Reader, settings: NetworkSettings, counts: readonly StanceCount[]) {
  const cells = counts.flatMap(({ actor, claim, level, count }) =>
    level === null ? [] : [{ actor, claim, level, count }],
  )
  const leftOut = counts.reduce((sum, { level, count }) => (level === null ? sum + count : sum), 0)
  const perActor = totalBy(cells, 'actor')
  const perClaim = totalBy(cells, 'claim')
  const foremost = [...perActor].sort(([a, m], [b, n]) => n - m || a - b).slice(0, settings.most)
  const [actors, claims] = await Promise.all([nodes(read, agent, foremost), nodes(read, claim, [...perClaim])])
  return {
    cells,
    actors: actors.sort((a, b) => byText(a.row.name, b.row.name) || a.row.id - b.row.id),
    claims: claims.sort((a, b) => byText(a.row.text, b.row.text) || a.row.id - b.row.id),
    actorCount: perActor.size,
    statements: cells.reduce((sum, { count }) => sum + count, 0),
    leftOut,
    notes: notesOf(settings, { actorCount: perActor.size, statements: cells.length, leftOut }),
  }
}

function notesOf(
  { filter, most }: NetworkSettings,
  { actorCount, statements, leftOut }: { actorCount: number; statements: number; leftOut: number },
): string[] {
  return [
    ...(statements === 0
      ? [`No statement of such an actor takes a stance that counts${filter === null ? '' : ' and meets the filter'}.`]
      : []),
    ...(leftOut > 0 ? [`Left out, because they qualify or question a claim: ${leftOut}.`] : []),
    ...(actorCount > most ? [`Of ${actorCount} actors, the ${most} with the most statements are shown.`] : []),
  ]
}

interface Tied<To> {
  readonly from: ActorRow | undefined
  readonly to: To | undefined
  readonly weight: number
  cells(): Cell[]
}

/** Each tie between two nodes that are shown, with its statements; the heaviest first. */
function evident<To extends ActorRow | ClaimRow>(
  tied: readonly Tied<To>[],
  question: StanceQuestion,
  during: During | null,
): NetworkEdge<To>[] {
  const list: List = {
    entity: statement,
    relation: edgeStatements(question),
    ...(question.filter === null ? {} : { fixed: question.filter }),
  }
  return tied
    .flatMap(({ from, to, weight, cells }) => {
      if (from === undefined || to === undefined) return []
      const evidence = (): [List, string] => {
        const key: EdgeKey = { cells: cells().map(({ actor, claim, level }) => [actor, claim, level]), during }
        return [list, JSON.stringify(key)]
      }
      return [{ from, to, weight, evidence }]
    })
    .sort(
      (a, b) =>
        Math.abs(b.weight) - Math.abs(a.weight) || byText(a.from.slug, b.from.slug) || byText(a.to.slug, b.to.slug),
    )
}

async function nodes<E extends typeof agent | typeof claim>(
  read: Reader,
  entity: E,
  totals: readonly (readonly [id: number, statements: number])[],
): Promise<NetworkNode<RowOf<E>>[]> {
  const rows = await Promise.all(
    totals.map(async ([id, statements]) => ({ row: await read.byId(entity, id), statements })),
  )
  return rows.flatMap(({ row, statements }) => (row === null ? [] : [{ row, statements }]))
}

/** Code-point order, as everywhere. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
