import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { root } from '../support/cli.ts'
import { graphOfEverything } from '../support/corpora.ts'
import { documentedQueries } from '../support/documentation.ts'
import { dataOf, type TestGraph, testGraph } from '../support/graph.ts'

const graph = testGraph()
let everything: TestGraph
beforeAll(async () => {
  everything = await graphOfEverything()
})
const pages = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'))

describe.each(pages.filter(page => documentedQueries(`docs/${page}`).length > 0))('docs/%s', page => {
  test.each(documentedQueries(`docs/${page}`))('$name', async ({ query, answer }) => {
    const { data, errors } = await graph.ask(query)
    if (answer !== undefined) {
      expect(errors ? { data, errors } : { data }).toEqual(answer)
      return
    }
    // An example that finds nothing teaches nothing. Of what only corpora bring, the seed has none.
    if (findsNothing(dataOf(await graph.ask(query)))) {
      const other = dataOf(await everything.ask(query))
      expect(findsNothing(other), `the example finds nothing: ${JSON.stringify(other)}`).toBe(false)
    }
  })
})

/** Whether a field of the root is null or an empty list. */
function findsNothing(data: unknown): boolean {
  return Object.values(Object(data)).some(value => value === null || Object(value).nodes?.length === 0)
}

test('docs/api.md has an example of each field of the root', () => {
  const used = new Set(
    documentedQueries('docs/api.md')
      .flatMap(({ query }) => parse(query).definitions)
      .flatMap(definition => (definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []))
      .map(selection => (selection.kind === Kind.FIELD ? selection.name.value : '')),
  )
  const missing = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter(field => !used.has(field))
  const remedy = missing.map(field => `### ${field}\n\n\`\`\`graphql\n{\n  ${field}(…) {\n    …\n  }\n}\n\`\`\``)
  expect(
    missing,
    `These fields of the root have no example. Add to docs/api.md, under the heading where it belongs, a query that the seed answers:\n\n${remedy.join('\n\n')}\n`,
  ).toEqual([])
})

test('the README leads to each page', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const unlinked = pages.filter(page => !readme.includes(`(docs/${page})`))
  expect(unlinked, 'add these to “What stands where” in README.md, as (docs/…)').toEqual([])
})

test('links between the pages lead somewhere', () => {
  const files = [
    'README.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'examples/app/README.md',
    ...pages.map(page => `docs/${page}`),
  ]
  const broken = files.flatMap(file =>
    Array.from(
      readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g),
      ([, target = '']) => target,
    )
      .filter(target => !existsSync(join(root, file, '..', target)))
      .map(target => `${file}: ${target}`),
  )
  expect(broken).toEqual([])
})
