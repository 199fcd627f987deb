import { basename } from 'node:path'
import { datasetRecordSchema as datasetRecord } from '../../model/records/dataset.ts'
import { filesAt } from './files.ts'
import type { Format, RecordItem } from './format.ts'
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
      read: onBytes => readJsonLines(file, onBytes, (claimed, line): RecordItem[] => [{ file, line, claimed }]),
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
