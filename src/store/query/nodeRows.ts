/** The rows of the graph as nodes that lead to each other by type and slug, `Person/mark-green`, as their permalinks do. */

import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { agentTypes } from '../../model/agentTypes.ts'
import { contextLength } from '../../model/selector.ts'
import { AgentKind, Approximation, valuesOf } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { getTableColumns, getTableConfig, getTableName, sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { entities, entityOfType, figureMention } from '../schema/entities.ts'
import { passages, readFrom, rowKey } from '../schema/passages.ts'
import { agents } from '../tables/agents.ts'
import { decisions, figureDecisions } from '../tables/decisions.ts'
import { documents, documentTexts } from '../tables/documents.ts'
import { figureMentions, figures } from '../tables/figures.ts'
import { labels } from '../tables/labels.ts'
import { notes } from '../tables/notes.ts'
import { rules } from '../tables/rules.ts'
import { statementWords } from '../tables/statementWords.ts'
import { derivedColumns, type ExportScope, exportedTables, leaving, wordedAmount } from './exportTables.ts'

/** What a cell holds: a text, a number, a day, a value of a vocabulary, or the key of another node. */
export type CellKind = 'TEXT' | 'INTEGER' | 'REAL' | 'DATE' | 'TERM' | 'NODE'

export interface NodeColumn {
  readonly name: string
  readonly kind: CellKind
  /** The values of the vocabulary, if it holds one. */
  readonly values: readonly string[]
}

/** A table whose rows are nodes, or parts of one. */
export interface NodeTable {
  readonly name: string
  /** The type of its rows; null for parts of other nodes, and for agents, whose rows say it. */
  readonly typename: string | null
  readonly columns: readonly NodeColumn[]
}

/** A row: the key of the node that it is, or is a part of, and its cells in the order of the columns. */
export interface NodeRow {
  readonly key: string
  readonly cells: readonly unknown[]
}

interface Owner {
  readonly id: SQL
  readonly of: SQLiteTable
  readonly column: SQLiteColumn | null
}

interface Source {
  readonly table: SQLiteTable
  readonly key: SQL
  /** The columns in which the row id of the node stands: of a part, that of the whole, which is of that table. */
  readonly owners: readonly Owner[]
  readonly columns: readonly { readonly column: NodeColumn; readonly expression: SQL }[]
}

/** Keys of the database, what is derived from other columns, and the place of a passage, which the passage itself says. */
const left = new Set(['id', 'slug', 'namedApart', 'importId', 'digest', 'folded', 'cueWords', 'magnitude', 'nested'])

const sources = new Map<string, Source>(
  exportedTables.filter(table => table !== statementWords).map(table => [getTableName(table), sourceOf(table)]),
)

export const nodeTables: readonly NodeTable[] = Array.from(sources, ([name, { table, columns }]) => ({
  name,
  typename: table === agents ? null : typenameOf(table),
  columns: columns.map(({ column }) => column),
}))

function typenameOf(table: SQLiteTable): string | null {
  return entities.find(entity => entity.table === table)?.typenames[0] ?? (table === rules ? 'Rule' : null)
}

function sourceOf(table: SQLiteTable): Source {
  const columns = getTableColumns(table)
  const keys = new Map(
    getTableConfig(table).foreignKeys.map(key => {
      const { columns: own, foreignTable } = key.reference()
      return [own[0]?.name ?? '', readFrom(foreignTable)]
    }),
  )
  const isNode = typenameOf(table) !== null
  const owners = ownersOf(table, keys)
  const described = Object.values(columns).flatMap(column => {
    const target = keys.get(column.name)
    if (
      left.has(column.name) ||
      column === figureDecisions.figure ||
      column === figureDecisions.original ||
      owners.some(owner => owner.column === column)
    )
      return []
    if (target === undefined) {
      // A copy of another row's key has no foreign key (docs/decisions/0010-stance-copies.md).
      if (/Id$/.test(column.name)) return []
      return [{ column: plain(column), expression: derivedColumns.get(column) ?? sql`${column}` }]
    }
    return [
      {
        column: { name: column.name.replace(/Id$/, ''), kind: 'NODE' as const, values: [] },
        expression: keyOf(target, sql`${column}`),
      },
    ]
  })
  return {
    table,
    key: isNode ? ownKey(table) : partKey(owners),
    owners,
    columns: [...described, ...more(table)],
  }
}

function partKey(owners: Source['owners']): SQL {
  const keys = owners.map(({ id, of }) => keyOf(of, id))
  return sql`coalesce(${sql.join([...keys, sql`''`], sql`, `)})`
}

/** The columns that say which node a row is, or is a part of. */
function ownersOf(table: SQLiteTable, keys: ReadonlyMap<string, SQLiteTable>): Owner[] {
  const { id, agentId, statementId, documentId, figureId, membershipId } = getTableColumns(table)
  const owners = (...columns: (SQLiteColumn | undefined)[]) =>
    columns.flatMap(column =>
      column === undefined ? [] : [{ id: sql`${column}`, of: keys.get(column.name) ?? table, column }],
    )
  if (typenameOf(table) !== null) return owners(id)
  if (table === labels) return owners(statementId, documentId, agentId, membershipId)
  if (table === figureDecisions) {
    // Known by their slugs, as either may be imported anew.
    const mention = sql`(select ${figureMentions.id} from ${figureMentions} where ${figureMention.isNamed(figureMentions, sql`${figureDecisions.mention}`)})`
    return [{ id: mention, of: figureMentions, column: figureDecisions.mention }]
  }
  return owners([statementId, figureId, documentId, agentId].find(column => column !== undefined))
}

function plain(column: SQLiteColumn): NodeColumn {
  const { name, enumValues } = column
  const kinds = { text: 'TEXT', integer: 'INTEGER', real: 'REAL' } as const
  const type = column.getSQLType()
  if (type !== 'text' && type !== 'integer' && type !== 'real') throw new Error(`${name} is a ${type}`)
  const isDay = /(^e|E)arliest$|(^l|L)atest$/.test(name)
  const kind = enumValues?.length ? 'TERM' : isDay ? 'DATE' : kinds[type]
  return { name, kind, values: enumValues ?? [] }
}

/** What else is read of a row. */
function more(table: SQLiteTable): { column: NodeColumn; expression: SQL }[] {
  const text = (name: string, expression: SQL) => ({ column: { name, kind: 'TEXT' as const, values: [] }, expression })
  if (table === passages) {
    const { documentId, start, end } = passages
    const words = (from: SQL, length: SQL) =>
      sql`(select substr(t.text, ${from} + 1, ${length}) from ${documentTexts} t where t.documentId = ${documentId})`
    const before = sql`min(${start}, ${contextLength})`
    return [
      text('prefix', words(sql`${start} - ${before}`, before)),
      text('suffix', words(sql`${end}`, sql`${contextLength}`)),
    ]
  }
  if (table === figures) {
    const { words, approximation } = wordedAmount
    const column = { name: 'approximation', kind: 'TERM' as const, values: valuesOf(Approximation) }
    return [text('words', words), { column, expression: approximation }]
  }
  if (table === documents) {
    const kind = sql`(select a.organizationKind from ${agents} a where a.id = ${documents.publisherId})`
    return [text('publisherKind', kind)]
  }
  if (table === notes) {
    const cases = entities.map(
      ({ table: about }) =>
        sql`when ${notes.aboutTable} = ${sql.raw(`'${getTableName(about)}'`)} then ${keyOf(about, sql`${notes.aboutId}`)}`,
    )
    const about = sql`case ${sql.join(cases, sql` `)} end`
    return [{ column: { name: 'about', kind: 'NODE', values: [] }, expression: about }]
  }
  if (table === figureDecisions) {
    const figure = keyOf(figures, sql`(select f.id from ${figures} f where f.slug = ${figureDecisions.figure})`)
    return [
      text('slug', sql`${figureDecisions.slug}`),
      { column: { name: 'figure', kind: 'NODE', values: [] }, expression: figure },
    ]
  }
  return table === decisions ? [text('slug', sql`${decisions.slug}`)] : []
}

/** The key of the row in a table that has that row id, in SQL. */
export function keyOf(table: SQLiteTable, id: SQL): SQL {
  return sql`(select ${keyIn(table, sql`target`)} from ${table} target where target.id = ${id})`
}

function ownKey(table: SQLiteTable): SQL {
  return keyIn(table, sql`${table}`)
}

function keyIn(table: SQLiteTable, row: SQL): SQL {
  if (table !== agents) return sql`${sql.raw(`'${typenameOf(table) ?? ''}/'`)} || ${row}.slug`
  const cases = valuesOf(AgentKind).map(kind => sql.raw(`when '${kind}' then '${agentTypes[kind]}/'`))
  return sql`case ${row}.kind ${sql.join(cases, sql` `)} end || ${row}.slug`
}

/**
 * The rows of a table that leave, one at a time, as they were imported.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function nodeRows(database: Database, table: string, scope: ExportScope): IteratorObject<NodeRow> {
  return rowsWhere(database, table, source => leaving(source.table, scope))
}

/** Where a node stands: its table, and its row id there. */
export interface NodePlace {
  readonly table: string
  readonly id: number
}

/** The node of a type and slug; null if there is none. */
export function nodeNamed(database: Database, key: string): NodePlace | null {
  const slash = key.indexOf('/')
  const [typename, slug] = [key.slice(0, slash), key.slice(slash + 1)]
  const entity = entityOfType(typename)
  if (entity === undefined) return null
  const { table, isNamed } = entity
  const [row] = database.all<{ id: number }>(
    sql`select id from ${table} where ${isNamed(table, sql`${slug}`)} and ${ownKey(table)} = ${key}`,
  )
  return row ? { table: getTableName(table), id: row.id } : null
}

/** The rows of a table that are a node, or parts of it. */
export function rowsOfNode(database: Database, table: string, place: NodePlace): IteratorObject<NodeRow> {
  const owner = sources.get(table)?.owners.find(({ of }) => getTableName(of) === place.table)
  return owner ? rowsWhere(database, table, () => sql`${owner.id} = ${place.id}`) : Iterator.from<NodeRow>([])
}

function rowsWhere(database: Database, name: string, condition: (source: Source) => SQL): IteratorObject<NodeRow> {
  const source = sources.get(name)
  if (source === undefined) throw new Error(`${name} is no table of nodes`)
  const { table, key, columns } = source
  const list = sql.join(
    columns.map(({ expression }) => expression),
    sql`, `,
  )
  const query = sql`select ${key}, ${list} from ${table} where ${condition(source)} order by ${table}.${sql.raw(rowKey(table))}`
  return database.cells(madeQuery(query), {}).map(([of, ...cells]) => ({ key: String(of), cells }))
}
