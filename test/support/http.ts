import { once } from 'node:events'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createApi, createHttpServer, graphqlPath, listen } from '../../src/server/server.ts'
import type { TestGraph } from './graph.ts'

/** Serves a graph on a free port until the tests of the file are over; resolves to the address of the API. */
export async function served({ database }: TestGraph): Promise<string> {
  const server = createHttpServer(createApi(database, pino({ level: 'silent' })))
  const address = await listen(server, '127.0.0.1', 0)
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  })
  return `${address}${graphqlPath}`
}
