import { join } from 'node:path'
import { Failure } from '../../model/failure.ts'
import { type Dialect, typeNames } from './dialect.ts'
import { type ColumnType, type LakeExport, readLayout } from './layout.ts'

/** A value of a row. */
export type LakeCell = string | number | boolean | null

/** What runs SQL over Parquet. */
export interface Engine {
  readonly dialect: Dialect
  /** What stands in SQL for the rows of the Parquet files below a folder, or of one file. */
  source(path: string, columns: ReadonlyMap<string, ColumnType>): string
  rows(text: string): Promise<Readonly<Record<string, LakeCell>>[]>
  close(): Promise<void> | void
}

/** Exported graphs, asked as one: with the exports that it holds in its tables as `lake`, counted from 0. */
export class Lake {
  readonly #engine: Engine
  readonly #exports: readonly LakeExport[]

  /** @throws Failure BAD_USAGE for a folder that holds no export of this layout */
  constructor(engine: Engine, folders: readonly string[]) {
    this.#engine = engine
    this.#exports = folders.map(readLayout)
  }

  get dialect(): Dialect {
    return this.#engine.dialect
  }

  /** A table in SQL: these columns of all exports, and `lake`, within which row ids hold. */
  table(name: string, columns: readonly string[]): string {
    const parts = this.#exports.map(({ folder, tables }, index) => {
      const table = tables.get(name)
      const missing = columns.find(column => !table?.columns.has(column))
      if (table === undefined || missing !== undefined) {
        throw new Failure(
          'BAD_USAGE',
          `--exported: ${folder} has no ${name}${missing === undefined ? '' : `.${missing}`}.`,
        )
      }
      // Of a partitioned table without rows there is no file.
      if (table.rows === 0) {
        const none = columns.map(
          column => `cast(null as ${typeNames[table.columns.get(column) ?? 'TEXT']}) as ${column}`,
        )
        return `select ${index} as lake, ${none.join(', ')} where 1 = 0`
      }
      const path = join(folder, table.isPartitioned ? name : `${name}.parquet`)
      return `select ${index} as lake, ${columns.join(', ')} from ${this.#engine.source(path, table.columns)}`
    })
    return `(${parts.join(' union all ')})`
  }

  /** `Row` is what the select list says. */
  async rows<Row>(text: string): Promise<Row[]> {
    return (await this.#engine.rows(text)) as Row[]
  }

  close(): Promise<void> | void {
    return this.#engine.close()
  }
}
