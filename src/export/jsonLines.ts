import type { TextFile } from './textFile.ts'
import { turns } from './turns.ts'

/** Writes records as JSON lines; returns how many. */
export async function writeJsonLines(records: Iterable<unknown>, file: TextFile): Promise<number> {
  const pause = turns()
  let count = 0
  for (const record of records) {
    file.write(jsonLine(record))
    count += 1
    await pause()
  }
  return count
}

export function jsonLine(record: unknown): string {
  return `${JSON.stringify(record)}\n`
}
