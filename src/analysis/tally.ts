import { once } from '../model/once.ts'
import { countStances, countStancesBy, type StanceCount, type StanceTotal } from '../store/counting/stanceCounts.ts'
import { levelsIn, type StanceQuestion } from '../store/counting/stanceQuestion.ts'
import type { Reader } from '../store/reader.ts'
import type { StanceCell } from './network.ts'
import { sum } from './sum.ts'

/** What a network is made of: totals of all actors and claims, and the cells of those actors that are shown. */
export interface StanceTally {
  /** How many stances count of each actor that has some. */
  readonly perActor: ReadonlyMap<number, number>
  /** How many stances have no level. */
  readonly leftOut: number
  /** The actors with the most stances, which are shown. */
  readonly foremost: readonly number[]
  /** How many stances count to each claim that has some. */
  perClaim(): Promise<ReadonlyMap<number, number>>
  /** The cells of those who are shown. */
  cells(): Promise<StanceCell[]>
  /** The same cells without the stances that are in a reporter's wording; counted on demand. */
  spokenCells(): Promise<StanceCell[]>
  /** The same cells without the stances that were concluded, or whose speaker was, or the role by which they count; counted on demand. */
  statedCells(): Promise<StanceCell[]>
}

/** A period that stances were made in; null where they are not counted apart by it. */
type PeriodOrAll = string | null

/** Counts what a question asks for, and shows at most so many actors. */
export async function readTally(read: Reader, question: StanceQuestion, most: number): Promise<StanceTally> {
  const [tally] = await readTallies(read, question, most, () => [[null]])
  if (tally === undefined) throw new Error('one group of periods has one tally')
  return tally
}

/**
 * The tallies of groups of periods, which are made of the periods in which something counts: what several of them share is
 * counted once.
 *
 * By person and claim a million statements are half a million groups, of which a network shows those of the foremost: so
 * people are counted by themselves first, which an index does in passing. Where more is to be done than to walk an index,
 * all is counted at once.
 */
export async function readTallies(
  read: Reader,
  question: StanceQuestion,
  most: number,
  groupsOf: (periods: readonly PeriodOrAll[]) => readonly (readonly PeriodOrAll[])[],
): Promise<StanceTally[]> {
  const { actors, duplicates, filter } = question
  const counted = (asked: StanceQuestion) => read.ask(database => countedByPeriod(asked, countStances(database, asked)))
  const totalsBy = (key: 'actor' | 'claim') =>
    read.ask(database => totalsByPeriod(countStancesBy(database, question, key)))
  const isWalk = actors === 'PERSON' && duplicates === 'INCLUDE' && filter === null
  const all = isWalk ? null : await counted(question)
  const ofActors = all === null ? await totalsBy('actor') : totalsOf(all, ({ perActor }) => perActor)

  const groups = groupsOf([...ofActors.keys()]).map(periods => {
    const found = periods.flatMap(period => ofActors.get(period) ?? [])
    const perActor = addedTotals(found.map(({ perKey }) => perKey))
    return {
      periods,
      perActor,
      leftOut: sum(found.map(({ leftOut }) => leftOut)),
      foremost: foremostOf(perActor, most),
    }
  })
  const only = [...new Set(groups.flatMap(({ foremost }) => foremost))]
  const cells = once(() => (all === null ? counted({ ...question, only }) : Promise.resolve(all)))
  const spoken = once(() => counted({ ...question, only, ground: 'SPOKEN' }))
  const stated = once(() => counted({ ...question, only, ground: 'STATED' }))
  const ofClaims = once(async () => (all === null ? totalsBy('claim') : totalsOf(all, ({ perClaim }) => perClaim)))
  return groups.map(({ periods, ...group }) => {
    const cellsIn = (found: ReadonlyMap<PeriodOrAll, CountedStances>) =>
      addedCells(periods.map(period => found.get(period)?.cellsOf(group.foremost) ?? []))
    return {
      ...group,
      perClaim: async () => {
        const totals = await ofClaims()
        return addedTotals(periods.flatMap(period => totals.get(period)?.perKey ?? []))
      },
      cells: async () => cellsIn(await cells()),
      spokenCells: async () => cellsIn(await spoken()),
      statedCells: async () => cellsIn(await stated()),
    }
  })
}

/**
 * Stances that were counted, laid together: as objects, half a million groups keep V8 collecting garbage for several times as
 * long as SQLite takes to count them.
 */
class CountedStances {
  readonly perActor = new Map<number, number>()
  readonly perClaim = new Map<number, number>()
  leftOut = 0
  readonly #levels: readonly number[]
  /** Of each actor, one after another: a claim, the place of a level, and how many stances count there. */
  readonly #cells = new Map<number, number[]>()

  constructor(levels: readonly number[]) {
    this.#levels = levels
  }

  add({ actor, claim, counts, leftOut }: StanceCount): void {
    this.leftOut += leftOut
    for (const [place, count] of counts.entries()) {
      if (count === 0) continue
      const cells = this.#cells.get(actor)
      if (cells === undefined) this.#cells.set(actor, [claim, place, count])
      else cells.push(claim, place, count)
      addTo(this.perActor, actor, count)
      addTo(this.perClaim, claim, count)
    }
  }

  cellsOf(actors: readonly number[]): StanceCell[] {
    return actors.flatMap(actor => {
      const packed = this.#cells.get(actor) ?? []
      return Array.from({ length: packed.length / 3 }, (_, index) => {
        const [claim = 0, place = 0, count = 0] = packed.slice(3 * index, 3 * index + 3)
        return { actor, claim, level: this.#levels[place] ?? 0, count }
      })
    })
  }
}

function countedByPeriod(
  question: StanceQuestion,
  counts: Iterable<StanceCount>,
): ReadonlyMap<PeriodOrAll, CountedStances> {
  const levels = levelsIn(question)
  const found = new Map<PeriodOrAll, CountedStances>()
  for (const count of counts) madeOnce(found, count.period, () => new CountedStances(levels)).add(count)
  return found
}

/** How many stances count of each actor, or to each claim. */
interface Totals {
  readonly perKey: Map<number, number>
  leftOut: number
}

function totalsByPeriod(totals: Iterable<StanceTotal>): ReadonlyMap<PeriodOrAll, Totals> {
  const found = new Map<PeriodOrAll, Totals>()
  for (const { key, period, counted, leftOut } of totals) {
    const total = madeOnce(found, period, () => ({ perKey: new Map(), leftOut: 0 }))
    if (counted > 0) total.perKey.set(key, counted)
    total.leftOut += leftOut
  }
  return found
}

function totalsOf(
  all: ReadonlyMap<PeriodOrAll, CountedStances>,
  perKeyOf: (counted: CountedStances) => Map<number, number>,
): ReadonlyMap<PeriodOrAll, Totals> {
  return new Map(
    Array.from(all, ([period, counted]) => [period, { perKey: perKeyOf(counted), leftOut: counted.leftOut }]),
  )
}

function foremostOf(perActor: ReadonlyMap<number, number>, most: number): number[] {
  const sorted = [...perActor].sort(([a, m], [b, n]) => n - m || a - b)
  return sorted.slice(0, most).map(([actor]) => actor)
}

function addedTotals(each: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const totals = new Map(each[0])
  for (const more of each.slice(1)) for (const [key, count] of more) addTo(totals, key, count)
  return totals
}

/** One cell for each actor, claim and level. */
function addedCells([first = [], ...others]: readonly (readonly StanceCell[])[]): StanceCell[] {
  if (others.length === 0) return [...first]
  const added = new Map<string, StanceCell>()
  for (const cell of [first, ...others].flat()) {
    const key = `${cell.actor} ${cell.claim} ${cell.level}`
    const known = added.get(key)
    added.set(key, known === undefined ? cell : { ...cell, count: cell.count + known.count })
  }
  return [...added.values()]
}

function addTo(totals: Map<number, number>, key: number, count: number): void {
  totals.set(key, (totals.get(key) ?? 0) + count)
}

function madeOnce<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
