import { readdirSync, readFileSync } from 'node:fs'
import { readExamples } from '../../src/server/examples.ts'

/** A query that people are shown: where it stands, and its words. */
export interface DocumentedQuery {
  readonly place: string
  readonly query: string
}

const guides = new URL('../../docs/', import.meta.url)

/** Every query in `examples/` and in the guides in `docs/` (blocks marked `graphql`). */
export function documentedQueries(): DocumentedQuery[] {
  const examples = readExamples().map(({ name, query }) => ({ place: name, query }))
  const inGuides = readdirSync(guides)
    .filter(name => name.endsWith('.md'))
    .flatMap(name => {
      const blocks = readFileSync(new URL(name, guides), 'utf8').matchAll(/^```graphql\n(.*?)^```/gms)
      return [...blocks].map(([, query = ''], index) => ({ place: `docs/${name} ${index + 1}`, query }))
    })
  return [...examples, ...inGuides]
}
