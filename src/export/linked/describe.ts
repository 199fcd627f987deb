import type { NodeRow, NodeTable } from '../../store/query/nodeRows.ts'
import { classes } from './classes.ts'
import type { IriOf, LinkedRow, Node } from './node.ts'
import { particulars } from './particulars.ts'
import { describePart } from './parts.ts'
import { propertiesIn } from './values.ts'

/** The description of a row: of a node, or of what a part adds to one. Null for one of which nothing is said. */
export function describe({ name, typename, columns }: NodeTable, { key, cells }: NodeRow, iriOf: IriOf): Node | null {
  const row: LinkedRow = {
    table: name,
    id: iriOf(key),
    cells: Object.fromEntries(columns.map((column, index) => [column.name, cells[index]])),
    iriOf,
  }
  const part = key === '' ? [] : describePart(row)
  if (part !== null) return part.length === 0 ? null : { id: row.id, types: [], values: part }
  const type = typename ?? key.slice(0, key.indexOf('/'))
  const { types = [], apart = [], values = [] } = particulars(row)
  const plain = columns.map(column => column.name).filter(column => !apart.includes(column))
  return {
    id: row.id,
    types: [`dixit:${type}`, ...(classes[type] ?? []), ...types],
    values: [...propertiesIn(row, plain), ...values],
  }
}
