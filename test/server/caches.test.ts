import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/cli.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
/** The megabytes that the code names in bytes. */
const megabytes = (path: string, name: RegExp) =>
  Number((name.exec(read(path))?.[1] ?? '').replaceAll('_', '')) / 1_000_000

test('docs/limits.md says how much the caches hold', () => {
  const [, operations, statements, ofProcess, statementsOfProcess] =
    /limited to (\d+) and (\d+) MB, and to (\d+) and (\d+) MB in each worker/.exec(
      read('docs/limits.md').replaceAll(/\s+/g, ' '),
    ) ?? []
  expect({ operations, statements, ofProcess, statementsOfProcess }).toEqual({
    operations: String(megabytes('src/server/core.ts', /keptBytes = ([\d_]+)/)),
    statements: String(megabytes('src/store/engine/database.ts', /keptBytes = ([\d_]+)/)),
    ofProcess: String(megabytes('src/server/operations/process.ts', /operations: ([\d_]+)/)),
    statementsOfProcess: String(megabytes('src/server/operations/process.ts', /statements: ([\d_]+)/)),
  })
})
