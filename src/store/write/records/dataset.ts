import type { DatasetRecord } from '../../../model/records/dataset.ts'
import { datasets } from '../../tables/datasets.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { refuseRecord } from './refused.ts'

/** Writes what a dataset says of itself: the first of a file is the one that is written, the others are named by records. */
export function writeDataset(record: DatasetRecord, context: WriteContext): RecordOutcome {
  const { datasetId } = context.target
  if (datasetId === null) refuseRecord('BAD_RECORD', 'a dossier names its dataset in a field of its own')
  const isFirst = context.datasets.size === 0
  if (isFirst || context.datasets.get(record.slug) === datasetId) {
    context.datasets.set(record.slug, datasetId)
    return fill(record, datasetId, context)
  }
  return writeOther(record, context)
}

/** What a dataset says of itself fills what the command line leaves open. */
function fill(record: DatasetRecord, datasetId: number, { database }: WriteContext): RecordOutcome {
  const { licence = null, version = null, url = null, language = null, name = null } = record
  const { changes } = database
    .prepare(
      `update datasets set licence = coalesce(licence, ?), version = coalesce(version, ?), url = coalesce(url, ?),
         language = coalesce(language, ?), name = case when name = slug then coalesce(?, name) else name end
       where id = ?`,
    )
    .run(licence, version, url, language, name, datasetId)
  return changes > 0 ? 'TAKEN' : 'UNCHANGED'
}

/** One that stands already is left as its own source has it. */
function writeOther(
  { slug, ...record }: DatasetRecord,
  { database, datasets: known, rows, target }: WriteContext,
): RecordOutcome {
  const stored = database.value<number>('select id from datasets where slug = ?', slug)
  const id =
    stored ??
    rows.insert(datasets, {
      slug,
      name: record.name ?? slug,
      format: 'jsonl',
      licence: record.licence ?? null,
      version: record.version ?? null,
      url: record.url ?? null,
      language: record.language ?? null,
      importedAt: database.value<string>('select importedAt from datasets where id = ?', target.datasetId) ?? '',
      speakersRead: null,
      numbersRead: null,
      repeatsRead: null,
    })
  known.set(slug, id)
  return stored === undefined ? 'TAKEN' : 'UNCHANGED'
}
