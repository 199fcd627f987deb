import { joint } from '../model/selector.ts'
import type { Span } from '../model/span.ts'
import type { Article } from './article.ts'
import type { DocumentRecords } from './documentRecords.ts'

type PassageRecord = DocumentRecords['passages'][number]

/** The passages that a dossier refers to, each once however many annotations stand on it. */
export class PassageRecords {
  readonly #document: string
  readonly #article: Article
  readonly #records = new Map<string, PassageRecord>()

  constructor(document: string, article: Article) {
    this.#document = document
    this.#article = article
  }

  /** The passage made of some spans in text order. */
  of(...spans: readonly Span[]): PassageRecord {
    const { codePoints } = this.#article
    const fragments = spans.map(
      ({ start, end }) => [codePoints.toCodePoint(start), codePoints.toCodePoint(end)] as const,
    )
    const selector = fragments.map(([start, end]) => `${start}-${end}`).join(',')
    const slug = `${this.#document}@${selector}`
    const known = this.#records.get(slug)
    if (known) return known
    const record: PassageRecord = {
      slug,
      documentId: this.#document,
      start: fragments[0]?.[0] ?? 0,
      end: fragments.at(-1)?.[1] ?? 0,
      selector,
      exact: spans.map(span => this.#article.slice(span)).join(joint),
    }
    this.#records.set(slug, record)
    return record
  }

  /** All of them, in text order. */
  get records(): PassageRecord[] {
    return [...this.#records.values()].toSorted(
      (a, b) => a.start - b.start || a.end - b.end || (a.slug < b.slug ? -1 : 1),
    )
  }
}
