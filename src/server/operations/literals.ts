import {
  type DocumentNode,
  type GraphQLInputType,
  GraphQLNonNull,
  getNamedType,
  getNullableType,
  isScalarType,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parseType,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { schema } from '../../graph/schema.ts'

/** A query whose literal values were taken out: queries that differ in these alone have the same form. */
export interface OperationForm {
  readonly text: string
  readonly values: readonly (string | number)[]
}

/** Longer queries, in characters, are known by their whole text. */
const longest = 20_000

/** Strings, comments, names and numbers; and what makes a query too uncommon to have a form: block strings and defaults. */
const pieces = /"""|=|"(?:[^"\\\n\r]|\\.)*"?|#[^\n\r]*|[_A-Za-z]\w*|-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/g

/** What stands in a form for a value. No query has these characters. */
const places = { string: '\u0001', int: '\u0002', float: '\u0003' }

/** The variables that stand for values begin so; the names of a client's own never do. */
const prefix = '__'

/** The form of a query; null if it has none, because no literals are in it or it is written in an uncommon way. */
export function formOf(query: string): OperationForm | null {
  if (query.length > longest) return null
  const values: (string | number)[] = []
  let hasForm = true
  const text = query.replace(pieces, (piece: string, fraction?: string, exponent?: string) => {
    const [first = ''] = piece
    if (first === '=' || piece === '"""') hasForm = false
    if (first === '#') return ''
    if (first === '"') {
      const value = stringOf(piece)
      if (value === null) hasForm = false
      else values.push(value)
      return places.string
    }
    if (!/[-\d]/.test(first)) return piece
    const value = Number(piece)
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) hasForm = false
    values.push(value)
    return fraction === undefined && exponent === undefined ? places.int : places.float
  })
  return hasForm && values.length > 0 ? { text, values } : null
}

/** The value of a string as GraphQL reads it; null where JSON would read it otherwise. */
function stringOf(piece: string): string | null {
  if (piece.includes('\\u') || !piece.isWellFormed()) return null
  try {
    return JSON.parse(piece)
  } catch {
    return null
  }
}

/** The name of the variable that stands for the value at that place. */
export function variableOf(place: number): string {
  return `${prefix}${place}`
}

/** A document with variables for its literal values, and the types of these. */
export interface Lifted {
  readonly document: DocumentNode
  readonly types: readonly GraphQLInputType[]
}

/**
 * Puts variables in the place of the literal values of a valid document, in the order of the text; null where that would
 * not mean the same whatever the values are.
 */
export function liftLiterals(document: DocumentNode): Lifted | null {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operations.length !== 1) return null
  const types: GraphQLInputType[] = []
  let isLiftable = true
  const info = new TypeInfo(schema)
  const lift = () => {
    const type = info.getInputType()
    // The text of an enum's value is not a string in a query, but it is one in a variable.
    if (!type || !isScalarType(getNamedType(type))) isLiftable = false
    else types.push(new GraphQLNonNull(getNullableType(type)))
    return {
      kind: Kind.VARIABLE,
      name: { kind: Kind.NAME, value: variableOf(types.length - 1) },
    } as const satisfies ValueNode
  }
  const lifted = visit(
    document,
    visitWithTypeInfo(info, {
      Variable: ({ name }) => {
        if (name.value.startsWith(prefix)) isLiftable = false
      },
      IntValue: lift,
      FloatValue: lift,
      StringValue: lift,
    }),
  )
  if (!isLiftable) return null
  const definitions = types.map(
    (type, place): VariableDefinitionNode => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variableOf(place) } },
      type: parseType(String(type), { noLocation: true }),
    }),
  )
  const whole = {
    ...lifted,
    definitions: lifted.definitions.map(definition =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? { ...definition, variableDefinitions: [...(definition.variableDefinitions ?? []), ...definitions] }
        : definition,
    ),
  }
  // Fields of the same name may have equal values in them, and be one: which variables are not.
  const clashes = validate(schema, whole, [OverlappingFieldsCanBeMergedRule], { maxErrors: 1 })
  return clashes.length === 0 ? { document: whole, types } : null
}
