import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { exportTablesTo } from '../export/tables/index.ts'
import { sayAllowed } from '../model/nearest.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/openDatabase.ts'
import { datasetsOf } from '../store/query/datasets.ts'
import { countExportRows } from '../store/query/exportTables.ts'
import { Reader } from '../store/reader.ts'
import { exportDossierCommand } from './exportDossier.ts'
import { exportJsonlCommand } from './exportJsonl.ts'
import { linkedCommands } from './exportLinked.ts'
import { exportAnnotationsCommand, exportBratCommand, exportDnaCommand, exportQdpxCommand } from './exportMarked.ts'
import { exportScope, formCommand, withoutLicence } from './exportOptions.ts'
import { ExportProgress } from './exportProgress.ts'
import { runsInSmallHeap } from './smallHeap.ts'

/** `dixit export FORM`: the graph, or what a filter leaves of it, in the forms that others read. */
export function exportCommand() {
  const command = new Command('export')
    .description('export the graph to a format that other tools read')
    .addHelpText('after', '\ndocs/export.md describes each format and the tools that read it.')
  const forms: readonly CommandUnknownOpts[] = [
    exportJsonlCommand(),
    exportDossierCommand(),
    tablesCommand('csv', 'a folder of CSV files, one per type, with a data dictionary and Croissant metadata'),
    tablesCommand(
      'parquet',
      'a folder of Parquet files, partitioned by dataset and year, for DuckDB, Spark and pandas',
    ),
    ...linkedCommands(),
    exportQdpxCommand(),
    exportBratCommand(),
    exportAnnotationsCommand(),
    exportDnaCommand(),
  ]
  for (const form of forms) command.addCommand(form)
  command.on('command:*', ([typed = '']: readonly string[]) => {
    const allowed = sayAllowed(
      typed,
      forms.map(form => form.name()),
    )
    command.error(`error: unknown form '${typed}'. ${allowed}`)
  })
  return command
}

function tablesCommand(form: 'csv' | 'parquet', summary: string) {
  return formCommand(form, summary, 'folder')
    .option('--formulas', 'do not escape texts that a spreadsheet would run as formulas', false)
    .addHelpText('after', withoutLicence)
    .action(async options => {
      if (await runsInSmallHeap()) return
      const database = openReader(readSettings(process.env).DIXIT_DB, { isMapped: true })
      let progress: ExportProgress | undefined
      try {
        const scope = await exportScope(new Reader(database), options)
        progress = new ExportProgress('rows', () => countExportRows(database, scope))
        const { describeTable } = await import('../graph/dataDictionary.ts')
        const datasets = datasetsOf(database)
        const written = await exportTablesTo(database, form, options.out, {
          scope,
          withFormulas: options.formulas,
          isReplacing: options.force,
          onRow: progress.add,
          description: {
            name: datasets.length === 0 ? 'Dixit' : `Dixit: ${datasets.map(({ name }) => name).join(', ')}`,
            summary: 'Who said what about which number, when and in which words.',
            licence: [...new Set(datasets.flatMap(({ licence }) => licence ?? []))],
            url: null,
            date:
              datasets
                .map(({ importedAt }) => importedAt.slice(0, 10))
                .toSorted()
                .at(-1) ?? '1970-01-01',
            describe: describeTable,
          },
        })
        const rows = written.reduce((sum, table) => sum + table.rows, 0)
        console.error(`wrote ${options.out}: ${written.length} tables, ${rows} rows`)
        const isEmpty = written.some(({ table, rows }) => table === 'documentTexts' && rows === 0)
        if (isEmpty) console.error('documentTexts is empty: texts of documents without a stated licence are left out')
      } finally {
        progress?.stop()
        database.close()
      }
    })
}
