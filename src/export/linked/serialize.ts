import { jsonLdContext } from './context.ts'
import { jsonLdOf } from './jsonLd.ts'
import type { Node } from './node.ts'
import { quadsOf } from './quads.ts'
import { rdfWriter } from './rdf.ts'
import type { LinkedForm } from './write.ts'

/** A few nodes as a whole file: of one, its JSON-LD is that node itself. */
export function serialize(nodes: readonly Node[], form: LinkedForm): string {
  if (form === 'jsonld') {
    const [only, ...others] = nodes.map(jsonLdOf)
    const body = others.length === 0 ? only : { '@graph': [only, ...others] }
    return `${JSON.stringify({ '@context': jsonLdContext, ...body }, null, 2)}\n`
  }
  let text = ''
  const writer = rdfWriter(form, part => (text += part))
  for (const node of nodes) writer.addQuads([...quadsOf(node)])
  writer.end()
  return text
}
