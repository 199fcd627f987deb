import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareAddress, mostCompared } from '../../src/web/compare/compareAddress.ts'
import { mostQuotations } from '../../src/web/compare/mostQuotations.ts'
import { root } from '../support/cli.ts'

test('docs/explorer.md says how many speakers and quotations a comparison has', () => {
  const page = readFileSync(join(root, 'docs/explorer.md'), 'utf8').replaceAll(/\s+/g, ' ')
  expect(page).toContain('two to six speakers')
  expect(page).toContain('up to fourteen with')
  expect([mostCompared, mostQuotations]).toEqual([6, 14])
  expect(compareAddress(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('/compare?speakers=a,b,c,d,e,f')
})
