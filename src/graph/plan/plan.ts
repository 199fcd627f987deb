import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql'
import { Failure } from '../../model/failure.ts'
import type { Database } from '../../store/database.ts'
import { getTableColumns } from '../../store/drizzle.ts'
import { type Entity, entities } from '../../store/entities.ts'
import { defaultOrder, type List } from '../../store/page.ts'
import { agentTypes } from '../agentTypes.ts'
import { decodeId, encodeId } from '../globalId.ts'
import { permalinkPath } from '../permalink.ts'
import { NodeOfId, PageOfList, RowOfKey, RowOfSlug } from '../reads.ts'
import { schema } from '../schema.ts'
import {
  AbstractWriter,
  Columns,
  leafWriter,
  NamedWriter,
  ObjectWriter,
  type PagePart,
  type Pages,
  PageWriter,
  type Part,
  type Row,
  RowWriter,
  type Run,
  Unplanned,
  type Writer,
} from './writers.ts'

/** A field that has arguments, and the test that they must pass. */
interface Call {
  readonly field: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  accepts(args: Readonly<Record<string, unknown>>): boolean
}

/** How an operation is answered without its resolvers: rows by their keys, pages along indexes, and nothing else. */
export class Plan {
  readonly #operation: OperationDefinitionNode
  readonly #calls: readonly Call[]
  readonly #root: Writer

  constructor(operation: OperationDefinitionNode, calls: readonly Call[], root: Writer) {
    this.#operation = operation
    this.#calls = calls
    this.#root = root
  }

  /** The answer as JSON, as the resolvers would give it; null where they must give it, be it an answer or an error. */
  run(database: Database, variables: Readonly<Record<string, unknown>>, baseUrl: string): string | null {
    const { variableValues } = getVariableValues(schema, this.#operation.variableDefinitions ?? [], variables)
    if (variableValues === undefined) return null
    try {
      const args = this.#calls.map(({ field, node, accepts }) => {
        const given = getArgumentValues(field, node, variableValues)
        if (!accepts(given)) throw new Unplanned('arguments')
        return given
      })
      const [data] = database.atOnce(() => this.#root.write([[null]], { database, baseUrl, args }))
      return `{"data":${data}}`
    } catch (error) {
      if (error instanceof Unplanned || error instanceof Failure || error instanceof GraphQLError) return null
      throw error
    }
  }
}

/**
 * The plan of an operation of a valid document; null if anything in it needs its resolver. What is planned is bounded by
 * its form: each field reads a column, a row by its key or a page along an index.
 */
export function planOf(document: DocumentNode, operationName: string | null | undefined): Plan | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.QUERY || operation.directives?.length) return null
  try {
    const planner = new Planner(document)
    const root = planner.root(operation.selectionSet)
    return new Plan(operation, planner.calls, root)
  } catch (error) {
    if (error instanceof Unplanned) return null
    throw error
  }
}

class Planner {
  readonly calls: Call[] = []
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor({ definitions }: DocumentNode) {
    const fragments = definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.#fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]))
  }

  root(selection: SelectionSetNode): Writer {
    const type = schema.getQueryType()
    if (!type) throw new Unplanned('no root')
    const parts = this.#collect(type, [selection]).map(([name, nodes]) => ({
      name,
      value: this.#field(type, nodes, null, new Columns()),
    }))
    return new ObjectWriter(parts)
  }

  /** What is selected of a type, by response key: the nodes of each key, whose selections belong together. */
  #collect(type: GraphQLObjectType, selections: readonly SelectionSetNode[]): [string, FieldNode[]][] {
    const fields = new Map<string, FieldNode[]>()
    const seen = new Set<string>()
    const collect = (selection: SelectionSetNode) => {
      for (const each of selection.selections) {
        if (each.directives?.length) throw new Unplanned('directive')
        if (each.kind === Kind.FIELD) {
          const key = each.alias?.value ?? each.name.value
          const known = fields.get(key)
          if (known) known.push(each)
          else fields.set(key, [each])
        } else if (each.kind === Kind.INLINE_FRAGMENT) {
          if (applies(each.typeCondition?.name.value, type)) collect(each.selectionSet)
        } else {
          const name = each.name.value
          const fragment = this.#fragments.get(name)
          if (!fragment || fragment.directives?.length || each.arguments?.length) throw new Unplanned('fragment')
          if (seen.has(name)) continue
          seen.add(name)
          if (applies(fragment.typeCondition.name.value, type)) collect(fragment.selectionSet)
        }
      }
    }
    for (const selection of selections) collect(selection)
    return [...fields]
  }

  #selections(nodes: readonly FieldNode[]): SelectionSetNode[] {
    return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
  }

  /** Rows of an entity as the type that a field has. */
  #rows(type: GraphQLNamedType, nodes: readonly FieldNode[], entity: Entity, columns: Columns): Writer {
    if (type instanceof GraphQLObjectType) return this.#object(type, nodes, entity, columns)
    if (type !== schema.getType('Agent') || !(type instanceof GraphQLInterfaceType)) throw new Unplanned(type.name)
    const kind = columns.at('kind')
    const writers = schema
      .getPossibleTypes(type)
      .map((each): [string, Writer] => [each.name, this.#object(each, nodes, entity, columns)])
    return new AbstractWriter(row => agentType(row[kind]), new Map(writers))
  }

  #object(type: GraphQLObjectType, nodes: readonly FieldNode[], entity: Entity, columns: Columns): Writer {
    const parts = this.#collect(type, this.#selections(nodes)).map(
      ([name, fields]): Part => ({ name, value: this.#field(type, fields, entity, columns) }),
    )
    return new ObjectWriter(parts)
  }

  #field(type: GraphQLObjectType, nodes: FieldNode[], entity: Entity | null, columns: Columns): Part['value'] {
    const [node] = nodes
    if (!node) throw new Unplanned('nothing')
    const name = node.name.value
    if (name === '__typename') return always(type.name)
    const field = type.getFields()[name]
    if (!field) throw new Unplanned(name)
    if (entity !== null) {
      const isNode = type.getInterfaces().some(({ name }) => name === 'Node')
      if (isNode && name === 'id') return ofSlug(columns, slug => encodeId(type.name, slug))
      if (isNode && name === 'uri')
        return ofSlug(columns, (slug, { baseUrl }) => baseUrl + permalinkPath(type.name, slug))
      const { pothosExposedField: column } = field.extensions
      if (typeof column === 'string' && column in getTableColumns(entity.table)) {
        return leafWriter(field.type, columns.at(column))
      }
    }
    const { reads } = field.extensions
    const target = getNamedType(field.type)
    if (reads instanceof RowOfKey && entity !== null) {
      const wanted = new Columns()
      const writer = this.#rows(target, nodes, reads.entity, wanted)
      return new RowWriter(columns.at(reads.key), reads.entity, writer, wanted)
    }
    if (reads instanceof PageOfList) return this.#page(field, node, nodes, reads.list)
    if (reads instanceof RowOfSlug) {
      const call = this.#call(field, node)
      return this.#named(target, nodes, reads.entity, ({ args }) => String(args[call]?.slug))
    }
    if (reads instanceof NodeOfId) return this.#node(nodes, this.#call(field, node))
    throw new Unplanned(name)
  }

  /** The row with a slug, if it is of the type. */
  #named(type: GraphQLNamedType, nodes: FieldNode[], entity: Entity, slugOf: (run: Run) => string): Writer {
    const columns = new Columns()
    const writer = this.#rows(type, nodes, entity, columns)
    if (entity.typenames.length === 1 || !(type instanceof GraphQLObjectType)) {
      return new NamedWriter(slugOf, entity, writer, columns)
    }
    const kind = columns.at('kind')
    const ofType = {
      write: (rows: readonly Row[], run: Run) =>
        rows.map(row => (agentType(row[kind]) === type.name ? (writer.write([row], run)[0] ?? 'null') : 'null')),
    }
    return new NamedWriter(slugOf, entity, ofType, columns)
  }

  /** The node that an id names: of each type a writer, since the id says the type. */
  #node(nodes: FieldNode[], call: number): Writer {
    const idOf = ({ args }: Run) => decodeId(String(args[call]?.id))
    const writers = new Map<string, Writer>()
    for (const entity of entities) {
      for (const typename of entity.typenames) {
        const type = schema.getType(typename)
        if (!type) continue
        try {
          writers.set(
            typename,
            this.#named(type, nodes, entity, run => idOf(run).id),
          )
        } catch (error) {
          // Whoever asks for one of another type shall not miss his plan.
          if (!(error instanceof Unplanned)) throw error
        }
      }
    }
    if (writers.size === 0) throw new Unplanned('node')
    return {
      write(rows, run) {
        const writer = writers.get(idOf(run).typename)
        if (!writer) throw new Unplanned('node')
        return writer.write(rows, run)
      },
    }
  }

  #page(field: GraphQLField<unknown, unknown>, node: FieldNode, nodes: FieldNode[], list: List): Writer {
    const { entity, relation, fixed } = list
    if (((relation ?? entity).reach ?? 'ALL') === 'ALL' || fixed !== undefined) throw new Unplanned('reads all')
    const initial = defaultOrder(entity)
    const call = this.#call(field, node, ({ filter, order }) => (filter ?? null) === null && isBy(order, initial))
    const type = getNamedType(field.type)
    if (!(type instanceof GraphQLObjectType)) throw new Unplanned(type.name)
    const columns = new Columns()
    const parts = this.#collect(type, this.#selections(nodes)).map(([name, fields]): [string, PagePart] => [
      name,
      this.#pagePart(type, fields, entity, columns),
    ])
    return new PageWriter(list, call, parts, columns)
  }

  #pagePart(type: GraphQLObjectType, nodes: FieldNode[], entity: Entity, columns: Columns): PagePart {
    const name = nodes[0]?.name.value ?? ''
    const field = type.getFields()[name]
    if (name === '__typename') return ({ pages }) => pages.map(() => JSON.stringify(type.name))
    const target = getNamedType(field?.type)
    if (name === 'nodes' && target) {
      const writer = this.#rows(target, nodes, entity, columns)
      return (pages, run) => listsOf(pages, writer.write(pages.rows, run))
    }
    if (name === 'edges' && target instanceof GraphQLObjectType) return this.#edges(target, nodes, entity, columns)
    if (name === 'pageInfo' && target instanceof GraphQLObjectType) return this.#pageInfo(target, nodes, columns)
    throw new Unplanned(name)
  }

  #edges(type: GraphQLObjectType, nodes: FieldNode[], entity: Entity, columns: Columns): PagePart {
    const parts = this.#collect(type, this.#selections(nodes)).map(([name, fields]) => {
      const asked = fields[0]?.name.value ?? ''
      const target = getNamedType(type.getFields()[asked]?.type)
      if (asked === 'node' && target) return { name, writer: this.#rows(target, fields, entity, columns) }
      if (asked === 'cursor') {
        columns.withCursor = true
        return { name, writer: null }
      }
      if (asked === '__typename')
        return { name, writer: { write: (rows: readonly Row[]) => rows.map(always(type.name)) } }
      throw new Unplanned(asked)
    })
    return (pages, run) => {
      const edge = new ObjectWriter(
        parts.map(({ name, writer }) => ({ name, value: writer ?? (row => JSON.stringify(pages.cursorOf(row))) })),
      )
      return listsOf(pages, edge.write(pages.rows, run))
    }
  }

  #pageInfo(type: GraphQLObjectType, nodes: FieldNode[], columns: Columns): PagePart {
    const parts = this.#collect(type, this.#selections(nodes)).map(([name, fields]) => {
      const asked = fields[0]?.name.value ?? ''
      if (asked !== '__typename' && !(asked in type.getFields())) throw new Unplanned(asked)
      if (asked.endsWith('Cursor')) columns.withCursor = true
      return { name, asked }
    })
    return ({ pages, rows, cursorOf }) =>
      pages.map(({ begin, end, hasNextPage, hasPreviousPage }) => {
        const cursorAt = (place: number) => {
          const row = begin < end ? rows[place] : undefined
          return row ? cursorOf(row) : null
        }
        const values: Readonly<Record<string, unknown>> = {
          __typename: type.name,
          hasNextPage,
          hasPreviousPage,
          startCursor: cursorAt(begin),
          endCursor: cursorAt(end - 1),
        }
        return JSON.stringify(Object.fromEntries(parts.map(({ name, asked }) => [name, values[asked]])))
      })
  }

  #call(field: GraphQLField<unknown, unknown>, node: FieldNode, accepts: Call['accepts'] = () => true): number {
    return this.calls.push({ field, node, accepts }) - 1
  }
}

function always(name: string): () => string {
  const json = JSON.stringify(name)
  return () => json
}

function ofSlug(columns: Columns, value: (slug: string, run: Run) => string): (row: Row, run: Run) => string {
  const slug = columns.at('slug')
  return (row, run) => JSON.stringify(value(String(row[slug]), run))
}

function listsOf({ pages }: Pages, items: readonly string[]): string[] {
  return pages.map(({ begin, end }) => `[${items.slice(begin, end).join(',')}]`)
}

const agentTypesByKind = new Map<unknown, string>(Object.entries(agentTypes))

function agentType(kind: unknown): string {
  return agentTypesByKind.get(kind) ?? ''
}

/** Whether an order, if there is one, is the one of that name. */
function isBy(order: unknown, name: string): boolean {
  return (order ?? null) === null || (typeof order === 'object' && order !== null && 'by' in order && order.by === name)
}

/** Whether a fragment on a type, or on none, is about the objects of another. */
function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true
  const named = schema.getType(condition)
  return isAbstractType(named) && schema.isSubType(named, type)
}
