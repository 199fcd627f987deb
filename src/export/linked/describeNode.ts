import type { Database } from '../../store/engine/database.ts'
import { type NodeRow, nodeNamed, nodeTables, rowsOfNode } from '../../store/query/nodeRows.ts'
import { describe } from './describe.ts'
import type { IriOf, Node } from './node.ts'

/** The text of a document is left to those who ask for it: it may be megabytes. */
const tables = nodeTables.filter(({ name }) => name !== 'documentTexts')

/**
 * The node of a key, such as Person/mark-green, with its parts, and the passages that it stands on, each with its words. Null if
 * there is none.
 */
export function describeNode(database: Database, key: string, iriOf: IriOf): readonly Node[] | null {
  const passages = new Set<string>()
  const own = described(database, key, iriOf, ({ cells }) => {
    for (const cell of cells) if (typeof cell === 'string' && cell.startsWith('Passage/')) passages.add(cell)
  })
  if (own.length === 0) return null
  return [merged(own), ...[...passages].flatMap(passage => described(database, passage, iriOf))]
}

function described(database: Database, key: string, iriOf: IriOf, see: (row: NodeRow) => void = () => {}): Node[] {
  const place = nodeNamed(database, key)
  if (place === null) return []
  return tables.flatMap(table =>
    rowsOfNode(database, table.name, place)
      .toArray()
      .flatMap(row => {
        see(row)
        return describe(table, row, iriOf) ?? []
      }),
  )
}

/** What several rows say of one node. */
function merged(nodes: readonly Node[]): Node {
  return {
    id: nodes[0]?.id ?? '',
    types: nodes.flatMap(({ types }) => types),
    values: nodes.flatMap(({ values }) => values),
  }
}
