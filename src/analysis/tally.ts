import {
  countStances,
  countStancesBy,
  levelsIn,
  type StanceCount,
  type StanceQuestion,
} from '../store/counting/stanceCounts.ts'
import type { Reader } from '../store/reader.ts'
import type { StanceCell } from './network.ts'
import { sum } from './sum.ts'

/** What a network is made of: totals of all actors and claims, and the cells of those actors that are shown. */
export interface StanceTally {
  /** How many stances count of each actor that has some. */
  readonly perActor: ReadonlyMap<number, number>
  /** How many stances have no level. */
  readonly leftOut: number
  /** How many stances count to each claim that has some. */
  perClaim(): Promise<ReadonlyMap<number, number>>
  cellsOf(actors: readonly number[]): Promise<StanceCell[]>
  /** The same cells without the stances that are in a reporter's wording; counted when they are asked for. */
  spokenCellsOf(actors: readonly number[]): Promise<StanceCell[]>
}

/**
 * Counts what a question asks for.
 *
 * By person and claim a million statements are half a million groups, of which a network shows those of the foremost: so
 * people are counted by themselves first, which an index does in passing. Where more is to be done than to walk an index,
 * all is counted at once.
 */
export async function readTally(read: Reader, question: StanceQuestion): Promise<StanceTally> {
  const { actors: kind, duplicates, filter } = question
  const cellsIn = (asked: StanceQuestion) => read.ask(database => cellsOf(asked, countStances(database, asked)))
  const spokenCellsOf = (only: readonly number[]) => cellsIn({ ...question, only, withoutReported: true })
  if (kind !== 'PERSON' || duplicates !== 'INCLUDE' || filter !== null) {
    return stanceTally(question, await read.ask(database => [...countStances(database, question)]), spokenCellsOf)
  }
  const actors = await read.ask(database => countStancesBy(database, question, 'actor'))
  return {
    perActor: known(actors),
    leftOut: sum(actors.map(({ leftOut }) => leftOut)),
    perClaim: async () => known(await read.ask(database => countStancesBy(database, question, 'claim'))),
    cellsOf: only => cellsIn({ ...question, only }),
    spokenCellsOf,
  }
}

/** The tally of what is counted already. */
export function stanceTally(
  question: StanceQuestion,
  counts: readonly StanceCount[],
  spokenCellsOf: StanceTally['spokenCellsOf'],
): StanceTally {
  return {
    spokenCellsOf,
    perActor: totalsBy(counts, 'actor'),
    leftOut: sum(counts.map(({ leftOut }) => leftOut)),
    perClaim: async () => totalsBy(counts, 'claim'),
    cellsOf: async only => cellsOfActors(question, counts, only),
  }
}

/** The cells of some actors in what is counted already. */
export function cellsOfActors(
  question: StanceQuestion,
  counts: readonly StanceCount[],
  only: readonly number[],
): StanceCell[] {
  const byActor = Map.groupBy(counts, ({ actor }) => actor)
  return cellsOf(
    question,
    only.flatMap(actor => byActor.get(actor) ?? []),
  )
}

/** The tally of several tallies together: so windows of time share the counting of the periods in them. */
export function addedUp(tallies: readonly StanceTally[]): StanceTally {
  return {
    perActor: addedTotals(tallies.map(({ perActor }) => perActor)),
    leftOut: sum(tallies.map(({ leftOut }) => leftOut)),
    perClaim: async () => addedTotals(await Promise.all(tallies.map(({ perClaim }) => perClaim()))),
    cellsOf: async only => addedCells((await Promise.all(tallies.map(({ cellsOf }) => cellsOf(only)))).flat()),
    spokenCellsOf: async only =>
      addedCells((await Promise.all(tallies.map(({ spokenCellsOf }) => spokenCellsOf(only)))).flat()),
  }
}

function addedTotals(each: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const totals = new Map(each[0])
  for (const more of each.slice(1)) for (const [key, count] of more) totals.set(key, (totals.get(key) ?? 0) + count)
  return totals
}

/** One cell for each actor, claim and level. */
function addedCells(cells: readonly StanceCell[]): StanceCell[] {
  const added = new Map<string, StanceCell>()
  for (const cell of cells) {
    const key = `${cell.actor} ${cell.claim} ${cell.level}`
    const known = added.get(key)
    added.set(key, known === undefined ? cell : { ...cell, count: cell.count + known.count })
  }
  return [...added.values()]
}

function known(totals: readonly { readonly key: number; readonly counted: number }[]): Map<number, number> {
  return new Map(totals.filter(({ counted }) => counted > 0).map(({ key, counted }) => [key, counted]))
}

function totalsBy(counts: readonly StanceCount[], key: 'actor' | 'claim'): Map<number, number> {
  const totals = new Map<number, number>()
  for (const count of counts) {
    const counted = sum(count.counts)
    if (counted > 0) totals.set(count[key], (totals.get(count[key]) ?? 0) + counted)
  }
  return totals
}

function cellsOf(question: StanceQuestion, counts: Iterable<StanceCount>): StanceCell[] {
  const levels = levelsIn(question)
  const cells: StanceCell[] = []
  for (const { actor, claim, counts: each } of counts) {
    for (const [index, level] of levels.entries()) {
      const count = each[index] ?? 0
      if (count > 0) cells.push({ actor, claim, level, count })
    }
  }
  return cells
}
