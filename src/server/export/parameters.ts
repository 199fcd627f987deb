import { isRecord } from '../../model/isRecord.ts'
import { nearestWord } from '../../model/nearest.ts'
import { ExportRefused } from './outcome.ts'

/** @throws ExportRefused for a parameter that is none, which would be overlooked else */
export function expectKnown(parameters: URLSearchParams, known: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (known.includes(name)) continue
    throw new ExportRefused(400, 'BAD_ARGUMENT', `There is no parameter “${name}”. ${whichOf(name, known)}`)
  }
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
  throw new ExportRefused(400, 'BAD_FILTER', `${name} is no JSON object, such as ${example}.`)
}

export function countIn(parameters: URLSearchParams, name: string): number | null {
  const text = parameters.get(name)
  if (text === null) return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new ExportRefused(400, 'BAD_ARGUMENT', `${name} is a whole number of rows, and not “${text}”.`)
}
