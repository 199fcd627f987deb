import { describe, expect, test } from 'vitest'
import { getTableName, sql } from '../../src/store/engine/drizzle.ts'
import { madeQuery, type Query } from '../../src/store/engine/query.ts'
import { countBriefly } from '../../src/store/query/countBriefly.ts'
import { FilterCompiler, name } from '../../src/store/query/filter.ts'
import { filterFields } from '../../src/store/query/filterFields.ts'
import { pagesQuery } from '../../src/store/query/page.ts'
import { entities, statement } from '../../src/store/schema/entities.ts'
import * as relations from '../../src/store/schema/relations.ts'
import { documentedQueries } from '../support/documentation.ts'
import { fillWithSeed, testGraph } from '../support/graph.ts'
import { stepsOf } from '../support/plan.ts'

const graph = testGraph(fillWithSeed)
const { database } = graph

interface Index {
  readonly name: string
  readonly table: string
  /** `u`: what must be unique, `pk`: the key of a table, `c`: made by `create index`. */
  readonly origin: 'u' | 'pk' | 'c'
  readonly unique: 0 | 1
}

const indexes = database.client
  .prepare<[], Index>(
    `select i.name, m.name as "table", i.origin, i."unique" from sqlite_master m, pragma_index_list(m.name) i
     where m.name in (select name from pragma_table_list where type = 'table' and name not like '\\_\\_%' escape '\\')
     order by i.name`,
  )
  .all()

const uses = new Map<string, string>()

/** Notes of each index that a statement reads what it is read for. */
function note(use: string, text: string): void {
  for (const step of stepsOf(graph, text)) {
    const [, index] = / INDEX (\w+)/.exec(step) ?? []
    if (index !== undefined && !uses.has(index)) uses.set(index, use)
  }
}

const noteQuery = (use: string, { text }: Query) => note(use, text)

/** A condition on a field that an index may serve. */
function conditionsOn(field: string, kind: string): Record<string, unknown>[] {
  switch (kind) {
    case 'number':
      return [{ [field]: { eq: 1 } }, { [field]: { lt: 1 } }]
    case 'text':
      return [{ [field]: { eq: 'x' } }, { [field]: { exactly: { startsWith: 'x' } } }]
    case 'term':
      return [{ [field]: { eq: 'x' } }]
    case 'time':
      return ['before', 'after', 'overlaps', 'within'].map(operator => ({ [field]: { [operator]: '2024' } }))
    case 'one':
      return [{ [field]: { slug: 'x', typename: null } }]
    case 'label':
      return [{ [field]: { name: 'x', value: 'x' } }]
    case 'holding':
      return [{ [field]: 1 }]
    case 'author':
      return [{ [field]: { exactly: { eq: 'x' } } }]
    case 'condition':
      return [{ [field]: { aspect: 'x', value: 'x' } }]
    default:
      return []
  }
}

/** What notes beside an answer count. */
const counted: readonly (readonly [use: string, filter: Record<string, unknown>])[] = [
  ['how many statements of a speaker others report', { speaker: { slug: 'x', typename: null }, hasReportedIn: true }],
]

describe('each index has a use', () => {
  test('a documented query, a walk, an order, a filter, a key, or what must be unique', async () => {
    for (const { place, query } of documentedQueries().filter(({ query }) => !query.includes('wrong:'))) {
      for (const text of (await graph.ask(query)).sql) note(place, text)
    }
    for (const relation of Object.values(relations)) {
      if (typeof relation === 'function') continue
      noteQuery(`walk ${relation.name}`, pagesQuery({ entity: relation.target, relation }, {}))
    }
    for (const entity of entities) {
      const table = getTableName(entity.table)
      const row = new FilterCompiler().alias(entity.table)
      noteQuery(
        `${table} by slug`,
        madeQuery(sql`select ${row.id} from ${entity.table} ${name(row)} where ${entity.isNamed(row, sql`${'x'}`)}`),
      )
      for (const by of Object.keys(entity.orders(entity.table))) {
        noteQuery(`${table} in the order ${by}`, pagesQuery({ entity }, { order: { by } }))
      }
      for (const [field, { kind }] of Object.entries(filterFields.get(entity) ?? {})) {
        for (const filter of conditionsOn(field, kind)) {
          noteQuery(`${table} by ${field}`, pagesQuery({ entity }, { filter }))
        }
      }
    }
    // SQLite looks by the key for the rows that go with another, or must not be left without it.
    for (const { table, from, target } of database.client
      .prepare<[], { table: string; from: string; target: string }>(
        `select m.name as "table", k."from", k."table" as target from sqlite_master m, pragma_foreign_key_list(m.name) k
         where m.type = 'table'`,
      )
      .all()) {
      note(`${table} that lead to ${target}`, `select 1 from "${table}" where "${from}" = ?`)
    }
    for (const [use, filter] of counted) {
      database.onQuery = text => note(use, text)
      countBriefly(database, { entity: statement }, filter)
    }
    database.onQuery = null
    for (const index of indexes) {
      if (index.unique === 1 && !uses.has(index.name)) uses.set(index.name, 'unique')
    }
    expect(indexes.map(index => index.name).filter(index => !uses.has(index))).toEqual([])
  })
})
