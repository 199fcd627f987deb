import { type GraphQLInputObjectType, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql'
import { isRecord } from '../../model/isRecord.ts'
import { nearestWord } from '../../model/nearest.ts'
import { ExportRefused } from './outcome.ts'

/**
 * @throws ExportRefused for a parameter that is none, which would be overlooked else; where it is a condition of `filter`, with the
 * filter that says it
 */
export function expectKnown(
  parameters: URLSearchParams,
  known: readonly string[],
  filter: GraphQLInputObjectType | null = null,
): void {
  for (const [name, value] of parameters) {
    if (known.includes(name)) continue
    const condition = filter?.getFields()[name]
    const how =
      condition === undefined
        ? whichOf(name, known)
        : `It is a condition of the filter: filter={"${name}": ${conditionOf(condition.type, value)}}`
    throw new ExportRefused(400, 'BAD_ARGUMENT', `There is no parameter “${name}”. ${how}`)
  }
}

/** What a value says as a condition, in JSON: by itself, or under the operator that is meant first. */
function conditionOf(type: GraphQLInputType, value: string): string {
  const named = getNamedType(type)
  if (!isInputObjectType(named))
    return String(type) === 'Boolean' || String(type) === 'Float' ? value : JSON.stringify(value)
  const isNumber = named.name === 'NumberFilter'
  const operator = ['contains', 'overlaps', 'eq'].find(each => each in named.getFields())
  const operand = isNumber && Number.isFinite(Number(value)) ? value : JSON.stringify(value)
  return operator === undefined ? '{…}' : `{"${operator}": ${operand}}`
}

/** Which of the known names may be meant by another, or else what they are. */
export function whichOf(name: string, known: readonly string[]): string {
  const meant = nearestWord(name, known)
  return meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${meant}?`
}

/** An argument of the API, as JSON; null if it is not given. */
export function objectIn(parameters: URLSearchParams, name: string): object | null {
  const text = parameters.get(name)
  if (text === null || text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    // Said below.
  }
  const example = name === 'filter' ? '{"speaker": "mark-green"}' : '{"by": "TIME"}'
  throw new ExportRefused(400, 'BAD_FILTER', `${name} is not a JSON object, such as ${example}.`)
}

export function countIn(parameters: URLSearchParams, name: string): number | null {
  const text = parameters.get(name)
  if (text === null) return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new ExportRefused(400, 'BAD_ARGUMENT', `${name} must be a whole number of rows, not “${text}”.`)
}
