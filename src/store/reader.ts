import DataLoader from 'dataloader'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { SegmentedText } from '../model/segment.ts'
import type { Approximation } from '../model/vocabulary.ts'
import {
  type ComparablePair,
  countPairs,
  type PairRequest,
  readPairs,
  relationsBetween,
} from './counting/comparablePairs.ts'
import { type CrossTable, type CrossTableRequest, readCrossTable } from './counting/crossTable.ts'
import type { Group, Grouping, GroupRequest } from './counting/grouping.ts'
import { countGroups, readGroups } from './counting/groups.ts'
import { countEntities } from './counting/stats.ts'
import type { Page } from './engine/cursor.ts'
import type { Database } from './engine/database.ts'
import { getTableName, sql } from './engine/drizzle.ts'
import { eachOf } from './engine/eachOf.ts'
import { madeQuery } from './engine/query.ts'
import { currentRevision, type Revision } from './engine/revisions.ts'
import {
  type AnnotationFilter,
  type AnnotationRequest,
  type AnnotationRow,
  countAnnotations,
  readAnnotations,
} from './query/annotations.ts'
import { type Changes, readChanges } from './query/changes.ts'
import { type CoveringRow, readCovering } from './query/covering.ts'
import { DocumentWords } from './query/documentWords.ts'
import type { FilterInput } from './query/filter.ts'
import { readImportedAt } from './query/importedAt.ts'
import { missingText } from './query/missingText.ts'
import { countRows, type List, listName, type PageRequest, type Parent, readPage, readPages } from './query/page.ts'
import { rowsQuery } from './query/rows.ts'
import { type DocumentRange, statementsAt } from './query/statementsAt.ts'
import type { Entity, RowOf, statement } from './schema/entities.ts'
import { explanationOfRelation } from './schema/figureExplanation.ts'
import { approximationOfFigure, boundOfFigure, wordsOfFigure } from './schema/figureWords.ts'
import { concluded } from './schema/flags.ts'
import { type ConcordanceRequest, prepareConcordance, readConcordance } from './search/concordance.ts'
import type { ConcordanceLine } from './search/concordanceLines.ts'
import { type ConcordanceSource, countMatches } from './search/concordanceTexts.ts'
import type { TextFragment } from './search/marks.ts'
import {
  countHits,
  type Hit,
  prepareSearch,
  readHits,
  readSnippets,
  type Search,
  type SearchRequest,
} from './search/search.ts'
import { decisions, figureDecisions } from './tables/decisions.ts'
import { documents, documentTexts } from './tables/documents.ts'
import { figureRelations, figures } from './tables/figures.ts'
import { statements } from './tables/statements.ts'

/** A figure as its words have it: the first of them, how they approximate it, and the bounds that they commit to. */
export interface FigureAsWorded {
  readonly words: string | null
  readonly approximation: Approximation | null
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Reads the graph for one request. Everything asked for in one turn of the event loop is read by one SQL statement a
 * kind of question, and nothing is read twice, so that the number of statements depends on a query's shape alone.
 *
 * The answers are promises although SQLite answers at once: another engine would not.
 */
export class Reader {
  readonly #database: Database
  readonly #loaders = new Map<string, unknown>()

  constructor(database: Database) {
    this.#database = database
  }

  /** The row with that row id; null for null. */
  async byId<E extends Entity>(entity: E, id: number | null): Promise<RowOf<E> | null> {
    return id === null
      ? null
      : this.#load(`${entityName(entity)}.id`, id, ids => this.#rows(entity, entity.table.id, ids))
  }

  /** The row with that slug, or null if there is none. */
  async bySlug<E extends Entity>(entity: E, slug: string): Promise<RowOf<E> | null> {
    return this.#load(`${entityName(entity)}.slug`, slug, slugs => this.#rows(entity, entity.table.slug, slugs))
  }

  /** A stretch of a list: of everything, or of one parent's. */
  async page<E extends Entity>(list: List<E>, parent: Parent | null, request: PageRequest): Promise<Page<RowOf<E>>> {
    if (parent === null) return readPage(this.#database, list, request)
    return this.#load(`${listName(list)} ${JSON.stringify(request)}`, parent, parents =>
      readPages(this.#database, list, parents, request),
    )
  }

  /** The number of rows of a list, whatever page is shown of it. */
  async count(list: List, parent: Parent | null, filter: FilterInput | null | undefined): Promise<number> {
    return this.#load(`${listName(list)} count ${JSON.stringify(filter)}`, parent ?? 0, parents =>
      countRows(this.#database, list, parents, filter),
    )
  }

  /** The answer to a question that has no parents, such as a count over the whole graph. */
  async ask<T>(question: (database: Database) => T): Promise<T> {
    return question(this.#database)
  }

  /** A stretch of the groups that the rows of a list make. */
  async groups(list: List, parent: Parent | null, request: GroupRequest): Promise<Page<Group>> {
    return this.#load(`${listName(list)} groups ${JSON.stringify(request)}`, parent ?? 0, parents =>
      readGroups(this.#database, list, parent === null ? null : parents, request),
    )
  }

  /** The number of groups that the rows of a list make. */
  async groupCount(list: List, parent: Parent | null, { filter, groupBy, minCount }: Grouping): Promise<number> {
    const grouping = { filter, groupBy, minCount }
    return this.#load(`${listName(list)} group count ${JSON.stringify(grouping)}`, parent ?? 0, parents =>
      countGroups(this.#database, list, parent === null ? null : parents, grouping),
    )
  }

  /** A table that counts the rows of a list, one dimension across and one or two down. */
  async crossTable(list: List, request: CrossTableRequest): Promise<CrossTable> {
    return this.#load(`${listName(list)} table ${JSON.stringify(request)}`, 0, parents =>
      parents.map(() => readCrossTable(this.#database, list, request)),
    )
  }

  /** The few plain values that belong to a row, such as an agent's other names, in the order given. */
  async valuesOf<T extends SQLiteTable>(
    table: T,
    key: SQLiteColumn,
    parent: number,
    order: SQLiteColumn,
  ): Promise<T['$inferSelect'][]> {
    return this.#load(`${getTableName(table)}.${key.name}`, parent, parents => {
      const query = this.#database.once(`values ${getTableName(table)}.${key.name}`, () =>
        madeQuery(sql`
          select parent.key as "$parent", ${table}.* from json_each(${sql.placeholder('keys')}) parent
          join ${table} on ${key} = parent.value order by parent.key, ${order}`),
      )
      const rows = this.#database.rows<T['$inferSelect'] & { $parent: number }>(query, keysOf(parents))
      const byParent = Map.groupBy(rows, ({ $parent }) => $parent)
      return parents.map((_, index) => byParent.get(index) ?? [])
    })
  }

  /** The decisions about the identity of an agent, whichever of the two it is in them, in the order of the file. */
  async decisionsOn(agentId: number): Promise<(typeof decisions.$inferSelect)[]> {
    return this.#load('decisions', agentId, ids => {
      const rows = this.#database.all<typeof decisions.$inferSelect & { $parent: number }>(sql`
        select parent.key as "$parent", d.* from json_each(${JSON.stringify(ids)}) parent
        join ${decisions} d on d.agentId = parent.value or d.otherId = parent.value order by parent.key, d.id`)
      const byParent = Map.groupBy(rows, ({ $parent }) => $parent)
      return ids.map((_, index) => byParent.get(index) ?? [])
    })
  }

  /** The decision of a person that says which figure a mention is of; null if there is none. */
  async figureDecisionOn(mention: string): Promise<typeof figureDecisions.$inferSelect | null> {
    return this.#load('figureDecisions', mention, slugs => {
      const rows = this.#database.all<typeof figureDecisions.$inferSelect>(sql`
        select d.* from ${figureDecisions} d where d.mention in (${eachOf(slugs)})
        order by d.kind desc`)
      const byMention = new Map(rows.map(row => [row.mention, row]))
      return slugs.map(slug => byMention.get(slug) ?? null)
    })
  }

  /** The whole normalised text of a document: made once, for all that ask for a stretch of it. */
  async textOf(documentId: number): Promise<SegmentedText> {
    return this.#load('documentTexts', documentId, ids => {
      const rows = this.#database.all<{ id: number; text: string; language: string }>(sql`
        select ${documents.id} as id, ${documents.language} as language, ${documentTexts.text} as text
        from ${documentTexts} join ${documents} on ${documents.id} = ${documentTexts.documentId}
        where ${documentTexts.documentId} in (${eachOf(ids)})`)
      const byId = new Map(rows.map(({ id, text, language }) => [id, new SegmentedText(text, language)]))
      return ids.map(id => byId.get(id) ?? missingText(this.#database, id))
    })
  }

  /** A stretch of a document's annotations, in text order. */
  async annotations(documentId: number, request: AnnotationRequest): Promise<Page<AnnotationRow>> {
    return this.#load(`annotations ${JSON.stringify(request)}`, documentId, ids =>
      readAnnotations(this.#database, ids, request),
    )
  }

  /** The passages of a document on which something stands. */
  async covering(documentId: number): Promise<CoveringRow[]> {
    return this.#load('covering', documentId, ids => readCovering(this.#database, ids))
  }

  /** The number of a document's annotations, whatever page is shown of them. */
  async countAnnotations(documentId: number, filter: AnnotationFilter | null | undefined): Promise<number> {
    return this.#load(`annotations count ${JSON.stringify(filter)}`, documentId, ids =>
      countAnnotations(this.#database, ids, filter),
    )
  }

  /** The last change of the graph; null if there was none. */
  async revision(): Promise<Revision | null> {
    return currentRevision(this.#database)
  }

  /** How much there is of each kind of thing. */
  async counts(): Promise<{ readonly of: string; readonly count: number }[]> {
    return Object.entries(countEntities(this.#database)).map(([of, count]) => ({ of, count }))
  }

  /** What the words for the figure say of its number. */
  async figureAsWorded(figureId: number): Promise<FigureAsWorded> {
    return this.#load('figures as worded', figureId, ids => {
      const amount = { id: sql`f.id`, value: sql`f.value` }
      return this.#database.all<FigureAsWorded>(sql`
        select ${wordsOfFigure(amount.id)} as words, ${approximationOfFigure(amount.id)} as approximation,
          ${boundOfFigure('lower', { ...amount, own: sql`f.lower` })} as lower,
          ${boundOfFigure('upper', { ...amount, own: sql`f.upper` })} as upper
        from json_each(${JSON.stringify(ids)}) asked left join ${figures} f on f.id = asked.value order by asked.key`)
    })
  }

  /** Whether anything of the statement was concluded or read by a rule. */
  async isConcluded(statementId: number): Promise<boolean> {
    return this.#load('concluded', statementId, ids => {
      const holds = concluded.holds(concluded.columns.map(column => sql`s.${sql.identifier(column)}`))
      const rows = this.#database.all<{ concluded: number }>(sql`
        select ${holds} as concluded from json_each(${JSON.stringify(ids)}) asked left join ${statements} s on s.id = asked.value
        order by asked.key`)
      return rows.map(row => row.concluded === 1)
    })
  }

  /** The arithmetic of a relation between figures. */
  async explanationOf(relationId: number): Promise<string> {
    const explained = await this.#load('explanations', relationId, ids => {
      const related = {
        kind: sql`r.kind`,
        checked: sql`r.explanation`,
        subjectId: sql`r.subjectId`,
        objectId: sql`r.objectId`,
      }
      return this.#database.all<{ readonly explanation: string }>(sql`
        select ${explanationOfRelation(related)} as explanation
        from json_each(${JSON.stringify(ids)}) asked left join ${figureRelations} r on r.id = asked.value order by asked.key`)
    })
    return explained.explanation
  }

  /** When what a row stands for came into the graph or was last changed (ISO 8601, UTC); null if nothing was recorded. */
  async importedAt(entity: Entity, id: number): Promise<string | null> {
    return this.#load(`${entityName(entity)} imported`, id, ids => readImportedAt(this.#database, entity, ids))
  }

  /** What came, changed and went after a cursor. */
  async changes(after: string | null, first: number): Promise<Changes> {
    return readChanges(this.#database, after, first)
  }

  /** A stretch of what a search finds, and the search itself, for what else is asked of it. */
  async search(request: SearchRequest): Promise<{ readonly search: Search; readonly page: Page<Hit> }> {
    const search = prepareSearch(this.#database, request)
    return { search, page: readHits(this.#database, search, request) }
  }

  /** How many hits a search has. */
  async countHits(search: Search): Promise<number> {
    return countHits(this.#database, search)
  }

  /** The stretch of a hit in which most is matched. */
  async snippet(search: Search, hit: Hit): Promise<TextFragment[]> {
    const { expression, types } = search
    return this.#load(`snippets ${JSON.stringify([expression, types])}`, hit, hits =>
      readSnippets(this.#database, search, hits),
    )
  }

  /** A stretch of a concordance, and what it is of, for its count. */
  async concordance(
    request: ConcordanceRequest,
  ): Promise<{ readonly source: ConcordanceSource; readonly page: Page<ConcordanceLine> }> {
    const source = prepareConcordance(this.#database, request)
    return { source, page: readConcordance(this.#database, source, request) }
  }

  /** How many lines a concordance has. */
  async countLines(source: ConcordanceSource): Promise<number> {
    return countMatches(this.#database, source)
  }

  /** A stretch of the pairs of mentions whose figures are comparable. */
  async comparablePairs(request: PairRequest): Promise<Page<ComparablePair>> {
    return readPairs(this.#database, request)
  }

  /** How many such pairs there are. */
  async countComparablePairs(request: PairRequest): Promise<number> {
    return countPairs(this.#database, request)
  }

  /** The relation that sets two figures side by side, by row id; null if there is none. */
  async relationBetween(one: number, other: number): Promise<number | null> {
    const pair: readonly [number, number] = [one, other]
    return this.#load('relationsBetween', pair, pairs => relationsBetween(this.#database, pairs))
  }

  /** The words of a document and its statements: whose stand where. */
  async wordsOf(documentId: number): Promise<DocumentWords | null> {
    return this.#load('documentWords', documentId, ids => ids.map(id => DocumentWords.read(this.#database, id)))
  }

  /** The statements whose words hold a place of a document, the innermost first. */
  async statementsAt(place: DocumentRange): Promise<RowOf<typeof statement>[]> {
    return this.#load('statementsAt', place, places => statementsAt(this.#database, places))
  }

  #rows<E extends Entity>(entity: E, key: SQLiteColumn, values: readonly (number | string)[]): (RowOf<E> | null)[] {
    const query = this.#database.once(`rows ${entityName(entity)}.${key.name}`, () => rowsQuery(entity, key))
    const rows = this.#database.rows<RowOf<E>>(query, keysOf(values))
    const byKey = new Map(rows.map(row => [row[key.name], row]))
    return values.map(value => byKey.get(value) ?? null)
  }

  async #load<K extends number | string | object, V>(
    name: string,
    key: K,
    read: (keys: readonly K[]) => readonly (V | Error)[],
  ): Promise<V> {
    // The name settles what the keys and values of a loader are.
    const known = this.#loaders.get(name) as DataLoader<K, V> | undefined
    const loader = known ?? new DataLoader<K, V>(async keys => read(keys))
    this.#loaders.set(name, loader)
    return loader.load(key)
  }
}

/** The value of the placeholder `keys`: what is looked up, as a JSON array. */
function keysOf(keys: readonly (number | string)[]) {
  return { keys: JSON.stringify(keys) }
}

function entityName(entity: Entity): string {
  return getTableName(entity.table)
}
