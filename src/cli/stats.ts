import { Command } from '@commander-js/extra-typings'
import { readSettings } from '../settings/settings.ts'
import { countEntities, entityTables } from '../store/counting/stats.ts'
import { openReader } from '../store/engine/database.ts'
import type { Lake } from '../store/lake/lake.ts'
import { rowCounts } from '../store/lake/questions.ts'
import { exportedOption, isExported, withLake } from './lakeOptions.ts'

/** `dixit stats`: what the graph holds. */
export function statsCommand() {
  return new Command('stats')
    .description('say how much of each thing the graph holds')
    .option('--json', 'as JSON, for programs', false)
    .addOption(exportedOption())
    .action(async ({ json, exported }) => {
      const counts = isExported(exported) ? await withLake(exported, countedIn) : countedHere()
      if (json) console.log(JSON.stringify(counts, null, 2))
      else for (const [name, count] of Object.entries(counts)) console.log(`${String(count).padStart(12)}  ${name}`)
    })
}

function countedHere(): Record<string, number> {
  const database = openReader(readSettings(process.env).DIXIT_DB)
  try {
    return countEntities(database)
  } finally {
    database.close()
  }
}

async function countedIn(lake: Lake): Promise<Record<string, number>> {
  const names = entityTables()
  const rows = await lake.rows<{ name: string; total: number }>(rowCounts(lake, names))
  const totals = new Map(rows.map(({ name, total }) => [name, Number(total)]))
  return Object.fromEntries(names.map(name => [name, totals.get(name) ?? 0]))
}
