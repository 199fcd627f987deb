import { type GraphQLField, getNamedType, isRequiredArgument } from 'graphql'
import { schema } from './schema.ts'

/** A field of the root, as people are told of it. */
export interface RootField {
  readonly name: string
  readonly description: string
}

export interface RootGroup {
  readonly title: string
  readonly meaning: string
  readonly fields: readonly RootField[]
}

type Field = GraphQLField<unknown, unknown>

const isList = ({ args }: Field) =>
  args.some(({ name }) => name === 'order') && args.some(({ name }) => name === 'first')
const namesOne = ({ args }: Field) =>
  args.some(argument => ['slug', 'id'].includes(argument.name) && isRequiredArgument(argument))
const isOfNodes = ({ type }: Field) => 'getFields' in getNamedType(type)

/** The groups, in their order; a field stands in the first that takes it. */
const groups: readonly (Omit<RootGroup, 'fields'> & { readonly takes: (field: Field) => boolean })[] = [
  {
    title: 'About the graph',
    meaning: 'What it holds, what has changed, and nodes by id.',
    takes: ({ name }) => ['graph', 'changes', 'node', 'nodes'].includes(name),
  },
  {
    title: 'One thing by its name',
    meaning: 'By `slug`, the stable name that lists and pages show; null if there is none.',
    takes: namesOne,
  },
  {
    title: 'Lists',
    meaning:
      'Everything of a kind. `filter` selects, `order` sorts, `first` and `after` (or `last` and `before`) choose the ' +
      'page; each answers with `nodes`, `edges`, `pageInfo` and `totalCount`.',
    takes: field => isList(field) && !field.name.endsWith('Stats') && field.name !== 'concordance',
  },
  { title: 'Analyses', meaning: 'Searching, counting, comparing.', takes: isOfNodes },
]

/** The fields of the root, grouped for people: lists first. Each stands once. */
export function rootGroups(): RootGroup[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  const placed = Map.groupBy(fields, field => groups.find(({ takes }) => takes(field))?.title)
  const order = ['Lists', 'One thing by its name', 'Analyses', 'About the graph']
  return groups
    .toSorted((one, other) => order.indexOf(one.title) - order.indexOf(other.title))
    .map(({ title, meaning }) => ({
      title,
      meaning,
      fields: (placed.get(title) ?? [])
        .map(({ name, description }) => ({ name, description: description ?? '' }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    }))
}
