import { type DocumentNode, getOperationAST, Kind, type TypeNode, visit } from 'graphql'
import { costOf } from '../../graph/cost.ts'
import { Names } from '../../graph/notes.ts'
import { type Plan, planOf } from '../../graph/plan.ts'

/** How many bytes a node of a document holds, and its part of a form of the plan: measured on queries of 2 to 4 kB. */
const bytesPerNode = 120
const bytesPlanned = 80

/** How many costs are kept of one operation, which differ where variables say how long its pages are. */
const costsCap = 50

/** What costs and all else that is no node hold, in bytes. */
const bytesBesides = 5_000

/**
 * What an operation that was found light many times may lose before it is not tried in the server: one that reads too much
 * costs as much as twenty gain. Below nothing it is passed on, until as many have been as it lacks.
 */
const mostTrust = 40
const lost = 20

/** A valid operation of a document: its plan, its cost, and what running it has shown. */
export class KnownOperation {
  readonly document: DocumentNode
  readonly plan: Plan | null
  /** What it names, which may not be there. */
  readonly names: Names
  /** How many bytes it holds, about. */
  readonly bytes: number
  readonly #operationName: string | undefined
  /** The variables on which the cost depends. */
  readonly #weighing: readonly string[]
  readonly #costs = new Map<string, number | null>()
  #trust = 0
  #took: number | null = null

  constructor(document: DocumentNode, operationName: string | undefined, usePlan: boolean) {
    const { copy, nodes } = withoutPlaces(document)
    this.document = copy
    this.names = new Names(copy, operationName)
    this.plan = usePlan ? planOf(copy, operationName) : null
    this.bytes = nodes * (bytesPerNode + bytesPlanned * (this.plan?.size ?? 0)) + bytesBesides
    this.#operationName = operationName
    const definitions = getOperationAST(copy, operationName)?.variableDefinitions ?? []
    this.#weighing = definitions.filter(({ type }) => isWeighing(type)).map(({ variable }) => variable.name.value)
  }

  /** What it costs with these variables; null if they are none that it takes. */
  cost(variables: Readonly<Record<string, unknown>>): number | null {
    const key = this.#weighing.length === 0 ? '' : JSON.stringify(this.#weighing.map(name => variables[name]))
    const known = this.#costs.get(key)
    if (known !== undefined) return known
    const cost = costOf(this.document, this.#operationName, { ...variables })
    if (cost === null || key.length > 100) return cost
    if (this.#costs.size === costsCap) this.#costs.clear()
    this.#costs.set(key, cost)
    return cost
  }

  /** Whether it is worth trying in the server, as far as earlier tries tell. */
  isTrusted(): boolean {
    if (this.#trust >= 0) return true
    this.#trust += 1
    return false
  }

  /** Notes that it was answered within the budget of the server, or that it was not. */
  tried(isLight: boolean): void {
    this.#trust = isLight ? Math.min(this.#trust + 1, mostTrust) : this.#trust - lost
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

/** Whether a variable can say how much is read: how long a page is, or by its own length. Names, values and filters do not. */
function isWeighing(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isWeighing(type.type)
  return type.kind === Kind.LIST_TYPE || type.name.value === 'Int' || type.name.value === 'Boolean'
}
