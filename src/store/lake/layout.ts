import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../model/failure.ts'

/** The version of the layout of exported tables that is read here, and written by `dixit export`. */
export const LAYOUT_VERSION = 2

/** What a column of an exported table holds. */
export type ColumnType = 'TEXT' | 'INTEGER' | 'REAL' | 'DATE'

export interface LakeTable {
  /** Whether its files lie in folders by dataset and year. */
  readonly isPartitioned: boolean
  readonly rows: number
  readonly columns: ReadonlyMap<string, ColumnType>
}

/** An export as its `schema.json` describes it. */
export interface LakeExport {
  readonly folder: string
  readonly tables: ReadonlyMap<string, LakeTable>
}

interface Schema {
  readonly layout: number
  readonly tables: readonly {
    readonly table: string
    readonly partitionedBy: readonly string[]
    readonly rows: number
    readonly columns: readonly { readonly column: string; readonly type: ColumnType }[]
  }[]
}

/**
 * Reads what `dixit export parquet` says of the folder that it has written.
 *
 * @throws Failure BAD_USAGE where there is no such folder, or it was written in another layout
 */
export function readLayout(folder: string): LakeExport {
  const { layout, tables } = schemaIn(folder)
  if (layout !== LAYOUT_VERSION) {
    const how = layout > LAYOUT_VERSION ? 'Update Dixit' : 'Export it anew'
    throw new Failure(
      'BAD_USAGE',
      `--exported: ${folder} has layout ${layout}, and this Dixit reads layout ${LAYOUT_VERSION}. ${how}.`,
    )
  }
  return {
    folder,
    tables: new Map(
      tables.map(({ table, partitionedBy, rows, columns }) => [
        table,
        {
          isPartitioned: partitionedBy.length > 0,
          rows,
          columns: new Map(columns.map(({ column, type }) => [column, type])),
        },
      ]),
    ),
  }
}

function schemaIn(folder: string): Schema {
  const path = join(folder, 'schema.json')
  try {
    // What `dixit export` has written; another version is refused by its number.
    return JSON.parse(readFileSync(path, 'utf8')) as Schema
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('BAD_USAGE', `--exported: ${folder} was not written by dixit export parquet (${why}).`, {
      cause: error,
    })
  }
}
