import type { Item, OnBytes } from './format.ts'
import { readLines } from './lines.ts'

/** The items that the lines of a file give, each line being a JSON object; empty lines give none. */
export async function* readJsonLines(
  file: string,
  onBytes: OnBytes,
  itemsOf: (value: object, line: number) => readonly Item[],
): AsyncGenerator<Item[]> {
  for await (const lines of readLines(file, onBytes)) {
    yield lines.flatMap(line => {
      const place = { file, line: line.number }
      if ('refused' in line) return [{ ...place, refused: line.refused, found: line.found }]
      if (line.text.trim() === '') return []
      const value = parse(line.text)
      if (value === null) return [{ ...place, refused: 'NOT_JSON', found: line.text.slice(0, 1_000) }]
      return itemsOf(value, line.number)
    })
  }
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
