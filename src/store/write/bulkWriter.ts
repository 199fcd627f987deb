import { type EdtfReading, readEdtf } from '../../model/edtf.ts'
import type {
  AgentRecord,
  DocumentRecord,
  FigureMentionRecord,
  FigureRecord,
  InterchangeRecord,
  LabelRecord,
  MembershipRecord,
  MentionRecord,
  ReferentRecord,
  RejectReason,
  SpanRecord,
  StatementRecord,
} from '../../model/interchange.ts'
import type { Quantity } from '../../model/intervals.ts'
import { readQuantity } from '../../model/numbers.ts'
import { quotationsOf } from '../../model/ownWords.ts'
import type { QuotationSpan } from '../../model/quotation.ts'
import { selectorOf } from '../../model/selector.ts'
import { statementWords } from '../../model/statementWords.ts'
import { CodePoints, foldWords, normaliseText, sha256 } from '../../model/text.ts'
import type { Quotation } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { Inserts } from './bulkInserts.ts'
import type { NameRegister } from './nameRegister.ts'
import { slugLookup } from './rowIds.ts'

/** The dataset and the source whose records are written. */
export interface BulkTarget {
  readonly datasetId: number
  readonly importId: number
  /** The names by which mentions are linked; null links none. */
  readonly register: NameRegister | null
}

/** A document to which statements are being written. */
interface OpenDocument {
  readonly id: number
  readonly slug: string
  readonly text: CodePoints
  readonly language: string
  /** Found when a statement asks for them first. */
  quotations: readonly QuotationSpan[] | null
  readonly passages: Map<string, number>
  /** Whether all of its passages are in `passages`: those of a document that was read back may be in the table alone. */
  readonly isNew: boolean
}

type Named = 'agents' | 'claims' | 'coders' | 'figures' | 'referents'

/** As many slugs of a kind are remembered; more are looked up again, so that memory does not grow with the corpus. */
const MOST_REMEMBERED = 200_000
const MOST_OPEN = 16

/**
 * Writes interchange records: each wholly, or not at all if it does not hold. The caller holds the transaction.
 *
 * Row ids are given out here, and slugs that come again soon are remembered, so that a row costs its insert and little
 * else. Memory is bounded however many records come.
 */
export class BulkWriter {
  readonly #database: Database
  readonly #target: BulkTarget
  readonly #insert: Inserts
  readonly #known: Record<Named, Map<string, number>> = {
    agents: new Map(),
    claims: new Map(),
    coders: new Map(),
    figures: new Map(),
    referents: new Map(),
  }
  readonly #open = new Map<string, OpenDocument>()
  readonly #dates = new Map<string, EdtfReading | null>()
  readonly #quantities = new Map<string, Quantity | null>()
  /** By table. Each record is looked up, and finding the statement by its text would take as long as that. */
  readonly #lookups = new Map<string, (slug: string) => number | undefined>()

  constructor(database: Database, target: BulkTarget) {
    this.#database = database
    this.#target = target
    this.#insert = new Inserts(database)
  }

  /** Whether a row that stood before was changed, and not only new ones were added. */
  hasRenewed = false

  /** How many rows have been written, of all tables. */
  get rows(): number {
    return this.#insert.rows
  }

  /** Writes a record; returns why not, if it does not hold. */
  write(record: InterchangeRecord): RejectReason | null {
    switch (record.type) {
      case 'statement':
        return this.#statement(record)
      case 'document':
        return this.#document(record)
      case 'figure':
        return this.#figure(record)
      case 'agent':
        return this.#agent(record)
      case 'membership':
        return this.#membership(record)
      case 'claim':
        return this.#shared('claims', record.slug, 'text', record.text)
      case 'coder':
        return this.#shared('coders', record.slug, 'name', record.name)
      case 'referent':
        return this.#referent(record)
    }
  }

  #agent(record: AgentRecord): RejectReason | null {
    const { datasetId, importId } = this.#target
    const organizationKind = record.organizationKind ?? null
    if ((record.kind === 'ORGANIZATION') !== (organizationKind !== null)) return 'BAD_RECORD'
    const { slug, kind, name } = record
    const stored = this.#database
      .prepare<
        [string],
        { id: number; kind: string; organizationKind: string | null; name: string; datasetId: number; importId: number }
      >('select id, kind, organizationKind, name, datasetId, importId from agents where slug = ?')
      .get(slug)
    if (stored && stored.datasetId !== datasetId) return 'DUPLICATE'
    const isSame = stored?.kind === kind && stored.organizationKind === organizationKind && stored.name === name
    if (stored?.importId === importId) return isSame ? null : 'DUPLICATE'
    const id = stored?.id ?? this.#insert.agents(slug, kind, organizationKind, name, datasetId, importId)
    if (stored) this.#renewAgent(id, kind, organizationKind, name)
    for (const other of new Set(record.otherNames)) if (other !== name) this.#insert.agentNames(id, other)
    for (const { scheme, value } of record.identifiers ?? []) this.#insert.identifiers(id, scheme, value)
    this.#labels(record.labels, null, null, id)
    this.#remember('agents', slug, id)
    return null
  }

  #renewAgent(id: number, kind: string, organizationKind: string | null, name: string): void {
    const { importId } = this.#target
    this.hasRenewed = true
    this.#database
      .prepare('update agents set kind = ?, organizationKind = ?, name = ?, importId = ? where id = ?')
      .run(kind, organizationKind, name, importId, id)
    for (const table of ['agentNames', 'identifiers', 'labels']) {
      this.#database.prepare(`delete from "${table}" where agentId = ?`).run(id)
    }
  }

  #shared(table: 'claims' | 'coders', slug: string, column: 'text' | 'name', value: string): RejectReason | null {
    const { datasetId, importId } = this.#target
    const stored = this.#database
      .prepare<[string], { id: number; value: string; datasetId: number }>(
        `select id, "${column}" as value, datasetId from "${table}" where slug = ?`,
      )
      .get(slug)
    if (stored && (stored.datasetId !== datasetId || stored.value !== value)) return 'DUPLICATE'
    if (stored) this.#database.prepare(`update "${table}" set importId = ? where id = ?`).run(importId, stored.id)
    this.#remember(table, slug, stored?.id ?? this.#insert[table](slug, value, datasetId, importId))
    return null
  }

  /** A referent belongs to no dataset: dossiers and corpora name the same things by the same words. */
  #referent({ slug, label }: ReferentRecord): RejectReason | null {
    const stored = this.#database
      .prepare<[string], { id: number; label: string }>('select id, label from referents where slug = ?')
      .get(slug)
    if (stored && stored.label !== label) return 'DUPLICATE'
    this.#remember('referents', slug, stored?.id ?? this.#insert.referents(slug, label))
    return null
  }

  #membership(record: MembershipRecord): RejectReason | null {
    const { datasetId, importId } = this.#target
    const { slug, role, area = null, startDate = null, endDate = null } = record
    const memberId = this.#idOf('agents', record.member)
    const organizationId = this.#idOf('agents', record.organization)
    const onBehalfOfId = this.#idOf('agents', record.onBehalfOf)
    if (memberId === undefined || organizationId === undefined || onBehalfOfId === undefined) return 'UNKNOWN_REFERENCE'
    if (memberId === null) return 'BAD_RECORD'
    const earliest = startDate === null ? null : this.#date(startDate)?.earliest
    const latest = endDate === null ? null : this.#date(endDate)?.latest
    if (earliest === undefined || latest === undefined) return 'BAD_DATE'
    if (earliest !== null && latest !== null && earliest > latest) return 'BAD_DATE'
    if (this.#isTaken('memberships', slug)) return 'DUPLICATE'
    this.#insert.memberships(
      slug,
      memberId,
      organizationId,
      onBehalfOfId,
      role,
      area,
      startDate,
      endDate,
      earliest,
      latest,
      'STATED',
      datasetId,
      importId,
    )
    return null
  }

  #document(record: DocumentRecord): RejectReason | null {
    const { datasetId, importId } = this.#target
    const { slug, text, language, title = null, url = null, published = null } = record
    if (normaliseText(text) !== text) return 'NOT_NORMALISED'
    const publisherId = this.#idOf('agents', record.publisher)
    if (publisherId === undefined) return 'UNKNOWN_REFERENCE'
    const time = published === null ? { earliest: null, latest: null } : this.#date(published)
    if (time === null) return 'BAD_DATE'
    if (this.#isTaken('documents', slug)) return 'DUPLICATE'
    const points = new CodePoints(text)
    const digest = sha256(text)
    const { earliest, latest } = time
    const id = this.#insert.documents(
      slug,
      title,
      publisherId,
      url,
      language,
      published,
      earliest,
      latest,
      digest,
      points.length,
      digest,
      datasetId,
      importId,
    )
    this.#insert.documentTexts(id, text)
    this.#labels(record.labels, null, id, null)
    this.#keepOpen({ id, slug, text: points, language, quotations: null, passages: new Map(), isNew: true })
    return null
  }

  #figure(record: FigureRecord): RejectReason | null {
    const { slug, label, value = null, lower = null, upper = null, unit, population = null, conditions = [] } = record
    const document = this.#documentOf(record.document)
    const referentId = this.#idOf('referents', record.referent)
    if (!document || referentId === undefined) return 'UNKNOWN_REFERENCE'
    const hasBounds = lower !== null || upper !== null
    const magnitude = value ?? lower ?? upper
    if (magnitude === null || (value !== null && hasBounds) || isBackwards(lower, upper)) return 'BAD_RECORD'
    if (new Set(conditions.map(({ aspect }) => aspect)).size < conditions.length) return 'BAD_RECORD'
    if (this.#isTaken('figures', slug)) return 'DUPLICATE'
    const id = this.#insert.figures(
      slug,
      document.id,
      label,
      value,
      lower,
      upper,
      magnitude,
      unit,
      population,
      referentId,
    )
    for (const condition of conditions) this.#insert.figureConditions(id, condition.aspect, condition.value)
    this.#remember('figures', slug, id)
    return null
  }

  #statement(record: StatementRecord): RejectReason | null {
    const { datasetId } = this.#target
    const document = this.#documentOf(record.document)
    if (!document) return 'UNKNOWN_REFERENCE'
    const { slug, mentions = [], stances = [], reviews = [], quotation = null, speechAct = null } = record
    const { figures = [], terms = [] } = record
    for (const span of [record.content, record.source, record.cue, ...mentions.map(mention => mention.span)]) {
      if (span && !standsThere(span, document.text)) return 'NOT_VERBATIM'
    }
    for (const { span } of [...figures, ...terms]) if (!standsThere(span, document.text)) return 'NOT_VERBATIM'
    const coderId = this.#idOf('coders', record.coder)
    const agentIds = mentions.map(({ agent }) => this.#idOf('agents', agent))
    const claimIds = stances.map(({ claim }) => this.#idOf('claims', claim))
    const authorIds = reviews.map(({ author }) => this.#idOf('agents', author))
    const figureIds = figures.map(({ figure }) => this.#figureOf(figure))
    const referentIds = terms.map(({ referent }) => this.#idOf('referents', referent))
    const isUnknown = [coderId, ...agentIds, ...claimIds, ...authorIds, ...figureIds, ...referentIds].includes(
      undefined,
    )
    if (isUnknown) return 'UNKNOWN_REFERENCE'
    if (new Set(claimIds).size < claimIds.length) return 'BAD_RECORD'
    const quantities = figures.map(figure => this.#quantityOf(figure))
    if (quantities.includes(null)) return 'NOT_A_NUMBER'
    if (quantities.some(quantity => quantity && isBackwards(quantity.lower, quantity.upper))) return 'BAD_RECORD'
    if (this.#isTaken('statements', slug)) return 'DUPLICATE'

    const linked = mentions.map((mention, index) => this.#link(mention, agentIds[index] ?? null))
    const sources = linked.filter(({ role }) => role === 'SOURCE')
    const speakerId = theOne(sources)
    const voice = speakerId !== null ? 'AGENT' : sources.length > 0 ? 'UNLINKED' : 'UNIDENTIFIED'
    const sourceId = record.source ? this.#passage(document, record.source) : null
    const cueId = record.cue ? this.#passage(document, record.cue) : null
    const contentId = this.#passage(document, record.content)
    const onBehalfOfId = theOne(linked.filter(({ role }) => role === 'ON_BEHALF_OF'))
    const start = record.content.at[0]?.[0] ?? 0
    const id = this.#insert.statements(
      slug,
      document.id,
      start,
      record.content.exact,
      voice,
      speakerId,
      quotation,
      speechAct,
      sourceId,
      cueId,
      contentId,
      'STATED',
      onBehalfOfId,
      datasetId,
      coderId ?? null,
      record.cue ? foldWords(record.cue.exact) : null,
    )
    this.#words(id, quotation, record.content, document)
    for (const [index, { role, words, span, agentId, link }] of linked.entries()) {
      const passageId = span ? this.#passage(document, span) : null
      this.#insert.mentions(`${slug}/mention/${index + 1}`, id, datasetId, role, words, passageId, agentId, link)
    }
    for (const [index, { claim, stance }] of stances.entries()) {
      const claimId = claimIds[index] ?? null
      this.#insert.stances(`${slug}/${claim}`, id, claimId, stance, contentId, speakerId, document.id, onBehalfOfId)
    }
    for (const [index, { rating, url = null }] of reviews.entries()) {
      this.#insert.reviews(`${slug}/review/${index + 1}`, id, authorIds[index] ?? null, rating, url, datasetId)
    }
    for (const [index, { span }] of figures.entries()) {
      const quantity = quantities[index]
      if (!quantity) continue
      const { approximation, value, lower, upper } = quantity
      this.#insert.figureMentions(
        `${slug}/figure/${index + 1}`,
        figureIds[index] ?? null,
        id,
        this.#passage(document, span),
        span.exact,
        approximation,
        value,
        lower,
        upper,
      )
    }
    for (const [index, { span }] of terms.entries()) {
      const passageId = this.#passage(document, span)
      const { exact } = span
      const referentId = referentIds[index] ?? null
      this.#insert.termUses(`${slug}/term/${index + 1}`, referentId, id, passageId, exact, foldWords(exact))
    }
    this.#labels(record.labels, id, null, null)
    return null
  }

  /** A figure of this source: one of another source would go, and its wordings with it, when that source is replaced. */
  #figureOf(slug: string): number | undefined {
    const known = this.#known.figures.get(slug)
    if (known !== undefined) return known
    const stored = this.#database.value<number>(
      'select f.id from figures f join documents d on d.id = f.documentId where f.slug = ? and d.importId = ?',
      slug,
      this.#target.importId,
    )
    if (stored !== undefined) this.#remember('figures', slug, stored)
    return stored
  }

  /** The reading of a date: dates come again and again, and reading one takes longer than writing ten rows. */
  #date(text: string): EdtfReading | null {
    const known = this.#dates.get(text)
    if (known !== undefined) return known
    const reading = readEdtf(text)
    if (this.#dates.size >= MOST_REMEMBERED) this.#dates.clear()
    this.#dates.set(text, reading)
    return reading
  }

  /** What the words of a figure commit to: as coded, or else as the words read. The same words come again and again. */
  #quantityOf(mention: FigureMentionRecord): Quantity | null {
    const { span, approximation, value = null, lower = null, upper = null } = mention
    if (approximation !== undefined) return { approximation, value, lower, upper }
    const known = this.#quantities.get(span.exact)
    if (known !== undefined) return known
    const quantity = readQuantity(span.exact)
    if (this.#quantities.size >= MOST_REMEMBERED) this.#quantities.clear()
    this.#quantities.set(span.exact, quantity)
    return quantity
  }

  /** Whom a mention names: by the corpus's identifier, or by its exact name in the register. */
  #link(mention: MentionRecord, agentId: number | null) {
    if (agentId !== null) return { ...mention, agentId, link: 'CORPUS_ID' }
    const named = this.#target.register?.find(mention.words) ?? null
    return { ...mention, agentId: named, link: named === null ? null : 'EXACT_NAME' }
  }

  #labels(
    labels: readonly LabelRecord[] | undefined,
    statementId: number | null,
    documentId: number | null,
    agentId: number | null,
  ) {
    for (const { name, value } of labels ?? []) this.#insert.labels(statementId, documentId, agentId, name, value)
  }

  #words(id: number, quotation: Quotation | null, { at }: SpanRecord, document: OpenDocument): void {
    const { text, language } = document
    const content = at.map(([start, end]) => ({ start: text.toUtf16(start), end: text.toUtf16(end) }))
    const { own, whole } = statementWords({ quotation, content, around: null }, text.text, language, () => {
      document.quotations ??= quotationsOf(text.text)
      return document.quotations
    })
    this.#insert.statementWords(id, own, whole)
  }

  #passage(document: OpenDocument, { at, exact }: SpanRecord): number {
    const selector = selectorOf(at)
    const known = document.passages.get(selector)
    if (known !== undefined) return known
    const start = at[0]?.[0] ?? 0
    const end = at.at(-1)?.[1] ?? 0
    // Not by its slug, whose index may be set aside.
    const stored = document.isNew
      ? undefined
      : this.#database.value<number>(
          'select id from passages where documentId = ? and start = ? and end = ? and selector = ?',
          ...[document.id, start, end, selector],
        )
    const slug = `${document.slug}@${selector}`
    const id = stored ?? this.#insert.passages(slug, document.id, start, end, selector, exact)
    document.passages.set(selector, id)
    return id
  }

  #documentOf(slug: string): OpenDocument | null {
    const open = this.#open.get(slug)
    if (open) return open
    const stored = this.#database
      .prepare<[string], { id: number; text: string; language: string; datasetId: number }>(
        `select d.id, t.text, d.language, d.datasetId from documents d join documentTexts t on t.documentId = d.id
         where d.slug = ?`,
      )
      .get(slug)
    if (stored?.datasetId !== this.#target.datasetId) return null
    const { id, text, language } = stored
    const opened = { id, slug, text: new CodePoints(text), language, quotations: null, passages: new Map() }
    return this.#keepOpen({ ...opened, isNew: false })
  }

  #keepOpen(document: OpenDocument): OpenDocument {
    if (this.#open.size >= MOST_OPEN) {
      const [oldest] = this.#open.keys()
      if (oldest !== undefined) this.#open.delete(oldest)
    }
    this.#open.set(document.slug, document)
    return document
  }

  /** The row id of a slug: null for none, undefined if it leads nowhere. */
  #idOf(table: Named, slug: string | undefined): number | null | undefined {
    if (slug === undefined) return null
    const known = this.#known[table].get(slug)
    if (known !== undefined) return known
    const id = this.#lookUp(table, slug)
    if (id !== undefined) this.#remember(table, slug, id)
    return id
  }

  #remember(table: Named, slug: string, id: number): void {
    if (this.#known[table].size >= MOST_REMEMBERED) this.#known[table].clear()
    this.#known[table].set(slug, id)
  }

  #isTaken(table: 'documents' | 'statements' | 'memberships' | 'figures', slug: string): boolean {
    return this.#lookUp(table, slug) !== undefined
  }

  #lookUp(table: string, slug: string): number | undefined {
    const known = this.#lookups.get(table)
    if (known) return known(slug)
    const lookup = slugLookup(this.#database, table)
    this.#lookups.set(table, lookup)
    return lookup(slug)
  }
}

/** The agent to which all of some mentions lead; null if one leads nowhere, or two to different ones. */
function theOne(mentions: readonly { readonly agentId: number | null }[]): number | null {
  const ids = new Set(mentions.map(({ agentId }) => agentId))
  const [id] = ids
  return ids.size === 1 && id !== undefined ? id : null
}

function isBackwards(lower: number | null, upper: number | null): boolean {
  return lower !== null && upper !== null && lower > upper
}

/** Whether the words of a span stand at its offsets, its pieces in text order. */
function standsThere({ at, exact }: SpanRecord, text: CodePoints): boolean {
  const [first] = at
  if (first && at.length === 1) {
    const [start, end] = first
    return start < end && end <= text.length && text.slice(start, end) === exact
  }
  let from = 0
  const pieces: string[] = []
  for (const [start, end] of at) {
    if (start < from || end <= start || end > text.length) return false
    pieces.push(text.slice(start, end))
    from = end
  }
  return pieces.join(' … ') === exact
}
