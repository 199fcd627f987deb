import { type DocumentNode, type FieldNode, getNamedType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { costOf } from './cost.ts'
import { schema } from './schema.ts'

/** The list on which an operation spends most, and how long its page may be for the operation to pass. */
export interface CostliestList {
  readonly node: FieldNode
  /** The fields that lead to it. */
  readonly path: string
  /** The longest page that would pass; null where not even one node would. */
  readonly first: number | null
}

/** Lists further down in a long operation are not looked at: each is weighed twice. */
const MOST_LISTS = 50

/** Null where no list can be shortened. */
export function costliestList(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  limit: number,
): CostliestList | null {
  const weigh = (node: FieldNode, first: number) =>
    costOf(withFirst(document, node, first), operationName, { ...variables }) ?? 0
  const cost = costOf(document, operationName, { ...variables }) ?? 0
  const weighed = listsOf(document).map(({ node, path }) => {
    // The cost grows by the same with each node of the page.
    const none = weigh(node, 0)
    const each = weigh(node, 1) - none
    const first = each <= 0 ? 0 : Math.floor((limit - none) / each)
    return { node, path, first: first >= 1 ? first : null, saved: cost - none }
  })
  const passing = weighed.filter(({ first }) => first !== null)
  const [most] = (passing.length > 0 ? passing : weighed).toSorted((one, other) => other.saved - one.saved)
  return most && most.saved > 0 ? { node: most.node, path: most.path, first: most.first } : null
}

/** The fields that answer with pages. */
function listsOf(document: DocumentNode): { node: FieldNode; path: string }[] {
  const lists: { node: FieldNode; path: string }[] = []
  const typeInfo = new TypeInfo(schema)
  const path: string[] = []
  const visitor = visitWithTypeInfo(typeInfo, {
    Field: {
      enter(node) {
        path.push(node.name.value)
        const isPaged = typeInfo
          .getFieldDef()
          ?.args.some(({ name, type }) => name === 'first' && getNamedType(type).name === 'Int')
        if (isPaged) lists.push({ node, path: path.join('.') })
      },
      leave() {
        path.pop()
      },
    },
  })
  visit(document, visitor)
  return lists.slice(0, MOST_LISTS)
}

function withFirst(document: DocumentNode, list: FieldNode, first: number): DocumentNode {
  return visit(document, {
    Field(node) {
      if (node !== list) return undefined
      const others =
        node.arguments?.filter(({ name }) => !['first', 'last', 'after', 'before'].includes(name.value)) ?? []
      const value = { kind: Kind.INT, value: String(first) } as const
      return {
        ...node,
        arguments: [...others, { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'first' }, value }],
      }
    },
  })
}
