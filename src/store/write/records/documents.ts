import type { ChannelRecord, DocumentRecord, NoteRecord, TimeRecord } from '../../../model/records/document.ts'
import { CodePoints, controlCharacter, normaliseText, sha256 } from '../../../model/text.ts'
import { documentAuthors, documents, documentTexts } from '../../tables/documents.ts'
import { labels } from '../../tables/labels.ts'
import { notes } from '../../tables/notes.ts'
import { tableNameOf } from '../../tables/ofRecords.ts'
import { channels } from '../../tables/statements.ts'
import { timeExpressions } from '../../tables/times.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { labelRow } from './labels.ts'
import { expectVerbatim, piecesOf } from './openDocuments.ts'
import { refuseRecord } from './refused.ts'

const UNKNOWN = { earliest: null, latest: null }

function whyNotNormal(text: string): string {
  if (text.startsWith('\uFEFF')) return 'it begins with a byte order mark'
  if (text.includes('\r')) return 'its lines end with CR'
  const control = controlCharacter(text)
  return control ? `it holds ${control.name}` : 'it is not in NFC'
}

export function writeDocument(record: DocumentRecord, context: WriteContext): RecordOutcome {
  const { importId } = context.target
  const datasetId = context.datasetOf(record.dataset)
  const { slug, text, language, title = null, url = null, published = null } = record
  if (text === undefined) refuseRecord('NO_TEXT', `the text of ${slug} is left out`)
  if (text === '') refuseRecord('BAD_RECORD', 'the text is empty')
  if (normaliseText(text) !== text) refuseRecord('NOT_NORMALISED', whyNotNormal(text))
  const publisherId = context.names.idOrNull('agent', record.publisher)
  const { earliest, latest } = published === null ? UNKNOWN : context.date(published)
  const isTaken = context.names.lookUp('document', slug) !== undefined
  const digest = sha256(text)
  return context.once(isTaken, slug, () => {
    const id = context.rows.insert(documents, {
      slug,
      title,
      publisherId,
      url,
      language,
      published,
      publishedEarliest: earliest,
      publishedLatest: latest,
      sha256: digest,
      length: new CodePoints(text).length,
      digest: context.target.digest ?? digest,
      repeatOfId: null,
      datasetId,
      importId,
    })
    context.rows.insert(documentTexts, { documentId: id, text })
    for (const [index, { name, kind = 'UNKNOWN' }] of (record.authors ?? []).entries()) {
      context.rows.insert(documentAuthors, { documentId: id, position: index + 1, name, kind })
    }
    for (const label of record.labels ?? []) context.rows.insert(labels, labelRow({ documentId: id }, label))
    if (!isTaken) context.documents.open({ id, slug, language, datasetId, isNew: true }, text)
  })
}

export function writeTime(record: TimeRecord, context: WriteContext): RecordOutcome {
  const { slug, span, edtf = null, reason, rule } = record
  const document = context.documents.of(record.document)
  expectVerbatim(document, span)
  const basis = record.basis ?? (edtf === null ? 'UNRESOLVED' : 'STATED')
  if ((basis === 'UNRESOLVED') !== (edtf === null)) refuseRecord('BAD_RECORD', 'a time without a date is UNRESOLVED')
  if (basis === 'INFERRED' && reason === undefined) refuseRecord('BAD_RECORD', 'INFERRED needs a reason')
  if (basis === 'AUTOMATIC' && rule === undefined) refuseRecord('BAD_RECORD', 'AUTOMATIC needs a rule')
  // What a rule read and nothing dates stays unresolved, and still names its rule.
  if (rule !== undefined && basis !== 'AUTOMATIC' && basis !== 'UNRESOLVED') {
    refuseRecord('BAD_RECORD', 'what a rule read is AUTOMATIC or UNRESOLVED')
  }
  const { earliest, latest } = edtf === null ? UNKNOWN : context.date(edtf)
  const ruleId = context.names.idOrNull('rule', rule)
  return context.once(context.names.lookUp('time', slug) !== undefined, slug, () => {
    const passageId = context.documents.passage(document, span)
    const found = { documentId: document.id, passageId, words: span.exact }
    const row = { slug, ...found, edtf, earliest, latest, basis, reason: reason ?? null, ruleId }
    const id = context.rows.insert(timeExpressions, row)
    if (id > 0) document.times().add(id, piecesOf(span, document))
  })
}

export function writeChannel(record: ChannelRecord, context: WriteContext): RecordOutcome {
  const { slug, kind, label, span } = record
  const document = context.documents.of(record.document)
  expectVerbatim(document, span)
  const authorId = context.names.idOrNull('agent', record.author)
  const addresseeId = context.names.idOrNull('agent', record.addressee)
  const timeId = context.names.inDocument('time', record.time, document.id)
  const ground = context.ground(record)
  return context.once(context.names.lookUp('channel', slug) !== undefined, slug, () => {
    const passageId = context.documents.passage(document, span)
    const ends = { authorId, addresseeId, timeId, passageId }
    const statementId = context.names.laterId('statement', record.statement)
    const id = context.rows.insert(channels, {
      ...{ slug, documentId: document.id, kind, label, ...ends, ...ground, statementId },
    })
    if (record.statement !== undefined && statementId === null) context.accounts.await(record.statement, id)
  })
}

export function writeNote({ slug, document, about, text }: NoteRecord, context: WriteContext): RecordOutcome {
  const documentId = context.names.id('document', document)
  const aboutTable = tableNameOf(about.type)
  const aboutId = context.names.id(about.type, about.slug)
  return context.once(context.names.lookUp('note', slug) !== undefined, slug, () => {
    context.rows.insert(notes, { slug, documentId, aboutTable, aboutId, text })
  })
}
