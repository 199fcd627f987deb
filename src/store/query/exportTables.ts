/** The tables of the graph as they leave: derived from the tables themselves, with slugs beside row ids. */

import type { Placeholder, SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../engine/database.ts'
import { getTableColumns, getTableConfig, getTableName, sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { statement } from '../schema/entities.ts'
import { explanationOfRelation } from '../schema/figureExplanation.ts'
import { approximationOfFigure, boundOfFigure, wordsOfFigure } from '../schema/figureWords.ts'
import { passages, readFrom, rowKey } from '../schema/passages.ts'
import { basisOfOwnTime } from '../schema/said.ts'
import { agentNames, agents, identifiers } from '../tables/agents.ts'
import { claims, stances } from '../tables/claims.ts'
import { coders } from '../tables/coders.ts'
import { datasets } from '../tables/datasets.ts'
import { decisions, figureDecisions } from '../tables/decisions.ts'
import { documentAuthors, documents, documentTexts } from '../tables/documents.ts'
import { figureConditions, figureMentions, figureRelations, figures, noQuantities } from '../tables/figures.ts'
import { frameUses } from '../tables/frames.ts'
import { labels } from '../tables/labels.ts'
import { memberships } from '../tables/memberships.ts'
import { mentions } from '../tables/mentions.ts'
import { notes } from '../tables/notes.ts'
import { referents, termUses } from '../tables/referents.ts'
import { reviews } from '../tables/reviews.ts'
import { rules } from '../tables/rules.ts'
import { statementRelations } from '../tables/statementRelations.ts'
import { channels, statementSpeakers, statements, statementTimes } from '../tables/statements.ts'
import { statementWords } from '../tables/statementWords.ts'
import { timeExpressions } from '../tables/times.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'

/** What a column holds. A DATE is a day as YYYY-MM-DD. */
export type ExportType = 'TEXT' | 'INTEGER' | 'REAL' | 'DATE'

export interface ExportColumn {
  readonly name: string
  readonly type: ExportType
  /** Whether it is a row id, which holds within this database alone. */
  readonly isRowId: boolean
  /** The table whose slug or row id it is, if it leads to one. */
  readonly references: string | null
}

export interface ExportTable {
  readonly name: string
  readonly columns: readonly ExportColumn[]
  /** Whether its rows belong to a document, and can be parted by dataset and year. */
  readonly isPartitioned: boolean
}

/** Which rows leave. Rows of shared things (agents, claims, referents, datasets) always do. */
export interface ExportScope {
  /** Only these statements, what belongs to them, and their documents. */
  readonly filter: FilterInput | null
  /** Whether the whole text of a document leaves too; if not, those of datasets with a licence alone. */
  readonly withTexts: boolean
}

/** The tables that leave. */
export const exportedTables: readonly SQLiteTable[] = [
  agents,
  agentNames,
  identifiers,
  memberships,
  datasets,
  documents,
  documentAuthors,
  documentTexts,
  passages,
  timeExpressions,
  channels,
  coders,
  statements,
  statementSpeakers,
  statementTimes,
  statementRelations,
  mentions,
  claims,
  stances,
  figures,
  figureConditions,
  figureMentions,
  noQuantities,
  figureRelations,
  referents,
  termUses,
  frameUses,
  reviews,
  labels,
  notes,
  rules,
  decisions,
  figureDecisions,
  statementWords,
]

/** What the words for a figure say of its number, in SQL: the bounds that they commit to, and how they hedge it. */
export const wordedAmount = {
  lower: boundOfFigure('lower', { id: sql`${figures.id}`, value: sql`${figures.value}`, own: sql`${figures.lower}` }),
  upper: boundOfFigure('upper', { id: sql`${figures.id}`, value: sql`${figures.value}`, own: sql`${figures.upper}` }),
  words: wordsOfFigure(sql`${figures.id}`),
  approximation: approximationOfFigure(sql`${figures.id}`),
}

/** The columns that leave as their row is read with others, and not as they stand in it. */
export const derivedColumns: ReadonlyMap<SQLiteColumn, SQL> = new Map<SQLiteColumn, SQL>([
  [figures.lower, wordedAmount.lower],
  [figures.upper, wordedAmount.upper],
  [
    figureRelations.explanation,
    explanationOfRelation({
      kind: sql`${figureRelations.kind}`,
      checked: sql`${figureRelations.explanation}`,
      subjectId: sql`${figureRelations.subjectId}`,
      objectId: sql`${figureRelations.objectId}`,
    }),
  ],
])

interface Source {
  readonly column: ExportColumn
  readonly expression: SQL
}

const ofItsStatement = (column: SQLiteColumn) =>
  sql`(select s.${sql.raw(column.name)} from ${statements} s where s.id = ${stances.statementId})`

/** A column that leaves beside those of a row. */
interface AddedColumn {
  readonly type: ExportType
  readonly expression: SQL
}

const text = (expression: SQL): AddedColumn => ({ type: 'TEXT', expression })
const count = (rows: SQL): AddedColumn => ({ type: 'INTEGER', expression: sql`(select count(*) from ${rows})` })

/** The columns that leave beside those of a row, and the table whose rows have them. */
const addedColumns: ReadonlyMap<SQLiteTable, Readonly<Record<string, AddedColumn>>> = new Map<
  SQLiteTable,
  Record<string, AddedColumn>
>([
  // A number leaves with its hedge: alone it would look like an exact one.
  [figures, { words: text(wordedAmount.words), approximation: text(wordedAmount.approximation) }],
  [
    statements,
    {
      // So does the time of a statement that is known no better than the channel through which it came.
      timeBasis: text(basisOfOwnTime(statements)),
      stanceCount: count(sql`${stances} x where x.statementId = ${statements.id}`),
      cueStatementCount: count(sql`${statements} s where s.cueId = ${statements.cueId}`),
    },
  ],
  // What tells whether a stance counts, and how it is known: else every statement is joined to learn it.
  [
    stances,
    { speakerBasis: text(ofItsStatement(statements.speakerBasis)), repeat: text(ofItsStatement(statements.repeat)) },
  ],
])

const sourcesOf = new Map(exportedTables.map(table => [getTableName(table), { table, sources: columnsOf(table) }]))

/** Every table that leaves, with its columns. */
export const exportTables: readonly ExportTable[] = Array.from(sourcesOf, ([tableName, { table, sources }]) => ({
  name: tableName,
  columns: sources.map(({ column }) => column),
  isPartitioned: documentKey(table) !== null,
}))

function columnsOf(table: SQLiteTable): Source[] {
  const targets = new Map(
    getTableConfig(table).foreignKeys.map(key => {
      const { columns, foreignTable } = key.reference()
      return [columns[0]?.name, readFrom(foreignTable)]
    }),
  )
  const own = Object.values(getTableColumns(table)).flatMap((column): Source[] => {
    const target = targets.get(column.name)
    if (column.name === 'importId' || column.name === 'digest' || column.name === 'namedApart') return []
    if (target === undefined) return [plain(column)]
    const { slug, id } = getTableColumns(target)
    const key = { ...rowId(column), references: getTableName(target) }
    if (slug === undefined || id === undefined) return [{ column: key, expression: sql`${column}` }]
    return [
      {
        column: {
          name: column.name.replace(/Id$/, ''),
          type: 'TEXT',
          isRowId: false,
          references: getTableName(target),
        },
        // The plain name of the target's columns: only its own table is in the subquery.
        expression: sql`(select target.slug from ${target} target where target.id = ${column})`,
      },
      { column: key, expression: sql`${column}` },
    ]
  })
  const added = Object.entries(addedColumns.get(table) ?? {}).map(
    ([columnName, { type, expression }]): Source => ({
      column: { name: columnName, type, isRowId: false, references: null },
      expression,
    }),
  )
  return [...own, ...added]
}

function rowId(column: SQLiteColumn): ExportColumn {
  return { name: column.name, type: 'INTEGER', isRowId: true, references: null }
}

function plain(column: SQLiteColumn): Source {
  // A copy of another row's key has no foreign key (docs/decisions/0010-stance-copies.md).
  if (/^id$|Id$/.test(column.name)) return { column: rowId(column), expression: sql`${column}` }
  const isDay = /(^e|E)arliest$|(^l|L)atest$/.test(column.name)
  const types = { text: isDay ? 'DATE' : 'TEXT', integer: 'INTEGER', real: 'REAL' } as const
  const kind = column.getSQLType()
  if (kind !== 'text' && kind !== 'integer' && kind !== 'real') throw new Error(`${column.name} is a ${kind}`)
  return {
    column: { name: column.name, type: types[kind], isRowId: false, references: null },
    expression: derivedColumns.get(column) ?? sql`${column}`,
  }
}

/**
 * The document that a row belongs to, in SQL: null for a row that belongs to none, such as a role that a register knows.
 * Null for a table of shared things.
 */
function documentKey(table: SQLiteTable): SQL | null {
  if (table === documents) return sql`${documents.id}`
  const { documentId, statementId, figureId } = getTableColumns(table)
  const ofStatement = statementId && sql`(select s.documentId from ${statements} s where s.id = ${statementId})`
  if (documentId) return ofStatement ? sql`coalesce(${documentId}, ${ofStatement})` : sql`${documentId}`
  if (ofStatement) return ofStatement
  if (figureId) return sql`(select f.documentId from ${figures} f where f.id = ${figureId})`
  return null
}

/** A row that leaves: the partition that it belongs to, if its table is parted, and its cells in the order of the columns. */
export interface ExportRow {
  readonly dataset: string | null
  readonly year: string | null
  readonly cells: readonly unknown[]
}

/**
 * The rows of a table, one at a time, in an order that is the same for the same graph: by dataset and year, then as they
 * were imported.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function exportRows(database: Database, tableName: string, scope: ExportScope): IteratorObject<ExportRow> {
  const { table, sources } = sourcesOf.get(tableName) ?? { table: statements, sources: [] }
  const document = documentKey(table)
  const list = sql.join(
    sources.map(({ expression }) => expression),
    sql`, `,
  )
  const isParted = document !== null
  const order = sql`${table}.${sql.raw(rowKey(table))}`
  const query = isParted
    ? sql`select coalesce(dataset, ''), coalesce(year, ''), ${list} from ${table}
        left join (select d.id as ofDocument, coalesce((select slug from ${datasets} where id = d.datasetId), '') as dataset,
          coalesce(substr(coalesce(d.publishedEarliest, d.publishedLatest), 1, 4), '') as year from ${documents} d)
        on ofDocument = ${document}
        where ${leaving(table, scope)} order by 1, 2, ${order}`
    : sql`select null, null, ${list} from ${table} order by ${order}`
  return database.cells(madeQuery(query), {}).map(([dataset, year, ...cells]) => ({
    dataset: isParted ? String(dataset) : null,
    year: isParted ? String(year) : null,
    cells,
  }))
}

/**
 * How many rows leave, of all tables; null where a filter chooses them, as they would be read twice.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function countExportRows(database: Database, scope: ExportScope): number | null {
  if (scope.filter !== null) return null
  const counts = exportedTables.map(table => sql`(select count(*) from ${table} where ${leaving(table, scope)})`)
  return database.all<{ readonly count: number }>(sql`select ${sql.join(counts, sql` + `)} as count`)[0]?.count ?? null
}

/**
 * Which rows of a table leave, in SQL; of one document, if rows of it alone are asked for: else all statements that the filter
 * chooses would be sought again for each document.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function leaving(table: SQLiteTable, { filter, withTexts }: ExportScope, inDocument?: Placeholder): SQL {
  const document = documentKey(table)
  const conditions: SQL[] = []
  if (filter !== null && document !== null) {
    const compiler = new FilterCompiler()
    const row = compiler.alias(statement.table)
    const within = inDocument === undefined ? sql`true` : sql`${row.documentId} = ${inDocument}`
    const chosen = (column: SQL) =>
      sql`select ${column} from ${statements} ${name(row)} where ${within} and ${compiler.condition(statement, row, filter)}`
    const { id, statementId } = getTableColumns(table)
    const ofDocument = sql`${document} is null or ${document} in (${chosen(sql`${row.documentId}`)})`
    const ofStatement = (key: SQLiteColumn | undefined) => sql`${key} in (${chosen(sql`${row.id}`)})`
    if (table === statements) conditions.push(ofStatement(id))
    else if (statementId?.notNull) conditions.push(ofStatement(statementId))
    else if (statementId) {
      conditions.push(sql`case when ${statementId} is null then ${ofDocument} else ${ofStatement(statementId)} end`)
    } else conditions.push(sql`(${ofDocument})`)
  }
  if (table === documentTexts && !withTexts) {
    conditions.push(
      sql`${document} in (select d.id from ${documents} d join ${datasets} s on s.id = d.datasetId where s.licence is not null)`,
    )
  }
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
