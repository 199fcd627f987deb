import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { Command } from '@commander-js/extra-typings'
import { pino } from 'pino'
import { createApi, createHttpServer, graphqlPath, listen } from '../server/server.ts'
import { readSettings } from '../server/settings.ts'
import { openReader, openWriter } from '../store/database.ts'
import { importAll, seedFolder } from './importAll.ts'

/** `dixit serve`: everything that a new machine needs, up to the address in the browser. */
export function serveCommand() {
  return new Command('serve')
    .description('serve the graph: GraphiQL for people and the GraphQL API for programs')
    .addHelpText(
      'after',
      `
Brings the tables of the database up to date; a database that is not there is made, and seeded with the dossiers in
seed/. Then it is opened for reading alone, so that nothing which comes over the network can change it. Ctrl-C stops.`,
    )
    .action(serve)
}

async function serve(): Promise<void> {
  const { PORT, HOST, BASE_URL, DIXIT_DB } = readSettings(process.env)
  const isNew = !existsSync(DIXIT_DB)
  const writer = openWriter(DIXIT_DB)
  try {
    if (isNew) importAll(writer, seedFolder, { replace: false })
  } finally {
    writer.close()
  }

  const database = openReader(DIXIT_DB)
  try {
    // Warnings and faults alone: what serving says to its user stands on standard output.
    const log = pino({ level: 'warn' }, pino.destination(2))
    const server = createHttpServer(createApi(database, log, { baseUrl: BASE_URL }))
    const address = await listen(server, HOST, PORT)
    console.log(`Dixit serves ${DIXIT_DB}`)
    console.log(`  GraphiQL  ${address}${graphqlPath}   (in a browser)`)
    console.log(`  API       ${address}${graphqlPath}   (POST, application/json)`)
    console.log('Ctrl-C stops.')

    await stopSignal()
    server.close()
    server.closeIdleConnections()
    await once(server, 'close')
  } finally {
    database.close()
  }
}

function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
