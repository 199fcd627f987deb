import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { expect, test } from 'vitest'
import { readExamples } from '../../src/server/examples.ts'
import { root } from '../support/cli.ts'
import { temporaryFolder } from '../support/graph.ts'
import { servedSeed } from './statements.ts'

const { url } = await servedSeed()

test('codegen: from the address of the API, the types of every worked example, which check', async () => {
  const folder = temporaryFolder()
  // Its parser is of an earlier GraphQL, which knows no descriptions of operations.
  for (const { name, query } of readExamples()) {
    writeFileSync(join(folder, name), query.replace(/^"""[\s\S]*?"""\n/m, '').replace(/^ +"[^"\n]*"\n/gm, ''))
  }
  const [schema, operations] = [join(folder, 'schema.ts'), join(folder, 'operations.ts')]
  await generate(
    {
      // Where the plug-ins are found.
      cwd: import.meta.dirname,
      schema: url,
      documents: join(folder, '*.graphql'),
      silent: true,
      config: { scalars: { EDTF: 'string', Reference: 'string' } },
      generates: {
        [schema]: { plugins: ['typescript'] },
        [operations]: { plugins: ['typescript-operations'] },
      },
    },
    true,
  )
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      schema,
      operations,
    ],
    { encoding: 'utf8' },
  )
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})
