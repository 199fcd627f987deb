import { GraphQLError } from 'graphql'
import { type WaysToPass, waysToPass } from '../../graph/waysToPass.ts'
import { conjoined } from '../../model/conjoined.ts'
import { type Budget, OverBudget, threadTime } from '../../store/engine/budget.ts'
import type { Database } from '../../store/engine/database.ts'
import { RowsHeld } from '../../store/query/rowsHeld.ts'
import { overLimit } from '../refusals.ts'
import { extended } from './extended.ts'
import { KeptAnswers } from './keptAnswers.ts'
import { KeptNotes } from './keptNotes.ts'
import type { Runnable } from './knownOperations.ts'
import type { Client, Operation, OperationAnswer } from './operation.ts'

/**
 * How much a small operation may read where its form does not bound it, as a filter does not: rows, and milliseconds of
 * the processor. Whoever needs more goes to a process that can be ended. So many rows are counted in an index in 4 ms; where each is
 * fetched, the time is up sooner.
 */
const fastPathBudget: Budget = { rows: 100_000, milliseconds: 20 }

/** An answer that took as many milliseconds of the processor is kept, whoever made it: a common word is searched for again and again. */
const worthKeeping = 10

/** An operation that held the server for so many milliseconds of the processor is not tried there again for a while. */
const tooLongHere = 100

/** Runs what is not small: in processes, or in this one where there are none. */
export type RunElsewhere = (
  runnable: Runnable,
  operation: Operation,
  client: Client,
  signal: AbortSignal,
) => Promise<OperationAnswer>

/**
 * Decides who runs an operation: the server itself, if it has a plan, does not cost much and finds what it looks for within
 * its budget; else a process, by the plan or by the resolvers.
 */
export class Runner {
  readonly #database: Database
  readonly #fastPathCost: number
  readonly #maxCost: number
  readonly #elsewhere: RunElsewhere
  readonly #budget: Budget
  /** Null if none are kept. */
  readonly #kept: KeptAnswers | null
  readonly #notes: KeptNotes

  constructor(
    database: Database,
    {
      FAST_PATH_COST,
      MAX_COST,
      KEPT_ANSWER_BYTES,
    }: { readonly FAST_PATH_COST: number; readonly MAX_COST: number; readonly KEPT_ANSWER_BYTES: number },
    elsewhere: RunElsewhere,
    budget = fastPathBudget,
  ) {
    this.#database = database
    const keeps = KEPT_ANSWER_BYTES > 0 && FAST_PATH_COST > 0
    this.#kept = keeps ? new KeptAnswers(database, KEPT_ANSWER_BYTES) : null
    this.#notes = new KeptNotes(database)
    this.#fastPathCost = Math.min(FAST_PATH_COST, MAX_COST)
    this.#maxCost = MAX_COST
    this.#elsewhere = elsewhere
    this.#budget = budget
  }

  /** The answer as JSON; null if it is not kept and the operation is not small, or has an error, for which the resolvers have the words. */
  runHere(runnable: Runnable, baseUrl: string): Buffer | null {
    const { operation, variables } = runnable
    const { plan } = operation
    const key = this.#keyOf(runnable, baseUrl)
    const kept = key === null ? undefined : this.#kept?.get(key)
    if (kept !== undefined) return kept
    if (plan === null || this.#fastPathCost === 0) return null
    const cost = operation.cost(variables)
    if (cost === null || cost > this.#fastPathCost || !operation.isWorthTrying()) return null
    try {
      const begin = threadTime()
      const found = plan.bytes(this.#database, variables, baseUrl, this.#budget)
      operation.tried(true)
      if (found === null) return null
      const notes = this.#notes.of(runnable)
      const answer = notes.length === 0 ? found : Buffer.from(extended(found.toString(), { notes }))
      this.#keepIfSlow(runnable, baseUrl, answer, threadTime() - begin)
      return answer
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error
      operation.tried(false)
      return null
    }
  }

  /**
   * The answer, by whoever is to run it.
   *
   * @throws GraphQLError TOO_COSTLY, or what the processes refuse
   */
  async run(runnable: Runnable, operation: Operation, client: Client, signal: AbortSignal): Promise<OperationAnswer> {
    const cost = this.#weigh(runnable)
    if (cost > this.#maxCost) throw this.#tooCostly(runnable, operation.operationName, cost)
    const here = this.runHere(runnable, operation.baseUrl)
    if (here !== null) return { json: here.toString(), errors: [] }
    const key = this.#kept?.keyOf(runnable.operation, runnable.variables, operation.baseUrl) ?? null
    const found = await this.#elsewhere(runnable, operation, client, signal)
    const notes = this.#notes.of(runnable)
    const answer = notes.length === 0 ? found : { ...found, json: extended(found.json, { notes }) }
    if (key !== null && answer.errors.length === 0) this.#kept?.set(key, Buffer.from(answer.json))
    return answer
  }

  /** Keeps an answer that the server itself has made, where that took long. */
  #keepIfSlow({ operation, variables }: Runnable, baseUrl: string, answer: Buffer, took: number): void {
    if (took < worthKeeping) return
    operation.took(took)
    // What SQLite does in one step, such as putting together all that begins so, no budget ends: the next ones go to a process.
    if (took > tooLongHere) operation.tried(false)
    const key = this.#kept?.keyOf(operation, variables, baseUrl) ?? null
    if (key !== null) this.#kept?.set(key, answer)
  }

  /** The key under which the answer may be kept; null where it cannot be, because the operation never took long. */
  #keyOf({ operation, variables }: Runnable, baseUrl: string): string | null {
    return operation.expected === null ? null : (this.#kept?.keyOf(operation, variables, baseUrl) ?? null)
  }

  /** What an operation costs, for whoever asks. */
  costOf(runnable: Runnable): { readonly value: number; readonly limit: number } {
    return { value: this.#weigh(runnable), limit: this.#maxCost }
  }

  /** What it costs if every page were full; where that is too much, as full as the graph can make it. */
  #weigh({ operation, variables }: Runnable): number {
    const cost = operation.cost(variables) ?? 0
    return cost > this.#maxCost ? (operation.costOf(variables, new RowsHeld(this.#database)) ?? 0) : cost
  }

  /** Refuses an operation, and says what would make it pass. */
  #tooCostly({ operation, variables }: Runnable, name: string | undefined, cost: number): GraphQLError {
    const limit = this.#maxCost
    return tooCostly(cost, limit, waysToPass(operation.document, name, variables, limit, new RowsHeld(this.#database)))
  }
}

function tooCostly(cost: number, limit: number, ways: WaysToPass | null): GraphQLError {
  const { message, extensions } = overLimit('MAX_COST', cost, limit)
  if (ways === null) return new GraphQLError(message, { extensions })
  const { costliest, alone, together, each } = ways
  const passing = [
    ...alone.map(({ list, first }) => `first: ${first} on ${list}`),
    ...(together === null ? [] : [`first: ${together.first} on each of ${conjoined(together.lists)}`]),
    ...(each === null ? [] : [`first: ${each} on every list`]),
  ]
  const way =
    passing.length === 0
      ? 'It would not pass even with first: 1 on every list: ask for less inside them.'
      : `It would pass with ${passing.join(', or with ')}.`
  return new GraphQLError(`${message} The list ${costliest} costs most. ${way}`, {
    extensions: {
      ...extensions,
      list: alone[0]?.list ?? costliest,
      first: alone[0]?.first ?? together?.first ?? each,
      lists: alone,
      together,
      each,
    },
  })
}
