import { readEdtf } from '../../src/model/edtf.ts'
import { sha256 } from '../../src/model/text.ts'
import { emptyRecords } from './corpus.ts'
import type { DocumentRecords } from './documentRows.ts'

type RecordIn<K extends keyof DocumentRecords> = DocumentRecords[K][number]

/** The records of one document, made by hand: what a test does not say is null, or the plainest that there is. */
export class TestDocument {
  readonly records: DocumentRecords = emptyRecords()
  readonly slug: string
  readonly #text: string

  constructor(slug: string, text: string, document: Partial<RecordIn<'documents'>> = {}) {
    this.slug = slug
    this.#text = text
    const published = document.published ?? null
    this.records.documents.push({
      slug,
      title: null,
      publisherId: null,
      url: null,
      language: 'en',
      ...dates(published, 'publishedEarliest', 'publishedLatest'),
      published,
      sha256: sha256(text),
      length: [...text].length,
      digest: sha256(`${slug} ${text}`),
      ...document,
    })
    this.records.documentTexts.push({ documentId: slug, text })
  }

  person(slug: string): string {
    this.records.agents.push({ slug, kind: 'PERSON', organizationKind: null, name: slug })
    return slug
  }

  /** A passage of some pieces, in code points. */
  passage(...pieces: readonly (readonly [start: number, end: number])[]): string {
    const selector = pieces.map(([start, end]) => `${start}-${end}`).join(',')
    const slug = `${this.slug}@${selector}`
    if (this.records.passages.some(passage => passage.slug === slug)) return slug
    const points = [...this.#text]
    this.records.passages.push({
      slug,
      documentId: this.slug,
      start: pieces[0]?.[0] ?? 0,
      end: pieces.at(-1)?.[1] ?? 0,
      selector,
      exact: pieces.map(([start, end]) => points.slice(start, end).join('')).join(' … '),
    })
    return slug
  }

  time(key: string, edtf: string | null, passage = this.passage([0, 1])): string {
    const slug = `${this.slug}/${key}`
    this.records.timeExpressions.push({
      slug,
      documentId: this.slug,
      passageId: passage,
      words: edtf ?? 'then',
      edtf,
      ...dates(edtf, 'earliest', 'latest'),
      basis: edtf === null ? 'UNRESOLVED' : 'STATED',
      reason: null,
    })
    return slug
  }

  letter(key: string, timeId: string): string {
    const slug = `${this.slug}/${key}`
    const passageId = this.passage([0, 1])
    const nobody = { authorId: null, addresseeId: null }
    this.records.channels.push({
      slug,
      documentId: this.slug,
      kind: 'LETTER',
      label: 'a letter',
      ...nobody,
      timeId,
      passageId,
    })
    return slug
  }

  statement(key: string, statement: Partial<RecordIn<'statements'>>): string {
    const slug = `${this.slug}/${key}`
    this.records.statements.push({
      slug,
      documentId: this.slug,
      start: 0,
      text: this.#text.slice(0, 1),
      voice: statement.speakerId ? 'AGENT' : 'DOCUMENT',
      speakerId: null,
      addresseeId: null,
      channelId: null,
      reportedInId: null,
      quotation: 'INDIRECT',
      speechAct: 'ASSERTIVE',
      timeId: null,
      sourceId: null,
      cueId: null,
      contentId: this.passage([0, 1]),
      basis: 'STATED',
      reason: null,
      ...statement,
    })
    return slug
  }

  /** A role from this document, or from a register if `documentId` is null. Null ends are not known. */
  membership(slug: string, membership: Partial<RecordIn<'memberships'>> & { readonly memberId: string }): void {
    const { startDate = null, endDate = null } = membership
    this.records.memberships.push({
      slug,
      organizationId: null,
      onBehalfOfId: null,
      role: 'member',
      area: null,
      startDate,
      endDate,
      bounds: null,
      earliest: (startDate && readEdtf(startDate)?.earliest) ?? null,
      latest: (endDate && readEdtf(endDate)?.latest) ?? null,
      documentId: this.slug,
      passageId: null,
      basis: 'STATED',
      reason: null,
      ...membership,
    })
  }
}

function dates<E extends string, L extends string>(edtf: string | null, earliest: E, latest: L) {
  const reading = edtf === null ? null : readEdtf(edtf)
  return { [earliest]: reading?.earliest ?? null, [latest]: reading?.latest ?? null } as Record<E | L, string | null>
}
