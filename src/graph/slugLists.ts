import { type GraphQLOutputType, getNamedType, isInputObjectType, isObjectType } from 'graphql'
import type { Entity } from '../store/schema/entities.ts'
import { NamesRows, PageOfList, RowOfSlug } from './reads.ts'
import { schema } from './schema.ts'

/** A list in which names are looked up, and the field of its nodes that shows to people which one it is. */
export interface SlugList {
  readonly list: string
  readonly label: string
}

const labels = ['name', 'title', 'label', 'text']

/**
 * Where a slug can be written, by the name of the field, and in which list it is found: `speaker` of a filter in `agents`, the slug
 * of `person` in `people`.
 */
export function slugLists(): Record<string, SlugList> {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {})
  const lists = roots.flatMap(({ name, type, extensions: { reads } }) => {
    const label = reads instanceof PageOfList ? labelOf(type) : null
    return reads instanceof PageOfList && label !== null
      ? [{ entity: reads.list.entity, node: nodeOf(type), list: { list: name, label } }]
      : []
  })
  const listOf = (entity: Entity) => lists.find(each => each.entity === entity)?.list
  const inRoot = roots.flatMap(({ name, type, extensions: { reads } }) => {
    if (!(reads instanceof RowOfSlug)) return []
    const own = lists.find(({ node }) => node === String(getNamedType(type)))?.list ?? listOf(reads.entity)
    return own ? [[name, own] as const] : []
  })
  const inFilters = Object.values(schema.getTypeMap()).flatMap(type => {
    if (!isInputObjectType(type)) return []
    return Object.values(type.getFields()).flatMap(({ name, extensions: { names } }) => {
      const list =
        names instanceof NamesRows && names.column === 'slug' && name !== 'slug' ? listOf(names.entity) : undefined
      return list ? [[name, list] as const] : []
    })
  })
  return Object.fromEntries([...inFilters, ...inRoot])
}

function nodeOf(connection: GraphQLOutputType): string {
  const type = getNamedType(connection)
  const nodes = isObjectType(type) ? type.getFields().nodes : undefined
  return nodes ? String(getNamedType(nodes.type)) : ''
}

function labelOf(connection: GraphQLOutputType): string | null {
  const node = schema.getType(nodeOf(connection))
  const fields = node && 'getFields' in node ? node.getFields() : {}
  return labels.find(label => label in fields) ?? null
}
