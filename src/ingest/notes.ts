import type { NoteRecord } from '../model/records/document.ts'
import { tableNameOf } from '../store/tables/ofRecords.ts'

type Noted = NoteRecord['about']['type']

/** Gathers what curators note about annotations. */
export class Notes {
  readonly records: NoteRecord[] = []
  readonly #document: string

  constructor(document: string) {
    this.#document = document
  }

  /** Keeps the note about a record, or a part of one, by its slug; nothing, if there is none. */
  add(type: Noted, about: string, text: string | undefined, slug = slugOfNote(this.#document, type, about)): void {
    if (text === undefined) return
    this.records.push({ type: 'note', slug, document: this.#document, about: { type, slug: about }, text })
  }
}

/** The slug of the note that a document has about something. */
export function slugOfNote(document: string, type: Noted, about: string): string {
  const within = about.startsWith(`${document}/`) ? about.slice(document.length + 1) : about
  return `${document}/note/${tableNameOf(type)}/${within}`
}
