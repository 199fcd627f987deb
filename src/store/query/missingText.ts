import { Failure } from '../../model/failure.ts'
import type { Database } from '../engine/database.ts'

/** What there is to say where the text of a document is gone, as only damage takes it. */
export function missingText(database: Database, documentId: number): Error {
  return withoutText(database.value<string>('select slug from documents where id = ?', documentId) ?? `${documentId}`)
}

/** The same of a document by its slug. */
export function withoutText(slug: string): Failure {
  return new Failure('DATABASE_UNUSABLE', `The document ${slug} has no text. Import it again, with --replace.`)
}
