import type { Database } from '../../store/engine/database.ts'
import type { ExportScope } from '../../store/query/exportTables.ts'
import { nodeRows, nodeTables } from '../../store/query/nodeRows.ts'
import type { TextFile } from '../textFile.ts'
import { turns } from '../turns.ts'
import { jsonLdContext } from './context.ts'
import { describe } from './describe.ts'
import { jsonLdOf } from './jsonLd.ts'
import type { IriOf, Node } from './node.ts'
import { quadsOf } from './quads.ts'
import { type RdfForm, rdfWriter } from './rdf.ts'

/** Whatever leaves, node by node. */
function* nodes(database: Database, iriOf: IriOf, scope: ExportScope): Generator<Node> {
  for (const table of nodeTables) {
    for (const row of nodeRows(database, table.name, scope)) {
      const node = describe(table, row, iriOf)
      if (node !== null) yield node
    }
  }
}

/** How many nodes and triples were written; JSON-LD has its triples by the context alone. */
export interface LinkedCount {
  readonly nodes: number
  readonly triples: number
}

export type LinkedForm = 'jsonld' | RdfForm

/**
 * Writes the graph, or what of it leaves, as linked data. No node is kept once it is written.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export async function writeLinked(
  database: Database,
  form: LinkedForm,
  { file, iriOf, scope }: { readonly file: TextFile; readonly iriOf: IriOf; readonly scope: ExportScope },
): Promise<LinkedCount> {
  const turn = turns()
  const count = { nodes: 0, triples: 0 }
  const writeNode = form === 'jsonld' ? jsonLdWriter(file) : rdfNodeWriter(file, form)
  for (const node of nodes(database, iriOf, scope)) {
    count.nodes += 1
    count.triples += writeNode.add(node)
    await turn()
  }
  writeNode.end()
  return count
}

interface NodeWriter {
  /** Writes the node; says how many triples that were. */
  add(node: Node): number
  end(): void
}

function jsonLdWriter(file: TextFile): NodeWriter {
  file.write(`{"@context":${JSON.stringify(jsonLdContext)},\n"@graph":[`)
  let between = '\n'
  return {
    add(node) {
      file.write(`${between}${JSON.stringify(jsonLdOf(node))}`)
      between = ',\n'
      return 0
    },
    end: () => file.write('\n]}\n'),
  }
}

function rdfNodeWriter(file: TextFile, form: RdfForm): NodeWriter {
  const writer = rdfWriter(form, text => file.write(text))
  return {
    add(node) {
      let triples = 0
      for (const quad of quadsOf(node)) {
        writer.addQuad(quad)
        triples += 1
      }
      return triples
    },
    end: () => writer.end(),
  }
}
