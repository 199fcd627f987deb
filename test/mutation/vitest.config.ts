import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.ts'
import { mutate } from './mutants.ts'

/** The mutant to be tried, which stands in no file: the module is changed as it is read. */
const { file, start, end, after } = JSON.parse(process.env.MUTANT ?? '{}')

export default mergeConfig(
  base,
  defineConfig({
    root: resolve(import.meta.dirname, '../..'),
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        load(id) {
          return file !== undefined && id === resolve(file)
            ? mutate(readFileSync(file, 'utf8'), { start, end, after })
            : null
        },
      },
    ],
    // What vitest keeps of a module is found by its file, which no mutant changes.
    test: { bail: 1, maxWorkers: 1, reporters: ['dot'], fsModuleCache: false },
  }),
)
