import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ColumnSource, fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { Database } from '../../store/engine/database.ts'
import {
  type ExportColumn,
  type ExportScope,
  type ExportTable,
  type ExportType,
  exportRows,
  exportTables,
} from '../../store/query/exportTables.ts'
import { turns } from '../turns.ts'
import type { Written } from './written.ts'

/** The most rows of a row group: what a reader skips at once. */
const groupRows = 10_000

/** A row group of so many characters is full, however few its rows: it is held in memory until it is written. */
const groupCharacters = 2_000_000

/** The partition of what belongs to no dataset or to no year: the name that Hive, DuckDB and Spark read as null. */
const unknownPartition = '__HIVE_DEFAULT_PARTITION__'

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

const elements: Readonly<Record<ExportType, Omit<Element, 'name'>>> = {
  TEXT: { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  INTEGER: { type: 'INT64', repetition_type: 'OPTIONAL' },
  REAL: { type: 'DOUBLE', repetition_type: 'OPTIONAL' },
  DATE: { type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
}

/**
 * Writes Parquet into the folder: a file a table of shared things; for what belongs to a document a file a dataset and
 * year, in Hive's layout (`statements/dataset=…/year=…/part-0.parquet`), which DuckDB, Spark and Trino read and prune by.
 */
export async function writeParquetTables(
  database: Database,
  folder: string,
  { scope, onRow }: { scope: ExportScope; onRow: () => void },
): Promise<Written[]> {
  const pause = turns()
  const written: Written[] = []
  for (const table of exportTables) {
    const files: string[] = []
    let rows = 0
    let open: ParquetFile | undefined
    for (const { dataset, year, cells } of exportRows(database, table.name, scope)) {
      const file = fileOf(table, dataset, year)
      if (open?.name !== file) {
        await open?.finish()
        open = new ParquetFile(folder, file, table)
        files.push(file)
      }
      await open.add(cells)
      rows += 1
      onRow()
      await pause()
    }
    if (open === undefined && !table.isPartitioned) {
      open = new ParquetFile(folder, fileOf(table, null, null), table)
      files.push(open.name)
    }
    await open?.finish()
    written.push({ table: table.name, files, rows })
  }
  return written
}

function fileOf({ name, isPartitioned }: ExportTable, dataset: string | null, year: string | null): string {
  if (!isPartitioned) return `${name}.parquet`
  return `${name}/dataset=${dataset || unknownPartition}/year=${year || unknownPartition}/part-0.parquet`
}

/** A file that is written a row group at a time. */
class ParquetFile {
  readonly name: string
  readonly #columns: readonly ExportColumn[]
  readonly #writer: ParquetWriter
  /** The values of the row group that is being filled, by column: no row is kept beside them. */
  #values: unknown[][]
  #rows = 0
  #characters = 0

  constructor(folder: string, name: string, { columns }: ExportTable) {
    this.name = name
    this.#columns = columns
    this.#values = columns.map(() => [])
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    this.#writer = new ParquetWriter({
      writer: fileWriter(join(folder, name)),
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(column => ({ name: column.name, ...elements[column.type] })),
      ],
      createdBy: 'dixit',
    })
  }

  async add(cells: readonly unknown[]): Promise<void> {
    for (const [index, { type }] of this.#columns.entries()) {
      const cell = cells[index]
      this.#values[index]?.push(parquetValue(cell, type))
      if (typeof cell === 'string') this.#characters += cell.length
    }
    this.#rows += 1
    if (this.#rows === groupRows || this.#characters >= groupCharacters) await this.#flush()
  }

  async finish(): Promise<void> {
    await this.#flush()
    await this.#writer.finish()
  }

  async #flush(): Promise<void> {
    const columnData: ColumnSource[] = this.#columns.map(({ name }, index) => ({
      name,
      data: this.#values[index] ?? [],
    }))
    this.#values = this.#columns.map(() => [])
    this.#rows = 0
    this.#characters = 0
    await this.#writer.write({ columnData, rowGroupSize: groupRows })
  }
}

function parquetValue(cell: unknown, type: ExportType): unknown {
  if (cell === null || cell === undefined) return null
  if (type === 'INTEGER') return BigInt(Number(cell))
  return type === 'DATE' ? new Date(`${String(cell)}T00:00:00Z`) : cell
}
