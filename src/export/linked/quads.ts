import { DataFactory, type NamedNode, type Quad } from 'n3'
import { datatypes, vocabularyRoot } from './context.ts'
import type { LinkedValue, Node } from './node.ts'
import { type CompactIri, expand } from './prefixes.ts'
import { type LinkedTerm, terms } from './terms.ts'

const { namedNode, literal, quad } = DataFactory
const kept = new Map<string, NamedNode>()

/** The node of a compact IRI: of properties, classes and datatypes, of which there are few. */
function known(compact: CompactIri): NamedNode {
  const found = kept.get(compact) ?? namedNode(expand(compact))
  kept.set(compact, found)
  return found
}

/** The triples of a node and its parts: what its JSON-LD says, with the context. */
export function* quadsOf({ id, types, values }: Node): Generator<Quad> {
  const subject = namedNode(id)
  for (const type of types) yield quad(subject, known('rdf:type'), known(type))
  for (const [name, value] of values) {
    const term = terms.get(name)
    if (term === undefined) throw new Error(`${name} is no property`)
    yield quad(subject, known(term.iri), objectOf(value, term))
    if (typeof value === 'object') yield* quadsOf(value)
  }
}

function objectOf(value: LinkedValue, { kind, vocabulary }: LinkedTerm): NamedNode | ReturnType<typeof literal> {
  if (typeof value === 'object') return namedNode(value.id)
  const text = String(value)
  if (vocabulary !== undefined) return namedNode(`${vocabularyRoot(vocabulary)}${text}`)
  if (kind === 'node') return namedNode(text)
  const datatype = datatypes[kind]
  return datatype === null ? literal(text) : literal(text, known(datatype))
}
