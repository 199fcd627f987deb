/** On which terms data may be passed on: what every export says of the datasets that it was made of. */

import type { Database } from '../store/engine/database.ts'
import { datasetsOf } from '../store/query/datasets.ts'

/** Where a dataset comes from and on which terms, in its own words. */
export interface DatasetSource {
  readonly slug: string
  readonly name: string
  readonly licence: string | null
  readonly url: string | null
}

/** The datasets of the graph. */
export function sourcesIn(database: Database): DatasetSource[] {
  return datasetsOf(database).map(({ slug, name, licence, url }) => ({ slug, name, licence, url }))
}

const unstated = 'no licence stated'

/** A dataset's licence and source as a line of text, for forms that hold no more. */
export function saySource({ name, licence, url }: DatasetSource): string {
  return `${name}: ${[licence ?? unstated, ...(url === null ? [] : [url])].join('; ')}`
}

/** The file beside another one, in which its licences and sources stand: where CSV on the Web looks for it. */
export function metadataName(file: string): string {
  return `${file}-metadata.json`
}

/**
 * What such a file holds: of a table as CSV on the Web has it (W3C), of other files the same in JSON-LD.
 */
export function metadataJson(file: string, sources: readonly DatasetSource[]): string {
  const about = /\.csv(?:$|\?)/.test(file)
    ? { '@context': 'http://www.w3.org/ns/csvw', url: file }
    : { '@context': { dc: 'http://purl.org/dc/terms/' }, '@id': file }
  const described = sources.map(({ slug, name, licence, url }) => ({
    'dc:identifier': slug,
    'dc:title': name,
    ...(licence === null ? { 'dc:rights': unstated } : { 'dc:license': licence }),
    ...(url !== null && { 'dc:source': url }),
  }))
  return `${JSON.stringify({ ...about, 'dc:source': described }, null, 2)}\n`
}
