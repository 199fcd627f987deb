import { type DocumentNode, getOperationAST, Kind, type TypeNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { costOf } from '../graph/cost.ts'
import { type Plan, planOf } from '../graph/plan.ts'
import { type Database, OverBudget } from '../store/engine/database.ts'
import { operationKey } from './operationKey.ts'

/** How many operations are remembered, and how many characters their queries have in all. */
const remembered = { max: 1_000, maxSize: 2_000_000 }

/**
 * How many rows an operation may visit here where its form does not bound them, as a filter does not: some ten
 * milliseconds' worth. Whoever needs more goes to a process that can be ended.
 */
const rowBudget = 10_000

/**
 * What an operation that was found light many times may lose before it is not tried here: one that needed more costs as much
 * as twenty gain. Below nothing it is passed on, until as many have been as it lacks.
 */
const mostTrust = 40
const lost = 20

/** With how many different variables, of how many characters, it is remembered that an operation needs more. */
const rememberedLarge = { max: 100, maxSize: 20_000 }

/** How many costs are kept of one operation, which differ where variables say how long its pages are. */
const costsCap = 100

/** An operation as it is asked for. */
export interface Asked {
  readonly query: string
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
  /** Where permalinks begin. */
  readonly baseUrl: string
}

interface Known {
  readonly document: DocumentNode
  readonly plan: Plan | null
  /** The variables on which the cost depends. */
  readonly weighing: readonly string[]
  readonly costs: Map<string, number>
  /** Variables with which it read too much, as JSON. */
  readonly large: LRUCache<string, true>
  trust: number
}

/**
 * Answers the operations that are light: those that have a plan, do not cost much, and find what they look for within few
 * rows. They take so little time that they are run here, while all others go to processes that can be ended.
 */
export class LightOperations {
  readonly #database: Database
  readonly #costLimit: number
  readonly #known = new LRUCache<string, Known>({ ...remembered, sizeCalculation: (_, key) => key.length + 1 })

  constructor(database: Database, costLimit: number) {
    this.#database = database
    this.#costLimit = costLimit
  }

  /**
   * The answer as JSON; null if the operation is not light, or has an error, for which the resolvers have the words. One
   * that is not remembered has its document asked for, which is null unless it is valid and within the limits.
   */
  answer(asked: Asked, documentOf: () => DocumentNode | null): string | null {
    if (this.#costLimit === 0) return null
    const key = operationKey(asked.query, asked.operationName)
    const known = this.#known.get(key) ?? this.#remember(key, documentOf(), asked)
    return known === null ? null : this.#run(known, asked)
  }

  #remember(key: string, document: DocumentNode | null, { operationName }: Asked): Known | null {
    if (document === null) return null
    const known = knownOf(document, operationName)
    this.#known.set(key, known)
    return known
  }

  #run(known: Known, { operationName, variables, baseUrl }: Asked): string | null {
    const { plan } = known
    const cost = plan === null ? null : weigh(known, operationName, variables)
    if (plan === null || cost === null || cost > this.#costLimit) return null
    if (known.large.size > 0 && known.large.has(JSON.stringify(variables))) return null
    if (known.trust < 0) {
      known.trust += 1
      return null
    }
    try {
      const answer = plan.run(this.#database, variables, baseUrl, rowBudget)
      known.trust = Math.min(known.trust + 1, mostTrust)
      return answer
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error
      known.large.set(JSON.stringify(variables), true)
      known.trust -= lost
      return null
    }
  }
}

/** What an operation costs with these variables; null if they are none that it takes. */
function weigh({ document, weighing, costs }: Known, operationName: string | undefined, variables: Asked['variables']) {
  const key = weighing.length === 0 ? '' : JSON.stringify(weighing.map(name => variables[name]))
  const cost = costs.get(key) ?? costOf(document, operationName, { ...variables })
  if (cost === null || costs.has(key)) return cost
  if (costs.size === costsCap) costs.clear()
  costs.set(key, cost)
  return cost
}

function knownOf(document: DocumentNode, operationName: string | undefined): Known {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
  const weighing = definitions.filter(({ type }) => isWeighing(type)).map(({ variable }) => variable.name.value)
  return {
    document,
    plan: planOf(document, operationName),
    weighing,
    costs: new Map(),
    large: new LRUCache({ ...rememberedLarge, sizeCalculation: (_, key) => key.length }),
    trust: 0,
  }
}

/** Whether a variable can say how much is read: how long a page is, or by its own length. Names, values and filters do not. */
function isWeighing(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isWeighing(type.type)
  return type.kind === Kind.LIST_TYPE || type.name.value === 'Int' || type.name.value === 'Boolean'
}
