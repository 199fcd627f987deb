import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { expect, test } from 'vitest'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { start } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'

const path = testDatabase()

test('SQLite 3.39 parses the whole schema, so that every table can be read', async () => {
  const { Database } = await initSqlJs()
  const client = new Database(readFileSync(path))
  const [version] = client.exec('select sqlite_version()')
  expect(String(version?.values[0]?.[0])).toMatch(/^3\.39\./)
  const [tables] = client.exec(`select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'`)
  const names = tables?.values.map(([name]) => String(name)) ?? []
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) expect(client.exec(`select count(*) from "${name}"`)[0]?.values).toHaveLength(1)
  expect(client.exec('pragma integrity_check')[0]?.values).toEqual([['ok']])
})

const { code } = await start('sqlite3', ['--version']).ended.catch(() => ({ code: 'absent' }))

test.skipIf(code !== 0)('the sqlite3 of this machine searches, copies and checks a database', async () => {
  const copy = join(temporaryFolder(), 'copy.db')
  const ask = async (file: string, sql: string) => {
    const { code, out, err } = await start('sqlite3', [file, sql]).ended
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return out
  }
  const found = `select a.name from agentSearch s join agentSearchText a on a.id = s.rowid where agentSearch match 'green'`
  expect(await ask(path, found)).toBe('Mark Green\n')
  await ask(path, `vacuum into '${copy}'`)
  expect(await ask(copy, 'pragma integrity_check')).toBe('ok\n')
  openReader(copy).close()
})

test('a copy of the file alone holds everything, once the writer has closed', () => {
  const copy = join(temporaryFolder(), 'copy.db')
  const reader = openReader(path)
  copyFileSync(path, copy)
  const other = openReader(copy)
  const count = 'select count(*) from statements'
  expect(other.value(count)).toBe(reader.value(count))
  other.close()
  reader.close()
})
