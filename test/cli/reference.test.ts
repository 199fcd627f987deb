import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCommands } from '../../src/cli/commands.ts'
import { cliReference } from '../../src/cli/reference.ts'
import { root } from '../support/cli.ts'

test('docs/cli.md is what --help says; npm run reference writes it', async () => {
  expect(readFileSync(join(root, 'docs/cli.md'), 'utf8')).toBe(await cliReference())
})

test('the README lists each command', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const names = (await loadCommands([])).map(command => command.name())
  expect(names.filter(name => !new RegExp(`^\\| \`${name}\\b`, 'm').test(readme))).toEqual([])
})
