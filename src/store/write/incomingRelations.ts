import { Failure } from '../../model/failure.ts'
import type { InterchangeRecord } from '../../model/interchange.ts'
import type { Database } from '../engine/database.ts'

/** A relation in which a statement of another document stands to one of this document, which is about to be replaced. */
interface IncomingRelation {
  readonly slug: string
  readonly subjectId: number
  readonly kind: string
  readonly object: string
  readonly difference: string | null
  readonly basis: string
  readonly reason: string | null
  readonly ruleId: number | null
}

/** The relations of other documents' statements to those of a document: they would go with its statements. */
export function takeIncoming(database: Database, documentId: number): IncomingRelation[] {
  return database
    .prepare<[number, number], IncomingRelation>(
      `select r.slug, r.subjectId, r.kind, o.slug as object, r.difference, r.basis, r.reason, r.ruleId
       from statementRelations r join statements o on o.id = r.objectId join statements s on s.id = r.subjectId
       where o.documentId = ? and s.documentId <> ?`,
    )
    .all(documentId, documentId)
}

/**
 * Statements of other documents to which those of a document stand are there.
 *
 * @throws Failure BAD_INPUT with the first that is not
 */
export function checkRelated(database: Database, document: string, records: readonly InterchangeRecord[]): void {
  for (const record of records) {
    if (record.type !== 'statementRelation' || record.object.startsWith(`${document}/`)) continue
    if (database.value('select 1 from statements where slug = ?', record.object) !== undefined) continue
    const message = `There is no statement ${record.object}, to which a statement of ${document} stands: import its document first.`
    throw new Failure('BAD_INPUT', message)
  }
}

/** Puts them back, but for those whose statement the document no longer has. */
export function restoreIncoming(database: Database, relations: readonly IncomingRelation[]): void {
  const insert = database.prepare(
    `insert or ignore into statementRelations (slug, subjectId, kind, objectId, difference, basis, reason, ruleId)
     select ?, ?, ?, id, ?, ?, ?, ? from statements where slug = ?`,
  )
  for (const { slug, subjectId, kind, object, difference, basis, reason, ruleId } of relations) {
    insert.run(slug, subjectId, kind, difference, basis, reason, ruleId, object)
  }
}
