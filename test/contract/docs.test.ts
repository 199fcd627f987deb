import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { Kind, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { loadCommands } from '../../src/cli/commands.ts'
import { programOf } from '../../src/cli/program.ts'
import { schema } from '../../src/graph/schema.ts'
import { root } from '../support/cli.ts'
import { commandsOf, pages, queriesOf } from '../support/documentation.ts'
import { dataOf, testGraph } from '../support/graph.ts'

const graph = testGraph()

describe.each(pages.filter(page => queriesOf(page).length > 0))('%s', page => {
  test.each(queriesOf(page))('$place', async ({ query, answer }) => {
    const { data, errors, extensions, ...given } = await graph.ask(query)
    if (answer !== undefined) {
      expect({ data, ...(errors && { errors }), ...('extensions' in Object(answer) && { extensions }) }).toEqual(answer)
      return
    }
    // An example that finds nothing teaches nothing.
    const found = dataOf({ data, ...(errors && { errors }), ...given })
    for (const [field, value] of Object.entries(Object(found))) {
      expect(value, `${field} is null in the example`).not.toBeNull()
      expect(value, `${field} finds nothing in the example`).not.toMatchObject({ nodes: [] })
    }
  })
})

describe.each(pages.filter(page => commandsOf(page).length > 0))('the commands of %s are complete', page => {
  test.each(commandsOf(page).map(args => [args.join(' '), args] as const))('dixit %s', async (_, args) => {
    expect(await refusalOf(args)).toBeNull()
  })
})

test('a command that lacks an option which must be there is told from those', async () => {
  expect(await refusalOf(['review', 'my-article', '--serve'])).toBe(
    "error: required option '--by <name>' not specified",
  )
})

/** Why the command line does not take these arguments; null if it does. Nothing is run. */
async function refusalOf(args: readonly string[]): Promise<string | null> {
  const program = programOf(await loadCommands(args))
  const disarm = (command: CommandUnknownOpts) => {
    command.configureOutput({ writeErr: () => undefined }).action(() => undefined)
    command.commands.forEach(disarm)
  }
  for (const command of program.commands) disarm(command)
  try {
    await program.parseAsync(args, { from: 'user' })
    return null
  } catch (error) {
    if (error instanceof CommanderError) return error.message
    throw error
  }
}

test('docs/api.md has an example of each field of the root', () => {
  const used = new Set(
    queriesOf('docs/api.md')
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
  const unlinked = pages.filter(page => page !== 'README.md' && !readme.includes(`(${page})`))
  expect(unlinked, 'add these to “What stands where” in README.md, as (docs/…)').toEqual([])
})

test('links between the pages lead somewhere', () => {
  const files = ['ARCHITECTURE.md', 'CHANGELOG.md', 'examples/app/README.md', ...pages]
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
