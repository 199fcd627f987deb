import { Command, Option } from '@commander-js/extra-typings'
import { writeCsv } from '../export/csv.ts'
import { readSettings } from '../settings/settings.ts'
import { countEntities, entityTables } from '../store/counting/stats.ts'
import { openReader } from '../store/engine/openDatabase.ts'
import type { Lake } from '../store/lake/lake.ts'
import { rowCounts } from '../store/lake/questions.ts'
import { exportedOption, isExported, withLake } from './lakeOptions.ts'
import { formatOption, writeResult } from './output.ts'

/** `dixit stats`: what the graph holds. */
export function statsCommand() {
  return new Command('stats')
    .description('count everything in the graph')
    .addOption(formatOption())
    .addOption(new Option('--json', 'as --format json').default(false).hideHelp())
    .addOption(exportedOption())
    .action(async ({ format, json, exported }) => {
      const counts = isExported(exported) ? await withLake(exported, countedIn) : countedHere()
      await writeResult(
        {
          table: () =>
            Object.entries(counts)
              .map(([name, count]) => `${String(count).padStart(12)}  ${name}`)
              .join('\n'),
          json: () => JSON.stringify(counts, null, 2),
          csv: () => writeCsv(['name', 'count'], Object.entries(counts)),
        },
        json ? 'json' : format,
        {},
        [],
      )
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
