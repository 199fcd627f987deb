import { Failure } from '../../model/failure.ts'
import type { InterchangeRecord } from '../../model/interchange.ts'
import type { DocumentRecord } from '../../model/records/document.ts'
import { sha256 } from '../../model/text.ts'
import { textDifference } from '../../model/textDifference.ts'
import type { Database } from '../engine/database.ts'
import { recordRevision } from '../engine/revisions.ts'
import { forgetCoding } from './coderPart.ts'
import { carryDecisionsOut, setDecisionsAside } from './identities.ts'
import { checkRelated, gone, type IncomingRelation, restoreNotes, takeIncoming } from './incomingRelations.ts'
import { datasetOfDossier } from './records/dataset.ts'
import { RecordWriter } from './records/recordWriter.ts'
import { enterDocument, enterShared, forgetDocument, forgetShared, renewSearch } from './searchIndex.ts'
import { forgetOwnRoles, type Kept, removeUnused, unusedNow } from './unused.ts'

/** What a write did to the document: nothing at all where it was the same already. */
export type WriteOutcome = 'created' | 'updated' | 'unchanged'

export interface DossierOptions {
  /** Whether a stored document may be replaced by one of another text, and what dossiers share by what this one says. */
  readonly replace: boolean
  /** What stands for everything that was read: the same again means that there is nothing to do. The records themselves, if not given. */
  readonly digest?: string
  /** Who coded all of it: of a document that stands, only what this coder said is replaced. Everything is, if not given. */
  readonly coder?: string | undefined
}

/**
 * Writes one document and all that it brings, in one immediate transaction: all of it or nothing.
 *
 * The same digest again touches no row. The same text with other annotations replaces what the document brought before;
 * another text does so only with `replace`.
 *
 * @throws Failure TEXT_CHANGED, with the words that changed; BAD_INPUT for a record that does not hold, such as an agent, claim or
 * referent that is stored with other content
 */
export function writeDossier(
  database: Database,
  records: readonly InterchangeRecord[],
  { replace, digest = sha256(JSON.stringify(records)), coder }: DossierOptions,
): WriteOutcome {
  const { client } = database
  const document = records.find((record): record is DocumentRecord => record.type === 'document')
  if (document?.text === undefined) throw new Error('the records of a document hold the document, with its text')
  const { slug, text } = document

  return database.write((): WriteOutcome => {
    const stored = client
      .prepare<[string], { id: number; sha256: string; digest: string }>(
        'select id, sha256, digest from documents where slug = ?',
      )
      .get(slug)
    if (stored?.digest === digest) return 'unchanged'
    renewSearch(database)
    const read = sha256(text)
    if (stored && stored.sha256 !== read && !replace) {
      throw new Failure(
        'TEXT_CHANGED',
        `The document ${slug} is stored with another text: ${saidDifference(database, stored.id, text)} ` +
          'To replace it on purpose, add --replace.',
      )
    }

    setDecisionsAside(database)
    checkRelated(database, slug, records)
    const incoming = stored ? takeIncoming(database, stored.id) : []
    const isPart = coder !== undefined && stored?.sha256 === read
    const kept = stored ? keptOf(records, unusedNow(database)) : {}
    if (stored) forgetDocument(database, stored.id)
    if (stored && isPart) forgetCoding(database, stored.id, coder)
    else if (stored) {
      client.prepare('delete from documents where id = ?').run(stored.id)
      forgetOwnRoles(database, slug)
    }
    const leadingHere = gone(database, incoming)
    const shared = { agents: slugsOf(records, 'agent'), claims: slugsOf(records, 'claim') }
    forgetShared(database, shared)
    // An identifier may go over from one key to another.
    if (stored) removeUnused(database, kept, ['agents'])
    writeAll(database, isPart ? records.filter(record => record !== document) : records, replace, digest)
    if (isPart) client.prepare('update documents set digest = ? where slug = ?').run(digest, slug)
    writeAgain(database, leadingHere)
    restoreNotes(database, leadingHere)
    enterShared(database, shared)
    const id = database.value<number>('select id from documents where slug = ?', slug)
    if (id !== undefined) enterDocument(database, id)
    if (stored) removeUnused(database, kept)
    carryDecisionsOut(database)
    const outcome = stored ? 'updated' : 'created'
    recordRevision(database, `document ${slug} ${outcome}`, digest)
    return outcome
  })
}

const mostWords = 120

/** Which words of a stored text are others in the one that was read. */
function saidDifference(database: Database, id: number, read: string): string {
  const stored = database.value<string>('select text from documentTexts where documentId = ?', id) ?? ''
  const { line, before, after } = textDifference(stored, read) ?? { line: 1, before: '', after: '' }
  const quoted = (words: string) =>
    words === '' ? 'nothing' : `“${words.length > mostWords ? `${words.slice(0, mostWords)}…` : words}”`
  return `in line ${line} stands ${quoted(before)}, and ${quoted(after)} was read.`
}

/**
 * Writes relations that lead from one document to another, and the notes about them, once both documents are there.
 *
 * @throws Failure BAD_INPUT for one that does not hold
 */
export function writeRelations(database: Database, records: readonly InterchangeRecord[], replace: boolean): void {
  writeAll(database, records, replace, null)
}

/** The dataset to which the document belongs, if it belongs to one: the first that the records tell of. */
function datasetIn(database: Database, records: readonly InterchangeRecord[]): number | null {
  const isOfNone = records.some(record => record.type === 'document' && record.dataset === null)
  const own = isOfNone ? undefined : records.find(record => record.type === 'dataset')
  return own === undefined ? null : datasetOfDossier(database, own)
}

/** What stays although nothing refers to it: what the records tell of, and what was so before. */
function keptOf(records: readonly InterchangeRecord[], before: Kept): Kept {
  return {
    agents: [...slugsOf(records, 'agent'), ...(before.agents ?? [])],
    coders: [...slugsOf(records, 'coder'), ...(before.coders ?? [])],
    claims: [...slugsOf(records, 'claim'), ...(before.claims ?? [])],
    referents: [...slugsOf(records, 'referent'), ...(before.referents ?? [])],
  }
}

function slugsOf(records: readonly InterchangeRecord[], type: 'agent' | 'claim' | 'coder' | 'referent'): string[] {
  return records.flatMap(record => (record.type === type ? [record.slug] : []))
}

/** Writes relations again that led to what was replaced, but for those that hold no more. */
function writeAgain(database: Database, relations: readonly IncomingRelation[]): void {
  const target = { datasetId: null, importId: null, previousId: null, register: null, digest: null }
  const writer = new RecordWriter(database, { ...target, replace: false, beforeComparing() {} })
  for (const { record } of relations) writer.write(record)
}

/** @throws Failure BAD_INPUT for the first record that does not hold */
function writeAll(
  database: Database,
  records: readonly InterchangeRecord[],
  replace: boolean,
  digest: string | null,
): void {
  const target = { datasetId: datasetIn(database, records), importId: null, previousId: null, register: null }
  const writer = new RecordWriter(database, { ...target, digest, replace, beforeComparing() {} })
  for (const record of records) {
    const outcome = writer.write(record)
    if (typeof outcome === 'string') continue
    const name = 'slug' in record ? record.slug : record.subject
    const { reason, why = reason } = outcome
    const message =
      reason === 'DUPLICATE'
        ? `${why}. Use another key, say the same, or replace it on purpose with --replace.`
        : `The ${record.type} ${name} is refused: ${why}.`
    throw new Failure('BAD_INPUT', message)
  }
}
