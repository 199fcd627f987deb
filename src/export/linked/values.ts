import Big from 'big.js'
import { replaceControls } from '../../model/text.ts'
import type { LinkedProperty, LinkedRow } from './node.ts'
import { termOfColumn, terms } from './terms.ts'

/** What a row says in some of its columns; nothing in an empty one. */
export function propertiesIn(
  { table, cells, iriOf }: LinkedRow,
  columns: readonly string[] = Object.keys(cells),
): LinkedProperty[] {
  return columns.flatMap((column): LinkedProperty[] => {
    const cell = cells[column]
    const term = termOfColumn(table, column)
    const kind = term === null ? undefined : terms.get(term)?.kind
    if (term === null || kind === undefined || cell === null || cell === undefined) return []
    if (kind === 'integer' || kind === 'offset') return [[term, Number(cell)]]
    // In digits: 1e21 is not an xsd:decimal.
    if (kind === 'decimal') return [[term, new Big(Number(cell)).toFixed()]]
    if (kind === 'node') return cell === '' ? [] : [[term, iriOf(String(cell))]]
    return [[term, replaceControls(String(cell))]]
  })
}
