import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { testGraph } from '../support/graph.ts'

const graph = testGraph()

/** Values for arguments that have to be given, by name: what the seed has. A new one is asked for by the test below. */
const given: Readonly<Record<string, string>> = {
  agent: '"patrick-lechleitner"',
  claim: '"administration-releases"',
  date: '"2024-09-25"',
  groupBy: '[SPEAKER]',
  id: '"U3BlYWtlcg"',
  ids: '[]',
  one: '"wane-ice-435000/convicted"',
  other: '"wane-ice-435000/lead"',
  query: '"convicted"',
  referent: '"people-counted"',
  slug: '"wane-ice-435000"',
  speaker: '"patrick-lechleitner"',
  words: '"435,000"',
  speakers: '["patrick-lechleitner", "mark-green"]',
  term: '"convicted"',
  within: '0',
}

type Field = GraphQLField<unknown, unknown>

/** One choice that an argument offers: the enum values, alone, in a list, or in a field of an input such as an order. */
function choicesOf({ name, type }: GraphQLArgument): string[][] {
  const named = getNamedType(type)
  if (isEnumType(named)) return [named.getValues().map(value => `${name}: ${listed(type, value.name)}`)]
  if (!isInputObjectType(named) || named.name.endsWith('Filter')) return []
  const fields = Object.values(named.getFields())
  const required = fields.filter(field => isNonNullType(field.type) && field.defaultValue === undefined)
  const isKnown = required.every(field => isEnumType(getNamedType(field.type)))
  if (!isKnown) return []
  const first = (of: GraphQLInputType) => {
    const inner = getNamedType(of)
    return isEnumType(inner) ? (inner.getValues()[0]?.name ?? '') : ''
  }
  return fields.flatMap(field => {
    const inner = getNamedType(field.type)
    if (!isEnumType(inner)) return []
    const others = required
      .filter(each => each !== field)
      .map(each => `${each.name}: ${listed(each.type, first(each.type))}`)
    return [
      inner.getValues().map(value => {
        const object = `{ ${[`${field.name}: ${listed(field.type, value.name)}`, ...others].join(', ')} }`
        return `${name}: ${listed(type, object)}`
      }),
    ]
  })
}

function valueFor({ name, type }: GraphQLArgument): string | undefined {
  const named = getNamedType(type)
  if (isInputObjectType(named) && named.name === 'StatementFilter') return '{ speaker: "patrick-lechleitner" }'
  const first = isEnumType(named) ? named.getValues()[0]?.name : undefined
  return given[name] ?? (first === undefined ? undefined : listed(type, first))
}

function listed(type: GraphQLInputType, value: string): string {
  const bare = isNonNullType(type) ? type.ofType : type
  return isListType(bare) ? `[${value}]` : value
}

/** What a field is asked for: every leaf two levels down that needs no argument. */
function selectionOf(type: ReturnType<typeof getNamedType>, depth: number): string {
  if (isLeafType(type)) return ''
  if (isUnionType(type) || isInterfaceType(type)) return '{ __typename }'
  if (!isObjectType(type)) return ''
  const inner = Object.values(type.getFields()).flatMap(field => {
    if (field.args.some(isRequiredArgument)) return []
    const named = getNamedType(field.type)
    if (isLeafType(named)) return [field.name]
    const isOpened = ['nodes', 'edges', 'node', 'groups', 'actors', 'windows', 'words', 'verbs'].includes(field.name)
    return depth > 0 && isOpened && field.args.length === 0 ? [`${field.name} ${selectionOf(named, depth - 1)}`] : []
  })
  return `{ __typename ${inner.join(' ')} }`
}

/** For each object type a way to it from the root, as text around `…`, by fields whose arguments can be given. */
function waysToTypes(): ReadonlyMap<string, string> {
  const root = schema.getQueryType()
  const ways = new Map<string, string>(root ? [[root.name, '{ … }']] : [])
  const queue = root ? [root] : []
  for (let type = queue.shift(); type; type = queue.shift()) {
    const way = ways.get(type.name) ?? ''
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type)
      const possible = isObjectType(named)
        ? [named]
        : isInterfaceType(named) || isUnionType(named)
          ? schema.getPossibleTypes(named)
          : []
      if (field.args.some(argument => isRequiredArgument(argument) && valueFor(argument) === undefined)) continue
      for (const each of possible) {
        if (ways.has(each.name)) continue
        const inner = each === named ? '{ … }' : `{ ... on ${each.name} { … } }`
        ways.set(each.name, way.replace('…', `${field.name}${argumentsOf(field, [])} ${inner}`))
        queue.push(each)
      }
    }
  }
  return ways
}

function argumentsOf(field: Field, chosen: readonly string[]): string {
  const isChosen = (name: string) => chosen.some(text => text.startsWith(`${name}:`))
  const needed = field.args
    .filter(argument => isRequiredArgument(argument) && !isChosen(argument.name))
    .map(argument => `${argument.name}: ${valueFor(argument)}`)
  const all = [...needed, ...chosen]
  return all.length === 0 ? '' : `(${all.join(', ')})`
}

/** Every pair of values of two of the choices of a field; every value where it offers one choice alone. */
function pairsOf(field: Field): string[][] {
  const choices = field.args.flatMap(argument =>
    choicesOf(argument).map(values => ({ argument: argument.name, values })),
  )
  const pairs = choices.flatMap((one, at) =>
    choices
      .slice(at + 1)
      .filter(other => other.argument !== one.argument)
      .flatMap(other => one.values.flatMap(a => other.values.map(b => [a, b]))),
  )
  return pairs.length > 0 ? pairs : choices.flatMap(({ values }) => values.map(value => [value]))
}

const ways = waysToTypes()
const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(type => !type.name.startsWith('__'))
  .flatMap(type => Object.values(type.getFields()).map(field => ({ type: type.name, field, pairs: pairsOf(field) })))
  .filter(({ pairs }) => pairs.length > 0)

test('each argument that has to be given has a value to give', () => {
  const root = Object.values(schema.getQueryType()?.getFields() ?? {})
  const missing = root.flatMap(field => field.args.filter(isRequiredArgument))
  expect(missing.filter(argument => valueFor(argument) === undefined).map(({ name }) => name)).toEqual([])
})

describe('no pair of enum arguments is an internal error', () => {
  test.each(fields.map(({ type, field, pairs }) => [`${type}.${field.name}`, type, field, pairs] as const))(
    '%s',
    async (_, type, field, pairs) => {
      const way = ways.get(type)
      expect(way, `no way leads to ${type}`).toBeDefined()
      const faults: string[] = []
      for (const chosen of pairs) {
        const asked = `${field.name}${argumentsOf(field, chosen)} ${selectionOf(getNamedType(field.type), 3)}`
        const { errors = [] } = await graph.ask((way ?? '').replace('…', asked))
        const bad = errors.filter(
          ({ extensions }) =>
            extensions?.code === 'INTERNAL_SERVER_ERROR' || extensions?.code === 'GRAPHQL_VALIDATION_FAILED',
        )
        if (bad.length > 0) faults.push(`${asked}: ${bad[0]?.message}`)
      }
      expect(faults).toEqual([])
    },
  )
})
