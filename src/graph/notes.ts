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
import { type Aside, type Asked, pathOf } from './aside.ts'
import { type ChangesNote, changesNote } from './changesNote.ts'
import { type UnlistedNote, unlistedNote } from './comparisonNotes.ts'
import { concordanceNote } from './concordanceNote.ts'
import { elsewhereNote } from './elsewhereNotes.ts'
import { otherEndNote } from './endNotes.ts'
import { filterArgumentOf } from './filterArguments.ts'
import { nameNotes } from './nameNotes.ts'
import { type Naming, namesGiven, namingOf } from './namings.ts'
import { type NestedNote, nestedNote } from './nestedNotes.ts'
import type { NotFoundNote } from './notFoundNote.ts'
import { numberNote } from './numberNotes.ts'
import { undatedOrderNote } from './orderNotes.ts'
import { schema } from './schema.ts'
import { type UndatedNote, undatedNote } from './undatedNotes.ts'

/** Why an answer may be empty, or have less than there is. */
export type Note = NotFoundNote | UndatedNote | UnlistedNote | NestedNote | ChangesNote

/** How many names of one operation are looked up. */
const MOST_NAMES = 100
/** What is longer, in characters, is not a name: a note would repeat it. */
const LONGEST_NAME = 1_000
/** How many notes one answer has. */
const MOST_NOTES = 10
/** How many of its fields are looked into for each kind of note. */
const MOST_ASIDES = 3

/** What an operation may need a note on: found once, and looked up with each of its variables. */
export class OperationNames {
  readonly #namings: readonly Naming[]
  readonly #asides: readonly Aside<Note>[]
  readonly #defaults: Readonly<Record<string, unknown>>

  constructor(document: DocumentNode, operationName: string | null | undefined) {
    const { namings, asides } = namingsOf(document, operationName)
    this.#namings = namings
    this.#asides = asides
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
    this.#defaults = Object.fromEntries(
      definitions.flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    )
  }

  /** Whether there is nothing to look up, with whatever variables. */
  get areNone(): boolean {
    return this.#namings.length + this.#asides.length === 0
  }

  /** Why the answer with these variables may be empty, or have less than there is. */
  notes(database: Database, variables: Readonly<Record<string, unknown>>): Note[] {
    if (this.areNone) return []
    const values = { ...this.#defaults, ...variables }
    const named = this.#namings
      .flatMap(naming => namesGiven(naming, values))
      .filter(({ name }) => name.length <= LONGEST_NAME)
    const notes: Note[] = []
    for (const each of named.slice(0, MOST_NAMES)) {
      notes.push(...nameNotes(database, each))
      if (notes.length >= MOST_NOTES) return notes.slice(0, MOST_NOTES)
    }
    return [...notes, ...this.#asides.flatMap(aside => aside(database, values) ?? [])]
  }
}

/** What is looked into for notes, and for each kind of note no more than a few. */
class Asides {
  readonly #kinds = new Map<string, Aside<Note>[]>()

  add(kind: string, aside: Aside<Note> | null): void {
    const known = this.#kinds.get(kind) ?? []
    if (aside !== null && known.length < MOST_ASIDES) this.#kinds.set(kind, [...known, aside])
  }

  all(): Aside<Note>[] {
    return [...this.#kinds.values()].flat()
  }
}

function namingsOf(document: DocumentNode, operationName: string | null | undefined) {
  const namings: Naming[] = []
  const asides = new Asides()
  const operation = getOperationAST(document, operationName)
  const typeInfo = new TypeInfo(schema)
  const path: Asked[] = []
  const collect = (node: FieldNode, field: GraphQLField<unknown, unknown>) => {
    for (const argument of node.arguments ?? []) {
      const input = field.args.find(({ name }) => name === argument.name.value)
      if (!input) continue
      const at = pathOf(path, input.name)
      namings.push(...namingOf(at, argument, input, field, node))
      const filter = filterArgumentOf(at, argument, input, node, field)
      if (filter !== null) {
        asides.add('filters', undatedNote(filter))
        asides.add('ends', otherEndNote(filter))
      }
    }
    asides.add('comparisons', unlistedNote(path))
    asides.add('nested', nestedNote(path))
    asides.add('orders', undatedOrderNote(path))
    asides.add('numbers', numberNote(path))
    asides.add('concordances', concordanceNote(path))
    asides.add('elsewhere', elsewhereNote(path))
    asides.add('changes', changesNote(path))
  }
  const visitor = visitWithTypeInfo(typeInfo, {
    OperationDefinition: node => (node === operation ? undefined : false),
    Field: {
      enter(node) {
        const field = typeInfo.getFieldDef()
        if (!field) return false
        path.push({ node, field })
        collect(node, field)
        return undefined
      },
      leave() {
        path.pop()
      },
    },
  })
  visit(document, visitor)
  return { namings, asides: asides.all() }
}
