import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  specifiedRules,
  TokenKind,
  validate,
  visit,
} from 'graphql'
import { hinted } from '../../graph/hints.ts'
import { schema } from '../../graph/schema.ts'
import type { LimitName, Limits } from '../../settings/limits.ts'
import { overLimit, refuseOver } from '../refusals.ts'

/** How many errors of a document are told. */
const errorsCap = 20

/** Why a document is refused: it cannot be read or is over a limit, or it does not fit the schema. */
export type DocumentRefusal =
  | { readonly kind: 'unreadable'; readonly errors: readonly [GraphQLError] }
  | { readonly kind: 'invalid'; readonly errors: readonly GraphQLError[]; readonly outline: DocumentNode }

/**
 * The document of a query that is valid and within the limits of what can be told from its text, or why it is refused. Each
 * check stops at its limit, so that a refusal never costs more than an answer.
 */
export function checkDocument(query: string, allowed: Limits): DocumentNode | DocumentRefusal {
  try {
    refuseTokens(query, allowed.MAX_TOKENS)
    const document = parse(query)
    for (const [name, value] of measure(document)) refuseOver(name, value, allowed)
    // It says itself that there would be more, in an error of its own.
    const errors = validate(schema, document, specifiedRules, { maxErrors: errorsCap - 1 })
    return errors.length === 0 ? document : { kind: 'invalid', errors: toldOnce(errors), outline: outlineOf(document) }
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: 'unreadable', errors: [toKeep(error.message, [error])] }
    throw error
  }
}

/** Refuses a query with more tokens than that, as the parser sees them: comments do not count. An error is the parser's to tell. */
function refuseTokens(query: string, limit: number): void {
  const lexer = new Lexer(new Source(query))
  let tokens = 0
  try {
    while (lexer.advance().kind !== TokenKind.EOF) {
      tokens += 1
      if (tokens > limit) break
    }
  } catch {
    return
  }
  if (tokens > limit) throw overLimit('MAX_TOKENS', tokens, limit, true)
}

/** The operations of a document by kind and name, which is all that anyone asks of one that is refused. */
function outlineOf({ definitions }: DocumentNode): DocumentNode {
  const unknown = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'unknown' } } as const
  const selectionSet = { kind: Kind.SELECTION_SET, selections: [unknown] } as const
  const operations = definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
  return {
    kind: Kind.DOCUMENT,
    definitions: operations.map(({ kind, operation, name }) => ({
      kind,
      operation,
      name: name && { kind: Kind.NAME, value: name.value },
      selectionSet,
    })),
  }
}

/** Each mistake once, with what was meant and all of its places: whoever repeats it makes no longer answer. */
function toldOnce(errors: readonly GraphQLError[]): GraphQLError[] {
  const alike = Map.groupBy(errors, error => `${fieldAt(error)} ${error.message}`)
  const told = [...alike.values()].flatMap(([first, ...others]) =>
    first ? [[hinted(first.message, fieldAt(first)), [first, ...others]] as const] : [],
  )
  return [...Map.groupBy(told, ([message]) => message)].map(([message, kinds]) =>
    toKeep(
      message,
      kinds.flatMap(([, each]) => each),
    ),
  )
}

/** The argument or the input field whose value is at fault; empty where it is another thing. */
function fieldAt({ source, positions: [at = 0] = [] }: GraphQLError): string {
  return /(\w+)\s*:\s*$/.exec(source?.body.slice(Math.max(0, at - 100), at) ?? '')?.[1] ?? ''
}

/**
 * Errors of one message as one that can be kept: it holds neither their nodes nor a stack, each of which holds the whole
 * document, and what had looked through it.
 */
function toKeep(message: string, alike: readonly GraphQLError[]): GraphQLError {
  const [first] = alike
  const positions = alike.flatMap(error => error.positions ?? [])
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return new GraphQLError(message, { source: first?.source, positions, extensions: first?.extensions })
  } finally {
    Error.stackTraceLimit = limit
  }
}

/** The measures of a document. A fragment counts wherever it is spread for the depth and the root fields, else once. */
function measure(document: DocumentNode): [LimitName, number][] {
  let aliases = 0
  let directives = 0
  visit(document, {
    Field: ({ alias }) => {
      // Clients add such themselves, one for each fragment on an interface: __isAgent: __typename.
      aliases += alias && !alias.value.startsWith('__') ? 1 : 0
    },
    Directive: () => {
      directives += 1
    },
  })
  const shape = new Shape(document)
  const operations = document.definitions
    .filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ selectionSet }) => shape.of(selectionSet))
  return [
    ['MAX_ALIASES', aliases],
    ['MAX_DIRECTIVES', directives],
    ['MAX_DEPTH', Math.max(0, ...operations.map(({ depth }) => depth))],
    ['MAX_ROOT_FIELDS', Math.max(0, ...operations.map(({ fields }) => fields))],
  ]
}

/** How deep selections are, and how many fields stand at their top, with the fragments that they spread. */
class Shape {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #known = new Map<SelectionSetNode, { depth: number; fields: number }>()

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.#fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]))
  }

  of(set: SelectionSetNode | undefined): { readonly depth: number; readonly fields: number } {
    if (!set) return { depth: 0, fields: 0 }
    const known = this.#known.get(set)
    if (known) return known
    const shape = { depth: 0, fields: 0 }
    // Before it is filled, so that a fragment which spreads itself ends here; the validation refuses that.
    this.#known.set(set, shape)
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        shape.fields += 1
        shape.depth = Math.max(shape.depth, 1 + this.of(selection.selectionSet).depth)
      } else {
        const inner = this.of(
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : this.#fragments.get(selection.name.value)?.selectionSet,
        )
        shape.fields += inner.fields
        shape.depth = Math.max(shape.depth, inner.depth)
      }
    }
    return shape
  }
}
