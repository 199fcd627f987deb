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
    .description('serve the graph: the explorer and GraphiQL for people, the GraphQL API for programs')
    .addHelpText(
      'after',
      `
Upgrades the database, or creates it and imports the dossiers in seed/. Then opens it read-only, so that no request can
change it. Press Ctrl-C to stop.

With --follow it serves copies of a file that \`litestream restore -f\` keeps up to date: a new copy after each change, never
seeded. If the file does not exist yet, it waits. docs/replicas.md says how to run several servers.`,
    )
    .option('--follow <file>', 'serve a copy of this file, which Litestream keeps in step with a database elsewhere')
    .option('--no-seed', 'leave a new database empty instead of importing the dossiers in seed/')
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
  const how = readExplorer() === null ? 'not built; run npm run build' : 'in a browser'
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
