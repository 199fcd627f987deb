import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql'
import { namesMeant } from '../model/synonyms.ts'
import { schema } from './schema.ts'
import { slugLists } from './slugLists.ts'

/** What graphql-js says of a mistake names the mistake; these say what was meant. */
const hints: readonly (readonly [said: RegExp, hint: (...found: string[]) => string | null])[] = [
  [/Cannot query field "(\w+)" on type "(\w+)"/, (field = '', type = '') => fieldMeant(type, field)],
  [/value of type "(\w+)" to be an object, found: (.+?)\.?$/, (type = '', value = '') => formMeant(type, value)],
  [/value of type "(\w+)" not to include unknown field "(\w+)"/, (type = '', field = '') => inputMeant(type, field)],
  [
    /Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    (argument = '', type = '', field = '') => argumentMeant(type, field, argument),
  ],
  [
    /Enum "\w+" cannot represent non-\w+ value: \{ ?"?(\w+)"?: (.+?) ?\}/,
    (operator = '', value = '') => termMeant(operator, value),
  ],
  [/Variable "\$(\w+)" of type "(\w+)!?" used in position expecting type "\[\2!\]"/, (name = '') => `Use [$${name}].`],
]

/** The message with what was probably meant, if that is known and not said yet. */
export function hinted(message: string): string {
  if (message.includes(' Use ')) return message
  for (const [said, hint] of hints) {
    const [found, ...parts] = said.exec(message) ?? []
    if (found === undefined) continue
    const meant = hint(...parts)
    return meant === null ? message : `${message} ${meant}`
  }
  return message
}

function fieldMeant(typeName: string, field: string): string | null {
  const type = schema.getType(typeName)
  if (!isObjectType(type)) return null
  const fields = type.getFields()
  const node = typeName.endsWith('Connection') && fields.nodes ? getNamedType(fields.nodes.type) : null
  if (node && 'getFields' in node) {
    const known = [field, ...namesMeant(field)].find(name => name in node.getFields())
    return known === undefined ? null : `Use nodes { ${known} }: the list has its things inside of nodes.`
  }
  return use(namesMeant(field).filter(name => name in fields))
}

function formMeant(typeName: string, value: string): string | null {
  const type = schema.getType(typeName)
  if (!isInputObjectType(type)) return null
  const fields = type.getFields()
  if (value.startsWith('['))
    return 'and' in fields ? `Use { and: ${value} }.` : 'in' in fields ? `Use { in: ${value} }.` : null
  const [, by = '', direction] = /^(\w+?)(?:_(ASC|DESC))?$/.exec(value) ?? []
  const order = orderMeant(type, by, direction)
  if (order !== null) return order
  if (!('eq' in fields)) return null
  // Few know a text by heart: that of a whole one would find nothing.
  if ('contains' in fields)
    return `Use { contains: ${value} } for a part of the text, or { eq: ${value} } for the whole.`
  return `Use { eq: ${value} }.`
}

function inputMeant(typeName: string, field: string): string | null {
  const type = schema.getType(typeName)
  if (!isInputObjectType(type)) return null
  const fields = type.getFields()
  if ('and' in fields && field in quantifiers) return quantifiers[field] ?? null
  const order = orderMeant(type, field)
  if (order !== null) return order
  const [, before = '', word = '', behind = ''] = /^(has(?=[A-Z]))?(\w+?)(Matches)?$/.exec(field) ?? []
  const meant = namesMeant(word.charAt(0).toLowerCase() + word.slice(1))
  const named = meant.map(
    name => (before === '' ? name : before + name.charAt(0).toUpperCase() + name.slice(1)) + behind,
  )
  const known = named.filter(name => name in fields)
  const isInside = known.length > 0 && word === 'wording' && 'figureMentions' in fields
  return use(isInside ? [...known, 'figureMentions: { wording: … }'] : known)
}

/** How the quantifiers of other APIs are said. */
const quantifiers: Readonly<Record<string, string>> = {
  some: 'Use the conditions themselves, without some: they ask whether one thing of the list matches.',
  any: 'Use the conditions themselves, without any: they ask whether one thing of the list matches.',
  none: 'Use not: { …: { … } } around the list: that not one of its things matches.',
  every: 'Use not: { …: { not: { … } } } around the list: that not one of its things fails to match.',
  all: 'Use not: { …: { not: { … } } } around the list: that not one of its things fails to match.',
}

/** The values of vocabularies have no operators. */
function termMeant(operator: string, value: string): string | null {
  if (operator === 'isNull') return 'Use the field with has before its name.'
  if (operator === 'not' || operator === 'ne') return `Use not: { …: ${value} }.`
  return `Use ${value} itself, or a list of values.`
}

/** In other APIs an order is `{ value: DESC }` or `VALUE_DESC`; null where the input is no order, or orders by no such thing. */
function orderMeant(type: GraphQLInputObjectType, typed: string, direction = 'DESC'): string | null {
  const { by, direction: ways } = type.getFields()
  const keys = by && getNamedType(by.type)
  if (!ways || !isEnumType(keys)) return null
  const key = typed.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
  return keys.getValue(key) ? `Use { by: ${key}, direction: ${direction} }.` : null
}

function argumentMeant(typeName: string, fieldName: string, argument: string): string | null {
  const type = schema.getType(typeName)
  const args = isObjectType(type) ? (type.getFields()[fieldName]?.args ?? []) : []
  const list = args.some(({ name }) => name === 'slug') ? slugLists()[fieldName] : undefined
  if (list && list.label === argument) {
    return `Use slug; it is found by its ${argument}: ${list.list}(filter: { ${argument}: { contains: … } }) { nodes { slug } }.`
  }
  return use(namesMeant(argument).filter(name => args.some(arg => arg.name === name)))
}

function use(names: readonly string[]): string | null {
  return names.length === 0 ? null : `Use ${names.join(' or ')}.`
}
