import { isUtf8 } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { parse as parseNow } from 'csv-parse/sync'
import { Failure } from '../../../model/failure.ts'
import { NotText } from '../../encoding.ts'
import type { OnBytes } from '../format.ts'
import { MOST_LINE_BYTES, utf8Chunks, whyUnread } from '../lines.ts'

/** A row by the names of its columns, or why it cannot be read. */
export type TableRow = { readonly line: number } & (
  | { readonly cells: Readonly<Record<string, string>> }
  | { readonly refused: string }
)

/** The separators among which the first line decides. */
const separators = ['\t', ';', ',', '|']

/** How a table begins. */
export interface Header {
  readonly columns: readonly string[]
  readonly separator: string
  /** The line on which the names of the columns begin. */
  readonly line: number
}

/**
 * The names of a table's columns, and what parts its cells.
 *
 * @throws Failure BAD_INPUT where the first line cannot be read
 */
export async function readHeader(file: string, separator: string | undefined): Promise<Header> {
  let start = ''
  try {
    for await (const chunk of onlyUtf8(utf8Chunks(file, () => {}))) {
      start += chunk.toString('utf8')
      if (headerOf(start).isWhole || start.length > MOST_LINE_BYTES) break
    }
  } catch (error) {
    throw whyUnread(file, error)
  }
  const { names, told, line } = headerOf(start)
  const unquoted = names.replaceAll(/"[^"]*"/g, '')
  const count = (mark: string) => unquoted.split(mark).length
  const found = separator ?? told ?? separators.toSorted((a, b) => count(b) - count(a))[0] ?? ','
  return { columns: columnsOf(file, names, found), separator: found, line }
}

/** The line before the names of the columns by which a spreadsheet tells what parts its cells: sep=; */
const TOLD = /^sep=(.)\r?\n/i

/** The names of the columns as they stand at the start of a file: a quoted one may go on in the next line. */
function headerOf(start: string): { names: string; told?: string | undefined; line: number; isWhole: boolean } {
  const text = start.replace(/^\uFEFF/, '')
  const [before = '', told] = TOLD.exec(text) ?? []
  const rest = text.slice(before.length)
  const line = before === '' ? 1 : 2
  const [names = ''] = /^(?:"[^"]*"|[^"\r\n])*/.exec(rest) ?? []
  const isClosed = rest[names.length] !== '"'
  // A mark that nothing closes is said to be one by the parser.
  return {
    names: isClosed ? names : (rest.split(/\r?\n/, 1)[0] ?? ''),
    told,
    line,
    isWhole: isClosed && rest.length > names.length,
  }
}

/**
 * The chunks as they are. A table in another encoding, such as that in which spreadsheets save it, is refused as a whole: what
 * cannot be read of one row is likely wrong in all of them.
 */
async function* onlyUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  const check = (chunk: Buffer, stream: boolean) => {
    const lines = chunk.toString('latin1').split('\n')
    try {
      decoder.decode(chunk, { stream })
    } catch {
      const wrong = lines.findIndex(bytes => !isUtf8(Buffer.from(bytes, 'latin1')))
      throw new NotText(`line ${line + Math.max(0, wrong)} is not UTF-8: save it as “CSV UTF-8”`)
    }
    line += lines.length - 1
  }
  for await (const chunk of chunks) {
    check(chunk, true)
    yield chunk
  }
  check(Buffer.alloc(0), false)
}

function columnsOf(file: string, line: string, delimiter: string): string[] {
  try {
    const [columns = []]: string[][] = parseNow(line, { delimiter, relax_column_count: true, trim: true })
    return columns
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Failure('BAD_INPUT', `${file}:1: the names of the columns cannot be read: ${error.message}`)
  }
}

/** The rows of a table with a header (RFC 4180: a cell in quotation marks may hold line ends), as they are read. */
export async function* readTableRows(
  file: string,
  { separator, line }: Header,
  onBytes: OnBytes,
): AsyncGenerator<TableRow> {
  const skipped: TableRow[] = []
  const parser = parse({
    delimiter: separator,
    bom: true,
    from_line: line,
    columns: names => names.map((name: string) => name.trim()),
    info: true,
    max_record_size: MOST_LINE_BYTES,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: error => {
      const line = error instanceof CsvError && 'lines' in error ? Number(error.lines) : 0
      skipped.push({ line, refused: error?.message ?? 'the row cannot be read' })
      return undefined
    },
  })
  pipeline(Readable.from(onlyUtf8(utf8Chunks(file, onBytes))), parser, () => {})
  const rows: AsyncIterable<{ record: Record<string, string>; info: Info }> = parser
  try {
    for await (const { record, info } of rows) {
      yield* skipped.splice(0)
      yield { line: info.lines, cells: record }
    }
  } catch (error) {
    throw whyUnread(file, error)
  }
  yield* skipped
}
