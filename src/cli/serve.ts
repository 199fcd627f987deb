import { existsSync } from 'node:fs'
import { Command } from '@commander-js/extra-typings'
import { standardErrorLog } from '../server/log.ts'
import { graphqlPath } from '../server/routes.ts'
import { startServer } from '../server/server.ts'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/database.ts'

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
  const settings = readSettings(process.env)
  const { DIXIT_DB } = settings
  const isNew = !existsSync(DIXIT_DB)
  const writer = openWriter(DIXIT_DB)
  try {
    if (isNew) {
      // Needed once in the life of a database, and slower to load than to pass by.
      const { importAll, seedFolder } = await import('./importAll.ts')
      importAll(writer, seedFolder, { replace: false })
    }
  } finally {
    writer.close()
  }

  const { address, close } = await startServer(settings, standardErrorLog())
  console.log(`Dixit serves ${DIXIT_DB}`)
  console.log(`  GraphiQL  ${address}${graphqlPath}   (in a browser)`)
  console.log(`  API       ${address}${graphqlPath}   (POST, application/json)`)
  console.log('Ctrl-C stops.')
  await stopSignal()
  await close()
}

function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
