import { coerceInputValue, type DocumentNode, type GraphQLInputType, parse } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Limits } from '../../settings/limits.ts'
import { checkDocument, type DocumentRefusal } from './check.ts'
import { KnownOperation } from './knownOperation.ts'
import { formOf, liftLiterals, type OperationForm, variableOf } from './literals.ts'
import type { Operation } from './operation.ts'

/** An operation that can be run: what is known of it, and all of its variables, those for its literal values too. */
export interface Runnable {
  readonly kind: 'runnable'
  readonly operation: KnownOperation
  readonly variables: Readonly<Record<string, unknown>>
}

/** What is kept of an operation. The types are those of its literal values. */
type Kept =
  | DocumentRefusal
  | { readonly kind: 'known'; readonly operation: KnownOperation; readonly types: readonly GraphQLInputType[] }

/** What is kept of a text with literal values: by which key its operation is kept, and its values as variables. */
interface Worded {
  readonly kind: 'worded'
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

/**
 * All that is known of operations: whether they are refused, and if not, how they are run and what they cost. Everything
 * that can be told from a text is found out once, and kept in the one cache there is, bounded by the bytes that it holds.
 *
 * Texts that differ only in their literal values are one operation, with variables for these.
 */
export class KnownOperations {
  readonly #limits: Limits | null
  readonly #usePlans: boolean
  readonly #kept: LRUCache<string, Kept | Worded>

  /** Without limits nothing is checked: for a process that is asked only for what was checked before. */
  constructor(options: { readonly limits: Limits | null; readonly usePlans: boolean; readonly maxBytes: number }) {
    this.#limits = options.limits
    this.#usePlans = options.usePlans
    this.#kept = new LRUCache({ maxSize: options.maxBytes })
  }

  /** How many bytes it holds. */
  get keptBytes(): number {
    return this.#kept.calculatedSize
  }

  /** What is to be run, or why the operation is refused. */
  find({
    query,
    operationName,
    variables,
  }: Pick<Operation, 'query' | 'operationName' | 'variables'>): Runnable | DocumentRefusal {
    const key = keyOf(query, operationName)
    const known = this.#kept.get(key)
    if (known?.kind === 'worded') {
      const operation = this.#kept.get(known.key)
      if (operation?.kind === 'known') return runnable(operation, { ...variables, ...known.values })
    } else if (known) return runnable(known, variables)
    const form = formOf(query)
    const alike = form && this.#kept.get(keyOf(form.text, operationName))
    const values = form && alike?.kind === 'known' ? valuesFor(alike.types, form) : null
    if (form && alike?.kind === 'known' && values) {
      this.#keepWording(key, { kind: 'worded', key: keyOf(form.text, operationName), values })
      return runnable(alike, { ...variables, ...values })
    }
    return this.#learn(key, query, operationName, variables, form)
  }

  #learn(
    key: string,
    query: string,
    operationName: string | undefined,
    variables: Operation['variables'],
    form: OperationForm | null,
  ): Runnable | DocumentRefusal {
    const document = this.#limits === null ? parse(query) : checkDocument(query, this.#limits)
    if ('errors' in document) {
      this.#kept.set(key, document, { size: 2 * key.length + bytesOfRefusal * document.errors.length })
      return document
    }
    const lifted = form && liftLiterals(document)
    const values = form && lifted && valuesFor(lifted.types, form)
    if (form && lifted && values) {
      const formKey = keyOf(form.text, operationName)
      const kept = this.#keep(formKey, lifted.document, operationName, lifted.types)
      this.#keepWording(key, { kind: 'worded', key: formKey, values })
      return runnable(kept, { ...variables, ...values })
    }
    return runnable(this.#keep(key, document, operationName, []), variables)
  }

  #keepWording(key: string, worded: Worded): void {
    this.#kept.set(key, worded, { size: 2 * (key.length + worded.key.length) + bytesOfWording })
  }

  #keep(
    key: string,
    document: DocumentNode,
    operationName: string | undefined,
    types: readonly GraphQLInputType[],
  ): Kept {
    const operation = new KnownOperation(document, operationName, this.#usePlans)
    const kept = { kind: 'known', operation, types } as const
    this.#kept.set(key, kept, { size: 2 * key.length + operation.bytes })
    return kept
  }
}

/** What else a wording holds, and each error of a refusal, about. */
const bytesOfWording = 500
const bytesOfRefusal = 2_000

function runnable(kept: Kept, variables: Operation['variables']): Runnable | DocumentRefusal {
  return kept.kind === 'known' ? { kind: 'runnable', operation: kept.operation, variables } : kept
}

/** The literal values of a form as variables of those types; null if they are not of them. */
function valuesFor(
  types: readonly GraphQLInputType[],
  { values }: OperationForm,
): Record<string, string | number> | null {
  if (types.length !== values.length) return null
  const isOfType = (type: GraphQLInputType, place: number) => {
    try {
      return coerceInputValue(values[place], type) !== undefined
    } catch {
      return false
    }
  }
  if (!types.every(isOfType)) return null
  return Object.fromEntries(values.map((value, place) => [variableOf(place), value]))
}

/** What an operation is remembered by. The length keeps a name, an empty one too, apart from the query behind it. */
function keyOf(query: string, operationName: string | undefined): string {
  return `${operationName?.length ?? ''} ${operationName ?? ''}${query}`
}
