import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLEnumType,
  GraphQLError,
  type GraphQLField,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type VariableValues,
} from 'graphql'
import { Failure } from '../model/failure.ts'
import { type Budget, type Database, OverBudget, unlimited } from '../store/engine/database.ts'
import { getTableColumns } from '../store/engine/drizzle.ts'
import { objectCap, Unsupported } from '../store/json/compiler.ts'
import { JsonQuery } from '../store/json/query.ts'
import type {
  EdgePart,
  GroupKeyPart,
  GroupPart,
  GroupsPart,
  HitPart,
  HitsPart,
  PageInfoPart,
  PagePart,
  RowSelection,
  Selected,
  SelectedConstant,
  Selection,
} from '../store/json/selection.ts'
import type { List } from '../store/query/page.ts'
import { agent, type Entity, entities } from '../store/schema/entities.ts'
import { searchIndexes } from '../store/search/searchIndexes.ts'
import { agentTypes } from './agentTypes.ts'
import { decodeId } from './globalId.ts'
import { type Call, PlanForm } from './planForm.ts'
import { GroupsOfList, HitsOfSearch, NodeOfId, PageOfList, RowOfKey, RowOfSlug, SnippetOfHit } from './reads.ts'
import { schema } from './schema.ts'

/** Thrown where an operation has no plan: its resolvers answer, or say what is wrong. */
class Unplanned extends Error {}

/** Where an operation asks for a node by its id: a form for each type, since the id says which type the node has. */
interface ByType {
  readonly node: Call
  readonly forms: ReadonlyMap<string, PlanForm>
}

/**
 * How an operation is answered without its resolvers: by one SQL statement that writes the JSON. Every field in it says
 * as data what it reads (reads.ts).
 */
export class Plan {
  readonly #operation: OperationDefinitionNode
  readonly #form: PlanForm | ByType

  constructor(operation: OperationDefinitionNode, form: PlanForm | ByType) {
    this.#operation = operation
    this.#form = form
  }

  /**
   * The answer as JSON, as the resolvers would give it; null where they must give it, because there is an error to be
   * said. What is not bounded by its form may read as much as the budget says.
   *
   * @throws OverBudget
   */
  run(
    database: Database,
    variables: Readonly<Record<string, unknown>>,
    baseUrl: string,
    budget: Budget = unlimited,
  ): string | null {
    const definitions = this.#operation.variableDefinitions ?? []
    // One error is enough to leave the answer to the resolvers.
    const { variableValues } = getVariableValues(schema, definitions, variables, {
      maxErrors: 1,
      hideSuggestions: true,
    })
    if (variableValues === undefined) return null
    try {
      const found = 'forms' in this.#form ? formOf(this.#form, variableValues) : { form: this.#form, slug: null }
      if (!found.form) return null
      return `{"data":${found.form.answer(database, variableValues, found.slug, baseUrl, budget)}}`
    } catch (error) {
      if (error instanceof OverBudget) throw error
      if (error instanceof Unsupported) return null
      // An argument that is wrong; the resolvers have the words for it.
      if (error instanceof Failure || error instanceof GraphQLError) return null
      throw error
    }
  }
}

/** The form for the type that an id says, if there is one, and the slug in the id. */
function formOf({ node: { field, node }, forms }: ByType, variables: VariableValues) {
  const { typename, id } = decodeId(String(getArgumentValues(field, node, variables).id))
  return { form: forms.get(typename), slug: id }
}

/** The plan of an operation of a valid document; null if anything in it needs its resolver. */
export function planOf(document: DocumentNode, operationName: string | null | undefined): Plan | null {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== OperationTypeNode.QUERY || operation.directives?.length) return null
  try {
    return new Plan(operation, formFor(document, operation))
  } catch (error) {
    if (error instanceof Unplanned) return null
    throw error
  }
}

function formFor(document: DocumentNode, { selectionSet }: OperationDefinitionNode): PlanForm | ByType {
  const [only, ...others] = selectionSet.selections
  const isNode = only?.kind === Kind.FIELD && only.name.value === 'node'
  if (others.length > 0 || !isNode) return new Planner(document).form(selectionSet)

  const forms = new Map<string, PlanForm>()
  for (const entity of entities) {
    for (const typename of entity.typenames) {
      try {
        forms.set(typename, new Planner(document, { entity, typename }).form(selectionSet))
      } catch (error) {
        // Whoever asks for a node of another type shall not miss his plan.
        if (!(error instanceof Unplanned)) throw error
      }
    }
  }
  const [node] = [...forms.values()].map(({ calls }) => calls[0])
  if (!node) throw new Unplanned('node')
  return { node, forms }
}

/** What `node(id)` finds. */
interface NodeType {
  readonly entity: Entity
  readonly typename: string
}

class Planner {
  readonly #calls: Call[] = []
  readonly #nodeType: NodeType | null
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor({ definitions }: DocumentNode, nodeType: NodeType | null = null) {
    this.#nodeType = nodeType
    const fragments = definitions.filter(definition => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.#fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]))
  }

  form(selection: SelectionSetNode): PlanForm {
    const type = schema.getQueryType()
    if (!type) throw new Unplanned('no root')
    const fields = this.#collect(type, [selection])
    const selected: Selection = fields.map(([name, nodes]) => [name, this.#field(type, nodes, null)])
    return new PlanForm(this.#calls, new JsonQuery(selected))
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
    if (fields.size > objectCap) throw new Unplanned('too many fields')
    return [...fields]
  }

  /** Rows of an entity as the type that a field has. */
  #rows(type: GraphQLNamedType, nodes: readonly FieldNode[], entity: Entity): RowSelection {
    if (type instanceof GraphQLObjectType && isTypeOf(type, entity)) return this.#object(type, nodes, entity)
    if (entity !== agent || type.name !== 'Agent') throw new Unplanned(type.name)
    return {
      kinds: Object.entries(agentTypes).map(([kind, name]) => [kind, this.#object(objectType(name), nodes, entity)]),
    }
  }

  #object(type: GraphQLObjectType, nodes: readonly FieldNode[], entity: Entity): Selection {
    return this.#collect(type, selectionsOf(nodes)).map(([name, fields]) => [name, this.#field(type, fields, entity)])
  }

  /** The row with a slug; null if it is of another type than the field. */
  #named(type: GraphQLNamedType, nodes: readonly FieldNode[], entity: Entity, call: number): Selected {
    const of = this.#rows(type, nodes, entity)
    if ('kinds' in of || entity !== agent) return { kind: 'named', call, entity, of }
    const kinds = Object.entries(agentTypes).filter(([, name]) => name === type.name)
    return { kind: 'named', call, entity, of: { kinds: kinds.map(([kind]) => [kind, of]) } }
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[], entity: Entity | null): Selected {
    const [node] = nodes
    const name = node?.name.value ?? ''
    if (name === '__typename') return constant(type.name)
    const field = type.getFields()[name]
    if (!node || !field) throw new Unplanned(name)
    if (entity !== null) {
      const isNode = type.getInterfaces().some(({ name }) => name === 'Node')
      if (isNode && (name === 'id' || name === 'uri')) return { kind: name, typename: type.name }
      const { pothosExposedField: column } = field.extensions
      if (typeof column === 'string') return columnOf(field.type, entity, column)
    }
    const { reads } = field.extensions
    const target = getNamedType(field.type)
    if (reads instanceof RowOfKey && entity !== null) {
      return { kind: 'row', key: reads.key, entity: reads.entity, of: this.#rows(target, nodes, reads.entity) }
    }
    if (reads instanceof RowOfSlug) return this.#named(target, nodes, reads.entity, this.#call(field, node))
    if (reads instanceof NodeOfId && this.#nodeType !== null) {
      const { entity, typename } = this.#nodeType
      return this.#named(objectType(typename), nodes, entity, this.#call(field, node))
    }
    if (reads instanceof PageOfList) return this.#page(field, node, nodes, reads.list)
    if (reads instanceof GroupsOfList) return this.#groups(field, node, nodes, reads.list)
    if (reads instanceof HitsOfSearch) return this.#hits(field, node, nodes)
    throw new Unplanned(name)
  }

  #page(field: GraphQLField<unknown, unknown>, node: FieldNode, nodes: readonly FieldNode[], list: List): Selected {
    const call = this.#call(field, node)
    const parts = this.#parts(field, nodes, (name, part, each) => this.#pagePart(name, part, each, list.entity))
    return { kind: 'page', call, list, parts }
  }

  #pagePart(
    name: string,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    entity: Entity,
  ): PagePart {
    switch (name) {
      case 'totalCount':
        return { kind: name }
      case 'nodes':
        return { kind: name, of: this.#rows(getNamedType(field.type), nodes, entity) }
      case 'edges':
        return {
          kind: name,
          parts: this.#parts(field, nodes, (part, of, each) => this.#edgePart(part, of, each, entity)),
        }
      case 'pageInfo':
        return { kind: name, parts: this.#parts(field, nodes, pageInfoPart) }
      default:
        throw new Unplanned(name)
    }
  }

  #edgePart(
    name: string,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    entity: Entity,
  ): EdgePart {
    if (name === 'cursor') return { kind: name }
    if (name === 'node') return { kind: name, of: this.#rows(getNamedType(field.type), nodes, entity) }
    throw new Unplanned(name)
  }

  /** What is selected of a field that is an object, part by part. */
  #parts<Part>(
    { type }: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    part: (name: string, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]) => Part,
  ): (readonly [string, Part | SelectedConstant])[] {
    const target = getNamedType(type)
    if (!(target instanceof GraphQLObjectType)) throw new Unplanned(target.name)
    return this.#collect(target, selectionsOf(nodes)).map(([key, fields]) => {
      const name = fields[0]?.name.value ?? ''
      if (name === '__typename') return [key, constant(target.name)]
      const field = target.getFields()[name]
      if (!field) throw new Unplanned(name)
      return [key, part(name, field, fields)]
    })
  }

  #groups(field: GraphQLField<unknown, unknown>, node: FieldNode, nodes: readonly FieldNode[], list: List): Selected {
    const call = this.#call(field, node)
    const parts = this.#parts(field, nodes, (name, groups, selected): GroupsPart => {
      if (name === 'countedTotal') return { kind: name }
      if (name !== 'nodes') throw new Unplanned(name)
      return {
        kind: name,
        parts: this.#parts(groups, selected, (part, keys, each) => this.#groupPart(part, keys, each)),
      }
    })
    return { kind: 'groups', call, list, parts }
  }

  #groupPart(name: string, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): GroupPart {
    if (name === 'count' || name === 'share') return { kind: name }
    if (name !== 'keys') throw new Unplanned(name)
    const parts = this.#parts(field, nodes, (part): GroupKeyPart => {
      if (part === 'dimension' || part === 'label' || part === 'value') return { kind: part }
      throw new Unplanned(part)
    })
    return { kind: name, parts }
  }

  #hits(field: GraphQLField<unknown, unknown>, node: FieldNode, nodes: readonly FieldNode[]): Selected {
    const call = this.#call(field, node)
    const parts = this.#parts(field, nodes, (name, hits, selected): HitsPart => {
      if (name !== 'nodes') throw new Unplanned(name)
      return { kind: name, parts: this.#parts(hits, selected, (part, of, each) => this.#hitPart(part, of, each)) }
    })
    return { kind: 'hits', call, parts }
  }

  #hitPart(name: string, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): HitPart {
    const [node] = nodes
    if (name === 'type' || name === 'score') return { kind: name }
    if (field.extensions.reads instanceof SnippetOfHit && node)
      return { kind: 'snippet', call: this.#call(field, node) }
    if (name !== 'node') throw new Unplanned(name)
    const selections = new Map<Entity, RowSelection>()
    for (const { entity } of Object.values(searchIndexes)) {
      const of = (typename: string) => this.#object(objectType(typename), nodes, entity)
      const isAgent = entity === agent
      selections.set(
        entity,
        isAgent
          ? { kinds: Object.entries(agentTypes).map(([kind, name]) => [kind, of(name)]) }
          : of(entity.typenames.join()),
      )
    }
    return { kind: name, of: type => selections.get(searchIndexes[type].entity) ?? [] }
  }

  #call(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    return this.#calls.push({ field, node }) - 1
  }
}

function pageInfoPart(name: string): PageInfoPart {
  switch (name) {
    case 'hasNextPage':
    case 'hasPreviousPage':
    case 'startCursor':
    case 'endCursor':
      return { kind: name }
    default:
      throw new Unplanned(name)
  }
}

/** What a column is as JSON, if that is all that the field's type makes of it. */
function columnOf(type: GraphQLOutputType, entity: Entity, name: string): Selected {
  const column = Object.entries(getTableColumns(entity.table)).find(([key]) => key === name)?.[1]
  const leaf = getNamedType(type)
  // That it is never null the table has to promise, since nobody looks.
  if (!column || (isNonNullType(type) && !column.notNull)) throw new Unplanned(name)
  if (leaf === GraphQLInt && column.dataType === 'number') return { kind: 'column', column: column.name }
  if (leaf === GraphQLFloat && column.dataType === 'number') return { kind: 'number', column: column.name }
  const isText = leaf === GraphQLString || leaf === GraphQLID || leaf.name === 'EDTF' || isPlainEnum(leaf)
  if (isText && column.dataType === 'string') return { kind: 'column', column: column.name }
  throw new Unplanned(name)
}

/** Whether the values of an enum are called what they are. */
function isPlainEnum(type: GraphQLNamedType): boolean {
  return type instanceof GraphQLEnumType && type.getValues().every(({ name, value }) => name === value)
}

function selectionsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
}

function constant(text: string): SelectedConstant {
  return { kind: 'constant', text }
}

function isTypeOf({ name }: GraphQLObjectType, { typenames }: Entity): boolean {
  return typenames.includes(name)
}

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name)
  if (type instanceof GraphQLObjectType) return type
  throw new Error(`the schema has no type ${name}`)
}

/** Whether a fragment on a type, or on none, is about the objects of another. */
function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true
  const named = schema.getType(condition)
  return isAbstractType(named) && schema.isSubType(named, type)
}
