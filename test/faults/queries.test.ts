import { memoryUsage } from 'node:process'
import { getTableName } from 'drizzle-orm'
import fc from 'fast-check'
import { execute, parse } from 'graphql'
import { expect, test, vi } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { encodeId } from '../../src/model/nodeNames.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { Reader } from '../../src/store/reader.ts'
import type { Entity } from '../../src/store/schema/entities.ts'
import * as stored from '../../src/store/schema/entities.ts'
import { entities } from '../../src/store/schema/entities.ts'
import { writeCorpus } from '../support/corpus.ts'
import { faults, INTERNAL } from '../support/faults.ts'
import { filterOf } from '../support/filters.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'
import { anyQuery } from '../support/selections.ts'
import { testServer } from '../support/server.ts'

/** Few in `npm test`; 20,000 in `npm run test:faults`. */
const runs = faults * 100
vi.setConfig({ testTimeout: 300_000 + runs * 500 })

const path = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer, { documents: 3, statementsPerDocument: 40, speakers: 5 })
})
const database = openReader(path)
const server = await testServer({}, path)

const slugsOf = (table: string, most: number) =>
  database.client.prepare<[], string>(`select slug from "${table}" order by id limit ${most}`).pluck().all()

const names = {
  slugs: [...['agents', 'figures', 'documents', 'claims', 'referents'].flatMap(table => slugsOf(table, 8)), 'nobody'],
  ids: entities.flatMap(({ table, typenames }) =>
    slugsOf(getTableName(table), 4).flatMap(slug => typenames.map(typename => encodeId(typename, slug))),
  ),
}

const lists: readonly (readonly [list: string, type: string, entity: Entity])[] = [
  ['statements', 'StatementFilter', stored.statement],
  ['figures', 'FigureFilter', stored.figure],
  ['agents', 'AgentFilter', stored.agent],
  ['documents', 'DocumentFilter', stored.document],
  ['termUses', 'TermUseFilter', stored.termUse],
]

interface Operation {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  anyQuery(names).map(query => ({ query, variables: {} })),
  fc.constantFrom(...lists).chain(([list, type, entity]) =>
    fc.record({
      query: fc.constant(`query ($filter: ${type}) { ${list}(first: 5, filter: $filter) { totalCount nodes { id } } }`),
      variables: filterOf(entity, 2).map(filter => ({ filter })),
    }),
  ),
)

/** The answer of the resolvers alone, without a server. */
async function resolved({ query, variables }: Operation): Promise<unknown> {
  const contextValue = { read: new Reader(database), baseUrl: server.address }
  const { data } = await execute({ schema, document: parse(query), variableValues: variables, contextValue })
  return JSON.parse(JSON.stringify(data ?? null))
}

const count = { asked: 0, answered: 0, refused: new Map<string, number>() }

test('whatever is asked over HTTP is answered as the resolvers do, or refused with a code', async () => {
  const before = memoryUsage().rss
  await fc.assert(
    fc.asyncProperty(anyOperation, async operation => {
      const { status, data, errors } = await server.post({ ...operation })
      count.asked += 1
      expect([200, 400, 503]).toContain(status)
      expect(JSON.stringify(errors)).not.toMatch(INTERNAL)
      for (const { extensions } of errors) {
        const code = String(extensions?.code)
        expect(code).not.toBe('INTERNAL_SERVER_ERROR')
        count.refused.set(code, (count.refused.get(code) ?? 0) + 1)
      }
      if (errors.length > 0 || data === null) return
      count.answered += 1
      expect(data).toEqual(await resolved(operation))
    }),
    { numRuns: runs, endOnFailure: true },
  )
  const refusals = [...count.refused].map(([code, times]) => `${code} ${times}`).join(', ')
  const grown = Math.round((memoryUsage().rss - before) / 1e6)
  console.log(
    `${count.asked} queries, ${count.answered} answered, the process grew by ${grown} MB; refused: ${refusals}`,
  )
  expect(count.answered).toBeGreaterThan(runs / 2)
  expect(await server.request('/ready')).toMatchObject({ status: 200 })
  expect(server.log.join('')).not.toContain('"level":50')
})
