import { prefixes } from './prefixes.ts'
import { type LinkedTerm, terms, type ValueKind } from './terms.ts'

/** The datatype of what stands at the end of a property; null for plain text, and for what is not a literal. */
export const datatypes = {
  text: null,
  integer: 'xsd:integer',
  offset: 'xsd:nonNegativeInteger',
  decimal: 'xsd:decimal',
  boolean: 'xsd:boolean',
  date: 'xsd:date',
  dateTime: 'xsd:dateTime',
  edtf: 'loc:EDTF',
  address: 'xsd:anyURI',
  node: null,
  term: null,
} as const satisfies Readonly<Record<ValueKind, string | null>>

/** Where the values of a vocabulary begin. */
export function vocabularyRoot(vocabulary: string): string {
  return `${prefixes.dixit}${vocabulary}/`
}

function entryOf({ iri, kind, vocabulary }: LinkedTerm): unknown {
  if (vocabulary !== undefined) {
    // A context of its own, in which the value is a name of that vocabulary.
    return { '@id': iri, '@type': '@vocab', '@context': { '@vocab': vocabularyRoot(vocabulary) } }
  }
  if (kind === 'node') return { '@id': iri, '@type': '@id' }
  return datatypes[kind] === null ? iri : { '@id': iri, '@type': datatypes[kind] }
}

/** The JSON-LD context of everything that leaves. */
export const jsonLdContext: Readonly<Record<string, unknown>> = {
  '@version': 1.1,
  id: '@id',
  type: '@type',
  ...prefixes,
  ...Object.fromEntries(Array.from(terms, ([name, term]) => [name, entryOf(term)])),
}
