import { Command } from '@commander-js/extra-typings'
import { readSettings } from '../settings/settings.ts'
import { countEntities } from '../store/counting/stats.ts'
import { openReader } from '../store/engine/database.ts'

/** `dixit stats`: what the graph holds. */
export function statsCommand() {
  return new Command('stats')
    .description('say how much of each thing the graph holds')
    .option('--json', 'as JSON, for programs', false)
    .action(({ json }) => {
      const database = openReader(readSettings(process.env).DIXIT_DB)
      try {
        const counts = countEntities(database)
        if (json) console.log(JSON.stringify(counts, null, 2))
        else for (const [name, count] of Object.entries(counts)) console.log(`${String(count).padStart(12)}  ${name}`)
      } finally {
        database.close()
      }
    })
}
