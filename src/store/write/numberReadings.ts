import { readEdtf } from '../../model/edtf.ts'
import type { CommittedQuantity } from '../../model/intervals.ts'
import { fragmentsOf } from '../../model/selector.ts'
import type { Span } from '../../model/span.ts'
import { CodePoints } from '../../model/text.ts'
import type { Wording } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { passageAt } from './passageAt.ts'
import { idOfSlug, lastId } from './rowIds.ts'
import { type RuleVersion, ruleId } from './rules.ts'
import { enterPassages } from './searchIndex.ts'

/** A document of a dataset, and when it was published (EDTF). */
export interface DatedDocument {
  readonly id: number
  readonly published: string | null
}

/** A quantity to be written; the span is in UTF-16 indices of the text. */
export interface QuantityReading extends Span {
  readonly statement: number
  readonly quantity: CommittedQuantity
  readonly unit: string | null
  readonly counted: string | null
  readonly wording: Wording | null
}

/** A time to be written; null has no date. */
export interface TimeReading extends Span {
  readonly edtf: string | null
}

/** The datasets whose numbers have not been read by this version of the rules since a source came. */
export function datasetsToCount(database: Database, version: string, only: string | null): string[] {
  return database
    .prepare<[string, string | null, string | null], { slug: string }>(
      'select slug from datasets where numbersRead is not ? and (? is null or slug = ?) order by id',
    )
    .all(version, only, only)
    .map(({ slug }) => slug)
}

export function documentsOf(database: Database, dataset: string): DatedDocument[] {
  return database
    .prepare<[number | undefined], DatedDocument>('select id, published from documents where datasetId = ? order by id')
    .all(idOfSlug(database, 'datasets', dataset))
}

/** Takes back all that rules read of the quantities and times of a dataset. The caller holds the transaction. */
export function clearNumbers(database: Database, dataset: string): void {
  const datasetId = idOfSlug(database, 'datasets', dataset)
  const isOurs = `ruleId in (select id from rules where name in ('QUANTITY_IN_WORDS', 'TIME_IN_WORDS', 'TIME_BY_PUBLICATION'))`
  database
    .prepare(
      `delete from figureMentions where ${isOurs} and statementId in (select id from statements where datasetId = ?)`,
    )
    .run(datasetId)
  database
    .prepare(
      `delete from timeExpressions where ${isOurs} and documentId in (select id from documents where datasetId = ?)`,
    )
    .run(datasetId)
  database.prepare('update datasets set numbersRead = null where id = ?').run(datasetId)
}

interface OpenDocument {
  readonly id: number
  readonly slug: string
  readonly points: CodePoints
  /** By statement, where somebody else has read a quantity, or said that there is none. */
  readonly taken: ReadonlyMap<number, readonly Span[]>
  readonly timesTaken: readonly Span[]
  /** What its source has named as a reading would be. */
  readonly names: ReadonlySet<string>
}

const FREE = { taken: new Map<number, readonly Span[]>(), timesTaken: [], names: new Set<string>() } as const

/** Comes before the place in the slug of a mention that was read. */
const READ = '/read/'

/** Writes what rules read of a dataset, which was cleared before. The caller holds the transaction. */
export class NumberWriter {
  readonly #database: Database
  readonly #datasetId: number
  readonly #rules: ReadonlyMap<string, number>
  readonly #lastPassage: number
  /** Whether nobody has read any quantity or time of the dataset, so that none has to be looked for. */
  readonly #isFree: boolean
  /** What sources have named as a reading of another statement would be. */
  readonly #names: ReadonlySet<string>
  #document: OpenDocument | null = null
  #quantities = 0
  #times = 0

  constructor(database: Database, dataset: string, rules: readonly RuleVersion[]) {
    const datasetId = idOfSlug(database, 'datasets', dataset)
    if (datasetId === undefined) throw new Error('the dataset that is read stands')
    this.#database = database
    this.#datasetId = datasetId
    this.#rules = new Map(rules.map(rule => [rule.name, ruleId(database, rule)]))
    this.#lastPassage = lastId(database, 'passagePlaces')
    this.#isFree =
      database.value<number>(
        `select exists (select 1 from figureMentions m join statements s on s.id = m.statementId where s.datasetId = ?)
           or exists (select 1 from noQuantities q join statements s on s.id = q.statementId where s.datasetId = ?)
           or exists (select 1 from timeExpressions t join documents d on d.id = t.documentId where d.datasetId = ?)`,
        datasetId,
        datasetId,
        datasetId,
      ) === 0
    this.#names = this.#readNames('m.namedApart = 1')
  }

  /** What stands behind `/read/` in the names of mentions. */
  #readNames(condition: string, ...params: number[]): Set<string> {
    const names = this.#database
      .prepare<number[], { name: string }>(
        `select m.slug as name from figureMentions m where ${condition} and m.slug like '%/read/%'`,
      )
      .all(...params)
    return new Set(names.map(({ name }) => name.slice(name.lastIndexOf(READ) + READ.length)))
  }

  /** Begins with a document; what follows stands in it. */
  open(id: number, text: string): void {
    const slug = this.#database.value<string>('select slug from documents where id = ?', id) ?? ''
    const points = new CodePoints(text)
    this.#document = { id, slug, points, ...(this.#isFree ? FREE : this.#takenIn(id)) }
  }

  /** What somebody else has read in a document. */
  #takenIn(id: number): Pick<OpenDocument, 'taken' | 'timesTaken' | 'names'> {
    const taken = new Map<number, Span[]>()
    for (const { statementId, selector } of this.#database
      .prepare<[number], { statementId: number; selector: string }>(
        `select m.statementId, p.selector from statements s
         join (select statementId, passageId from figureMentions union all select statementId, passageId from noQuantities) m
           on m.statementId = s.id
         join passages p on p.id = m.passageId where s.documentId = ?`,
      )
      .all(id)) {
      const spans = taken.get(statementId) ?? []
      taken.set(statementId, [...spans, ...fragmentsOf(selector)])
    }
    const timesTaken = this.#database
      .prepare<[number], { selector: string }>(
        'select p.selector from timeExpressions t join passages p on p.id = t.passageId where t.documentId = ?',
      )
      .all(id)
      .flatMap(({ selector }) => fragmentsOf(selector))
    const names = this.#readNames('m.statementId in (select id from statements where documentId = ?)', id)
    return { taken, timesTaken, names }
  }

  quantity(reading: QuantityReading, rule: string): void {
    const document = this.#opened()
    const place = this.#placeOf(reading, document)
    if (isTaken(place, document.taken.get(reading.statement) ?? [])) return
    const { approximation, value, lower, upper } = reading.quantity
    this.#database
      .prepare(
        `insert into figureMentions (slug, statementId, passageId, words, approximation, value, lower, upper, unit,
           counted, wording, basis, ruleId)
         select slug || '${READ}' || ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'AUTOMATIC', ? from statements where id = ?`,
      )
      .run(
        free(place.selector, name => this.#names.has(name) || document.names.has(name)),
        passageAt(this.#database, document.id, place),
        place.exact,
        approximation,
        value,
        lower,
        upper,
        reading.unit,
        reading.counted,
        reading.wording,
        this.#rules.get(rule),
        reading.statement,
      )
    this.#quantities += 1
  }

  time(reading: TimeReading, statements: readonly number[], rule: string): void {
    const document = this.#opened()
    const place = this.#placeOf(reading, document)
    if (isTaken(place, document.timesTaken)) return
    const { edtf } = reading
    const bounds = edtf === null ? null : readEdtf(edtf)
    const isDated = edtf !== null && bounds !== null
    const row = this.#database
      .prepare<unknown[], { id: number }>(
        `insert into timeExpressions (slug, documentId, passageId, words, edtf, earliest, latest, basis, ruleId)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
      )
      .get(
        free(
          `${document.slug}/time/${place.selector}`,
          name => idOfSlug(this.#database, 'timeExpressions', name) !== undefined,
        ),
        document.id,
        passageAt(this.#database, document.id, place),
        place.exact,
        isDated ? edtf : null,
        bounds?.earliest ?? null,
        bounds?.latest ?? null,
        isDated ? 'AUTOMATIC' : 'UNRESOLVED',
        this.#rules.get(rule),
      )
    const holds = this.#database.prepare('insert or ignore into statementTimes (statementId, timeId) values (?, ?)')
    for (const statement of statements) holds.run(statement, row?.id)
    this.#times += 1
  }

  /** Notes that this version of the rules has read the dataset, and says how much it found. */
  finish(version: string): { readonly quantities: number; readonly times: number } {
    enterPassages(this.#database, this.#lastPassage)
    this.#database.prepare('update datasets set numbersRead = ? where id = ?').run(version, this.#datasetId)
    return { quantities: this.#quantities, times: this.#times }
  }

  #opened(): OpenDocument {
    if (this.#document === null) throw new Error('a document is opened before what stands in it is written')
    return this.#document
  }

  #placeOf({ start, end }: Span, { points }: OpenDocument): Place {
    const [from, to] = [points.toCodePoint(start), points.toCodePoint(end)]
    return { start: from, end: to, selector: `${from}-${to}`, exact: points.text.slice(start, end) }
  }
}

/** A name or, where a source has given it to something else, the first numbered one that is free. */
function free(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name
  let number = 2
  while (isTaken(`${name}/${number}`)) number += 1
  return `${name}/${number}`
}

/** A span in code points. */
interface Place extends Span {
  readonly selector: string
  readonly exact: string
}

function isTaken({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some(other => other.start < end && start < other.end)
}
