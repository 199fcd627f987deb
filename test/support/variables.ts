import fc from 'fast-check'
import {
  type DocumentNode,
  isLeafType,
  Kind,
  OperationTypeNode,
  parse,
  parseConstValue,
  print,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { schema } from '../../src/graph/schema.ts'

/** A query whose single values are all variables. */
interface Opened {
  readonly document: DocumentNode
  /** The values that stood there. */
  readonly variables: Readonly<Record<string, unknown>>
  /** The type of each variable. */
  readonly types: ReadonlyMap<string, string>
}

/** A query that is asked several times: with its own values, with others, and with its own again. */
export interface AskedAgain {
  readonly document: DocumentNode
  readonly asked: readonly Opened['variables'][]
}

/** The same queries with variables for all single values in their arguments. */
export function askedAgain(queries: fc.Arbitrary<string>): fc.Arbitrary<AskedAgain> {
  return queries.map(withVariables).chain(opened => {
    const { document, variables } = opened
    return fc
      .array(otherValues(opened), { minLength: 2, maxLength: 4 })
      .map(others => ({ document, asked: [variables, ...others, variables] }))
  })
}

function withVariables(query: string): Opened {
  const info = new TypeInfo(schema)
  const variables: Record<string, unknown> = {}
  const types = new Map<string, string>()
  const open = (node: ValueNode): ValueNode | undefined => {
    const type = info.getInputType()
    if (!type || !isLeafType('ofType' in type ? type.ofType : type)) return undefined
    const name = `v${types.size}`
    types.set(name, String(type))
    variables[name] = plainValue(node)
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }
  }
  const opened = visit(
    parse(query),
    visitWithTypeInfo(info, {
      IntValue: open,
      FloatValue: open,
      StringValue: open,
      BooleanValue: open,
      EnumValue: open,
    }),
  )
  const definitions = Array.from(types, ([name, type]) => `$${name}: ${type}`).join(', ')
  const [header] = parse(`query ${definitions === '' ? '' : `(${definitions})`} { __typename }`).definitions
  const variableDefinitions: readonly VariableDefinitionNode[] =
    header && 'variableDefinitions' in header ? (header.variableDefinitions ?? []) : []
  const document = visit(opened, {
    OperationDefinition: node =>
      node.operation === OperationTypeNode.QUERY ? { ...node, variableDefinitions } : undefined,
  })
  // Printed and read again, as a client's would be.
  return { document: parse(print(document)), variables, types }
}

/** The same variables with others of their values in their places, some of them null or left out. */
function otherValues({ variables, types }: Opened): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const names = Object.keys(variables)
  const another = (name: string) => {
    const alike = names.filter(other => types.get(other)?.replace('!', '') === types.get(name)?.replace('!', ''))
    return fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...alike.map(other => variables[other])) },
      { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
    )
  }
  return fc
    .tuple(...names.map(another))
    .map(values =>
      Object.fromEntries(names.flatMap((name, at) => (values[at] === undefined ? [] : [[name, values[at]]]))),
    )
}

function plainValue(node: ValueNode): unknown {
  const constant = parseConstValue(print(node))
  switch (constant.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      return Number(constant.value)
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return constant.value
    default:
      throw new Error(`${constant.kind} is no single value`)
  }
}
