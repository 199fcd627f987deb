import { basename } from 'node:path'
import { z } from 'zod'
import { interchangeRecord, recordTypes } from '../../model/interchange.ts'
import { dataset as datasetRecord } from '../../model/records/dataset.ts'
import { fieldMeant } from '../fieldMeant.ts'
import { filesAt } from './files.ts'
import type { Format, Item } from './format.ts'
import { readJsonLines } from './jsonLines.ts'

/** The dataset of a file that does not say which it is of. */
const unnamed: Format['dataset'] = { slug: 'interchange', name: 'Interchange', licence: null, version: null, url: null }

/** Dixit's own interchange format: one record a line, as docs/interchange.schema.json has it. */
export const jsonl: Format = {
  name: 'jsonl',
  summary: "Dixit's interchange format: one JSON record a line, gzip or not (docs/interchange.schema.json)",
  version: 1,
  dataset: unnamed,
  async datasetsIn(paths) {
    const groups = new Map<string, { dataset: typeof unnamed; paths: string[] }>()
    for (const file of filesOf(paths)) {
      const dataset = (await datasetIn(file)) ?? unnamed
      const group = groups.get(dataset.slug) ?? { dataset, paths: [] }
      groups.set(dataset.slug, group)
      group.paths.push(file)
    }
    return [...groups.values()]
  },
  sources: paths =>
    filesOf(paths).map(file => ({
      name: basename(file),
      path: file,
      files: [file],
      read: onBytes =>
        readJsonLines(file, onBytes, (value, line): Item[] => {
          const parsed = interchangeRecord.safeParse(value)
          if (parsed.success) return [{ file, line, record: parsed.data }]
          const [issue] = parsed.error.issues
          return [{ file, line, refused: 'BAD_RECORD', why: whyOf(issue, value), found: value, ...givenBy(value) }]
        }),
    })),
}

function filesOf(paths: readonly string[]): string[] {
  return filesAt(paths, ['.jsonl', '.jsonl.gz'], 'a JSONL file')
}

/** What a file says of its own dataset, if its first record is of one. */
async function datasetIn(file: string): Promise<Format['dataset'] | null> {
  for await (const items of readJsonLines(
    file,
    () => undefined,
    value => [{ file, line: 1, refused: 'OTHER_TYPE', found: value }],
  )) {
    const [first] = items
    if (first === undefined) continue
    const { data } = datasetRecord.safeParse('found' in first ? first.found : null)
    return data ? { ...unnamed, slug: data.slug, name: data.name ?? data.slug } : null
  }
  return null
}

function whyOf(issue: z.core.$ZodIssue | undefined, value: object): string {
  if (issue === undefined) return 'no record of this format'
  const schema = recordOf(value)
  const meant =
    issue.code === 'unrecognized_keys' && schema
      ? issue.keys.flatMap(key => fieldMeant(key, schema, issue.path) ?? [])
      : []
  const hint = meant.length === 0 ? '' : `. Did you mean ${meant.join(', ')}?`
  return `${issue.path.join('.')}: ${issue.message}${hint}`
}

const typed = z.object({ type: z.enum(recordTypes) })
const naming = z.object({ type: z.enum(recordTypes), slug: z.string() })

/** What a record of its type holds. */
function recordOf(value: object) {
  const { data } = typed.safeParse(value)
  return data && interchangeRecord.options.find(option => option.shape.type.value === data.type)
}

/** What a record that does not hold would have given. */
function givenBy(value: object) {
  const { data } = naming.safeParse(value)
  return data ? { gives: data } : {}
}
