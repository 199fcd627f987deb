import { once } from '../model/once.ts'
import { kindsLeftOut } from '../store/counting/networkSoundness.ts'
import { type EdgeKey, edgeStatements } from '../store/counting/stanceCounts.ts'
import type { StanceQuestion } from '../store/counting/stanceQuestion.ts'
import type { List } from '../store/query/page.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, type RowOf, statement } from '../store/schema/entities.ts'
import { allCells, cellsByActor, oneModeEdges, type StanceCell, tiedCells, twoModeEdges } from './network.ts'
import {
  leftOutNote,
  networkCaveats,
  noEdgeNote,
  notesOfNetwork,
  reportedTiesNote,
  type TiesOf,
} from './networkCaveats.ts'
import { oneModeFormula, twoModeFormula } from './networkFormulas.ts'
import { type NetworkSettings, stanceQuestion } from './networkSettings.ts'
import type {
  OneModeAggregation,
  OneModeNormalization,
  TwoModeAggregation,
  TwoModeNormalization,
} from './networkVocabulary.ts'
import { readTally, type StanceTally } from './tally.ts'
import { type Grounds, groundedCells, groundsOfCells, TieGrounds } from './tieGrounds.ts'

export interface OneModeSettings extends NetworkSettings {
  readonly aggregation: OneModeAggregation
  readonly normalization: OneModeNormalization
}

export interface TwoModeSettings extends NetworkSettings {
  readonly aggregation: TwoModeAggregation
  readonly normalization: TwoModeNormalization
}

/** A node of a network: an actor or a claim, with how many stances were counted for it. */
export interface NetworkNode<Row> {
  readonly row: Row
  readonly stances: number
}

export type ActorRow = RowOf<typeof agent>
export type ClaimRow = RowOf<typeof claim>

/** A tie: from an actor to another or to a claim, and its weight. */
export interface NetworkEdge<To> {
  readonly from: ActorRow
  readonly to: To
  readonly weight: number
}

/** A network with what it was computed from. Nodes go by name; edges from the heaviest to the lightest. */
export interface Network<To> {
  readonly actors: readonly NetworkNode<ActorRow>[]
  /** None in a network of actors alone. */
  readonly claims: readonly NetworkNode<ClaimRow>[]
  readonly edges: readonly NetworkEdge<To>[]
  /** The list of the statements behind one of its edges, and what names it there: a network has many, of which few are looked into. */
  evidenceOf(edge: NetworkEdge<To>): [List, string]
  /** What an actor or one of its edges rests on; computed on demand. */
  groundsOf(of: ActorRow | NetworkEdge<To>): Promise<Grounds>
  /** How many actors there are in all, with those beyond `most`. */
  readonly actorCount: number
  /** The stances counted, and those left out because they are neither support nor opposition. */
  readonly stances: number
  readonly leftOut: number
  readonly formula: string
  /** What a reader should know of it; computed on demand. */
  notes(): Promise<readonly string[]>
}

/** The days from and to which a network is held. */
export type During = NonNullable<EdgeKey['during']>

/** The network of actors by the claims on which they agree or differ. */
export async function oneModeNetwork(read: Reader, settings: OneModeSettings): Promise<Network<ActorRow>> {
  const question = await stanceQuestion(read, settings, settings.aggregation !== 'IGNORE', null)
  return oneModeOf(read, question, settings, await readTally(read, question, settings.most), null)
}

/** The network of actors and the claims to which they take a stance. */
export async function twoModeNetwork(read: Reader, settings: TwoModeSettings): Promise<Network<ClaimRow>> {
  const question = await stanceQuestion(read, settings, settings.aggregation !== 'IGNORE', null)
  return twoModeOf(read, question, settings, await readTally(read, question, settings.most), null)
}

/** The one-mode network of a tally. */
export async function oneModeOf(
  read: Reader,
  question: StanceQuestion,
  settings: OneModeSettings,
  tally: StanceTally,
  during: During | null,
): Promise<Network<ActorRow>> {
  const edgesOf = (cells: readonly StanceCell[], actors: readonly number[]) =>
    oneModeEdges(cells, actors, settings.aggregation, settings.normalization)
  const { cells, grounded, groundedOf, network } = await actorsOf(read, question, settings, tally, (cells, actors) =>
    edgesOf(cells, actors).map(({ one, other }) => [one, other]),
  )
  const rows = new Map(network.actors.map(({ row }) => [row.id, row]))
  const edges = edgesOf(cells, [...rows.keys()])
  const ofActor = cellsByActor(cells)
  const ties = once(async () => new TieGrounds(await grounded(), settings.aggregation))
  return {
    ...network,
    notes: async () => [
      ...(edges.length === 0 ? noEdgeNote(cells, question, settings.aggregation) : []),
      ...(await network.notes()),
    ],
    claims: [],
    edges: heaviestFirst(edges.map(({ one, other, weight }) => edgeOf(rows.get(one), rows.get(other), weight))),
    evidenceOf: ({ from, to }) =>
      evidence(tiedCells(ofActor(from.id), ofActor(to.id), settings.aggregation), question, during),
    groundsOf: async of =>
      'from' in of ? (await ties()).of(of.from.id, of.to.id) : groundsOfCells(allCells((await groundedOf())(of.id))),
    formula: oneModeFormula(settings),
  }
}

/** The two-mode network of a tally. */
export async function twoModeOf(
  read: Reader,
  question: StanceQuestion,
  settings: TwoModeSettings,
  tally: StanceTally,
  during: During | null,
): Promise<Network<ClaimRow>> {
  const { cells, groundedOf, network } = await actorsOf(read, question, settings, tally, cells =>
    cells.map(({ actor, claim }) => [actor, claim]),
  )
  // Prominence is a share of all statements on a claim, those of actors beyond `most` too.
  const perClaim = await tally.perClaim()
  const claimNodes = await nodes(read, claim, [...perClaim])
  const edges = twoModeEdges(cells, settings.aggregation, settings.normalization, perClaim)
  const actors = new Map(network.actors.map(({ row }) => [row.id, row]))
  const claims = new Map(claimNodes.map(({ row }) => [row.id, row]))
  const ofActor = cellsByActor(cells)
  return {
    ...network,
    claims: claimNodes.sort((a, b) => byText(a.row.text, b.row.text) || a.row.id - b.row.id),
    edges: heaviestFirst(edges.map(({ actor, claim, weight }) => edgeOf(actors.get(actor), claims.get(claim), weight))),
    evidenceOf: ({ from, to }) => evidence(ofActor(from.id).get(to.id) ?? [], question, during),
    groundsOf: async of => {
      const ofActor = await groundedOf()
      return groundsOfCells('from' in of ? (ofActor(of.from.id).get(of.to.id) ?? []) : allCells(ofActor(of.id)))
    },
    formula: twoModeFormula(settings),
  }
}

/** The actors of a network, with what is counted of those that are shown and of all. */
async function actorsOf(
  read: Reader,
  question: StanceQuestion,
  settings: NetworkSettings,
  tally: StanceTally,
  tiesOf: TiesOf,
) {
  const { perActor, leftOut, foremost } = tally
  const actors = await nodes(
    read,
    agent,
    foremost.map(id => [id, perActor.get(id) ?? 0]),
  )
  const cells = await tally.cells()
  const grounded = once(async () =>
    groundedCells(cells, ...(await Promise.all([tally.spokenCells(), tally.statedCells()]))),
  )
  const [actorCount, stances] = [perActor.size, [...perActor.values()].reduce((sum, count) => sum + count, 0)]
  return {
    cells,
    grounded,
    groundedOf: once(async () => cellsByActor(await grounded())),
    network: {
      actors: actors.sort((a, b) => byText(a.row.name, b.row.name) || a.row.id - b.row.id),
      actorCount,
      stances,
      leftOut,
      notes: async () => [
        ...notesOfNetwork({ isFiltered: settings.filter !== null, most: settings.most }, { actorCount, stances }),
        ...leftOutNote(leftOut, await kindsOf(read, question, leftOut)),
        ...reportedTiesNote(cells, await tally.spokenCells(), each => tiesOf(each, foremost)),
        ...(await networkCaveats(
          read,
          question,
          settings,
          actors.map(({ row }) => row),
        )),
      ],
    },
  }
}

/** What the stances that are left out are; those of one window are not counted by it. */
async function kindsOf(read: Reader, question: StanceQuestion, leftOut: number) {
  return leftOut === 0 || question.period !== null ? [] : read.ask(database => kindsLeftOut(database, question))
}

/** The edge between two nodes; null if one of them is not shown. */
function edgeOf<To>(from: ActorRow | undefined, to: To | undefined, weight: number): NetworkEdge<To> | null {
  return from === undefined || to === undefined ? null : { from, to, weight }
}

function heaviestFirst<To extends ActorRow | ClaimRow>(edges: readonly (NetworkEdge<To> | null)[]): NetworkEdge<To>[] {
  return edges
    .filter(edge => edge !== null)
    .sort(
      (a, b) =>
        Math.abs(b.weight) - Math.abs(a.weight) || byText(a.from.slug, b.from.slug) || byText(a.to.slug, b.to.slug),
    )
}

/** The list of the statements that were counted in cells, and what names them there. */
function evidence(cells: readonly StanceCell[], question: StanceQuestion, during: During | null): [List, string] {
  const list: List = {
    entity: statement,
    relation: edgeStatements(question),
    ...(question.filter === null ? {} : { fixed: question.filter }),
  }
  const key: EdgeKey = { cells: cells.map(({ actor, claim, level }) => [actor, claim, level]), during }
  return [list, JSON.stringify(key)]
}

async function nodes<E extends typeof agent | typeof claim>(
  read: Reader,
  entity: E,
  totals: readonly (readonly [id: number, stances: number])[],
): Promise<NetworkNode<RowOf<E>>[]> {
  const rows = await Promise.all(totals.map(async ([id, stances]) => ({ row: await read.byId(entity, id), stances })))
  return rows.flatMap(({ row, stances }) => (row === null ? [] : [{ row, stances }]))
}

/** Code-point order, as everywhere. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
