import type { Database } from '../engine/database.ts'
import { idOfSlug } from './rowIds.ts'

/** How many documents, and how many statements of further coders, count no more. */
export interface Repeats {
  readonly documents: number
  readonly codings: number
}

/** The datasets whose repeats have not been found by this version of the rules since a source came. */
export function datasetsToCompare(database: Database, version: string, only: string | null): string[] {
  return database
    .prepare<[string, string | null, string | null], { slug: string }>(
      'select slug from datasets where repeatsRead is not ? and (? is null or slug = ?) order by id',
    )
    .all(version, only, only)
    .map(({ slug }) => slug)
}

/** The documents of a dataset, the earliest first, each with its text when it is asked for. */
export function* documentsInOrder(
  database: Database,
  dataset: string,
): Generator<{ readonly id: number; readonly text: () => string }> {
  const ids = database
    .prepare<[number | undefined], { id: number }>(
      `select id from documents where datasetId = ? order by publishedEarliest is null, publishedEarliest, slug`,
    )
    .all(idOfSlug(database, 'datasets', dataset))
  for (const { id } of ids) {
    yield { id, text: () => database.value<string>('select text from documentTexts where documentId = ?', id) ?? '' }
  }
}

/** Lets everything of a dataset count. The caller holds the transaction. */
export function clearRepeats(database: Database, dataset: string): void {
  const datasetId = idOfSlug(database, 'datasets', dataset)
  database.prepare('update statements set repeat = null where repeat is not null and datasetId = ?').run(datasetId)
  database
    .prepare('update documents set repeatOfId = null where repeatOfId is not null and datasetId = ?')
    .run(datasetId)
  database.prepare('update datasets set repeatsRead = null where id = ?').run(datasetId)
}

/** Notes which documents repeat another one, and of each document whose coding counts. The caller holds the transaction. */
export function writeRepeats(
  database: Database,
  dataset: string,
  documents: readonly { readonly id: number; readonly of: number }[],
  version: string,
): Repeats {
  const datasetId = idOfSlug(database, 'datasets', dataset)
  // Of the coders of a document, the one who has coded most of the dataset: what is counted is then of as few hands as can be.
  const codings = database
    .prepare(
      `with coded as (
         select documentId, coderId, count(*) as n from statements where coderId > 0 and datasetId = ? group by documentId, coderId),
       weighed as (
         select documentId, coderId, sum(n) over (partition by coderId) as whole from coded),
       ranked as (
         select documentId, coderId, row_number() over (
           partition by documentId order by whole desc, (select slug from coders where id = coderId)) as place
         from weighed)
       update statements set repeat = 'CODING' where id in (
         select s.id from ranked r join statements s on s.documentId = r.documentId and s.coderId = r.coderId
         where r.place > 1 and s.datasetId = ?)`,
    )
    .run(datasetId, datasetId).changes
  const repeats = database.prepare('update documents set repeatOfId = ? where id = ?')
  const left = database.prepare(`update statements set repeat = 'TEXT' where documentId = ?`)
  for (const { id, of } of documents) {
    repeats.run(of, id)
    left.run(id)
  }
  database.prepare('update datasets set repeatsRead = ? where id = ?').run(version, datasetId)
  return { documents: documents.length, codings }
}
