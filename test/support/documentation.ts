import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './cli.ts'

/** A query in a page of the documentation, and the answer that the page shows for it, if any. */
export interface DocumentedQuery {
  /** The last heading before it, and its line, to find it by. */
  readonly name: string
  readonly query: string
  readonly answer: unknown
}

/** The queries of a page: its blocks of GraphQL, each with the block of JSON right after it. */
export function documentedQueries(page: string): DocumentedQuery[] {
  const text = readFileSync(join(root, page), 'utf8')
  const blocks = text.matchAll(/^```graphql\n(.*?)^```\n(?:\n```json\n(.*?)^```\n)?/gms)
  return Array.from(blocks, ({ index, 1: query = '', 2: answer }) => {
    const before = text.slice(0, index)
    const heading = Array.from(before.matchAll(/^#+ (.*)$/gm)).at(-1)?.[1] ?? page
    const name = `${heading} (line ${before.split('\n').length})`
    return { name, query, answer: answer === undefined ? undefined : JSON.parse(answer) }
  })
}
