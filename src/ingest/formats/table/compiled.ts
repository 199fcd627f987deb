import { codePointLength, normaliseText } from '../../../model/text.ts'
import type { Mapping } from './mapping.ts'
import type { TableRow } from './rows.ts'

/** Where a row's statement stands in a text that was put together from the rows of its document. */
export interface CompiledPlace {
  readonly text: string
  readonly at: readonly [start: number, end: number]
}

/** A row, with its place in the text of its document; `isLate` if that text was complete before it. */
export interface CompiledRow {
  readonly row: TableRow
  readonly compiled?: CompiledPlace
  readonly isLate?: true
}

/**
 * Rows that share a document of which no column has the text: it is the words of its statements, a line each, in their order. Only
 * the rows that stand together are held.
 */
export async function* compiledRows(
  rows: AsyncIterable<TableRow>,
  { content, document, documentText }: Mapping,
): AsyncGenerator<CompiledRow> {
  if (document === undefined || documentText !== undefined) {
    for await (const row of rows) yield { row }
    return
  }
  const cell = (row: TableRow, column: string) => ('cells' in row ? normaliseText(row.cells[column] ?? '').trim() : '')
  const complete = new Set<string>()
  let group: TableRow[] = []
  let key = ''
  for await (const row of rows) {
    // A row that cannot be read ends no document.
    const own = 'cells' in row ? cell(row, document) : key
    if (own !== key || own === '') {
      yield* placed(group, row => cell(row, content))
      if (key !== '') complete.add(key)
      ;[group, key] = [[], own]
    }
    if (complete.has(own)) yield { row, isLate: true }
    else group.push(row)
  }
  yield* placed(group, row => cell(row, content))
}

function* placed(group: readonly TableRow[], wordsOf: (row: TableRow) => string): Generator<CompiledRow> {
  const words = group.map(wordsOf)
  const text = words.filter(each => each !== '').join('\n')
  let start = 0
  for (const [index, row] of group.entries()) {
    const own = words[index] ?? ''
    const end = start + codePointLength(own)
    yield own === '' ? { row } : { row, compiled: { text, at: [start, end] } }
    if (own !== '') start = end + 1
  }
}
