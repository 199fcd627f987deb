import type { DatasetRecord } from '../../../model/records/dataset.ts'
import type { Context, Written } from './context.ts'
import { refuse } from './refused.ts'

/** What a dataset says of itself fills what the command line leaves open. */
export function writeDataset(record: DatasetRecord, { database, target }: Context): Written {
  const { licence = null, version = null, url = null, language = null, name = null } = record
  if (target.datasetId === null) refuse('BAD_RECORD', 'a dossier names its dataset in a field of its own')
  const { changes } = database
    .prepare(
      `update datasets set licence = coalesce(licence, ?), version = coalesce(version, ?), url = coalesce(url, ?),
         language = coalesce(language, ?), name = case when name = slug then coalesce(?, name) else name end
       where id = ?`,
    )
    .run(licence, version, url, language, name, target.datasetId)
  return changes > 0 ? 'TAKEN' : 'UNCHANGED'
}
