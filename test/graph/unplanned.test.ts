import {
  type GraphQLField,
  GraphQLObjectType,
  getNamedType,
  isLeafType,
  isRequiredArgument,
  Kind,
  parse,
} from 'graphql'
import { expect, test } from 'vitest'
import { Inclusion } from '../../src/graph/inclusion.ts'
import { Unplanned } from '../../src/graph/plannedTypes.ts'
import { Planner } from '../../src/graph/planner.ts'
import { schema } from '../../src/graph/schema.ts'
import { entities } from '../../src/store/schema/entities.ts'

const why = {
  analysis: 'an analysis is computed on counts, which SQL does not write as JSON',
  lines: 'its lines are cut and sorted by code',
  pairs: 'pairs are read until a page is full, up to a bound, and not by one statement',
  measures: 'its groups have measures, which no statement that writes JSON has',
  members: 'what is in a group is found by its keys, which are parents of their own',
  ranked: 'whatever is ranked or counted is shown from its beginning, without cursors',
  marks: 'the marks in a text are taken apart by code',
  keys: 'the type of the node differs from one to the next',
  byId: 'beside other fields of the root; alone, each type has a form of its own',
  merged: 'merged from eleven tables in the order of the text',
  summed: 'summed over the imports of the dataset by code',
  decisions: 'found by either of two keys',
  held: 'which roles are held is told by code, from two ends with certainties',
  made: 'put together by code, of the words of the text',
  state: 'a state of the graph stands in the tables of revisions and changes, which are no entities',
  kinds: 'its column is no text and no number',
} as const

/**
 * The fields without a plan, each with the reason: an operation that asks for one of them is answered by its resolvers, in a
 * process, which takes some ten times as long. Whoever adds a field finds here on which side it has come to stand.
 */
const reasons: Readonly<Record<string, keyof typeof why>> = {
  'Dataset.counts': 'summed',
  'Dataset.rejects': 'summed',
  'Document.annotations': 'merged',
  'Document.uncovered': 'made',
  'Statement.ownWords': 'made',
  'Statement.said': 'made',
  'FigureMention.decision': 'decisions',
  'FigureMentionGroup.figureMentions': 'members',
  'FigureMentionGroup.wordings': 'members',
  'FigureMentionGroupConnection.edges': 'ranked',
  'FigureMentionGroupConnection.pageInfo': 'ranked',
  'FigureMentionGroupConnection.totalCount': 'ranked',
  'FigureRelation.factor': 'kinds',
  'FigureRelation.factorIsLeast': 'kinds',
  'GroupKey.node': 'keys',
  'Note.about': 'keys',
  'Organization.decisions': 'decisions',
  'Organization.membersAsOf': 'held',
  'Organization.membershipsAsOf': 'held',
  'Person.decisions': 'decisions',
  'Person.membershipsAsOf': 'held',
  'Query.affiliationNetwork': 'analysis',
  'Query.affiliationNetworkOverTime': 'analysis',
  'Query.changes': 'state',
  'Query.coderAgreement': 'analysis',
  'Query.compareFigureMentions': 'analysis',
  'Query.compareFigures': 'analysis',
  'Query.compareFraming': 'analysis',
  'Query.concordance': 'lines',
  'Query.discourseNetwork': 'analysis',
  'Query.discourseNetworkOverTime': 'analysis',
  'Query.distinctiveWording': 'analysis',
  'Query.figureComparisons': 'pairs',
  'Query.figureStats': 'measures',
  'Query.graph': 'state',
  'Query.node': 'byId',
  'Query.nodes': 'byId',
  'Query.number': 'analysis',
  'Query.reportingVerbs': 'analysis',
  'SearchHit.fragments': 'marks',
  'SearchHitConnection.edges': 'ranked',
  'SearchHitConnection.pageInfo': 'ranked',
  'SearchHitConnection.totalCount': 'ranked',
  'StatementGroup.statements': 'members',
  'StatementGroupConnection.edges': 'ranked',
  'StatementGroupConnection.notes': 'analysis',
  'StatementGroupConnection.pageInfo': 'ranked',
  'StatementGroupConnection.totalCount': 'ranked',
  'Query.timeline': 'analysis',
  'TimeExpression.approximate': 'kinds',
  'TimeExpression.uncertain': 'kinds',
  'UnclassifiedAgent.decisions': 'decisions',
  'UnclassifiedAgent.membershipsAsOf': 'held',
}

type Field = GraphQLField<unknown, unknown>

interface NodeType {
  readonly entity: (typeof entities)[number]
  readonly typename: string
}

/** The field as it is asked, with a value for every argument that has to be given. */
function asked({ name, args, type }: Field, selection: string): string {
  const given = args.filter(isRequiredArgument).map(argument => {
    const named = getNamedType(argument.type)
    const values: Readonly<Record<string, string>> = { Int: '1', ID: '"x"', String: '"x"', Reference: '"x"' }
    const enumValue = 'getValues' in named ? named.getValues()[0]?.name : undefined
    const value = enumValue ?? values[named.name] ?? '{}'
    return `${argument.name}: ${String(argument.type).includes('[') ? `[${value}]` : value}`
  })
  const inner = isLeafType(getNamedType(type)) ? '' : ` { ${selection} }`
  return `${name}${given.length === 0 ? '' : `(${given.join(', ')})`}${inner}`
}

function isPlanned(query: string, nodeType: NodeType | null): boolean {
  const [definition] = parse(query).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a query is one operation')
  try {
    new Planner(new Map(), new Inclusion({}), nodeType).form(definition.selectionSet)
    return true
  } catch (error) {
    if (error instanceof Unplanned) return false
    throw error
  }
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node')
}

/** The fields of a type without a plan, and of what they lead to that is no node; `around` says how one gets there. */
function unplannedOf(
  type: GraphQLObjectType,
  nodeType: NodeType | null,
  around: (selection: string) => string,
  seen: Set<string>,
): string[] {
  if (seen.has(type.name)) return []
  seen.add(type.name)
  return Object.values(type.getFields()).flatMap(field => {
    if (!isPlanned(around(asked(field, '__typename')), nodeType)) return [`${type.name}.${field.name}`]
    const target = getNamedType(field.type)
    if (!(target instanceof GraphQLObjectType) || isNode(target)) return []
    return unplannedOf(target, nodeType, selection => around(asked(field, selection)), seen)
  })
}

function unplanned(): string[] {
  const seen = new Set<string>()
  const query = schema.getQueryType()
  if (!query) throw new Error('the schema has a root')
  const ofRoot = unplannedOf(query, null, selection => `{ ${selection} }`, seen)
  const ofNodes = entities.flatMap(entity =>
    entity.typenames.flatMap(typename => {
      const type = schema.getType(typename)
      if (!(type instanceof GraphQLObjectType)) throw new Error(`${typename} is a type`)
      const around = (selection: string) => `{ node(id: "x") { ... on ${typename} { ${selection} } } }`
      return unplannedOf(type, { entity, typename }, around, seen)
    }),
  )
  return [...ofRoot, ...ofNodes]
}

test('each field without a plan is named here, with the reason', () => {
  expect(unplanned().sort()).toEqual(Object.keys(reasons).sort())
  expect(new Set(Object.values(reasons))).toEqual(new Set(Object.keys(why)))
})
