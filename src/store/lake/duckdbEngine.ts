import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../model/failure.ts'
import { duckdb, textLiteral } from './dialect.ts'
import type { Engine, LakeCell } from './lake.ts'

/**
 * DuckDB, in this process.
 *
 * @throws Failure BAD_USAGE where it is not installed
 */
export async function openDuckdb(threads?: number): Promise<Engine> {
  const { DuckDBInstance } = await load()
  const instance = await DuckDBInstance.create(':memory:', {
    ...(threads === undefined ? {} : { threads: String(threads) }),
    // What does not fit into memory goes where temporary files do, and not into the folder from which Dixit was called.
    temp_directory: join(tmpdir(), `dixit-duckdb-${process.pid}`),
  })
  const connection = await instance.connect()
  return {
    dialect: duckdb,
    source(path) {
      const files = path.endsWith('.parquet') ? path : `${path}/**/*.parquet`
      return `read_parquet(${textLiteral(files)}, hive_partitioning = false)`
    },
    async rows(text) {
      const reader = await connection.runAndReadAll(text)
      const columns = Object.entries(reader.getColumnsObjectJS())
      return Array.from({ length: reader.currentRowCount }, (_, index) => {
        const row: Record<string, LakeCell> = {}
        for (const [name, values] of columns) row[name] = cellOf(values[index])
        return row
      })
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function load() {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    throw new Failure(
      'BAD_USAGE',
      '--exported parquet: is read by DuckDB, which is not installed. Install it with: npm install @duckdb/node-api',
      { cause: error },
    )
  }
}

function cellOf(value: unknown): LakeCell {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return typeof value === 'bigint' ? Number(value) : String(value)
}
