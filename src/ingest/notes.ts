import type { DocumentRecords } from './documentRecords.ts'

/** The tables whose rows a curator may note something about. */
type NotedTable = Exclude<keyof DocumentRecords, 'notes' | 'rules'>

/** Gathers what curators note about annotations. */
export class Notes {
  readonly records: DocumentRecords['notes'] = []
  readonly #document: string

  constructor(document: string) {
    this.#document = document
  }

  /** Keeps the note about a row, by its slug; nothing, if there is none. */
  add(aboutTable: NotedTable, aboutId: string, text: string | undefined): void {
    if (text === undefined) return
    const within = aboutId.startsWith(`${this.#document}/`) ? aboutId.slice(this.#document.length + 1) : aboutId
    const slug = `${this.#document}/note/${aboutTable}/${within}`
    this.records.push({ slug, documentId: this.#document, aboutTable, aboutId, text })
  }
}
