import fc from 'fast-check'
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLObjectType,
  getNamedType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
} from 'graphql'
import { expect, test } from 'vitest'
import { PageOfList } from '../../src/graph/reads.ts'
import { schema } from '../../src/graph/schema.ts'
import { testServer } from '../support/server.ts'

const server = await testServer({ MAX_COST: '150' })
/** Queries of lists inside of lists, with pages of any size. */
const listsInLists: fc.Arbitrary<string> = fc.infiniteStream(fc.nat(2 ** 31 - 1)).map(stream => {
  const draw = (bound: number) => Number(stream.next().value) % bound
  const query = schema.getQueryType()
  return query ? `{ ${listIn(query, draw, 1 + draw(3))} }` : ''
})

/** One or two of the lists of a type, each with those of its nodes. */
function listIn(type: GraphQLObjectType, draw: (bound: number) => number, depth: number): string {
  const lists = Object.values(type.getFields()).filter(
    ({ args, extensions }) =>
      extensions.reads instanceof PageOfList && args.every(({ type: of }) => !isNonNullType(of)),
  )
  const chosen =
    depth === 0 || lists.length === 0 ? [] : Array.from({ length: 1 + draw(2) }, () => lists[draw(lists.length)])
  return chosen
    .flatMap((list, place) => {
      const connection = list && getNamedType(list.type)
      const node = isObjectType(connection) ? getNamedType(connection.getFields().nodes?.type) : undefined
      if (!list || !isObjectType(node)) return []
      const size = draw(4) === 0 ? '' : `(first: ${1 + draw(100)})`
      return [`a${place}: ${list.name}${size} { nodes { id __typename ${listIn(node, draw, depth - 1)} } }`]
    })
    .join(' ')
}

/** The ways to pass that a refusal gives. */
interface Ways {
  readonly code: string
  readonly value: number
  readonly lists: readonly { readonly list: string; readonly first: number }[]
  readonly together: { readonly lists: readonly string[]; readonly first: number } | null
  readonly each: number | null
}

async function refusal(document: DocumentNode): Promise<Ways | null> {
  const { errors } = await server.post({ query: print(document) })
  const found = errors.find(({ extensions }) => extensions?.code === 'TOO_COSTLY')
  return found ? (Object(found.extensions) as Ways) : null
}

/** The query with other pages, where `sizeOf` gives one for the way through the answer to a list. */
function withPages(document: DocumentNode, sizeOf: (path: string) => number | undefined): DocumentNode {
  const path: string[] = []
  return visit(document, {
    Field: {
      enter(node) {
        path.push(node.alias?.value ?? node.name.value)
        const first = sizeOf(path.join('.'))
        if (first === undefined) return undefined
        const others = node.arguments?.filter(({ name }) => !['first', 'last', 'after'].includes(name.value)) ?? []
        const size = parse(`{ a(first: ${first}) }`).definitions.flatMap(firstArgument)
        return { ...node, arguments: [...others, ...size] }
      },
      leave: () => void path.pop(),
    },
  })
}

function firstArgument(node: ASTNode) {
  const [field] = node.kind === Kind.OPERATION_DEFINITION ? node.selectionSet.selections : []
  return field?.kind === Kind.FIELD ? (field.arguments ?? []) : []
}

test('whoever asks again as a refusal says is answered', async () => {
  let [refused, ways, together] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(listsInLists, async query => {
      const document = parse(query)
      const found = await refusal(document)
      if (found === null) return
      refused += 1
      if (found.each !== null) {
        const { each } = found
        expect(
          await refusal(withPages(document, path => (path.split('.').at(-1)?.startsWith('a') ? each : undefined))),
        ).toBeNull()
      }
      if (found.together) {
        together += 1
        const { lists, first } = found.together
        expect(lists.length).toBeGreaterThan(1)
        expect(await refusal(withPages(document, path => (lists.includes(path) ? first : undefined)))).toBeNull()
      }
      for (const { list, first } of found.lists ?? []) {
        ways += 1
        const shorter = withPages(document, path => (path === list ? first : undefined))
        expect(await refusal(shorter), list).toBeNull()
      }
    }),
    { seed: 16, numRuns: 120 },
  )
  expect(refused).toBeGreaterThan(10)
  expect(ways).toBeGreaterThan(10)
  expect(together).toBeGreaterThan(3)
})

test('of lists in lists each is named, and a page for all of them', async () => {
  const query = (one: number, other: number) =>
    `{ statements(first: ${one}) { nodes { text figureMentions(first: ${other}) { nodes { words value } } } } }`
  const found = await refusal(parse(query(20, 20)))
  expect(found?.lists.map(({ list }) => list)).toEqual(['statements', 'statements.nodes.figureMentions'])
  const [outer = 0, inner = 0] = found?.lists.map(({ first }) => first) ?? []
  const each = found?.each ?? 0
  for (const [one, other] of [
    [outer, 20],
    [20, inner],
    [each, each],
  ] as const) {
    expect(await refusal(parse(query(one, other)))).toBeNull()
  }
  for (const [one, other] of [
    [outer + 1, 20],
    [20, inner + 1],
    [each + 1, each + 1],
  ] as const) {
    expect(await refusal(parse(query(one, other)))).not.toBeNull()
  }
})

test('where no list alone would do, the fewest that do together are named', async () => {
  const words = 'statements(first: 100) { nodes { text slug voice quotation } }'
  const found = await refusal(parse(`{ one: ${words} claims(first: 2) { nodes { slug } } other: ${words} }`))
  expect(found?.lists).toEqual([])
  expect(found?.together?.lists).toEqual(['one', 'other'])
})

test('no page counts for more than the graph has', async () => {
  const { data } = await server.post({ query: '{ channels { totalCount } }' })
  const { totalCount } = Object(data).channels as { totalCount: number }
  expect(totalCount).toBeLessThan(20)
  // With 100 channels it would cost over 200.
  expect(await refusal(parse('{ channels(first: 100) { nodes { label slug } } }'))).toBeNull()
  const many = await refusal(parse('{ statements(first: 100) { nodes { text voice quotation speechAct } } }'))
  expect(many).toMatchObject({ code: 'TOO_COSTLY' })
  expect(many?.value).toBeLessThan(401)
})

test('an operation with very long variables is refused without ways to pass: each would take reading all of them', async () => {
  const query = 'query ($filter: StatementFilter) { statements(filter: $filter) { nodes { slug text } } }'
  const variables = (count: number) => ({
    filter: { and: Array.from({ length: count }, () => ({ text: { contains: 'it' } })) },
  })
  const refused = async (count: number) =>
    (await server.post({ query, variables: variables(count) })).errors[0]?.extensions
  expect(await refused(1)).toMatchObject({ code: 'TOO_COSTLY', list: 'statements' })
  expect(await refused(3_000)).toEqual({ code: 'TOO_COSTLY', limit: 150, value: expect.any(Number) })
})
