import { Failure } from '../../model/failure.ts'
import { openDuckdb } from './duckdbEngine.ts'
import { type Engine, Lake } from './lake.ts'
import { openSpark } from './sparkEngine.ts'

/**
 * Opens exported graphs as one: `parquet:FOLDER` by DuckDB in this process, `spark://HOST:PORT/FOLDER` by a cluster, whose
 * workers see the folder by the same path.
 *
 * @throws Failure BAD_USAGE for an address of another form, or what cannot be opened there
 */
export async function openLake(from: readonly string[], threads?: number): Promise<Lake> {
  const places = from.map(placeOf)
  const [first] = places
  if (first === undefined || places.some(({ engine }) => engine !== first.engine)) {
    throw new Failure('BAD_USAGE', '--exported: name exports that one engine reads.')
  }
  const engine = first.engine === 'parquet' ? await openDuckdb(threads) : await openSpark(first.engine)
  return lakeOf(
    engine,
    places.map(({ folder }) => folder),
  )
}

async function lakeOf(engine: Engine, folders: readonly string[]): Promise<Lake> {
  try {
    return new Lake(engine, folders)
  } catch (error) {
    await engine.close()
    throw error
  }
}

function placeOf(address: string): { readonly engine: string; readonly folder: string } {
  const [, parquet, master, folder] = /^(?:parquet:(.+)|(spark:\/\/[\w.-]+:\d+)(\/.+))$/s.exec(address) ?? []
  if (parquet !== undefined) return { engine: 'parquet', folder: parquet }
  if (master !== undefined && folder !== undefined) return { engine: master, folder }
  throw new Failure(
    'BAD_USAGE',
    `--exported: “${address}” is neither parquet:FOLDER nor spark://HOST:PORT/FOLDER, with a folder that dixit export parquet wrote.`,
  )
}
