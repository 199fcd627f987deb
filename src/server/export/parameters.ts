import { nearestWord } from '../../model/nearest.ts'
import { ExportRefused } from './outcome.ts'

/** @throws Refused for a parameter that is none, which would be overlooked else */
export function expectKnown(parameters: URLSearchParams, known: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (known.includes(name)) continue
    const meant = nearestWord(name, known)
    const hint = meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${meant}?`
    throw new ExportRefused(400, 'BAD_ARGUMENT', `There is no parameter “${name}”. ${hint}`)
  }
}

/** An argument of the API, as JSON; null if it is not given. */
export function objectIn(parameters: URLSearchParams, name: string): object | null {
  const text = parameters.get(name)
  if (text === null || text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below.
  }
  const example = name === 'filter' ? '{"speaker": "mark-green"}' : '{"by": "TIME"}'
  throw new ExportRefused(400, 'BAD_FILTER', `${name} is no JSON object, such as ${example}.`)
}

export function countIn(parameters: URLSearchParams, name: string): number | null {
  const text = parameters.get(name)
  if (text === null) return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new ExportRefused(400, 'BAD_ARGUMENT', `${name} is a whole number of rows, and not “${text}”.`)
}
