import type { Provenance, SpanRecord } from '../../src/model/records/fields.ts'
import { fragmentsOf } from '../../src/model/selector.ts'
import type { DocumentRecords } from './documentRows.ts'

/** The ground of a row as a record has it. */
export function provenanceOf(row: {
  readonly basis?: Provenance['basis'] | null
  readonly reason?: string | null | undefined
  readonly ruleId?: string | null | undefined
}): Provenance {
  return { basis: row.basis ?? undefined, reason: row.reason ?? undefined, rule: row.ruleId ?? undefined }
}

/** The passages of a document, by slug. */
export class PassageLookup {
  readonly #passages: ReadonlyMap<string, DocumentRecords['passages'][number]>

  constructor(passages: DocumentRecords['passages']) {
    this.#passages = new Map(passages.map(passage => [passage.slug, passage]))
  }

  span(slug: string): SpanRecord {
    const { selector, exact } = this.#of(slug)
    return { at: fragmentsOf(selector).map(({ start, end }) => [start, end]), exact }
  }

  spanOrNone(slug: string | null | undefined): SpanRecord | undefined {
    return slug == null ? undefined : this.span(slug)
  }

  documentOf(slug: string): string {
    return this.#of(slug).documentId
  }

  #of(slug: string) {
    const passage = this.#passages.get(slug)
    if (passage === undefined) throw new Error(`no passage ${slug}: the ingest lets no dangling key through`)
    return passage
  }
}
