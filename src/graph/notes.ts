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
import { nearestWords } from '../model/nearest.ts'
import type { Database } from '../store/engine/database.ts'
import { isLabel, isNamed, labelNames, namesLike } from '../store/query/names.ts'
import { type Entity, entities } from '../store/schema/entities.ts'
import { tryDecode } from './globalId.ts'
import { NamesLabels, NamesRows, NodeOfId, RowOfSlug } from './reads.ts'
import { schema } from './schema.ts'

/** Something that an operation names and the graph does not have: why an answer may be empty. */
export interface Note {
  readonly code: 'NOT_FOUND'
  readonly message: string
  /** Where it stands: the fields down to the argument, and the way into the argument. */
  readonly path: string
  readonly notFound: string
  /** Names that the graph has and that are spelt alike. */
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

/** As many names are looked at in one operation. */
const MOST_NAMES = 100
/** As many notes are given, each with so many suggestions. */
const MOST_NOTES = 10
const MOST_NEAREST = 3

/** The names in an operation: found once, and looked up with each of its variables. */
export class OperationNames {
  readonly #namings: readonly Naming[]
  readonly #defaults: Readonly<Record<string, unknown>>

  constructor(document: DocumentNode, operationName: string | null | undefined) {
    this.#namings = namingsOf(document, operationName)
    const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? []
    this.#defaults = Object.fromEntries(
      definitions.flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    )
  }

  /** What is named and not there, with these variables. */
  notes(database: Database, variables: Readonly<Record<string, unknown>>): Note[] {
    if (this.#namings.length === 0) return []
    const values = { ...this.#defaults, ...variables }
    const named = this.#namings.flatMap(({ path, value, input, names }) =>
      namedIn(path, valueFromASTUntyped(value, values), input, names),
    )
    const missing = named.slice(0, MOST_NAMES).filter(each => !isThere(database, each))
    return missing.slice(0, MOST_NOTES).map(each => noteOf(database, each))
  }
}

/** A name, and what it would name. */
interface Named {
  readonly path: string
  readonly name: string
  readonly of: NamesRows | NamesLabels
}

function namingsOf(document: DocumentNode, operationName: string | null | undefined): Naming[] {
  const namings: Naming[] = []
  const operation = getOperationAST(document, operationName)
  const typeInfo = new TypeInfo(schema)
  const path: string[] = []
  const collect = (node: FieldNode, field: GraphQLField<unknown, unknown>) => {
    for (const argument of node.arguments ?? []) {
      const input = field.args.find(({ name }) => name === argument.name.value)
      if (input) namings.push(...namingOf([...path, input.name].join('.'), argument, input, field))
    }
  }
  const visitor = visitWithTypeInfo(typeInfo, {
    OperationDefinition: node => (node === operation ? undefined : false),
    Field: {
      enter(node) {
        path.push(node.alias?.value ?? node.name.value)
        const field = typeInfo.getFieldDef()
        if (field) collect(node, field)
      },
      leave() {
        path.pop()
      },
    },
  })
  visit(document, visitor)
  return namings
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
  if (of instanceof NamesLabels) {
    return typeof value.name === 'string' ? [{ path: `${path}.name`, name: value.name, of }] : []
  }
  const type = getNamedType(input.type)
  if (!isInputObjectType(type)) return []
  const fields = type.getFields()
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = fields[key]
    return field ? namedIn(`${path}.${key}`, inner, field) : []
  })
}

/** A slug, an id, or the operators of a text by which whole names are asked for. */
function namesIn(path: string, value: unknown, of: NamesRows): Named[] {
  if (typeof value === 'string') return [{ path, name: tryDecode(value)?.id ?? value, of }]
  if (!isRecord(value)) return []
  const { eq, in: several, exactly } = value
  const list = Array.isArray(several) ? several : []
  return [
    ...(typeof eq === 'string' ? [{ path: `${path}.eq`, name: eq, of }] : []),
    ...list.flatMap((name, index) => (typeof name === 'string' ? [{ path: `${path}.in.${index}`, name, of }] : [])),
    ...namesIn(`${path}.exactly`, isRecord(exactly) ? exactly : null, of),
  ]
}

function namedById(path: string, id: string): Named[] {
  const decoded = tryDecode(id)
  const entity = entities.find(({ typenames }) => decoded !== null && typenames.includes(decoded.typename))
  return decoded && entity ? [{ path, name: decoded.id, of: new NamesRows(entity) }] : []
}

function isThere(database: Database, { name, of }: Named): boolean {
  return of instanceof NamesLabels ? isLabel(database, name) : isNamed(database, of, name)
}

function noteOf(database: Database, { path, name, of }: Named): Note {
  const candidates = of instanceof NamesLabels ? labelNames(database) : namesLike(database, of, name)
  const nearest = nearestWords(name, candidates, MOST_NEAREST)
  const what = of instanceof NamesLabels ? 'label' : of.column
  const whose = of instanceof NamesLabels ? 'Nothing' : `No ${called(of.entity)}`
  const meant = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`
  return { code: 'NOT_FOUND', message: `${whose} has the ${what} “${name}”.${meant}`, path, notFound: name, nearest }
}

/** What people call a row: an agent, a time expression. */
function called({ typenames: [only = '', ...others] }: Entity): string {
  if (others.length > 0) return 'agent'
  return only.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
