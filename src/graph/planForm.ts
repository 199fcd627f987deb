import { type FieldNode, type GraphQLField, getArgumentValues, type VariableValues } from 'graphql'
import type { Budget } from '../store/engine/budget.ts'
import type { Database } from '../store/engine/database.ts'
import type { JsonQuery, Prepared } from '../store/json/query.ts'
import type { CallRequest } from '../store/json/request.ts'
import type { NodeReference } from '../store/query/filter.ts'
import { type Binding, QueryParameter, UnboundParameter } from '../store/query/queryParameter.ts'

/** A field that has arguments. */
export interface PlannedCall {
  readonly field: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  /** What its arguments ask; they themselves, if it is not given. */
  readonly requestOf?: ((given: ReturnType<typeof getArgumentValues>) => CallRequest) | undefined
}

/** Of how many characters what tells ways to take the arguments apart from each other may be, so that they are kept. */
const longestKey = 1_000

/** Stands for the slug of the node that an operation asks for. */
const nodeSlug = new QueryParameter('slug of the node')

/**
 * A query that answers with JSON, and the calls whose arguments it takes. To read the arguments takes as long as many a
 * statement does, and but for the values of the variables in them they are the same each time: so they are read once, with
 * parameters for those values.
 */
export class PlanForm {
  readonly calls: readonly PlannedCall[]
  readonly #query: JsonQuery
  /** The variables on whose values the text of the statement depends. */
  readonly #decisive = new Set<string>()

  constructor(calls: readonly PlannedCall[], query: JsonQuery) {
    this.calls = calls
    this.#query = query
  }

  /**
   * The answer as JSON. Where the first call is to find a node, the slug says which one.
   *
   * @throws Failure or GraphQLError where an argument is wrong; OverBudget
   */
  answer(database: Database, variables: VariableValues, slug: string | null, baseUrl: string, budget: Budget): Buffer {
    const { coerced } = variables
    const bind: Binding = parameter => (parameter === nodeSlug ? slug : openValue(coerced[parameter.name]))
    return this.#query.answer(database, this.#prepare(database, variables, slug !== null), bind, baseUrl, budget)
  }

  #prepare(database: Database, variables: VariableValues, isNode: boolean): Prepared {
    const key = this.#keyOf(variables)
    try {
      return this.#query.prepare(database, key, () =>
        this.#requests(key === null ? variables : this.#opened(variables), isNode),
      )
    } catch (error) {
      if (!(error instanceof UnboundParameter)) throw error
      this.#decisive.add(error.parameter.name)
      return this.#prepare(database, variables, isNode)
    }
  }

  #requests(variables: VariableValues, isNode: boolean): CallRequest[] {
    return this.calls.map(({ field, node, requestOf }, number) => {
      if (isNode && number === 0) return { slug: nodeSlug }
      const given = getArgumentValues(field, node, variables)
      return requestOf ? requestOf(given) : given
    })
  }

  /** The variables, with parameters in place of the values that are open. */
  #opened({ sources, coerced }: VariableValues): VariableValues {
    const opened = Object.entries(coerced).map(([name, value]): [string, unknown] => {
      if (!this.#isOpen(name, value)) return [name, value]
      const parameter = new QueryParameter(name)
      return [name, isReference(value) ? { ...value, slug: parameter } : parameter]
    })
    return { sources, coerced: Object.fromEntries(opened) }
  }

  /** All that is not open of the variables; null if it is too much to remember, such as a whole filter. */
  #keyOf({ coerced }: VariableValues): string | null {
    let key = ''
    for (const [name, value] of Object.entries(coerced)) {
      if (typeof value === 'object' && value !== null && !isReference(value)) return null
      // What is said of an open value is no JSON.
      const open = isReference(value) ? `of type ${value.typename}` : 'open'
      key += `${name} ${this.#isOpen(name, value) ? open : JSON.stringify(value)}\n`
    }
    return key.length > longestKey ? null : key
  }

  #isOpen(variable: string, value: unknown): boolean {
    return !this.#decisive.has(variable) && openValue(value) !== undefined
  }
}

/** What of a variable's value a parameter can stand for, as far as no statement depends on it; undefined if it cannot. */
function openValue(value: unknown): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value
  return isReference(value) ? value.slug : undefined
}

function isReference(value: unknown): value is NodeReference {
  return typeof value === 'object' && value !== null && 'slug' in value && 'typename' in value
}
