import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import { isRecord } from '../model/isRecord.ts'
import type { NamePart } from '../store/query/names.ts'
import { entityOfType } from '../store/schema/entities.ts'
import { tryDecode } from './globalId.ts'
import { NamesAuthors, NamesNumbers, NamesRows, NamesSaid, NamesWords, NodeOfId, RowOfSlug } from './reads.ts'

/** An argument, or a field of an input. */
interface Input {
  readonly type: GraphQLInputType
  readonly extensions: Readonly<Record<string, unknown>>
}

/** An argument in which something may be named. */
export interface Naming {
  readonly path: string
  readonly value: ValueNode
  readonly input: Input
  readonly names: NamesRows | NodeOfId | null
  /** Of the arguments beside it, the one that says where its words are looked for. */
  readonly beside: ValueNode | undefined
}

/** A name, and what it would name. */
export interface NameGiven {
  readonly path: string
  readonly name: string
  readonly of: NamesRows | NamesAuthors | NamesSaid | NamesWords | NamesNumbers
  /** How much of a name it is; the whole, unless told otherwise. */
  readonly as?: NamePart
  /** Whether names are compared character for character. */
  readonly isExact?: true
  /** Under which name it would be said. */
  readonly under?: string
  /** The conditions that ask for a number. */
  readonly conditions?: Readonly<Record<string, unknown>>
  /** What stands beside words, and says where they are looked for. */
  readonly beside?: unknown
}

/** The argument of a field, if something may be named in it. */
export function namingOf(
  path: string,
  argument: ArgumentNode,
  input: GraphQLArgument,
  field: GraphQLField<unknown, unknown>,
  { arguments: others = [] }: FieldNode,
): Naming[] {
  const { reads } = field.extensions
  const isSlug = reads instanceof RowOfSlug && input.name === 'slug'
  const isId = reads instanceof NodeOfId && input.name === 'id'
  const names = isSlug ? new NamesRows(reads.entity) : isId ? reads : null
  if (names === null && !mayName(input)) return []
  const { names: of } = input.extensions
  const besides = of instanceof NamesWords ? others.filter(({ name }) => name.value === of.beside) : []
  return [{ path, value: argument.value, input, names, beside: besides[0]?.value }]
}

function mayName({ type, extensions }: Input): boolean {
  return extensions.names !== undefined || isInputObjectType(getNamedType(type))
}

/** What is named in an argument, with the values of the variables. */
export function namesGiven(
  { path, value, input, names, beside }: Naming,
  values: Readonly<Record<string, unknown>>,
): NameGiven[] {
  const given = { ...input, names, beside: beside && valueFromASTUntyped(beside, values) }
  return namedIn(path, valueFromASTUntyped(value, values), given)
}

/** An input as it is given. */
interface Given extends Input {
  readonly names?: Naming['names']
  readonly beside?: unknown
}

function namedIn(path: string, value: unknown, input: Given): NameGiven[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => namedIn(`${path}.${index}`, each, input))
  const of = input.names ?? input.extensions.names
  if (of instanceof NamesWords)
    return typeof value === 'string' ? [{ path, name: value, of, beside: input.beside }] : []
  if (of instanceof NodeOfId) return typeof value === 'string' ? namedById(path, value) : []
  if (of instanceof NamesRows || of instanceof NamesAuthors) return namesIn(path, value, of)
  if (!isRecord(value)) return []
  if (of instanceof NamesSaid) return namesSaidIn(path, value, of)
  if (of instanceof NamesNumbers) return numbersIn(path, value, of)
  const type = getNamedType(input.type)
  if (!isInputObjectType(type)) return []
  const fields = type.getFields()
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = fields[key]
    return field ? namedIn(`${path}.${key}`, inner, field) : []
  })
}

/** A name, and what is to stand under it. */
function namesSaidIn(path: string, given: Readonly<Record<string, unknown>>, of: NamesSaid): NameGiven[] {
  const { name: key, value: valueKey } = of.said
  const [under, value] = [given[key], given[valueKey]]
  if (typeof under !== 'string') return []
  return [
    { path: `${path}.${key}`, name: under, of },
    ...(typeof value === 'string' ? [{ path: `${path}.${valueKey}`, name: value, of, under }] : []),
  ]
}

/** A slug, an id, or the operators of a text by which names are asked for. */
function namesIn(path: string, value: unknown, of: NamesRows | NamesAuthors, isExact?: true): NameGiven[] {
  if (typeof value === 'string') {
    const id = of instanceof NamesRows && of.column === 'slug' ? tryDecode(value)?.id : undefined
    return [{ path, name: id ?? value, of }]
  }
  if (!isRecord(value)) return []
  const given = (operator: string, as: NamePart): NameGiven[] =>
    [value[operator]].flat().flatMap((name, index) => {
      const at = Array.isArray(value[operator]) ? `${path}.${operator}.${index}` : `${path}.${operator}`
      return typeof name === 'string' ? [{ path: at, name, of, as, ...(isExact && { isExact }) }] : []
    })
  return [
    ...given('eq', 'WHOLE'),
    ...given('in', 'WHOLE'),
    ...given('contains', 'PART'),
    ...given('startsWith', 'START'),
    ...namesIn(`${path}.exactly`, isRecord(value.exactly) ? value.exactly : null, of, true),
  ]
}

/** The conditions on a number, and each of several numbers by itself. */
function numbersIn(
  path: string,
  { in: several, ...others }: Readonly<Record<string, unknown>>,
  of: NamesNumbers,
): NameGiven[] {
  const given = (at: string, conditions: Readonly<Record<string, unknown>>) => ({
    path: at,
    name: JSON.stringify(conditions),
    of,
    conditions,
  })
  const each = [several ?? []].flat().map((eq, index) => given(`${path}.in.${index}`, { eq }))
  return Object.keys(others).length === 0 ? each : [...each, given(path, others)]
}

function namedById(path: string, id: string): NameGiven[] {
  const decoded = tryDecode(id)
  const entity = decoded === null ? undefined : entityOfType(decoded.typename)
  return decoded && entity ? [{ path, name: decoded.id, of: new NamesRows(entity) }] : []
}
