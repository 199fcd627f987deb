import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rootGroups } from '../../src/graph/rootGroups.ts'
import { compressionFloor } from '../../src/server/compression.ts'
import { operationsCap, variablesDepthCap } from '../../src/server/refusals.ts'
import { limits } from '../../src/settings/limits.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { defaultPageSize, pageCap } from '../../src/store/engine/cursor.ts'
import { filterConditionCap, filterDepthCap } from '../../src/store/query/filter.ts'

/** The rows of the tables of a Markdown file, each by its cells. */
function rowsOf(file: string): string[][] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .map(cell => cell.trim())
        .slice(1, -1),
    )
}

describe('docs/limits.md', () => {
  const rows = rowsOf('docs/limits.md')

  test.each(Object.entries(limits))('says what %s is', (name, { initial, code, counts }) => {
    expect(rows).toContainEqual([`\`${name}\``, `\`${initial}\``, `\`${code}\``, counts])
  })

  test.each([
    [pageCap, 'BAD_PAGE'],
    [filterDepthCap, 'FILTER_TOO_DEEP'],
    [filterConditionCap, 'FILTER_TOO_LONG'],
    [variablesDepthCap, 'VARIABLES_TOO_DEEP'],
    [operationsCap, 'NO_BATCHING'],
  ])('says that %s is the limit of %s', (cap, code) => {
    expect(rows).toContainEqual([String(cap), `\`${code}\``, expect.any(String)])
  })

  test('says how large a page is, and what is compressed', () => {
    const text = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ')
    expect(text).toContain(`or ${defaultPageSize} where neither is given`)
    expect(text).toContain(`From ${compressionFloor.toLocaleString('en')} bytes on`)
  })
})

test.each(Object.entries(readSettings({})))('docs/settings.md says what %s is', (name, initial) => {
  expect(rowsOf('docs/settings.md')).toContainEqual([`\`${name}\``, `\`${initial}\``, expect.stringMatching(/./)])
})

test('docs/api.md groups the fields of the root as GraphiQL does', () => {
  const rows = rowsOf('docs/api.md')
  for (const { title, meaning, fields } of rootGroups()) {
    const links = fields.map(({ name }) => `[\`${name}\`](#${name.toLowerCase()})`)
    expect(rows).toContainEqual([`**${title}**`, meaning, links.join(' ')])
  }
})
