import { Command } from '@commander-js/extra-typings'
import { sayCount } from '../model/things.ts'
import { readExplorer } from '../server/explorer.ts'
import { standardErrorLog } from '../server/log.ts'
import { Replica } from '../server/replica.ts'
import { graphqlPath } from '../server/routes.ts'
import { startServer } from '../server/server.ts'
import { readSettings } from '../settings/settings.ts'
import { countHoldings } from '../store/counting/holdings.ts'
import { openReader, restDatabase } from '../store/engine/openDatabase.ts'
import { fillIfEmpty } from './fillIfEmpty.ts'

/** `dixit serve`: everything that a new machine needs, up to the address in the browser. */
export function serveCommand() {
  return new Command('serve')
    .description('serve the graph: GraphiQL for people and the GraphQL API for programs')
    .addHelpText(
      'after',
      `
Brings the tables of the database up to date; a database that is not there is made, and one that was never filled is
seeded with the dossiers in seed/. Then it is opened for reading alone, so that nothing which comes over the network can
change it. Ctrl-C stops.

With --follow the database is a copy: of the file that \`litestream restore -f\` keeps up with storage. It is taken anew for
each change, never seeded, and waited for if there is none yet. docs/replicas.md says how to run several.`,
    )
    .option('--follow <file>', 'serve a copy of this file, which Litestream keeps up with a database elsewhere')
    .option('--no-seed', 'leave a database empty that was never filled, instead of importing the dossiers in seed/')
    .action(({ follow, seed }) => serve(follow ?? null, seed))
}

async function serve(source: string | null, withSeed: boolean): Promise<void> {
  const settings = readSettings(process.env)
  const { DIXIT_DB } = settings
  const log = standardErrorLog()
  const replica = source === null ? null : new Replica(source, DIXIT_DB, log)
  if (replica !== null) console.log(`Dixit follows ${source}`)
  await replica?.begin()
  const writer = replica === null ? await fillIfEmpty(DIXIT_DB, withSeed) : null
  // Closed once the server has the database open, so that it stays in the mode in which imports and readers go side by side.
  const { address, close } = await startServer(settings, log, replica).finally(() => writer?.close())
  // Heard of before anybody is told that there is something to stop.
  const stopped = stopSignal()
  console.log(`Dixit serves ${DIXIT_DB}`)
  console.log(`  Holds     ${holdings(DIXIT_DB)}`)
  const how = readExplorer() === null ? 'not built: npm run build' : 'in a browser'
  console.log(`  Explorer  ${address}/          (${how})`)
  console.log(`  GraphiQL  ${address}${graphqlPath}   (in a browser)`)
  console.log(`  API       ${address}${graphqlPath}   (POST, application/json)`)
  console.log('Ctrl-C stops.')
  await stopped
  replica?.close()
  await close()
  restDatabase(DIXIT_DB)
}

/** What there is to read, in one line. */
function holdings(path: string): string {
  const database = openReader(path)
  try {
    const { documents, statements, changed } = countHoldings(database)
    const when = changed === null ? '' : `, last imported ${changed.slice(0, 10)}`
    return `${sayCount(documents, 'document')}, ${sayCount(statements, 'statement')}${when}`
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
