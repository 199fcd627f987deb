import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import { agentTypes } from '../model/agentTypes.ts'
import { objectCap } from '../store/json/compiler.ts'
import { JsonQuery } from '../store/json/query.ts'
import type {
  ComputedPart,
  EdgePart,
  FacetPart,
  FacetValuePart,
  GroupPart,
  GroupsPart,
  HitPart,
  HitsPart,
  PagePart,
  RolePart,
  RowSelection,
  Selected,
  SelectedConstant,
  Selection,
  ValuePart,
} from '../store/json/selection.ts'
import type { List } from '../store/query/page.ts'
import { agent, type Entity, membership } from '../store/schema/entities.ts'
import { imported } from '../store/schema/imported.ts'
import { searchIndexes } from '../store/search/searchIndexes.ts'
import type { Inclusion } from './inclusion.ts'
import { PlanForm, type PlannedCall } from './planForm.ts'
import { columnOf, plainColumn } from './plannedColumns.ts'
import { groupKeyPart, pageInfoPart } from './plannedParts.ts'
import { applies, constant, isTypeOf, objectType, selectionsOf, Unplanned } from './plannedTypes.ts'
import {
  Computed,
  GroupsOfList,
  HitsOfSearch,
  NodeOfId,
  PageOfList,
  RolesOfSpeaker,
  RowOfKey,
  RowOfSlug,
  SnippetOfHit,
  TextOfDocument,
  ValuesOfRow,
} from './reads.ts'
import { schema } from './schema.ts'

/** What `node(id)` finds. */
interface NodeType {
  readonly entity: Entity
  readonly typename: string
}

/** Makes the form of a selection: which statement answers it, and which of its fields have arguments. */
export class Planner {
  readonly #calls: PlannedCall[] = []
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #inclusion: Inclusion
  readonly #nodeType: NodeType | null

  constructor(
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    inclusion: Inclusion,
    nodeType: NodeType | null = null,
  ) {
    this.#fragments = fragments
    this.#inclusion = inclusion
    this.#nodeType = nodeType
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
        if (!this.#inclusion.leaves(each.directives)) continue
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
      const of = isNode && name === 'importedAt' ? imported.get(entity) : undefined
      if (of) return { kind: 'imported', of }
      const { pothosExposedField: column } = field.extensions
      if (typeof column === 'string') return columnOf(field.type, entity.table, column)
    }
    const { reads } = field.extensions
    const target = getNamedType(field.type)
    if (reads instanceof RowOfKey && entity !== null) return this.#rowOfKey(field, nodes, reads)
    if (reads instanceof RowOfSlug) return this.#named(target, nodes, reads.entity, this.#call(field, node))
    if (reads instanceof NodeOfId && this.#nodeType !== null) {
      const { entity, typename } = this.#nodeType
      return this.#named(objectType(typename), nodes, entity, this.#call(field, node))
    }
    if (reads instanceof PageOfList) return this.#page(field, node, nodes, reads.list)
    if (reads instanceof GroupsOfList) return this.#groups(field, node, nodes, reads.list)
    if (reads instanceof HitsOfSearch) return this.#hits(field, node, nodes)
    if (entity === null) throw new Unplanned(name)
    if (reads instanceof ValuesOfRow) return this.#values(field, nodes, reads)
    if (reads instanceof TextOfDocument) return { kind: 'text' }
    if (reads instanceof Computed) return this.#computed(field, node, nodes, reads)
    if (reads instanceof RolesOfSpeaker) {
      return { kind: 'roles', parts: this.#parts(field, nodes, (part, of, each) => this.#rolePart(part, of, each)) }
    }
    throw new Unplanned(name)
  }

  #rowOfKey({ type }: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], { key, entity }: RowOfKey) {
    return { kind: 'row', key, entity, of: this.#rows(getNamedType(type), nodes, entity) } as const
  }

  #values(
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    { values, column }: ValuesOfRow,
  ): Selected {
    if (column !== null) return { kind: 'values', values, of: plainColumn(field.type, values.table, column) }
    const of = this.#parts(field, nodes, (name, each, selected): ValuePart => {
      const { pothosExposedField: exposed, reads } = each.extensions
      if (reads instanceof RowOfKey) return this.#rowOfKey(each, selected, reads)
      if (typeof exposed !== 'string') throw new Unplanned(name)
      return plainColumn(each.type, values.table, exposed)
    })
    return { kind: 'values', values, of }
  }

  #computed(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    nodes: readonly FieldNode[],
    { computation }: Computed,
  ): Selected {
    const call = computation.given.length > 0 ? this.#call(field, node, given => ({ given })) : null
    if (!isObjectType(getNamedType(field.type)))
      return { kind: 'computed', computation, call, shape: 'plain', parts: [] }
    const parts = this.#parts(field, nodes, (name, each): ComputedPart => {
      const key = each.extensions.pothosExposedField
      if (typeof key !== 'string') throw new Unplanned(name)
      return { kind: 'key', key }
    })
    const shape = isListType(getNullableType(field.type)) ? 'list' : 'object'
    return { kind: 'computed', computation, call, shape, parts }
  }

  #rolePart(name: string, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): RolePart {
    if (name === 'why' || name === 'certainty' || name === 'date') return { kind: name }
    if (name !== 'membership') throw new Unplanned(name)
    return { kind: name, of: this.#rows(getNamedType(field.type), nodes, membership) }
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
      case 'facets':
        return this.#facets(field, nodes)
      default:
        throw new Unplanned(name)
    }
  }

  #facets(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): PagePart {
    const [node] = nodes
    if (!node) throw new Unplanned('facets')
    const call = this.#call(field, node, ({ by, ...page }) => ({
      ...page,
      groupBy: Array.isArray(by) ? by.map(String) : [],
    }))
    const parts = this.#parts(field, nodes, (name, facet, selected): FacetPart => {
      if (name === 'dimension' || name === 'valueCount') return { kind: name }
      if (name !== 'values') throw new Unplanned(name)
      return {
        kind: name,
        parts: this.#parts(facet, selected, (part, key, each): FacetValuePart => {
          if (part === 'count' || part === 'share') return { kind: part }
          if (part !== 'key') throw new Unplanned(part)
          return { kind: part, parts: this.#parts(key, each, groupKeyPart) }
        }),
      }
    })
    return { kind: 'facets', call, parts }
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
    return { kind: name, parts: this.#parts(field, nodes, groupKeyPart) }
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

  #call(field: GraphQLField<unknown, unknown>, node: FieldNode, requestOf?: PlannedCall['requestOf']): number {
    return this.#calls.push({ field, node, requestOf }) - 1
  }
}
