import type { DatasetRecord } from '../../../model/records/dataset.ts'
import type { Database } from '../../engine/database.ts'
import { datasets } from '../../tables/datasets.ts'
import { Inserts } from '../inserts.ts'
import type { RecordOutcome, WriteContext } from './context.ts'

/** Writes what a dataset says of itself: the first of a file is the one that is written, the others are named by records. */
export function writeDataset(record: DatasetRecord, context: WriteContext): RecordOutcome {
  const { datasetId } = context.target
  // A dossier that belongs to none may name those of others.
  if (datasetId === null) return writeOther(record, context)
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
function writeOther(record: DatasetRecord, { database, datasets: known, rows, target }: WriteContext): RecordOutcome {
  const { slug } = record
  const stored = database.value<number>('select id from datasets where slug = ?', slug)
  const importedAt = database.value<string>('select importedAt from datasets where id = ?', target.datasetId)
  known.set(slug, stored ?? rows.insert(datasets, rowOf(record, 'jsonl', importedAt ?? new Date().toISOString())))
  return stored === undefined ? 'TAKEN' : 'UNCHANGED'
}

/** The dataset of a dossier: made of what the dossier says of it, if it is not there yet. */
export function datasetOfDossier(database: Database, record: DatasetRecord): number {
  const stored = database.value<number>('select id from datasets where slug = ?', record.slug)
  if (stored !== undefined) return stored
  return new Inserts(database).insert(datasets, rowOf(record, 'dossier', new Date().toISOString()))
}

function rowOf({ slug, ...record }: DatasetRecord, format: string, importedAt: string) {
  return {
    slug,
    name: record.name ?? slug,
    format,
    licence: record.licence ?? null,
    version: record.version ?? null,
    url: record.url ?? null,
    language: record.language ?? null,
    importedAt,
    speakersRead: null,
    numbersRead: null,
    repeatsRead: null,
  }
}
