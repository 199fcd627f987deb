import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './cli.ts'

/** A query that people are shown: where it stands, its words, and the answer that is shown for it, if any. */
export interface DocumentedQuery {
  /** The file, and in a page the heading under which it stands. */
  readonly place: string
  readonly query: string
  readonly answer: unknown
}

/** The pages that may have queries in them. */
export const pages: readonly string[] = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
]

/** The queries of a page: its blocks of GraphQL, each with the block of JSON right after it. */
export function queriesOf(page: string): DocumentedQuery[] {
  const text = readFileSync(join(root, page), 'utf8')
  const blocks = text.matchAll(/^```graphql\n(.*?)^```\n(?:\n```json\n(.*?)^```\n)?/gms)
  const placed = new Map<string, number>()
  return Array.from(blocks, ({ index, 1: query = '', 2: answer }) => {
    const heading = Array.from(text.slice(0, index).matchAll(/^#+ (.*)$/gm)).at(-1)?.[1] ?? ''
    const nth = (placed.get(heading) ?? 0) + 1
    placed.set(heading, nth)
    const place = `${page}, ${heading}${nth === 1 ? '' : `, ${nth}`}`
    return { place, query, answer: answer === undefined ? undefined : JSON.parse(answer) }
  })
}

/** The commands of Dixit in a page's blocks for a shell, each as its arguments, without what the shell does with them. */
export function commandsOf(page: string): string[][] {
  const blocks = readFileSync(join(root, page), 'utf8').matchAll(/^```sh\n(.*?)^```/gms)
  const lines = Array.from(blocks, ([, block = '']) => block.split('\n')).flat()
  return lines.flatMap(line => {
    const [, command] = /^(?:\w+=\S+ )*(?:npm run (?:--silent )?dixit -- |dixit )(.*)/.exec(line) ?? []
    if (command === undefined) return []
    // FORMAT stands for any of the formats, […] for what may be left out.
    const ended = command
      .replace(/\s(?:#|>|&& ).*/, '')
      .replace('FORMAT', 'jsonl')
      .replaceAll(/[[\]]/g, '')
    return [Array.from(ended.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g), ([, one, two, bare]) => one ?? two ?? bare ?? '')]
  })
}

/** Every query in the examples and in the pages. */
export function documentedQueries(): DocumentedQuery[] {
  const examples = ['examples', 'examples/corpora'].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.graphql'))
      .map(name => `${folder}/${name}`),
  )
  return [
    ...examples.map(place => ({ place, query: readFileSync(join(root, place), 'utf8'), answer: undefined })),
    ...pages.flatMap(queriesOf),
  ]
}
