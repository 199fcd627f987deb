import type { InterchangeRecord } from '../../model/interchange.ts'
import type { LeavingRecords } from '../../store/query/records/index.ts'
import { codingsOf } from './codings.ts'
import { LeavingDocument, type OfType, type RecordsByType } from './document.ts'
import { dossierOf, noteEntries } from './dossierOf.ts'
import { dossierText } from './dossierText.ts'
import { isOwned, isSharedRecord, namedIn, type SharedType, typeAndSlug } from './named.ts'

/** A document as the files of its dossier. */
export interface LeavingDossier {
  /** The name of the folder: the slug of the document and, where several have coded it by themselves, whose dossier it is. */
  readonly folder: string
  readonly article: string
  readonly annotations: string
}

/**
 * Each document that leaves with its text as a dossier, or as one for each of its coders, in order. One at a time,
 * so that many need no room. Hears of each document as it leaves.
 */
export function* dossiersIn(leaving: LeavingRecords, onDocument?: () => void): Generator<LeavingDossier> {
  const shared = new Shared(leaving)
  for (const records of leaving.byDocument()) {
    const document = records.find(record => record.type === 'document')
    if (document?.text === undefined) continue
    const { slug, text } = document
    const parts = codingsOf(records).map(({ coder, records: coded }, index) => {
      const left = new LeavingDocument(document, text, byType(shared.with(coded, index === 0)))
      return { coder, left, dossier: dossierOf(document, left, coder !== null) }
    })
    const withoutEntry = parts.map(({ left }) => new Set(left.otherNotes.map(note => note.slug)))
    for (const [index, { coder, left, dossier }] of parts.entries()) {
      const notes = left.otherNotes.filter(note => index === 0 && withoutEntry.every(slugs => slugs.has(note.slug)))
      yield {
        folder: coder === null ? slug : `${slug}-by-${coder}`,
        article: text,
        annotations: dossierText({ ...dossier, notes: noteEntries(notes, left) }),
      }
    }
    onDocument?.()
  }
}

/** What documents share, and what stands between them: held in memory, while the documents pass. */
class Shared {
  readonly #own: string | null
  /** By type and slug. */
  readonly #named = new Map<string, OfType<SharedType>>()
  readonly #roles = new Map<string, OfType<'membership'>[]>()
  readonly #relations = new Map<string, InterchangeRecord[]>()
  readonly #notes = new Map<string, InterchangeRecord[]>()

  constructor(leaving: LeavingRecords) {
    this.#own = leaving.own
    for (const record of leaving.shared().map(each => this.#withOwner(each))) {
      if (record.type === 'membership') add(this.#roles, typeAndSlug({ type: 'agent', slug: record.member }), record)
      else if (isSharedRecord(record)) this.#named.set(typeAndSlug(record), record)
    }
    for (const record of leaving.between()) {
      if (record.type === 'note') add(this.#notes, record.document, record)
      else if ('subject' in record) add(this.#relations, record.subject, record)
    }
  }

  /** The records of a document with all that they name, each after what it names; what is noted of what documents share is in one alone. */
  with(records: readonly InterchangeRecord[], isFirst: boolean): InterchangeRecord[] {
    const own = records.flatMap(record => {
      const relations = 'slug' in record ? (this.#relations.get(record.slug) ?? []) : []
      const notes = record.type === 'document' ? (this.#notes.get(record.slug) ?? []) : []
      const noted = isFirst ? notes : notes.filter(note => !isAboutShared(note))
      return [this.#withOwner(record), ...relations, ...noted]
    })
    const roles = this.#rolesOf(namedIn(own))
    const around = this.#of(namedIn([...own, ...roles]))
    const named = this.#of(new Set([...namedIn(around), ...around.map(record => typeAndSlug(record))]))
    return [...named, ...roles, ...own]
  }

  /** A record that says whose it is, where it says nothing since the dataset is that of all. */
  #withOwner(record: InterchangeRecord): InterchangeRecord {
    return isOwned(record) && record.dataset === undefined ? { ...record, dataset: this.#own } : record
  }

  /** In the order of their slugs, which does not hang on what else the graph holds. */
  #of(names: ReadonlySet<string>): InterchangeRecord[] {
    const found = [...names].flatMap(name => this.#named.get(name) ?? [])
    return found.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  }

  #rolesOf(names: ReadonlySet<string>): OfType<'membership'>[] {
    const found = [...names].flatMap(name => this.#roles.get(name) ?? [])
    return found.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  }
}

function isAboutShared(note: InterchangeRecord): boolean {
  return note.type === 'note' && ['agent', 'claim', 'document', 'referent'].includes(note.about.type)
}

function add<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function byType(records: readonly InterchangeRecord[]): RecordsByType {
  const groups = Map.groupBy(records, ({ type }) => type)
  const of = <T extends InterchangeRecord['type']>(type: T): OfType<T>[] =>
    (groups.get(type) ?? []).filter((record): record is OfType<T> => record.type === type)
  return {
    agent: of('agent'),
    membership: of('membership'),
    coder: of('coder'),
    claim: of('claim'),
    dataset: of('dataset'),
    rule: of('rule'),
    referent: of('referent'),
    document: of('document'),
    time: of('time'),
    channel: of('channel'),
    figure: of('figure'),
    figureRelation: of('figureRelation'),
    statement: of('statement'),
    statementRelation: of('statementRelation'),
    note: of('note'),
  }
}
