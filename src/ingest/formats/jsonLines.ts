import { isRecord } from '../../model/isRecord.ts'
import type { OnBytes, RecordItem } from './format.ts'
import { readLines } from './lines.ts'

/** The items that the lines of a file give, each line being a JSON object; empty lines give none. */
export async function* readJsonLines(
  file: string,
  onBytes: OnBytes,
  itemsOf: (value: object, line: number) => readonly RecordItem[],
): AsyncGenerator<RecordItem[]> {
  for await (const lines of readLines(file, onBytes)) {
    yield lines.flatMap(line => {
      const place = { file, line: line.number }
      if ('refused' in line) return [{ ...place, refused: line.refused, found: line.found }]
      if (line.text.trim() === '') return []
      const value = parse(line.text)
      if (isRecord(value)) return itemsOf(value, line.number)
      const why = value === undefined ? {} : { why: `it is ${Array.isArray(value) ? 'an array' : 'a plain value'}` }
      return [{ ...place, refused: 'NOT_JSON', ...why, found: line.text.slice(0, 1_000) }]
    })
  }
}

/** The value that a text says; undefined if it is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
