import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { fillWithSeed, temporaryFolder, testDatabase } from '../support/graph.ts'
import { type TestServer, testServer } from '../support/server.ts'

const small = testDatabase()
const large = testDatabase(writer => {
  fillWithSeed(writer)
  writeCorpus(writer, { documents: 3, statementsPerDocument: 20, speakers: 5 })
})

/** A database of its own for a test, which serves it. */
async function served(settings = {}): Promise<{ path: string; server: TestServer }> {
  const path = join(temporaryFolder(), 'dixit.db')
  copyFileSync(small, path)
  // As `dixit serve` does: so that the file is in write-ahead mode while it is served.
  const writer = openWriter(path)
  const server = await testServer(settings, path)
  writer.close()
  return { path, server }
}

/** How many documents the server itself says that there are, and how many its processes. */
async function seen(server: TestServer): Promise<readonly unknown[]> {
  const small = await server.post({ query: '{ documents { totalCount } }' })
  const heavy = await server.post({ query: '{ documents { totalCount } reportingVerbs { lemmaCount } }' })
  const count = ({ data }: { data: unknown }) =>
    data === null ? null : JSON.stringify(data).match(/Count":(\d+)/)?.[1]
  return [count(small), count(heavy)]
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 4000 && !(await holds()); tries += 1) await setTimeout(25)
}

const isReady = async (server: TestServer) => (await server.request('/ready')).status === 200
const shows = async (server: TestServer, count: string) => (await seen(server)).every(number => number === count)

describe('another file at the path of the database', () => {
  test('is opened anew, by the server and its processes alike', async () => {
    const { path, server } = await served()
    expect(await seen(server)).toEqual(['1', '1'])
    copyFileSync(large, `${path}.new`)
    renameSync(`${path}.new`, path)
    const answers: string[] = []
    const states: number[] = []
    await until(async () => {
      states.push((await server.request('/ready')).status)
      answers.push(
        JSON.stringify((await server.post({ query: '{ documents { totalCount } statements { totalCount } }' })).data),
      )
      return shows(server, '4')
    })
    expect(await seen(server)).toEqual(['4', '4'])
    // The old one goes on until everything can be answered from the new one.
    expect(new Set(states)).toEqual(new Set([200]))
    // Each answer is of one of the two graphs.
    expect(
      new Set(answers.map(text => text.replaceAll(/\d+/g, n => (Number(n) > 4 ? 'n' : n)))).size,
    ).toBeLessThanOrEqual(2)
    expect(answers.join()).not.toContain('null')
  })

  test('leaves what is under way on the old one', async () => {
    const { path, server } = await served({ MAX_OPERATION_MS: '4000' })
    const slow = server.post({ query: endlessQuery })
    await setTimeout(200)
    copyFileSync(large, `${path}.new`)
    renameSync(`${path}.new`, path)
    await until(() => shows(server, '4'))
    const { data, errors } = await slow
    expect(data ?? errors[0]?.extensions?.code).not.toBe('INTERNAL_SERVER_ERROR')
  })

  test('is not read through what the old one has left in its WAL', async () => {
    const { path, server } = await served()
    const writer = openWriter(path)
    writeCorpus(writer, { documents: 1, statementsPerDocument: 50, speakers: 2 })
    expect(existsSync(`${path}-wal`)).toBe(true)
    copyFileSync(large, `${path}.new`)
    renameSync(`${path}.new`, path)
    await until(() => shows(server, '4'))
    expect(await seen(server)).toEqual(['4', '4'])
    writer.client.close()
    const reader = openReader(path)
    expect(reader.client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    reader.close()
  })
})

test('a file that is deleted is reported, and never answered from together with another', async () => {
  const { path, server } = await served()
  rmSync(path)
  await until(async () => !(await isReady(server)))
  expect(await server.request('/ready')).toMatchObject({
    status: 503,
    errors: [{ message: expect.stringContaining('There is no database') }],
  })
  expect(await seen(server)).toEqual(['1', '1'])
  copyFileSync(large, `${path}.new`)
  renameSync(`${path}.new`, path)
  await until(() => shows(server, '4'))
  expect(await seen(server)).toEqual(['4', '4'])
})

test('a file that is no database takes no place; the next good one does', async () => {
  const { path, server } = await served()
  writeFileSync(`${path}.new`, 'The head of an agency told a lawmaker …')
  renameSync(`${path}.new`, path)
  await until(async () => !(await isReady(server)))
  expect(await server.request('/ready')).toMatchObject({
    status: 503,
    errors: [{ message: expect.stringContaining('no SQLite database') }],
  })
  expect(await seen(server)).toEqual(['1', '1'])
  copyFileSync(large, `${path}.new`)
  renameSync(`${path}.new`, path)
  await until(() => shows(server, '4'))
  expect(await isReady(server)).toBe(true)
})

describe('the file that is open', () => {
  test('truncated, answers nothing until it is whole again', async () => {
    const { path, server } = await served()
    const whole = readFileSync(path)
    truncateSync(path, 8_192)
    const ask = () => server.post({ query: '{ documents { totalCount } }' })
    await until(async () => JSON.stringify(await ask()).includes('damaged'))
    expect(await ask()).toMatchObject({ status: 503, errors: [{ extensions: { code: 'NOT_READY' } }] })
    writeFileSync(`${path}.new`, whole)
    renameSync(`${path}.new`, path)
    await until(() => shows(server, '1'))
    expect(await seen(server)).toEqual(['1', '1'])
  })

  test('made newer, answers nothing', async () => {
    const { path, server } = await served()
    const client = new Sqlite(path)
    client.exec("insert into __drizzle_migrations (hash, created_at) values ('f', 9999999999999)")
    client.close()
    await until(async () => !(await isReady(server)))
    expect(await server.post({ query: '{ documents { totalCount } }' })).toMatchObject({
      status: 503,
      errors: [{ message: expect.stringContaining('a newer Dixit') }],
    })
  })

  test('written over in place, is opened anew', async () => {
    const { path, server } = await served()
    copyFileSync(large, path)
    await until(() => shows(server, '4'))
    expect(await seen(server)).toEqual(['4', '4'])
  })

  test('whose WAL is deleted under it, shows what is imported then, and leaves the new WAL to who writes it', async () => {
    const { path, server } = await served()
    rmSync(`${path}-wal`)
    const writer = openWriter(path)
    writeCorpus(writer, { documents: 1, statementsPerDocument: 50, speakers: 2 })
    await until(() => shows(server, '2'))
    // A second change goes into the same WAL, and the server has looked at it meanwhile.
    await setTimeout(900)
    writeCorpus(writer, { documents: 2, statementsPerDocument: 50, speakers: 2 })
    await until(() => shows(server, '3'))
    expect(await isReady(server)).toBe(true)
    expect(existsSync(`${path}-wal.replaced`)).toBe(false)
    writer.close()
    expect(await seen(server)).toEqual(['3', '3'])
  })

  test('imported into, is shown at once and stays open', async () => {
    const { path, server } = await served()
    const writer = openWriter(path)
    writeCorpus(writer, { documents: 2, statementsPerDocument: 5, speakers: 2 })
    expect(await seen(server)).toEqual(['3', '3'])
    writer.close()
    await setTimeout(900)
    expect(await seen(server)).toEqual(['3', '3'])
    expect(server.log).toEqual([])
  })
})
