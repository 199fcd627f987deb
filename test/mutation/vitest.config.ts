import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { defineConfig, mergeConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import base from '../../vitest.config.ts'
import { fileTimes } from '../fastLane.ts'
import { mutate } from './mutants.ts'

/** The mutant to be tried, which stands in no file: the module is changed as it is read. */
const { file, start, end, after } = JSON.parse(process.env.MUTANT ?? '{}')
const root = resolve(import.meta.dirname, '../..')

/** The cheapest file first: most mutants are noticed by the first few, and no other is run after that. */
class CheapestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const seconds = new Map(fileTimes().map(each => [each.file, each.seconds]))
    const timeOf = ({ moduleId }: TestSpecification) => seconds.get(relative(root, moduleId)) ?? 0
    return files.toSorted((one, other) => timeOf(one) - timeOf(other))
  }
}

export default mergeConfig(
  base,
  defineConfig({
    root,
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
    test: {
      bail: 1,
      maxWorkers: 1,
      reporters: ['dot'],
      sequence: { sequencer: CheapestFirst },
      exclude: ['test/reading/linearTime.test.ts'],
      // One that gathers without end is noticed soon.
      execArgv: ['--max-old-space-size=1500'],
      // What vitest keeps of a module is found by its file, which no mutant changes.
      fsModuleCache: false,
    },
  }),
)
