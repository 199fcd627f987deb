import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../examples', import.meta.url))

/** A worked query: a file in `examples/`, which opens as a tab of GraphiQL. */
export interface Example {
  readonly name: string
  readonly query: string
}

/** The worked queries, in the order of the numbers that their file names begin with. */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.graphql'))
    .sort(new Intl.Collator('en', { numeric: true }).compare)
    .map(name => ({ name, query: readFileSync(`${folder}/${name}`, 'utf8') }))
}
