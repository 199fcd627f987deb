import type { InterchangeRecord } from '../../../model/interchange.ts'
import { isNoted, type NoteRecord } from '../../../model/records/document.ts'
import type { AllFields } from '../../../model/records/whole.ts'
import type { Database } from '../../engine/database.ts'
import { getTableName } from '../../engine/drizzle.ts'
import { datasets } from '../../tables/datasets.ts'
import { documents } from '../../tables/documents.ts'
import { notes } from '../../tables/notes.ts'
import { kindIn } from '../../tables/ofRecords.ts'
import { statementRelations } from '../../tables/statementRelations.ts'
import { documentReader } from './documentRecords.ts'
import { figureRelationsReader } from './figureRelationRecords.ts'
import { type Leaving, leavingOf, type RecordScope } from './leaving.ts'
import { sharedRecords } from './sharedRecords.ts'
import { eachSlugRow } from './slugRows.ts'
import { statementRelationsIn } from './statementRelationRecords.ts'

export { everything, type RecordScope } from './leaving.ts'

/** The records that leave, and over how many documents they are spread. */
export interface LeavingRecords {
  readonly documents: number
  /** Of how many of them the text stays. */
  readonly textsLeft: number
  /** The dataset to which records belong that say nothing of it. */
  readonly own: string | null
  /** All of them. Hears of each document as it leaves. */
  records(onDocument?: () => void): Generator<InterchangeRecord>
  /** What documents share, which comes first. */
  shared(): Generator<InterchangeRecord>
  /** Each document with what stands in it. */
  byDocument(): Generator<InterchangeRecord[]>
  /** What stands between documents, and notes, which come last. */
  between(): Generator<InterchangeRecord>
}

/**
 * The reverse of src/store/write/records: what the graph holds, or a part that names nothing outside of it, as records of
 * the interchange format, each after what it names. One record at a time, so that many need no room.
 *
 * They come in the order in which they were written, so that an import of them leaves in the same order.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function recordsIn(
  database: Database,
  scope: RecordScope,
  { withTexts }: { readonly withTexts: boolean },
): LeavingRecords {
  const leaving = leavingOf(database, scope)
  const own =
    database.value<string>(
      `select slug from "${getTableName(datasets)}" t where ${leaving.condition(datasets)} order by id limit 1`,
    ) ?? null
  const file = { own, withTexts }
  const count = (condition: string) =>
    database.value<number>(`select count(*) from documents t where ${leaving.condition(documents)} and ${condition}`) ??
    0
  const shared = () => sharedRecords(database, leaving, file)
  function* byDocument() {
    const read = documentReader(database, leaving, file)
    const ids = database.client
      .prepare<[], number>(`select t.id from documents t where ${leaving.condition(documents)} order by t.id`)
      .pluck()
    for (const id of ids.iterate()) yield read(id)
  }
  function* between(): Generator<InterchangeRecord> {
    yield* figureRelationsReader(database, leaving).between()
    yield* statementRelationsIn(database, leaving.condition(statementRelations))
    yield* noteRecords(database, leaving)
  }
  return {
    documents: count('true'),
    textsLeft: withTexts
      ? 0
      : count('not exists (select 1 from datasets s where s.id = t.datasetId and s.licence is not null)'),
    own,
    shared,
    byDocument,
    between,
    *records(onDocument) {
      yield* shared()
      for (const records of byDocument()) {
        yield* records
        onDocument?.()
      }
      yield* between()
    },
  }
}

function* noteRecords(database: Database, leaving: Leaving): Generator<NoteRecord> {
  for (const { slug, documentId, aboutTable, aboutId, text } of eachSlugRow(
    database,
    notes,
    leaving.condition(notes),
  )) {
    const type = kindIn(aboutTable) ?? ''
    const name = database.value<string>(`select slug from "${aboutTable}" where id = ?`, aboutId)
    if (!isNoted(type) || name === undefined) continue
    const record: AllFields<NoteRecord> & NoteRecord = {
      ...{ type: 'note', slug, document: documentId, about: { type, slug: name }, text },
    }
    yield record
  }
}
