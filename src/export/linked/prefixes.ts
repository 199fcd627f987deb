/** The vocabularies that what leaves is described in, by their usual prefixes. */
export const prefixes = {
  /** Dixit's own. It names no host, so that every copy of Dixit says the same; GET /ns explains it. */
  dixit: 'urn:dixit:',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  loc: 'http://id.loc.gov/datatypes/edtf/',
} as const satisfies Readonly<Record<string, string>>

export type Prefix = keyof typeof prefixes
export type CompactIri = `${Prefix}:${string}`

/** The whole IRI of a compact one: schema:name. */
export function expand(compact: CompactIri): string {
  const colon = compact.indexOf(':')
  const known = Object.entries(prefixes).find(([prefix]) => prefix === compact.slice(0, colon))
  return `${known?.[1] ?? ''}${compact.slice(colon + 1)}`
}
