import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
  validate,
  visit,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { costOf } from '../graph/cost.ts'
import { schema } from '../graph/schema.ts'
import type { LimitName, Limits } from '../settings/limits.ts'
import { refuseOver } from './refusals.ts'

/** Bounds what a query may ask: its tokens before it is parsed, its form before it is validated, its cost before it runs. */
export function useDocumentLimits(allowed: Limits): Plugin {
  return {
    onParse({ params: { source } }) {
      refuseOver('MAX_TOKENS', countTokens(source), allowed)
    },
    onValidate({ params: { documentAST } }) {
      for (const [name, value] of measure(documentAST)) refuseOver(name, value, allowed)
    },
    onExecute({ args: { document, operationName, variableValues } }) {
      const cost = costOf(document, operationName, { ...variableValues })
      if (cost !== null) refuseOver('MAX_COST', cost, allowed)
    },
  }
}

/** The document of a query, if it is valid and passes the same bounds; its cost depends on its variables, and is not looked at. */
export function allowedDocument(query: string, allowed: Limits): DocumentNode | null {
  if (countTokens(query) > allowed.MAX_TOKENS) return null
  try {
    const document = parse(query)
    const isWithin = measure(document).every(([name, value]) => value <= allowed[name])
    return isWithin && validate(schema, document).length === 0 ? document : null
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}

/** How many tokens a query has, as the parser sees them: comments do not count. Up to an error, which is the parser's. */
function countTokens(source: string | Source): number {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source)
  let tokens = 0
  try {
    while (lexer.advance().kind !== TokenKind.EOF) tokens += 1
  } catch {
    return tokens
  }
  return tokens
}

/** The measures of a document. A fragment counts wherever it is spread for the depth and the root fields, else once. */
function measure(document: DocumentNode): [LimitName, number][] {
  let aliases = 0
  let directives = 0
  visit(document, {
    Field: ({ alias }) => {
      aliases += alias ? 1 : 0
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
