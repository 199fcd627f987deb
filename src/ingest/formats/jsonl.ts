import { basename } from 'node:path'
import { z } from 'zod'
import { interchangeRecord, recordTypes } from '../../model/interchange.ts'
import { filesAt } from './files.ts'
import type { Format, Item } from './format.ts'
import { readJsonLines } from './jsonLines.ts'

/** Dixit's own interchange format: one record a line, as docs/interchange.schema.json has it. */
export const jsonl: Format = {
  name: 'jsonl',
  summary: "Dixit's interchange format: one JSON record a line, gzip or not (docs/interchange.schema.json)",
  version: 1,
  dataset: { slug: 'interchange', name: 'Interchange', licence: null, version: null, url: null },
  sources: paths =>
    filesAt(paths, ['.jsonl', '.jsonl.gz'], 'a JSONL file').map(file => ({
      name: basename(file),
      path: file,
      files: [file],
      read: onBytes =>
        readJsonLines(file, onBytes, (value, line): Item[] => {
          const parsed = interchangeRecord.safeParse(value)
          if (parsed.success) return [{ file, line, record: parsed.data }]
          const [issue] = parsed.error.issues
          const why = issue ? `${issue.path.join('.')}: ${issue.message}` : 'no record of this format'
          return [{ file, line, refused: 'BAD_RECORD', why, found: value, ...givenBy(value) }]
        }),
    })),
}

const naming = z.object({ type: z.enum(recordTypes), slug: z.string() })

/** What a record that does not hold would have given. */
function givenBy(value: object) {
  const { data } = naming.safeParse(value)
  return data ? { gives: data } : {}
}
