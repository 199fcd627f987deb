import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { Parser, type Quad, Writer } from 'n3'
import { root } from './cli.ts'

/** The triples of a file of Turtle or N-Quads, each as a line of N-Quads, sorted. */
export function triplesIn(file: string): string[] {
  return sorted(quadsIn(readFileSync(file, 'utf8')))
}

export function quadsIn(text: string): Quad[] {
  return new Parser().parse(text)
}

export function sorted(quads: readonly Quad[]): string[] {
  const writer = new Writer({ format: 'N-Quads' })
  const lines = quads.map(({ subject, predicate, object }) => writer.quadToString(subject, predicate, object))
  return [...new Set(lines)].toSorted()
}

/** The triples of JSON-LD, by its own library, which is given no network. */
export async function triplesOfJsonLd(text: string): Promise<string[]> {
  const documentLoader = (url: string) => Promise.reject(new Error(`asks the network for ${url}`))
  const quads = await jsonld.toRDF(JSON.parse(text), { documentLoader, format: 'application/n-quads' })
  return sorted(quadsIn(String(quads)))
}

export const shapes = readFileSync(join(root, 'docs/linked/shapes.ttl'), 'utf8')
