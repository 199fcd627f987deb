import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../store/engine/database.ts'
import { LAYOUT_VERSION } from '../../store/lake/layout.ts'
import { type ExportScope, exportTables } from '../../store/query/exportTables.ts'
import { csvLine } from '../csv.ts'
import { makeFolder } from '../whole.ts'
import { croissantOf, type FileFormat } from './croissant.ts'
import { writeCsvTables } from './csvTables.ts'
import type { Description } from './description.ts'
import { writeParquetTables } from './parquetTables.ts'
import type { Written } from './written.ts'

export interface TablesRequest {
  readonly scope: ExportScope
  /** Whether texts that a spreadsheet would run as formulas are left as they are. */
  readonly withFormulas: boolean
  readonly isReplacing: boolean
  /** Hears of each row that is written. */
  readonly onRow: () => void
  readonly description: Description
}

const encodings = {
  csv: { mediaType: 'text/csv', hasRowIds: false },
  parquet: { mediaType: 'application/vnd.apache.parquet', hasRowIds: true },
} as const satisfies Record<string, FileFormat>

/**
 * Writes the tables of the graph into a folder, with `schema.json` (the layout, as a contract), `dictionary.csv` (what each column
 * holds) and `croissant.json`. The same graph gives the same bytes.
 *
 * @throws Failure BAD_USAGE where something stands at `path` already
 */
export function exportTablesTo(
  database: Database,
  form: keyof typeof encodings,
  path: string,
  request: TablesRequest,
): Promise<Written[]> {
  const encoding = encodings[form]
  return makeFolder(path, request.isReplacing, async folder => {
    const written =
      form === 'csv'
        ? await writeCsvTables(database, folder, request)
        : await writeParquetTables(database, folder, request)
    const save = (name: string, text: string) => writeFileSync(join(folder, name), text)
    save('schema.json', json(layoutOf(written, encoding, request.description)))
    save('dictionary.csv', dictionaryOf(encoding, request.description))
    save('croissant.json', json(await croissantOf(folder, written, encoding, request.description)))
    return written
  })
}

function layoutOf(
  written: readonly Written[],
  { hasRowIds }: FileFormat,
  { name, summary, licence, date }: Description,
) {
  return {
    layout: LAYOUT_VERSION,
    name,
    summary,
    licence,
    date,
    tables: exportTables.map(({ name: table, columns, isPartitioned }) => ({
      table,
      partitionedBy: hasRowIds && isPartitioned ? ['dataset', 'year'] : [],
      rows: written.find(each => each.table === table)?.rows ?? 0,
      columns: columns
        .filter(column => hasRowIds || !column.isRowId)
        .map(({ name: column, type, references }) => ({ column, type, references })),
    })),
  }
}

function dictionaryOf({ hasRowIds }: FileFormat, { describe }: Description): string {
  const rows = exportTables.flatMap(({ name, columns }) => [
    csvLine([name, '', '', '', describe(name, null)]),
    ...columns
      .filter(column => hasRowIds || !column.isRowId)
      .map(column => csvLine([name, column.name, column.type, column.references, describe(name, column.name)])),
  ])
  return csvLine(['table', 'column', 'type', 'references', 'meaning']) + rows.join('')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
