import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  getOperationAST,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Database } from '../store/engine/database.ts'
import { isDefaultComparison, type UnlistedNote, unlistedNote } from './comparisonNotes.ts'
import { nameNotes } from './nameNotes.ts'
import { type Naming, namesGiven, namingOf } from './namings.ts'
import type { NotFoundNote } from './notFoundNote.ts'
import { schema } from './schema.ts'
import { type ListFilter, listFilterOf, type UndatedNote, undatedNote } from './undatedNotes.ts'

/** Why an answer may be empty, or have less than there is. */
export type Note = NotFoundNote | UndatedNote | UnlistedNote

/** How many names of one operation are looked up. */
const MOST_NAMES = 100
/** What is longer, in characters, is no name: a note would repeat it. */
const LONGEST_NAME = 1_000
/** How many notes one answer has. */
const MOST_NOTES = 10
/** For how many filters a note counts what they leave out for want of a date. */
const MOST_FILTERS = 3

/** What an operation may need a note on: found once, and looked up with each of its variables. */
export class OperationNames {
  readonly #namings: readonly Naming[]
  readonly #filters: readonly ListFilter[]
  /** Where comparisons are listed with the verdicts of the default. */
  readonly #comparisons: readonly string[]
  readonly #defaults: Readonly<Record<string, unknown>>

  constructor(document: DocumentNode, operationName: string | null | undefined) {
    const { namings, filters, comparisons } = namingsOf(document, operationName)
    this.#namings = namings
    this.#filters = filters.slice(0, MOST_FILTERS)
    this.#comparisons = comparisons.slice(0, 1)
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
    this.#defaults = Object.fromEntries(
      definitions.flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    )
  }

  /** Why the answer with these variables may be empty, or have less than there is. */
  notes(database: Database, variables: Readonly<Record<string, unknown>>): Note[] {
    if (this.#namings.length + this.#filters.length + this.#comparisons.length === 0) return []
    const values = { ...this.#defaults, ...variables }
    const named = this.#namings
      .flatMap(naming => namesGiven(naming, values))
      .filter(({ name }) => name.length <= LONGEST_NAME)
    const notes: Note[] = []
    for (const each of named.slice(0, MOST_NAMES)) {
      notes.push(...nameNotes(database, each))
      if (notes.length >= MOST_NOTES) return notes.slice(0, MOST_NOTES)
    }
    return [
      ...notes,
      ...this.#filters.flatMap(filter => undatedNote(database, filter, values) ?? []),
      ...this.#comparisons.flatMap(path => unlistedNote(database, path) ?? []),
    ]
  }
}

function namingsOf(document: DocumentNode, operationName: string | null | undefined) {
  const namings: Naming[] = []
  const filters: ListFilter[] = []
  const comparisons: string[] = []
  const operation = getOperationAST(document, operationName)
  const typeInfo = new TypeInfo(schema)
  const path: string[] = []
  const collect = (node: FieldNode, field: GraphQLField<unknown, unknown>) => {
    for (const argument of node.arguments ?? []) {
      const input = field.args.find(({ name }) => name === argument.name.value)
      if (!input) continue
      const at = [...path, input.name].join('.')
      namings.push(...namingOf(at, argument, input, field, node))
      const filter = listFilterOf(at, argument, input, node, field)
      if (filter !== null) filters.push(filter)
    }
  }
  const visitor = visitWithTypeInfo(typeInfo, {
    OperationDefinition: node => (node === operation ? undefined : false),
    Field: {
      enter(node) {
        path.push(node.alias?.value ?? node.name.value)
        const field = typeInfo.getFieldDef()
        if (field) collect(node, field)
        if (isDefaultComparison(node)) comparisons.push([...path, 'verdicts'].join('.'))
      },
      leave() {
        path.pop()
      },
    },
  })
  visit(document, visitor)
  return { namings, filters, comparisons }
}
