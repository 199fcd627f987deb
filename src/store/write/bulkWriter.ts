import { type EdtfReading, readEdtf } from '../../model/edtf.ts'
import type {
  AgentRecord,
  DocumentRecord,
  FigureRecord,
  InterchangeRecord,
  LabelRecord,
  MembershipRecord,
  MentionRecord,
  ReferentRecord,
  Refusal,
  RejectReason,
  SpanRecord,
  StatementRecord,
} from '../../model/interchange.ts'
import type { Quantity } from '../../model/intervals.ts'
import { selectorOf } from '../../model/selector.ts'
import type { QuotationSpan, Span } from '../../model/span.ts'
import { statementWords } from '../../model/statementWords.ts'
import { CodePoints, controlInName, foldWords, normaliseText, sha256 } from '../../model/text.ts'
import type { Quotation, Voice } from '../../model/vocabulary.ts'
import { type QuotedText, type Worded, wordingOf } from '../../model/wording.ts'
import { classifyQuotation, findQuotations, type NumberMention, quotedSpans } from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'
import { Inserts } from './bulkInserts.ts'
import { readWording } from './figureWording.ts'
import type { NameRegister } from './nameRegister.ts'
import { slugLookup } from './rowIds.ts'

/** The dataset and the source whose records are written. */
export interface BulkTarget {
  readonly datasetId: number
  readonly importId: number
  /** The import that this one takes the place of, if any. */
  readonly previousId: number | null
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
  quoted: readonly Span[] | null
  /** Found when a figure asks for them first. */
  numbers: readonly NumberMention[] | null
  readonly passages: Map<string, number>
  /** Whether all of its passages are in `passages`: those of a document that was read back may be in the table alone. */
  readonly isNew: boolean
}

type Named = 'agents' | 'claims' | 'coders' | 'referents'

const tableOf = {
  agent: 'agents',
  claim: 'claims',
  coder: 'coders',
  document: 'documents',
  figure: 'figures',
  membership: 'memberships',
  referent: 'referents',
  statement: 'statements',
} as const satisfies Record<InterchangeRecord['type'], string>

/** What became of a record: UNCHANGED stands there already, as it is. */
export type Outcome = 'TAKEN' | 'UNCHANGED' | Refusal

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
    referents: new Map(),
  }
  readonly #open = new Map<string, OpenDocument>()
  readonly #dates = new Map<string, EdtfReading | null>()
  readonly #figures = new Map<string, KnownFigure>()
  /** By table. Each record is looked up, and finding the statement by its text would take as long as that. */
  readonly #lookups = new Map<string, (slug: string) => number | undefined>()
  /** What this source gave and was refused, by table and slug: what names it must not lead to what stands under that name. */
  readonly #refused = new Set<string>()
  #namesRefused = false

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

  /** Writes a record, if it holds. */
  write(record: InterchangeRecord): Outcome {
    this.#namesRefused = false
    const control = controlIn(record)
    const outcome = control === null ? this.#write(record) : refuse('CONTROL_CHARACTER', `it holds ${control}`)
    if (typeof outcome === 'string') return outcome
    this.refuse(record.type, record.slug)
    if (this.#namesRefused && outcome.reason === 'UNKNOWN_REFERENCE') return refuse('DEPENDENT')
    return outcome
  }

  /** Notes that a record of this source is refused. */
  refuse(type: InterchangeRecord['type'], slug: string): void {
    if (this.#refused.size < MOST_REMEMBERED) this.#refused.add(`${tableOf[type]} ${slug}`)
  }

  #isRefused(table: string, slug: string): boolean {
    if (this.#refused.size === 0 || !this.#refused.has(`${table} ${slug}`)) return false
    this.#namesRefused = true
    return true
  }

  #write(record: InterchangeRecord): Outcome {
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

  #agent(record: AgentRecord): Outcome {
    const { datasetId, importId, previousId } = this.#target
    const organizationKind = record.organizationKind ?? null
    if ((record.kind === 'ORGANIZATION') !== (organizationKind !== null)) {
      return refuse('BAD_RECORD', 'an ORGANIZATION has an organizationKind, and nobody else has one')
    }
    const { slug, kind, name } = record
    const stored = this.#storedAgent(slug)
    if (!stored) {
      const id = this.#insert.agents(slug, kind, organizationKind, name, datasetId, importId)
      this.#complete(id, record)
      this.#remember('agents', slug, id)
      return 'TAKEN'
    }
    const { id } = stored
    if (stored.datasetId === datasetId && stored.importId !== null && stored.importId === previousId) {
      this.#renewAgent(id, kind, organizationKind, name)
      this.#complete(id, record)
      this.#remember('agents', slug, id)
      return 'TAKEN'
    }
    const isSame = stored.kind === kind && stored.organizationKind === organizationKind && stored.name === name
    const isKnown = isSame || (stored.kind === kind && this.#sharesIdentifier(id, record))
    if (stored.datasetId !== datasetId || !isKnown) {
      const [dataset, source] = [stored.dataset ?? 'the dossiers', stored.source]
      const where = source === null ? dataset : `${dataset}, ${source}`
      return refuse('DUPLICATE', `${slug} is “${stored.name}” of ${where}, and “${name}” here`)
    }
    this.#remember('agents', slug, id)
    return this.#complete(id, isSame ? record : { ...record, otherNames: [...(record.otherNames ?? []), name] })
  }

  #storedAgent(slug: string) {
    return this.#database
      .prepare<
        [string],
        {
          id: number
          kind: string
          organizationKind: string | null
          name: string
          datasetId: number | null
          importId: number | null
          dataset: string | null
          source: string | null
        }
      >(
        `select a.id, a.kind, a.organizationKind, a.name, a.datasetId, a.importId, d.slug as dataset, i.name as source
         from agents a left join datasets d on d.id = a.datasetId left join imports i on i.id = a.importId
         where a.slug = ?`,
      )
      .get(slug)
  }

  /** Whether an agent has one of the identifiers of a record: then the two are one, whatever they are called. */
  #sharesIdentifier(id: number, { identifiers = [] }: AgentRecord): boolean {
    const stored = this.#database.prepare<[number, string, string], { one: 1 }>(
      'select 1 as one from identifiers where agentId = ? and scheme = ? and value = ?',
    )
    return identifiers.some(({ scheme, value }) => stored.get(id, scheme, value) !== undefined)
  }

  /** Adds what a record says of an agent beyond its name. What others said of it stays. */
  #complete(id: number, { name, otherNames = [], identifiers = [], labels = [] }: AgentRecord): Outcome {
    const before = this.#insert.rows
    const stored = (columns: string, table: string) =>
      new Set(
        this.#database
          .prepare<[number], string[]>(`select ${columns} from "${table}" where agentId = ?`)
          .raw()
          .all(id)
          .map(cells => cells.join('\n')),
      )
    const names = stored('name', 'agentNames').add(this.#nameOf(id) ?? name)
    for (const other of new Set(otherNames)) if (!names.has(other)) this.#insert.agentNames(id, other)
    const known = stored('scheme, value', 'identifiers')
    for (const { scheme, value } of identifiers) {
      if (!known.has(`${scheme}\n${value}`)) this.#insert.identifiers(id, scheme, value)
      known.add(`${scheme}\n${value}`)
    }
    const labelled = stored('name, value', 'labels')
    const fresh = labels.filter(label => !labelled.has(`${label.name}\n${label.value}`))
    this.#labels(fresh, null, null, id)
    return this.#insert.rows > before ? 'TAKEN' : 'UNCHANGED'
  }

  #nameOf(agentId: number): string | undefined {
    return this.#database.value<string>('select name from agents where id = ?', agentId)
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

  #shared(table: 'claims' | 'coders', slug: string, column: 'text' | 'name', value: string): Outcome {
    const { datasetId, importId, previousId } = this.#target
    const stored = this.#database
      .prepare<[string], { id: number; value: string; datasetId: number | null; importId: number | null }>(
        `select id, "${column}" as value, datasetId, importId from "${table}" where slug = ?`,
      )
      .get(slug)
    if (!stored) {
      this.#remember(table, slug, this.#insert[table](slug, value, datasetId, importId))
      return 'TAKEN'
    }
    if (stored.datasetId !== datasetId) return refuse('DUPLICATE', `${slug} stands in another dataset`)
    const isOurs = stored.importId !== null && stored.importId === previousId
    if (stored.value !== value && !isOurs)
      return refuse('DUPLICATE', `${slug} is “${stored.value}”, and “${value}” here`)
    if (isOurs) {
      this.hasRenewed ||= stored.value !== value
      this.#database
        .prepare(`update "${table}" set "${column}" = ?, importId = ? where id = ?`)
        .run(value, importId, stored.id)
    }
    this.#remember(table, slug, stored.id)
    return isOurs ? 'TAKEN' : 'UNCHANGED'
  }

  /** A referent belongs to no dataset: dossiers and corpora name the same things by the same words. */
  #referent({ slug, label }: ReferentRecord): Outcome {
    const stored = this.#database
      .prepare<[string], { id: number; label: string }>('select id, label from referents where slug = ?')
      .get(slug)
    if (stored && stored.label !== label) {
      return refuse('DUPLICATE', `${slug} is “${stored.label}”, and “${label}” here`)
    }
    this.#remember('referents', slug, stored?.id ?? this.#insert.referents(slug, label))
    return stored ? 'UNCHANGED' : 'TAKEN'
  }

  #membership(record: MembershipRecord): Outcome {
    const { datasetId, importId } = this.#target
    const { slug, role, area = null, startDate = null, endDate = null, bounds = null } = record
    const memberId = this.#idOf('agents', record.member)
    const organizationId = this.#idOf('agents', record.organization)
    const onBehalfOfId = this.#idOf('agents', record.onBehalfOf)
    if (memberId === undefined || organizationId === undefined || onBehalfOfId === undefined)
      return refuse('UNKNOWN_REFERENCE')
    if (memberId === null) return refuse('BAD_RECORD')
    const around = bounds === null ? { earliest: null, latest: null } : this.#date(bounds)
    if (around === null) return refuse('BAD_DATE', `“${bounds}” is not an EDTF interval`)
    const earliest = startDate === null ? around.earliest : this.#date(startDate)?.earliest
    const latest = endDate === null ? around.latest : this.#date(endDate)?.latest
    if (earliest === undefined || latest === undefined) return refuse('BAD_DATE')
    if (earliest !== null && latest !== null && earliest > latest) return refuse('BAD_DATE')
    if (this.#isTaken('memberships', slug)) return refuse('DUPLICATE')
    this.#insert.memberships(
      slug,
      memberId,
      organizationId,
      onBehalfOfId,
      role,
      area,
      startDate,
      endDate,
      bounds,
      earliest,
      latest,
      'STATED',
      datasetId,
      importId,
    )
    return 'TAKEN'
  }

  #document(record: DocumentRecord): Outcome {
    const { datasetId, importId } = this.#target
    const { slug, text, language, title = null, url = null, published = null } = record
    if (normaliseText(text) !== text) return refuse('NOT_NORMALISED')
    const publisherId = this.#idOf('agents', record.publisher)
    if (publisherId === undefined) return refuse('UNKNOWN_REFERENCE')
    const time = published === null ? { earliest: null, latest: null } : this.#date(published)
    if (time === null) return refuse('BAD_DATE')
    const stored = this.#storedDocument(slug)
    if (stored) {
      const isSame =
        stored.datasetId === datasetId &&
        stored.text === text &&
        stored.language === language &&
        stored.title === title &&
        stored.url === url &&
        stored.published === published &&
        stored.publisherId === publisherId
      if (!isSame) return refuse('DUPLICATE', `${slug} is another text, or says something else of the same`)
      return 'UNCHANGED'
    }
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
    this.#keepOpen({
      id,
      slug,
      text: points,
      language,
      quotations: null,
      quoted: null,
      numbers: null,
      passages: new Map(),
      isNew: true,
    })
    return 'TAKEN'
  }

  #figure(record: FigureRecord): Outcome {
    const { slug, label, value = null, lower = null, upper = null, unit, population = null, conditions = [] } = record
    const document = this.#documentOf(record.document)
    const referentId = this.#idOf('referents', record.referent)
    if (!document || referentId === undefined) return refuse('UNKNOWN_REFERENCE')
    const hasBounds = lower !== null || upper !== null
    const magnitude = value ?? lower ?? upper
    if (magnitude === null || (value !== null && hasBounds) || isBackwards(lower, upper)) return refuse('BAD_RECORD')
    if (new Set(conditions.map(({ aspect }) => aspect)).size < conditions.length) return refuse('BAD_RECORD')
    if (this.#isTaken('figures', slug)) return refuse('DUPLICATE')
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
    this.#rememberFigure(slug, { id, value, lower, upper, unit })
    return 'TAKEN'
  }

  #statement(record: StatementRecord): Outcome {
    const { datasetId } = this.#target
    const document = this.#documentOf(record.document)
    if (!document) return refuse('UNKNOWN_REFERENCE')
    const { slug, mentions = [], stances = [], reviews = [], quotation = null, speechAct = null } = record
    const { figures = [], terms = [] } = record
    for (const span of [
      record.content,
      record.source,
      record.cue,
      ...mentions.flatMap(({ span, antecedent }) => [span, antecedent]),
    ]) {
      if (span && !standsThere(span, document.text)) return refuse('NOT_VERBATIM')
    }
    for (const { span } of [...figures, ...terms]) if (!standsThere(span, document.text)) return refuse('NOT_VERBATIM')
    const coderId = this.#idOf('coders', record.coder)
    const agentIds = mentions.map(({ agent }) => this.#idOf('agents', agent))
    const claimIds = stances.map(({ claim }) => this.#idOf('claims', claim))
    const authorIds = reviews.map(({ author }) => this.#idOf('agents', author))
    const amounts = figures.map(({ figure }) => this.#figureOf(figure))
    const figureIds = amounts.map(amount => amount?.id)
    const referentIds = terms.map(({ referent }) => this.#idOf('referents', referent))
    const isUnknown = [coderId, ...agentIds, ...claimIds, ...authorIds, ...figureIds, ...referentIds].includes(
      undefined,
    )
    if (isUnknown) return refuse('UNKNOWN_REFERENCE')
    if (new Set(claimIds).size < claimIds.length) return refuse('BAD_RECORD')
    const quantities: Quantity[] = []
    for (const [index, mention] of figures.entries()) {
      const figure = amounts[index]
      if (figure === undefined) return refuse('UNKNOWN_REFERENCE')
      const wording = readWording(mention, figure, document)
      if (wording.refused !== null) return refuse(wording.refused, wording.why)
      quantities.push(wording.quantity)
    }
    const marks = this.#otherQuotation(record, document)
    if (marks !== null) return refuse('QUOTATION_MARKS', `by its quotation marks it is ${marks}, and not ${quotation}`)
    if (this.#isTaken('statements', slug)) return refuse('DUPLICATE')

    const linked = mentions.map((mention, index) => this.#link(mention, agentIds[index] ?? null))
    const sources = linked.filter(({ role }) => role === 'SOURCE')
    const speakerId = theOne(sources)
    const voice: Voice = speakerId !== null ? 'AGENT' : sources.length > 0 ? 'UNLINKED' : 'UNIDENTIFIED'
    const sourceId = record.source ? this.#passage(document, record.source) : null
    const cueId = record.cue ? this.#passage(document, record.cue) : null
    const contentId = this.#passage(document, record.content)
    const onBehalfOfId = theOne(linked.filter(({ role }) => role === 'ON_BEHALF_OF'))
    const start = record.content.at[0]?.[0] ?? 0
    const cueWords = record.cue ? foldWords(record.cue.exact) : null
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
      cueWords,
    )
    const worded = { quotation, voice, cueWords, content: spansOf(record.content, document), around: null }
    this.#words(id, worded, document)
    const wording = (span: SpanRecord) => wordingOf(spansOf(span, document), worded, quotedText(document))
    for (const [index, { role, words, span, antecedent, agentId, link }] of linked.entries()) {
      const passageId = span ? this.#passage(document, span) : null
      const antecedentId = antecedent ? this.#passage(document, antecedent) : null
      const name = `${slug}/mention/${index + 1}`
      this.#insert.mentions(name, id, datasetId, role, words, passageId, agentId, link, antecedentId)
    }
    for (const [index, { claim, stance }] of stances.entries()) {
      const claimId = claimIds[index] ?? null
      this.#insert.stances(
        `${slug}/${claim}`,
        id,
        claimId,
        stance,
        contentId,
        speakerId,
        document.id,
        onBehalfOfId,
        wording(record.content),
      )
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
        wording(span),
      )
    }
    for (const [index, { span }] of terms.entries()) {
      const passageId = this.#passage(document, span)
      const { exact } = span
      const referentId = referentIds[index] ?? null
      const folded = foldWords(exact)
      this.#insert.termUses(`${slug}/term/${index + 1}`, referentId, id, passageId, exact, folded, wording(span))
    }
    this.#labels(record.labels, id, null, null)
    return 'TAKEN'
  }

  /** A figure of this source: one of another source would go, and its wordings with it, when that source is replaced. */
  #figureOf(slug: string): KnownFigure | undefined {
    if (this.#isRefused('figures', slug)) return undefined
    const known = this.#figures.get(slug)
    if (known !== undefined) return known
    const stored = this.#database
      .prepare<[string, number], KnownFigure>(
        `select f.id, f.value, f.lower, f.upper, f.unit from figures f join documents d on d.id = f.documentId
         where f.slug = ? and d.importId = ?`,
      )
      .get(slug, this.#target.importId)
    if (stored !== undefined) this.#rememberFigure(slug, stored)
    return stored
  }

  #rememberFigure(slug: string, figure: KnownFigure): void {
    if (this.#figures.size >= MOST_REMEMBERED) this.#figures.clear()
    this.#figures.set(slug, figure)
  }

  /**
   * How a content is quoted by the marks of its text, if that is not what its record says. A text that is all content has
   * been cut out of its marks.
   */
  #otherQuotation({ quotation, content }: StatementRecord, document: OpenDocument): Quotation | null {
    const { text } = document
    const [first] = content.at
    if (quotation === undefined || (first?.[0] === 0 && first[1] === text.length)) return null
    const spans = content.at.map(([start, end]) => ({ start: text.toUtf16(start), end: text.toUtf16(end) }))
    document.quoted ??= quotedSpans(text.text, document.language)
    const shown = classifyQuotation(text.text, spans, document.quoted)
    return shown === quotation ? null : shown
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

  #words(id: number, statement: Worded, document: OpenDocument): void {
    const { text, quotations } = quotedText(document)
    const { own, whole } = statementWords(statement, text, document.language, quotations)
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
    if (this.#isRefused('documents', slug)) return null
    const open = this.#open.get(slug)
    if (open) return open
    const stored = this.#storedDocument(slug)
    if (stored?.datasetId !== this.#target.datasetId) return null
    const { id, text, language } = stored
    const points = new CodePoints(text)
    const opened = {
      id,
      slug,
      text: points,
      language,
      quotations: null,
      quoted: null,
      numbers: null,
      passages: new Map(),
    }
    return this.#keepOpen({ ...opened, isNew: false })
  }

  #storedDocument(slug: string) {
    return this.#database
      .prepare<
        [string],
        {
          id: number
          text: string
          language: string
          title: string | null
          url: string | null
          published: string | null
          publisherId: number | null
          datasetId: number | null
        }
      >(
        `select d.id, t.text, d.language, d.title, d.url, d.published, d.publisherId, d.datasetId
         from documents d join documentTexts t on t.documentId = d.id where d.slug = ?`,
      )
      .get(slug)
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
    if (this.#isRefused(table, slug)) return undefined
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

interface KnownFigure {
  readonly id: number
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly unit: string
}

function refuse(reason: RejectReason, why?: string): Refusal {
  return why === undefined ? { reason } : { reason, why }
}

/** The first control character in any text of a record but a document's, which is held to be normalised. */
function controlIn(value: unknown): string | null {
  if (typeof value === 'string') return controlInName(value)
  if (typeof value !== 'object' || value === null) return null
  // These stand in the document's text, or are it.
  const verbatim = 'at' in value ? 'exact' : 'span' in value ? 'words' : isDocument(value) ? 'text' : null
  for (const [key, part] of Object.entries(value)) {
    if (key === verbatim) continue
    const found = typeof part === 'number' ? null : controlIn(part)
    if (found !== null) return found
  }
  return null
}

function isDocument(value: object): boolean {
  return 'type' in value && value.type === 'document'
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

/** The pieces of a passage, in UTF-16 indices of the text. */
function spansOf({ at }: SpanRecord, { text }: OpenDocument): Span[] {
  return at.map(([start, end]) => ({ start: text.toUtf16(start), end: text.toUtf16(end) }))
}

function quotedText(document: OpenDocument): QuotedText {
  return {
    text: document.text.text,
    quotations: () => {
      document.quotations ??= findQuotations(document.text.text, document.language)
      return document.quotations
    },
  }
}
