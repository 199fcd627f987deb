import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printable } from '../../src/cli/printable.ts'
import { dixitProgram } from '../support/cli.ts'
import { seed, temporaryFolder } from '../support/graph.ts'

test('what a terminal would obey is escaped, and all else is kept', () => {
  expect(printable('a\u001b[31mb\u009b2J\u0007\u007f\rc')).toBe('a\\u001b[31mb\\u009b2J\\u0007\\u007f\\u000dc')
  expect(printable('invoice\u202egnp.exe\u2066a\u2069\u2028')).toBe('invoice\\u202egnp.exe\\u2066a\\u2069\\u2028')
  const kept = 'Zoë\t“said”\nעברית\r\n😀'
  expect(printable(kept)).toBe(kept)
  expect(JSON.parse(printable(JSON.stringify({ name: '\u009b' })))).toEqual({ name: '\u009b' })
})

test.each(['check', 'import'])('the name of a folder does not reach the terminal as it is: %s', async command => {
  const folder = join(temporaryFolder(), 'esc\u001b]0;owned\u0007\u001b[2Jname')
  mkdirSync(folder)
  cpSync(seed, folder, { recursive: true })
  const missing = await dixitProgram([command, `${folder}x`], { DIXIT_DB: join(folder, 'dixit.db') })
  const found = await dixitProgram([command, folder], { DIXIT_DB: join(folder, 'dixit.db') })
  const said = [missing, found].map(({ out, err }) => out + err).join('')
  expect(said).toContain('esc\\u001b]0;owned')
  expect(said).toBe(printable(said))
})
