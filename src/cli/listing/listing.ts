import { Command } from '@commander-js/extra-typings'
import { writeCsv } from '../../export/csv.ts'
import { sourcesIn } from '../../export/sources.ts'
import { simpleFraction } from '../../model/simpleFraction.ts'
import { defaultPageSize } from '../../store/engine/cursor.ts'
import type { Reader } from '../../store/reader.ts'
import { forceOption, formatOption, writeResult } from '../output.ts'
import { renderTable } from '../table.ts'
import { wholeNumber } from '../wholeNumber.ts'

export type ListedCell = string | number | null | readonly string[]

/** What is listed: rows by the names of their columns, those that a table for people shows, and how many there are. */
export interface Listing<Column extends string> {
  readonly columns: readonly Column[]
  readonly shown: readonly Column[]
  readonly rows: readonly Readonly<Record<Column, ListedCell>>[]
  readonly total: number
  /** What a table for people has below the others, after a sentence of its own. */
  readonly below?: { readonly sentence: string; readonly rows: readonly Readonly<Record<Column, ListedCell>>[] }
}

interface ListingOptions {
  readonly format: string
  readonly out?: string | undefined
  readonly force: boolean
  readonly formulas: boolean
}

/** How much of a cell a table for people shows. */
const cellLength = 80

/** A command that lists what it finds. */
export function listingCommand(name: string, description: string) {
  return new Command(name)
    .description(description)
    .option('--first <number>', 'how many rows to show', wholeNumber, defaultPageSize)
    .addOption(formatOption())
    .option('--out <file>', 'write to this file instead: .csv or .json')
    .addOption(forceOption())
    .option('--formulas', 'in CSV, do not escape texts that a spreadsheet would run as formulas', false)
}

/** Writes a listing in the requested form, and says on standard error what was left out. */
export async function writeListing<Column extends string>(
  { columns, shown, rows: hits, total, below }: Listing<Column>,
  { format, formulas, ...to }: ListingOptions,
  read: Reader,
): Promise<void> {
  const rows = [...hits, ...(below?.rows ?? [])]
  await writeResult(
    {
      table: () => {
        const table = tableOf(shown, hits)
        return below === undefined || below.rows.length === 0
          ? table
          : `${table}\n\n${below.sentence}\n\n${tableOf(shown, below.rows)}`
      },
      json: () => JSON.stringify(rows, null, 2),
      csv: () =>
        writeCsv(
          columns,
          rows.map(row => columns.map(column => joined(row[column] ?? null))),
          formulas,
        ),
    },
    format,
    to,
    await read.ask(sourcesIn),
  )
  if (rows.length < total) console.error(`${rows.length} of ${total} rows; --first ${total} shows all`)
}

function tableOf<Column extends string>(shown: readonly Column[], rows: Listing<Column>['rows']): string {
  if (rows.length === 0) return 'none'
  // A table for people has no room for columns of which no row has anything.
  const filled = shown.filter(column => rows.some(row => !isEmpty(row[column])))
  return renderTable(
    filled,
    rows.map(row => filled.map(column => shortened(row[column] ?? null))),
  )
}

function isEmpty(cell: ListedCell | undefined): boolean {
  return cell === undefined || cell === null || cell.toString() === ''
}

function joined(cell: ListedCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.join('; ') : cell
}

function shortened(cell: ListedCell): string | number | null {
  const text = joined(cell)
  if (typeof text === 'number') return simpleFraction(text) ?? text
  if (text === null) return text
  const line = text.replaceAll(/\s+/gu, ' ')
  return line.length > cellLength ? `${line.slice(0, cellLength - 1).replace(/[\ud800-\udbff]$/, '')}…` : line
}
