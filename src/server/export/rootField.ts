import { type GraphQLArgument, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql'
import { schema } from '../../graph/schema.ts'
import { type Asking, ask } from './pages.ts'
import { expectKnown, objectIn } from './parameters.ts'

/**
 * The answer of a field of the root, with the parameters of an address as its arguments; `others` are parameters that are none.
 *
 * @throws ExportRefused, or GraphQLError for what the API refuses
 */
export async function askRoot(
  field: string,
  selection: string,
  parameters: URLSearchParams,
  others: readonly string[],
  asking: Asking,
): Promise<unknown> {
  const known = new Map(
    schema
      .getQueryType()
      ?.getFields()
      [field]?.args.map(argument => [argument.name, argument]) ?? [],
  )
  const filter = getNamedType(known.get('filter')?.type)
  expectKnown(parameters, [...others, ...known.keys()], isInputObjectType(filter) ? filter : null)
  const given = [...known.values()].filter(({ name }) => parameters.has(name))
  const variables = Object.fromEntries(given.map(argument => [argument.name, argumentIn(argument, parameters)]))
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ')
  const query = `query Export${declared && `(${declared})`} {
  root: ${field}${passed && `(${passed})`} ${selection}
}`
  return ask(asking, query, variables)
}

/** The value of an argument, by its type in the API: an enum or text as it is, lists with commas, objects as JSON. */
function argumentIn({ name, type }: GraphQLArgument, parameters: URLSearchParams): unknown {
  const text = parameters.get(name) ?? ''
  const named = getNamedType(type)
  if (isListType(getNullableType(type))) return text.split(',')
  if (isInputObjectType(named)) return objectIn(parameters, name)
  if (named.name === 'Int' || named.name === 'Float') return Number(text)
  return named.name === 'Boolean' ? text === 'true' : text
}
