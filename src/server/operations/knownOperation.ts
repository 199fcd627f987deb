import { type DocumentNode, getOperationAST, isInputObjectType, Kind, type TypeNode, visit } from 'graphql'
import { costOf } from '../../graph/cost.ts'
import { OperationNames } from '../../graph/notes.ts'
import { type Plan, planOf } from '../../graph/plan.ts'
import { filterCost } from '../../graph/readingCost.ts'
import { schema } from '../../graph/schema.ts'
import type { RowsHeld } from '../../store/query/rowsHeld.ts'

/** How many bytes a node of a document holds, and its part of a form of the plan: measured on queries of 2 to 4 kB. */
const bytesPerNode = 120
const bytesPlanned = 80

/** How many costs are kept of one operation, which differ where variables say how long its pages are. */
const costsCap = 50

/** What costs and all else that is not a node hold, in bytes. */
const bytesBesides = 5_000

/**
 * An operation keeps a score of how its tries on the fast path went: one more for each that stayed within the budget, up to a
 * limit, and a penalty for each that did not. Below zero it goes to the processes, and each time it does, the score rises by one.
 */
const highestScore = 40
const penalty = 20

/** How many operations there have been: what is kept of each of them is told apart by their numbers. */
let operations = 0

/** A valid operation of a document: its plan, its cost, and what running it has shown. */
export class KnownOperation {
  readonly number: number
  readonly document: DocumentNode
  readonly plan: Plan | null
  /** What it names, which may not be there. */
  readonly names: OperationNames
  /** How many bytes it holds, about. */
  readonly bytes: number
  readonly #operationName: string | undefined
  /** The variables on which the cost depends. */
  readonly #weighing: readonly Weighing[]
  readonly #costs = new Map<string, number | null>()
  #score = 0
  #took: number | null = null

  constructor(document: DocumentNode, operationName: string | undefined, usePlan: boolean) {
    operations += 1
    this.number = operations
    const { copy, nodes } = withoutPlaces(document)
    this.document = copy
    this.names = new OperationNames(copy, operationName)
    this.plan = usePlan ? planOf(copy, operationName) : null
    this.bytes = nodes * (bytesPerNode + bytesPlanned * (this.plan?.size ?? 0)) + bytesBesides
    this.#operationName = operationName
    const definitions = getOperationAST(copy, operationName)?.variableDefinitions ?? []
    this.#weighing = definitions.flatMap(({ type, variable }) => weighingOf(type, variable.name.value))
  }

  /** What it costs with these variables; null if they are none that it takes. */
  cost(variables: Readonly<Record<string, unknown>>): number | null {
    const weights = this.#weighing.map(({ name, isInput }) => (isInput ? filterCost(variables[name]) : variables[name]))
    const key = weights.length === 0 ? '' : JSON.stringify(weights)
    const known = this.#costs.get(key)
    if (known !== undefined) return known
    const cost = costOf(this.document, this.#operationName, { ...variables })
    if (cost === null || key.length > 100) return cost
    if (this.#costs.size === costsCap) this.#costs.clear()
    this.#costs.set(key, cost)
    return cost
  }

  /** The same, where no page is weighed fuller than the rows that are held make it. */
  costOf(variables: Readonly<Record<string, unknown>>, held: RowsHeld): number | null {
    return costOf(this.document, this.#operationName, { ...variables }, held)
  }

  /** Whether it is worth trying on the fast path, going by earlier tries. */
  isWorthTrying(): boolean {
    if (this.#score >= 0) return true
    this.#score += 1
    return false
  }

  /** Notes whether the fast path answered it within its budget. */
  tried(isWithinBudget: boolean): void {
    this.#score = isWithinBudget ? Math.min(this.#score + 1, highestScore) : this.#score - penalty
  }

  /** How many milliseconds it takes in a process, by the runs that were; null before the first. */
  get expected(): number | null {
    return this.#took
  }

  /** Notes how many milliseconds a run took. */
  took(milliseconds: number): void {
    this.#took = this.#took === null ? milliseconds : (this.#took + milliseconds) / 2
  }
}

/** The document without the places of its nodes, which hold each token of the text, and how many nodes it has. */
function withoutPlaces(document: DocumentNode): { copy: DocumentNode; nodes: number } {
  let nodes = 0
  const copy = visit(document, {
    leave: node => {
      nodes += 1
      return { ...node, loc: undefined }
    },
  })
  return { copy, nodes }
}

/** A variable on which the cost depends: on its value, or on the conditions in it, whatever they are about. */
interface Weighing {
  readonly name: string
  readonly isInput: boolean
}

/** Whether a variable can say how much is read: how long a page is, by its own length, or as a filter. Names and values do not. */
function weighingOf(type: TypeNode, name: string): Weighing[] {
  if (type.kind === Kind.NON_NULL_TYPE) return weighingOf(type.type, name)
  if (type.kind === Kind.LIST_TYPE) return [{ name, isInput: false }]
  if (isInputObjectType(schema.getType(type.name.value))) return [{ name, isInput: true }]
  return type.name.value === 'Int' || type.name.value === 'Boolean' ? [{ name, isInput: false }] : []
}
