import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType } from 'graphql'
import { conjoined } from '../model/conjoined.ts'
import { nearestWord } from '../model/nearest.ts'
import { namesMeant } from '../model/synonyms.ts'
import {
  conditionsDeeper,
  fieldsOfType,
  fieldsWith,
  holdersOf,
  knownAs,
  nodeType,
  offered,
  oneStepDeeper,
  typesWith,
} from './offers.ts'
import { referenceMeant, timesMeant } from './referenceHint.ts'
import { schema } from './schema.ts'
import { slugLists } from './slugLists.ts'

/** What graphql-js says of a mistake, and what can be said of it with what was found there. */
type Sayings = readonly (readonly [said: RegExp, say: (...found: string[]) => string | null])[]

const unknownField = /Cannot query field "(\w+)" on type "(\w+)"/
const unknownInput = /value of type "(\w+)" not to include unknown field "(\w+)"(?:, found: (\{.+\})\.)?/s
const unknownArgument = /Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/
const unknownValue = /Value "(\w+)" does not exist in "(\w+)" enum/

/** What graphql-js says of a mistake names the mistake; these say what was meant. */
const hints: Sayings = [
  [/Cannot query field "(?:citation|cite)" on type "(\w+)"/, (type = '') => citationMeant(type)],
  [/Cannot query field "name" on type "Passage"/, () => 'Use text; who speaks is speaker { name } of the statement.'],
  [unknownField, (field = '', type = '') => fieldMeant(type, field)],
  [/value of type "(\w+)" to be an object, found: (.+?)\.?$/, (type = '', value = '') => formMeant(type, value)],
  [unknownInput, (type = '', field = '', found = '') => inputMeant(type, field, found)],
  [unknownArgument, (argument = '', type = '', field = '') => argumentMeant(type, field, argument)],
  [
    /Enum "\w+" cannot represent non-\w+ value: \{ ?"?(\w+)"?: (.+?) ?\}/,
    (operator = '', value = '') => termMeant(operator, value),
  ],
  [unknownValue, (value = '', type = '') => valueMeant(type, value)],
  [/Variable "\$(\w+)" of type "(\w+)!?" used in position expecting type "\[\2!\]"/, (name = '') => `Use [$${name}].`],
]

/** What there is instead, for a name of which nothing better is known. */
const offers: Sayings = [
  [unknownField, (field = '', type = '') => fieldsOffered(type, field)],
  [unknownInput, (type = '', field = '') => offered(schema.getType(type), field)],
  [unknownArgument, (argument = '', type = '', field = '') => argumentsOffered(type, field, argument)],
  [unknownValue, (value = '', type = '') => offered(schema.getType(type), value)],
]

/** How much of a message is told, in characters: what was sent stands in it, however long it is. */
const longestMessage = 2_000

/**
 * The message with what was probably meant, or else with what there is, if that is known and not said yet. `field` is the argument
 * or the input field whose value is at fault.
 */
export function hinted(whole: string, field = ''): string {
  const message = shortened(whole)
  if (message.includes(' Use ')) return message
  const [, type, own, found = ''] =
    /Expected value of type "(\w+)!?", but encountered error "(.+)"; found: (.+)\.$/s.exec(message) ?? []
  if (own !== undefined) return [own, (type === 'Reference' && referenceMeant(field, found)) || []].flat().join(' ')
  const meant = firstOf(hints, message) ?? (isSuggested(message) ? null : firstOf(offers, message))
  return meant === null ? message : `${message} ${meant}`
}

/** The beginning and the end of a message that is too long. */
function shortened(message: string): string {
  const half = longestMessage / 2
  return message.length <= longestMessage ? message : `${message.slice(0, half)} … ${message.slice(-half)}`
}

/** Whether graphql-js suggests a name that is near enough to have been meant. */
function isSuggested(message: string): boolean {
  const [found, suggested = ''] = /Did you mean (.*?)\?/.exec(message) ?? []
  if (found === undefined) return false
  const [, word = ''] = /"(\w+)" (?:on|does)|unknown field "(\w+)"/.exec(message)?.filter(Boolean) ?? []
  const names = [...suggested.matchAll(/"(\w+)"/g)].flatMap(([, name]) => name ?? [])
  return nearestWord(word, names) !== undefined
}

function firstOf(kinds: Sayings, message: string): string | null {
  for (const [said, hint] of kinds) {
    const [found, ...parts] = said.exec(message) ?? []
    if (found !== undefined) return hint(...parts)
  }
  return null
}

function fieldMeant(typeName: string, field: string): string | null {
  const type = schema.getType(typeName)
  const fields = fieldsOfType(type)
  const node = fieldsOfType(nodeType(type))
  const inNode = knownAs(field, node)
  if (inNode !== undefined) return `Use nodes { ${inNode} }: the list has its things inside of nodes.`
  const beside = use(namesMeant(field).filter(name => name in fields))
  if (beside !== null) return beside
  const holders = holdersOf(typeName, field)
  const deeper = oneStepDeeper(nodeType(type) ? node : fields, field)
  if (holders.length > 0 && !deeper.isExact) return `${field} is a field of ${holders.join(' and ')}, one step higher.`
  const ways = use(deeper.ways)
  return ways !== null && nodeType(type) ? ways.replace('Use ', 'Inside of nodes, use ') : ways
}

/** What is cited stands under a permalink, whose page says how. */
function citationMeant(typeName: string): string | null {
  return 'uri' in fieldsOfType(schema.getType(typeName))
    ? 'Use uri: its page says how to cite it, as does dixit cite.'
    : null
}

function fieldsOffered(typeName: string, field: string): string | null {
  const type = schema.getType(typeName)
  const node = nodeType(type)
  const elsewhere = typesWith(field)
  const has = offered(node ?? type, field)
  return elsewhere.length === 0 ? has : `It is a field of ${conjoined(elsewhere)}. ${has}`
}

function formMeant(typeName: string, value: string): string | null {
  const type = schema.getType(typeName)
  if (!isInputObjectType(type)) return null
  const fields = type.getFields()
  const when = typeName === 'TimeFilter' ? timesMeant(value) : null
  if (when !== null) return `Use ${when}.`
  if (value.startsWith('[') && 'thenBy' in fields) return thenByMeant(value)
  if (value.startsWith('['))
    return 'and' in fields ? `Use { and: ${value} }.` : 'in' in fields ? `Use { in: ${value} }.` : null
  const [, by = '', direction] = /^(\w+?)(?:_(ASC|DESC))?$/.exec(value) ?? []
  const order = orderMeant(type, by, direction)
  if (order !== null) return order
  if ('slug' in fields) return `Use { slug: { eq: ${value} } }.`
  if (!('eq' in fields)) return null
  // Few know a text by heart: that of a whole one would find nothing.
  if ('contains' in fields)
    return `Use { contains: ${value} } for a part of the text, or { eq: ${value} } for the whole.`
  return `Use { eq: ${value} }.`
}

/** Several orders are not a list: each says what comes after it. */
function thenByMeant(value: string): string | null {
  const orders = [...value.matchAll(/\{\s*([^{}]+?)\s*\}/g)].map(([, order = '']) => order)
  const meant = orders.reduceRight((after, order) => `{ ${order}${after === '' ? '' : `, thenBy: ${after}`} }`, '')
  return meant === '' ? null : `Use ${meant}.`
}

function inputMeant(typeName: string, field: string, found: string): string | null {
  const type = schema.getType(typeName)
  if (!isInputObjectType(type)) return null
  const fields = type.getFields()
  const when = typeName === 'TimeFilter' ? timesMeant(found) : null
  if (when !== null) return `Use ${when}.`
  if ('and' in fields && field in quantifiers) return quantifiers[field] ?? null
  const order = orderMeant(type, field)
  if (order !== null) return order
  const [, before = '', word = '', behind = ''] = /^(has(?=[A-Z]))?(\w+?)(Matches)?$/.exec(field) ?? []
  const typed = word.charAt(0).toLowerCase() + word.slice(1)
  const meant = namesMeant(typed)
  const named = meant.map(
    name => (before === '' ? name : before + name.charAt(0).toUpperCase() + name.slice(1)) + behind,
  )
  const known = named.filter(name => name in fields)
  const list = [typed, ...meant].find(name => isInputObjectType(getNamedType(fields[name]?.type)))
  if (before !== '' && known.length === 0 && list !== undefined) {
    return `Use ${list}: {} for those that have any, and not: { ${list}: {} } for those without.`
  }
  const isInside = known.length > 0 && word === 'wording' && 'figureMentions' in fields
  return use(isInside ? [...known, 'figureMentions: { wording: … }'] : known) ?? use(conditionsDeeper(type, field))
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

/** In other APIs an order is `{ value: DESC }` or `VALUE_DESC`; null if the input is no order, or orders by no such thing. */
function orderMeant(type: GraphQLInputObjectType, typed: string, direction = 'DESC'): string | null {
  const { by, direction: ways } = type.getFields()
  const keys = by && getNamedType(by.type)
  if (!ways || !isEnumType(keys)) return null
  const key = typed.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
  return keys.getValue(key) ? `Use { by: ${key}, direction: ${direction} }.` : null
}

function argumentMeant(typeName: string, fieldName: string, argument: string): string | null {
  const { args = [], type } = fieldsOfType(schema.getType(typeName))[fieldName] ?? {}
  const list = args.some(({ name }) => name === 'slug') ? slugLists()[fieldName] : undefined
  if (list && list.label === argument) {
    return `Use slug; it is found by its ${argument}: ${list.list}(filter: { ${argument}: { contains: … } }) { nodes { slug } }.`
  }
  const named = use(namesMeant(argument).filter(name => args.some(arg => arg.name === name)))
  if (named !== null) return named
  const filter = args.find(({ name }) => name === 'filter')
  const conditions = filter && getNamedType(filter.type)
  const condition = isInputObjectType(conditions) ? knownAs(argument, conditions.getFields()) : undefined
  if (condition !== undefined) return `Use filter: { ${condition}: … }.`
  const fields = fieldsOfType(type && getNamedType(type))
  return argument in fields ? `Use it as a field: ${fieldName} { ${argument} }.` : null
}

function argumentsOffered(typeName: string, fieldName: string, argument: string): string | null {
  const { args = [] } = fieldsOfType(schema.getType(typeName))[fieldName] ?? {}
  const elsewhere = fieldsWith(argument)
  const has =
    args.length === 0 ? `${fieldName} takes none.` : `${fieldName} takes ${conjoined(args.map(({ name }) => name))}.`
  return elsewhere.length === 0 ? has : `It is an argument of ${conjoined(elsewhere)}. ${has}`
}

/** Values are written in capitals, and some are called otherwise. */
function valueMeant(typeName: string, value: string): string | null {
  const type = schema.getType(typeName)
  if (!isEnumType(type)) return null
  const key = value.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
  const names = [key, ...namesMeant(value.toLowerCase()).map(name => name.replaceAll(/(?=[A-Z])/g, '_').toUpperCase())]
  return use(names.filter(name => type.getValue(name)))
}

function use(names: readonly string[]): string | null {
  return names.length === 0 ? null : `Use ${names.join(' or ')}.`
}
