import type { InterchangeRecord, RecordType } from '../../model/interchange.ts'
import type { NoteRecord } from '../../model/records/document.ts'
import type { Provenance, SpanRecord } from '../../model/records/fields.ts'
import type { AllFields } from '../../model/records/whole.ts'
import type { Span } from '../../model/span.ts'
import { Article } from '../article.ts'
import type { Words } from '../dossier.ts'
import { slugOfNote } from '../notes.ts'
import type { SearchScope } from '../placesOf.ts'
import { innermostAround } from '../resolve/accounts.ts'
import { DossierKeys } from './keys.ts'
import { spansOfRecord, wordsFor } from './quotes.ts'

type Noted = NoteRecord['about']['type']

export type OfType<T extends RecordType> = Extract<InterchangeRecord, { type: T }>

/** The records of a document and of all that it names, by type, each list in the order in which they came. */
export type RecordsByType = { readonly [T in RecordType]: readonly OfType<T>[] }

/** A document that leaves as a dossier, with what all entries of the dossier are made with. */
export class LeavingDocument {
  readonly records: RecordsByType
  readonly slug: string
  readonly article: Article
  /** The dataset that the document belongs to, if it belongs to one. */
  readonly dataset: string | null
  readonly keys: Readonly<Record<'times' | 'channels' | 'figures' | 'statements', DossierKeys>>
  readonly #whole: SearchScope
  readonly #notes = new Map<string, NoteRecord>()
  /** Its statements, with where their contents stand. */
  readonly #placed: readonly { readonly record: OfType<'statement'>; readonly content: readonly Span[] }[]
  readonly #contents: ReadonlyMap<string, readonly Span[]>

  /** The records say whose they are. */
  constructor(record: OfType<'document'>, text: string, records: RecordsByType) {
    this.records = records
    this.slug = record.slug
    this.article = new Article('article.txt', text, record.language)
    this.dataset = records.document.find(({ slug }) => slug === record.slug)?.dataset ?? null
    this.#whole = { name: 'the article', spans: [this.article.whole] }
    const keysFor = (thing: string, of: readonly { readonly slug: string }[]) =>
      new DossierKeys(
        record.slug,
        thing,
        of.map(({ slug }) => slug),
      )
    this.keys = {
      times: keysFor('time', records.time),
      channels: keysFor('channel', records.channel),
      figures: keysFor('figure', records.figure),
      statements: keysFor('statement', records.statement),
    }
    for (const note of records.note) this.#notes.set(note.slug, note)
    this.#placed = records.statement.map(record => ({ record, content: spansOfRecord(record.content, this.article) }))
    this.#contents = new Map(this.#placed.map(({ record, content }) => [record.slug, content]))
  }

  /** Where the content of a statement of the document stands. */
  contentOf(statement: string): readonly Span[] {
    return this.#contents.get(statement) ?? []
  }

  /** What an entry says of the statement by whose account it is so: nothing, where its words are in that one. */
  accountToSay(said: string | undefined, span: SpanRecord | undefined): string | null | undefined {
    const pieces = span === undefined ? [] : spansOfRecord(span, this.article)
    return said === innermostAround(pieces, this.#placed) ? undefined : (this.keys.statements.ofOptional(said) ?? null)
  }

  /** What an entry says of its dataset: nothing, where it is the document's. */
  ownerToSay({ dataset: owner = null }: { readonly dataset?: string | null | undefined }): string | null | undefined {
    return owner === this.dataset ? undefined : owner
  }

  /** The words for a span: looked for in some places first, or in those alone. */
  words(span: SpanRecord, preferred: readonly Span[] = [], isOnly = false): Words {
    const scope = { name: 'where it is looked for first', spans: preferred }
    const scopes = preferred.length === 0 ? [this.#whole] : isOnly ? [scope] : [scope, this.#whole]
    return wordsFor(this.article, span, scopes)
  }

  wordsOrNone(span: SpanRecord | undefined, preferred: readonly Span[] = []): Words | undefined {
    return span === undefined ? undefined : this.words(span, preferred)
  }

  /** Takes out the note about something that stands with the entry, if it has the name that it would be given there. */
  noteAbout(type: Noted, slug: string): string | undefined {
    const text = this.noteTextAbout(type, slug)
    if (text !== undefined) this.#notes.delete(slugOfNote(this.slug, type, slug))
    return text
  }

  noteTextAbout(type: Noted, slug: string): string | undefined {
    const note = this.#notes.get(slugOfNote(this.slug, type, slug))
    return note?.about.type === type && note.about.slug === slug ? note.text : undefined
  }

  /** The notes that stand with no entry. */
  get otherNotes(): NoteRecord[] {
    return [...this.#notes.values()]
  }
}

/** An entry with every field, so that a new one fails the compiler until it is decided what leaves in it. */
export type WholeEntry<T> = AllFields<T> & T

/** What an entry says of its ground: nothing, where it is STATED. `silent` is the basis of a record that says none. */
export function groundToSay({ basis, reason, rule }: Provenance, silent: 'STATED' | null) {
  return { basis: basis === undefined && silent === null ? null : undefined, reason, rule }
}
