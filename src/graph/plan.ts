import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type VariableValues,
} from 'graphql'
import { Failure } from '../model/failure.ts'
import { type Budget, OverBudget, unlimited } from '../store/engine/budget.ts'
import type { Database } from '../store/engine/database.ts'
import { TooLarge } from '../store/engine/tooLarge.ts'
import { Unsupported } from '../store/json/compiler.ts'
import { entities } from '../store/schema/entities.ts'
import { decodeId } from './globalId.ts'
import { Inclusion, variablesOfInclusion } from './inclusion.ts'
import type { PlanForm, PlannedCall } from './planForm.ts'
import { Unplanned } from './plannedTypes.ts'
import { Planner } from './planner.ts'
import { schema } from './schema.ts'

/** Where an operation asks for nodes by their ids: a form for each type, since an id says which type its node has. */
interface ByType {
  readonly field: 'node' | 'nodes'
  /** The name of the field in the answer. */
  readonly key: string
  readonly call: PlannedCall
  readonly forms: ReadonlyMap<string, PlanForm>
}

type Form = PlanForm | ByType

/** How many forms are kept that differ in what variables include or skip. */
const formsCap = 8

/**
 * How an operation is answered without its resolvers: by one SQL statement that writes the JSON. Every field in it says
 * as data what it reads (reads.ts).
 */
export class Plan {
  readonly #document: DocumentNode
  readonly #operation: OperationDefinitionNode
  /** The variables that say what is included or skipped. */
  readonly #deciding: readonly string[]
  /** By the values of these; null if something included needs its resolver. */
  readonly #forms = new Map<string, Form | null>()

  constructor(document: DocumentNode, operation: OperationDefinitionNode, deciding: readonly string[]) {
    this.#document = document
    this.#operation = operation
    this.#deciding = deciding
  }

  /** Whether it has forms at all: where variables decide, that is found out when they are known. */
  isPossible(): boolean {
    return this.#deciding.length > 0 || this.#formOf(new Inclusion({})) !== null
  }

  /** How many forms it may hold. */
  get size(): number {
    if (this.#deciding.length > 0) return formsCap
    const [form] = this.#forms.values()
    return form && 'forms' in form ? form.forms.size : 1
  }

  /** The answer as a text. */
  run(...given: Parameters<Plan['bytes']>): string | null {
    return this.bytes(...given)?.toString() ?? null
  }

  /**
   * The answer as JSON, as the resolvers would give it; null if they must give it, because there is an error to be
   * said or SQLite does not compile as much at once. What is not bounded by its form may read as much as the budget says.
   *
   * It is bytes, as SQLite has them: what is not all ASCII, such as typeset quotation marks, takes longer to be made a text
   * and bytes again than to be found.
   *
   * @throws OverBudget
   */
  bytes(
    database: Database,
    variables: Readonly<Record<string, unknown>>,
    baseUrl: string,
    budget: Budget = unlimited,
  ): Buffer | null {
    const definitions = this.#operation.variableDefinitions ?? []
    // One error is enough to leave the answer to the resolvers.
    const { variableValues } = getVariableValues(schema, definitions, variables, {
      maxErrors: 1,
      hideSuggestions: true,
    })
    if (variableValues === undefined) return null
    try {
      const form = this.#formOf(new Inclusion(variableValues.coerced))
      if (form === null) return null
      return 'forms' in form
        ? nodesOf(form, variableValues, (one, slug) => one.answer(database, variableValues, slug, baseUrl, budget))
        : form.answer(database, variableValues, null, baseUrl, budget)
    } catch (error) {
      if (error instanceof OverBudget) throw error
      if (error instanceof Unsupported) return null
      // What is too much for one statement is asked by the many of the resolvers.
      if (error instanceof TooLarge) return null
      // An argument that is wrong; the resolvers have the words for it.
      if (error instanceof Failure || error instanceof GraphQLError) return null
      throw error
    }
  }

  #formOf(inclusion: Inclusion): Form | null {
    const key = inclusion.keyOf(this.#deciding)
    const known = this.#forms.get(key)
    if (known !== undefined) return known
    if (this.#forms.size === formsCap) this.#forms.clear()
    const form = possibly(() => formFor(this.#document, this.#operation, inclusion))
    this.#forms.set(key, form)
    return form
  }
}

/** The plan of an operation of a valid document; null if anything in it needs its resolver. */
export function planOf(document: DocumentNode, operationName: string | null | undefined): Plan | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.QUERY || operation.directives?.length) return null
  const deciding = variablesOfInclusion(document)
  const plan = deciding === null ? null : new Plan(document, operation, deciding)
  return plan?.isPossible() ? plan : null
}

/** What is made, or null if it needs a resolver. */
function possibly<Made>(make: () => Made): Made | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof Unplanned) return null
    throw error
  }
}

function formFor(document: DocumentNode, { selectionSet }: OperationDefinitionNode, inclusion: Inclusion): Form {
  const fragments = document.definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
  const byName = new Map(fragments.map((fragment): [string, FragmentDefinitionNode] => [fragment.name.value, fragment]))
  const [only, ...others] = selectionSet.selections
  const field = only?.kind === Kind.FIELD && !only.directives?.length ? only.name.value : null
  if (only?.kind !== Kind.FIELD || others.length > 0 || (field !== 'node' && field !== 'nodes')) {
    return new Planner(byName, inclusion).form(selectionSet)
  }
  const forms = new Map<string, PlanForm>()
  for (const entity of entities) {
    for (const typename of entity.typenames) {
      // Whoever asks for a node of another type shall not miss his plan.
      const form = possibly(() => new Planner(byName, inclusion, { entity, typename }).form(selectionSet))
      if (form !== null) forms.set(typename, form)
    }
  }
  const [call] = [...forms.values()].map(({ calls }) => calls[0])
  if (!call) throw new Unplanned(field)
  return { field, key: only.alias?.value ?? field, call, forms }
}

const [opening, comma] = [Buffer.from('['), Buffer.from(',')]

/** The answer for the nodes with the ids that are asked for; null if one of them is of a type without a form. */
function nodesOf(
  { field, key, call, forms }: ByType,
  variables: VariableValues,
  answer: (form: PlanForm, slug: string) => Buffer,
): Buffer | null {
  const { id, ids } = getArgumentValues(call.field, call.node, variables)
  const answerTo = (given: unknown) => {
    const { typename, id: slug } = decodeId(String(given))
    const form = forms.get(typename)
    return form ? answer(form, slug) : null
  }
  if (field === 'node') return answerTo(id)
  if (!Array.isArray(ids)) return null
  const [before, after] = [Buffer.from(`{"data":{${JSON.stringify(key)}:`), '}}']
  const nodes: Buffer[] = []
  for (const given of ids) {
    const one = answerTo(given)
    if (one === null) return null
    nodes.push(nodes.length === 0 ? opening : comma, one.subarray(before.length, -after.length))
  }
  return Buffer.concat([before, ...nodes, Buffer.from(`${nodes.length === 0 ? '[' : ''}]${after}`)])
}
