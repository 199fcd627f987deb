import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql'
import { conjoined } from '../model/conjoined.ts'
import { namesMeant } from '../model/synonyms.ts'
import { schema } from './schema.ts'

// What the schema offers to somebody who asked for a name that it does not have.

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>

/** Of more than these, a message names only those that have to do with the word. */
const MOST_NAMED = 16
/** How many fields with something to do with a word are named. */
const MOST_RELATED = 6
/** What stands in more places than these is not a hint. */
const MOST_PLACES = 4
/** Shorter words stand inside of many others. */
const SHORTEST_WORD = 4

/** The fields of a type that has some; none of any other. */
export function fieldsOfType(type: GraphQLNamedType | null | undefined): Fields {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}
}

/** The type of the things in a connection; null of any other type. */
export function nodeType(type: GraphQLNamedType | null | undefined): GraphQLNamedType | null {
  const { nodes } = fieldsOfType(type)
  return nodes && type?.name.endsWith('Connection') ? getNamedType(nodes.type) : null
}

/** What a type has by that name, or by one with the same meaning; undefined if nothing. */
export function knownAs(word: string, has: Readonly<Record<string, unknown>>): string | undefined {
  return [word, ...namesMeant(word)].find(name => Object.hasOwn(has, name))
}

/** Ways to a field that lead through one other: `value { min }`. */
interface Ways {
  readonly ways: readonly string[]
  /** Whether it has that name, and not one with the same meaning. */
  readonly isExact: boolean
}

/** The ways to a field by that name, or else by one with the same meaning, that lead through one other; none if they are many. */
export function oneStepDeeper(fields: Fields, word: string): Ways {
  const ways = (meant: (has: Fields) => string | undefined) =>
    Object.entries(fields).flatMap(([through, { type, deprecationReason }]) => {
      const inner = getNamedType(type)
      const node = nodeType(inner)
      const found = deprecationReason ? undefined : meant(fieldsOfType(node ?? inner))
      if (found === undefined) return []
      return [node ? `${through} { nodes { ${found} } }` : `${through} { ${found} }`]
    })
  const exact = ways(has => (Object.hasOwn(has, word) ? word : undefined))
  const isExact = exact.length > 0
  const found = isExact ? exact : ways(has => knownAs(word, has))
  return { ways: found.length > MOST_PLACES ? [] : found, isExact }
}

/** The ways to a condition by that name that lead through one other: `statementMatches: { speaker: … }`. */
export function conditionsDeeper(filter: GraphQLInputObjectType, word: string): string[] {
  const ways = Object.entries(filter.getFields()).flatMap(([through, { type, deprecationReason }]) => {
    const inner = getNamedType(type)
    if (deprecationReason || inner === filter || !isInputObjectType(inner)) return []
    return Object.hasOwn(inner.getFields(), word) ? [`${through}: { ${word}: … }`] : []
  })
  return ways.length > MOST_PLACES ? [] : ways
}

/** The types that lead to that one, if they are few, and have a field by that name. */
export function holdersOf(typeName: string, word: string): string[] {
  const holders = Object.values(schema.getTypeMap()).filter(
    type =>
      type !== schema.getQueryType() &&
      Object.values(fieldsOfType(type)).some(({ type: inner }) => getNamedType(inner).name === typeName),
  )
  if (holders.length > MOST_PLACES) return []
  return holders.filter(holder => Object.hasOwn(fieldsOfType(holder), word)).map(({ name }) => name)
}

/** The types that have a field by that name, if they are few. */
export function typesWith(word: string): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    type => !isIntrospectionType(type) && Object.hasOwn(fieldsOfType(type), word),
  )
  return types.length > MOST_PLACES ? [] : types.map(({ name }) => name)
}

/** The fields that take an argument by that name, if they are few. */
export function fieldsWith(argument: string): string[] {
  const found = Object.values(schema.getTypeMap()).flatMap(type =>
    Object.values(fieldsOfType(type)).flatMap(({ name, args }) =>
      args.some(arg => arg.name === argument) ? [`${type.name}.${name}`] : [],
    ),
  )
  return found.length > MOST_PLACES ? [] : found
}

/** What a type has, said whole where it is little; else what has to do with the word, and where to read on. */
export function offered(type: GraphQLNamedType | null | undefined, word: string): string | null {
  if (!type) return null
  const [kind, has] = offersOf(type)
  const known = has.filter(({ deprecationReason }) => !deprecationReason)
  if (known.length === 0) return null
  const names = known.map(({ name }) => name)
  if (names.length <= MOST_NAMED) return `${type.name} has ${conjoined(names)}.`
  const related = relatedTo(word, known)
  const some = related.length > 0 ? `${conjoined(related)}, among others` : `${names.length} ${kindInWords[kind]}`
  return `${type.name} has ${some}: { __type(name: "${type.name}") { ${kind} { name } } } lists them.`
}

/** A field or a value: whatever is offered by its name. */
interface Offer {
  readonly name: string
  readonly description?: string | null | undefined
  readonly deprecationReason?: string | null | undefined
}

/** What a type has to offer, and how the introspection calls it. */
function offersOf(type: GraphQLNamedType): readonly [kind: keyof typeof kindInWords, has: readonly Offer[]] {
  if (isInputObjectType(type)) return ['inputFields', Object.values(type.getFields())]
  if (isEnumType(type)) return ['enumValues', type.getValues()]
  return ['fields', Object.values(fieldsOfType(type))]
}

const kindInWords = { fields: 'fields', inputFields: 'fields', enumValues: 'values' } as const

function relatedTo(word: string, has: readonly Offer[]): string[] {
  const asked = word.toLowerCase()
  if (asked.length < SHORTEST_WORD) return []
  const isPart = (name: string) => name.includes(asked) || (name.length >= SHORTEST_WORD && asked.includes(name))
  const alike = has.filter(({ name }) => isPart(name.toLowerCase()))
  const told = alike.length > 0 ? alike : has.filter(({ description }) => description?.toLowerCase().includes(asked))
  return told.slice(0, MOST_RELATED).map(({ name }) => name)
}
