import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../store/engine/database.ts'
import { type ExportScope, exportRows, exportTables } from '../../store/query/exportTables.ts'
import { type CsvCell, csvLine } from '../csv.ts'
import { TextFile } from '../textFile.ts'
import { turns } from '../turns.ts'
import type { Written } from './written.ts'

/**
 * Writes a file of CSV a table into the folder (RFC 4180, UTF-8): slugs and no row ids, since those differ between
 * databases. Texts that a spreadsheet would run as formulas get an apostrophe before them, unless `withFormulas`.
 */
export async function writeCsvTables(
  database: Database,
  folder: string,
  { scope, withFormulas, onRow }: { scope: ExportScope; withFormulas: boolean; onRow: () => void },
): Promise<Written[]> {
  const pause = turns()
  const written: Written[] = []
  for (const { name, columns } of exportTables) {
    const shown = columns.flatMap(({ isRowId }, index) => (isRowId ? [] : [index]))
    const file = `${name}.csv`
    const handle = openSync(join(folder, file), 'w')
    const text = new TextFile(handle)
    let rows = 0
    try {
      text.write(csvLine(shown.map(index => columns[index]?.name ?? '')))
      for (const { cells } of exportRows(database, name, scope)) {
        const line = shown.map(index => cellOf(cells[index]))
        text.write(csvLine(line, withFormulas))
        rows += 1
        onRow()
        await pause()
      }
      text.flush()
    } finally {
      closeSync(handle)
    }
    written.push({ table: name, files: [file], rows })
  }
  return written
}

function cellOf(cell: unknown): CsvCell {
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null
}
