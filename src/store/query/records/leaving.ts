/** What leaves: a part of the graph that names nothing outside of it. */

import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../engine/database.ts'
import { getTableColumns, getTableConfig, getTableName, sql } from '../../engine/drizzle.ts'
import { madeQuery } from '../../engine/query.ts'
import { statement } from '../../schema/entities.ts'
import { stances } from '../../tables/claims.ts'
import { figureConditions, figureMentions } from '../../tables/figures.ts'
import { frameUses } from '../../tables/frames.ts'
import { mentions } from '../../tables/mentions.ts'
import { tableOfRecord } from '../../tables/ofRecords.ts'
import { termUses } from '../../tables/referents.ts'
import { reviews } from '../../tables/reviews.ts'
import { statementSpeakers, statements, statementTimes } from '../../tables/statements.ts'
import { FilterCompiler, type FilterInput, name } from '../filter.ts'

/** Which part of the graph leaves: all conditions hold of it. Empty lists and null ask for nothing. */
export interface RecordScope {
  /** Slugs of datasets: all that belongs to them. */
  readonly datasets: readonly string[]
  /** Slugs of documents: each whole, unless statements are chosen. */
  readonly documents: readonly string[]
  /** Only these statements, and what they name. */
  readonly statements: FilterInput | null
}

/** The part of the tables that leaves, in SQL: the row of the table is `t`. */
export interface Leaving {
  condition(table: SQLiteTable): string
}

export const everything: RecordScope = { datasets: [], documents: [], statements: null }

/** What has records of its own, and what belongs to it: what these rows lead to leaves with them. */
const owned: readonly SQLiteTable[] = Object.values(tableOfRecord)
const parts: readonly SQLiteTable[] = [
  ...[stances, figureMentions, termUses, frameUses, mentions, reviews, statementSpeakers, statementTimes],
  figureConditions,
]

/**
 * Says what leaves. The part is gathered in temporary tables of the connection, so that it may be as large as the graph.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function leavingOf(database: Database, scope: RecordScope): Leaving {
  if (scope.statements === null && scope.datasets.length + scope.documents.length === 0) return whole(database)
  for (const table of owned) {
    database.client.exec(`drop table if exists temp."${setOf(table)}"`)
    database.client.exec(`create temp table "${setOf(table)}" (id integer primary key)`)
  }
  seed(database, scope)
  close(database)
  addAround(database)
  close(database)
  return { condition: partCondition }
}

/** Rules and datasets leave only where something does that leads to them. */
function whole(database: Database): Leaving {
  const isUsed = (target: SQLiteTable) => {
    const targetName = getTableName(target)
    const uses = [...owned, ...parts].flatMap(table =>
      keysOf(table)
        .filter(key => key.target === targetName)
        .map(key => `exists (select 1 from "${getTableName(table)}" u where u."${key.column}" = t.id)`),
    )
    const ids = database.client
      .prepare<[], number>(`select id from "${targetName}" t where ${uses.join(' or ')}`)
      .pluck()
      .all()
    return `t.id in (${ids.join(', ')})`
  }
  const used = new Map<string, string>(
    [tableOfRecord.rule, tableOfRecord.dataset].map(table => [getTableName(table), isUsed(table)]),
  )
  return { condition: table => used.get(getTableName(table)) ?? 'true' }
}

function setOf(table: SQLiteTable): string {
  return `leaving_${getTableName(table)}`
}

/** The condition of rows that leave, once the sets are made. */
function partCondition(table: SQLiteTable): string {
  if (owned.includes(table)) return `t.id in (select id from temp."${setOf(table)}")`
  const { statementId } = getTableColumns(table)
  return statementId
    ? `t.statementId in (select id from temp."${setOf(statements)}")`
    : `t.figureId in (select id from temp."${setOf(tableOfRecord.figure)}")`
}

function seed(database: Database, { datasets, documents, statements: filter }: RecordScope): void {
  const slugs = (table: string, given: readonly string[]) =>
    `(select id from "${table}" where slug in (${given.map(slug => `'${slug.replaceAll("'", "''")}'`).join(', ')}))`
  if (filter !== null) {
    const compiler = new FilterCompiler()
    const row = compiler.alias(statement.table)
    const narrowed = [
      ...(datasets.length === 0 ? [] : [sql`${row.datasetId} in ${sql.raw(slugs('datasets', datasets))}`]),
      ...(documents.length === 0 ? [] : [sql`${row.documentId} in ${sql.raw(slugs('documents', documents))}`]),
      compiler.condition(statement, row, filter),
    ]
    const { text, params } = madeQuery(
      sql`insert into ${sql.raw(`temp."${setOf(statements)}"`)} select ${row.id} from ${statements} ${name(row)} where ${sql.join(narrowed, sql` and `)}`,
    )
    database.client.prepare(text).run(...params)
    return
  }
  const ofDataset = datasets.length === 0 ? 'true' : `datasetId in ${slugs('datasets', datasets)}`
  const add = (table: SQLiteTable, condition: string) =>
    database.client.exec(
      `insert or ignore into temp."${setOf(table)}" select id from "${getTableName(table)}" where ${condition}`,
    )
  add(
    tableOfRecord.document,
    documents.length === 0 ? ofDataset : `${ofDataset} and id in ${slugs('documents', documents)}`,
  )
  for (const table of owned) {
    const { datasetId, documentId } = getTableColumns(table)
    if (documentId) add(table, `documentId in (select id from temp."${setOf(tableOfRecord.document)}")`)
    if (datasetId && documents.length === 0) add(table, ofDataset)
  }
}

/** Adds whatever the rows that leave lead to, until they lead to nothing else. */
function close(database: Database): void {
  const steps = [...owned, ...parts].flatMap(table =>
    keysOf(table).map(({ column, target }) =>
      database.client.prepare(
        `insert or ignore into temp."leaving_${target}" select t."${column}" from "${getTableName(table)}" t
         where t."${column}" is not null and ${partCondition(table)}`,
      ),
    ),
  )
  for (let added = true; added; ) {
    added = false
    for (const step of steps) if (step.run().changes > 0) added = true
  }
}

/** The keys of a table that lead to what has records. */
function keysOf(table: SQLiteTable): { readonly column: string; readonly target: string }[] {
  const names = new Set(owned.map(getTableName))
  return getTableConfig(table).foreignKeys.flatMap(key => {
    const { columns, foreignTable } = key.reference()
    const target = getTableName(foreignTable)
    const column = columns[0]?.name
    return column !== undefined && names.has(target) ? [{ column, target }] : []
  })
}

/** Adds what stands between things that leave: roles, relations and notes. A sum leaves with all of its parts, or not. */
function addAround(database: Database): void {
  const has = (kind: keyof typeof tableOfRecord, id: string) =>
    `${id} in (select id from temp."${setOf(tableOfRecord[kind])}")`
  const add = (kind: keyof typeof tableOfRecord, condition: string) =>
    database.client.exec(
      `insert or ignore into temp."${setOf(tableOfRecord[kind])}"
       select id from "${getTableName(tableOfRecord[kind])}" t where ${condition}`,
    )
  add(
    'membership',
    `${has('agent', 't.memberId')} and (t.statementId is null or ${has('statement', 't.statementId')})
       and (t.documentId is null or ${has('document', 't.documentId')})`,
  )
  add(
    'figureRelation',
    `${has('figure', 't.subjectId')} and ${has('figure', 't.objectId')} and (t.kind <> 'SUM_OF' or not exists (
       select 1 from figureRelations o where o.subjectId = t.subjectId and o.kind = t.kind
         and not ${has('figure', 'o.objectId')}))`,
  )
  add('statementRelation', `${has('statement', 't.subjectId')} and ${has('statement', 't.objectId')}`)
  // A relation of figures may have its words in a document that does not leave otherwise: then that one does.
  database.client.exec(
    `insert or ignore into temp."${setOf(tableOfRecord.document)}" select p.documentId from figureRelations t
     join passages p on p.id = t.passageId where ${has('figureRelation', 't.id')}`,
  )
  const abouts = [...owned, ...[stances, figureMentions, termUses, frameUses]].map(table => {
    const name = getTableName(table)
    return `(t.aboutTable = '${name}' and t.aboutId in (select t.id from "${name}" t where ${partCondition(table)}))`
  })
  add('note', `${has('document', 't.documentId')} and (${abouts.join(' or ')})`)
}
