import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../examples', import.meta.url))

/** A worked query: a file in `examples/`, which opens as a tab of GraphiQL. */
export interface Example {
  readonly name: string
  readonly query: string
}

/** The worked queries, in the order of their file names. */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.graphql'))
    .sort()
    .map(name => ({ name, query: readFileSync(`${folder}/${name}`, 'utf8') }))
}
