import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

test('an export that fails after its first page is cut off: nobody takes it for whole', async () => {
  const path = testDatabase(writer => writeCorpus(writer))
  const server = await testServer({}, path)
  const response = await fetch(`${server.address}/export/statements.csv`)
  expect(response.status).toBe(200)
  const reader = response.body?.getReader()
  const first = await reader?.read()
  expect(Buffer.from(first?.value ?? []).toString()).toContain('corpus-0/')

  const breaking = new Sqlite(path)
  breaking.pragma('foreign_keys = off')
  breaking.exec('drop table statements')
  breaking.close()
  let rest = ''
  const readOn = async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      rest += Buffer.from(part.value).toString()
    }
  }
  await expect(readOn()).rejects.toThrow('terminated')
  expect(rest).not.toMatch(/errors|no such table/)
  expect(server.log.join('')).toContain('no such table')
})
