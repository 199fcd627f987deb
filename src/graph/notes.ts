import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { isRecord } from '../model/isRecord.ts'
import { didYouMean, nearestWords } from '../model/nearest.ts'
import type { Database } from '../store/engine/database.ts'
import {
  isAtEnd,
  isNamed,
  isPartOfName,
  isSaid,
  namesLike,
  namesSaid,
  slugsCalled,
  valuesSaid,
} from '../store/query/names.ts'
import { entityOfType } from '../store/schema/entities.ts'
import { called } from './called.ts'
import { isDefaultComparison, type UnlistedNote, unlistedNote } from './comparisonNotes.ts'
import { tryDecode } from './globalId.ts'
import { NamesEnd, NamesRows, NamesSaid, NodeOfId, RowOfSlug } from './reads.ts'
import { schema } from './schema.ts'
import { type ListFilter, listFilterOf, type UndatedNote, undatedNote } from './undatedNotes.ts'

/** Why an answer may be empty, or have less than there is. */
export type Note = NotFoundNote | UndatedNote | UnlistedNote

/** Something that an operation names and the graph does not have. */
interface NotFoundNote {
  readonly code: 'NOT_FOUND'
  readonly message: string
  /** Where it stands: the fields down to the argument, and the way into the argument. */
  readonly path: string
  readonly notFound: string
  /** Names that the graph has and that are spelt alike; where it is another field that has this one, those fields. */
  readonly nearest: readonly string[]
}

/** An argument, or a field of an input. */
interface Input {
  readonly type: GraphQLInputType
  readonly extensions: Readonly<Record<string, unknown>>
}

/** An argument in which something may be named. */
interface Naming {
  readonly path: string
  readonly value: ValueNode
  readonly input: Input
  readonly names: NamesRows | NodeOfId | null
}

/** How many names of one operation are looked up. */
const MOST_NAMES = 100
/** What is longer, in characters, is no name: a note would repeat it. */
const LONGEST_NAME = 1_000
/** How many notes one answer has, and how many suggestions each of them. */
const MOST_NOTES = 10
const MOST_NEAREST = 3
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
      .flatMap(({ path, value, input, names }) => namedIn(path, valueFromASTUntyped(value, values), input, names))
      .filter(({ name }) => name.length <= LONGEST_NAME)
    const notes: Note[] = []
    for (const each of named.slice(0, MOST_NAMES)) {
      const note = noteOf(database, each)
      if (note !== null) notes.push(note)
      if (notes.length === MOST_NOTES) return notes
    }
    return [
      ...notes,
      ...this.#filters.flatMap(filter => undatedNote(database, filter, values) ?? []),
      ...this.#comparisons.flatMap(path => unlistedNote(database, path) ?? []),
    ]
  }
}

/** A name, and what it would name. */
interface Named {
  readonly path: string
  readonly name: string
  readonly of: NamesRows | NamesSaid
  /** Whether it stands for a part of a name. */
  readonly isPart?: true
  /** Under which name it would be said. */
  readonly under?: string
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
      namings.push(...namingOf(at, argument, input, field))
      const filter = listFilterOf(at, argument, input, field)
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

function namingOf(path: string, argument: ArgumentNode, input: GraphQLArgument, field: GraphQLField<unknown, unknown>) {
  const { reads } = field.extensions
  const isSlug = reads instanceof RowOfSlug && input.name === 'slug'
  const isId = reads instanceof NodeOfId && input.name === 'id'
  const names = isSlug ? new NamesRows(reads.entity) : isId ? reads : null
  if (names === null && !mayName(input)) return []
  return [{ path, value: argument.value, input, names }]
}

function mayName({ type, extensions }: Input): boolean {
  return extensions.names !== undefined || isInputObjectType(getNamedType(type))
}

function namedIn(path: string, value: unknown, input: Input, names: Naming['names'] = null): Named[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => namedIn(`${path}.${index}`, each, input, names))
  const of = names ?? input.extensions.names
  if (of instanceof NodeOfId) return typeof value === 'string' ? namedById(path, value) : []
  if (of instanceof NamesRows) return namesIn(path, value, of)
  if (!isRecord(value)) return []
  if (of instanceof NamesSaid) return namesSaidIn(path, value, of)
  const type = getNamedType(input.type)
  if (!isInputObjectType(type)) return []
  const fields = type.getFields()
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = fields[key]
    return field ? namedIn(`${path}.${key}`, inner, field) : []
  })
}

/** A name, and what is to stand under it. */
function namesSaidIn(path: string, given: Readonly<Record<string, unknown>>, of: NamesSaid): Named[] {
  const { name: key, value: valueKey } = of.said
  const [under, value] = [given[key], given[valueKey]]
  if (typeof under !== 'string') return []
  return [
    { path: `${path}.${key}`, name: under, of },
    ...(typeof value === 'string' ? [{ path: `${path}.${valueKey}`, name: value, of, under }] : []),
  ]
}

/** A slug, an id, or the operators of a text by which whole names are asked for. */
function namesIn(path: string, value: unknown, of: NamesRows): Named[] {
  if (typeof value === 'string') return [{ path, name: tryDecode(value)?.id ?? value, of }]
  if (!isRecord(value)) return []
  const { eq, in: several, contains, exactly } = value
  const list = Array.isArray(several) ? several : []
  return [
    ...(typeof eq === 'string' ? [{ path: `${path}.eq`, name: eq, of }] : []),
    ...list.flatMap((name, index) => (typeof name === 'string' ? [{ path: `${path}.in.${index}`, name, of }] : [])),
    ...(typeof contains === 'string' ? [{ path: `${path}.contains`, name: contains, of, isPart: true as const }] : []),
    ...namesIn(`${path}.exactly`, isRecord(exactly) ? exactly : null, of),
  ]
}

function namedById(path: string, id: string): Named[] {
  const decoded = tryDecode(id)
  const entity = decoded === null ? undefined : entityOfType(decoded.typename)
  return decoded && entity ? [{ path, name: decoded.id, of: new NamesRows(entity) }] : []
}

/** The note on a name; null where it names something. */
function noteOf(database: Database, named: Named): Note | null {
  return named.of instanceof NamesSaid ? noteOfSaid(database, named, named.of) : noteOfRow(database, named, named.of)
}

function noteOfSaid(database: Database, { path, name, under }: Named, { said }: NamesSaid): Note | null {
  if (under === undefined) {
    if (isSaid(database, said, name, null)) return null
    return noteFor(path, name, `Nothing has the ${said.what} “${name}”.`, namesSaid(database, said))
  }
  // An unknown name has a note of its own.
  if (isSaid(database, said, under, name) || !isSaid(database, said, under, null)) return null
  const message = `Nothing has the ${said.what} “${under}” with the value “${name}”.`
  return noteFor(path, name, message, valuesSaid(database, said, under))
}

function noteOfRow(database: Database, { path, name, isPart }: Named, of: NamesRows): NotFoundNote | null {
  if (isPart) {
    if (isPartOfName(database, of, name)) return null
    const message = `No ${called(of.entity)} has “${name}” in its ${of.column}.`
    return noteFor(path, name, message, namesLike(database, of, name))
  }
  if (!isNamed(database, of, name)) {
    const message = `No ${called(of.entity)} has the ${of.column} “${name}”.`
    const meant = of.column === 'slug' ? slugsCalled(database, of.entity, name) : []
    if (meant.length > 0)
      return { code: 'NOT_FOUND', message: message + didYouMean(meant), path, notFound: name, nearest: meant }
    return noteFor(path, name, message, namesLike(database, of, name))
  }
  if (!(of instanceof NamesEnd) || isAtEnd(database, of, of.end, name)) return null
  const others = of.others.filter(end => isAtEnd(database, of, end, name)).map(end => end.name)
  if (others.length === 0) return null
  const message = `No ${called(of.end.of)} has “${name}” as its ${of.end.name}.${didYouMean(others)}`
  return { code: 'NOT_FOUND', message, path, notFound: name, nearest: others }
}

function noteFor(path: string, name: string, message: string, candidates: readonly string[]): NotFoundNote {
  const nearest = nearestWords(name, candidates, MOST_NEAREST)
  return { code: 'NOT_FOUND', message: message + didYouMean(nearest), path, notFound: name, nearest }
}
