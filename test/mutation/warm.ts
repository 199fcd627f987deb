// Tries one mutant after the other for run.ts, which forks it. What vitest has read and transformed is kept between two: only the
// mutated module is transformed anew.
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node'
import { fileTimes } from '../fastLane.ts'
import { type Mutant, mutate } from './mutants.ts'

/** What is to be tried: the tests on a mutant, or without any. Those of `likely` come first, as they noticed others in the file. */
export interface Question {
  readonly mutant: Mutant | null
  readonly tests: readonly string[]
  readonly likely: readonly string[]
}

export interface Answer {
  /** The test file that failed first, or all where something failed outside of them; null if nothing did. */
  readonly failed: readonly string[] | null
}

const root = resolve(import.meta.dirname, '../..')
const seconds = new Map(fileTimes().map(each => [each.file, each.seconds]))
let asked: Question = { mutant: null, tests: [], likely: [] }

/** The likely files, then the cheapest: most mutants are noticed by the first few, and no other is run after that. */
class LikeliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const nameOf = ({ moduleId }: TestSpecification) => relative(root, moduleId)
    const rankOf = (file: TestSpecification) => {
      const rank = asked.likely.indexOf(nameOf(file))
      return rank === -1 ? asked.likely.length : rank
    }
    const timeOf = (file: TestSpecification) => seconds.get(nameOf(file)) ?? 0
    return files.toSorted((one, other) => rankOf(one) - rankOf(other) || timeOf(one) - timeOf(other))
  }
}

const vitest = await createVitest(
  {
    root,
    watch: false,
    bail: 1,
    maxWorkers: 1,
    reporters: [{}],
    exclude: ['test/reading/linearTime.test.ts'],
    // One that gathers without end is noticed soon.
    execArgv: ['--max-old-space-size=1500'],
    // What vitest keeps of a module in a file is found by the module's own, which no mutant changes.
    fsModuleCache: false,
    sequence: { sequencer: LikeliestFirst },
  },
  {
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        // It stands in no file: the module is changed as it is read.
        load: id =>
          asked.mutant !== null && id === resolve(asked.mutant.file)
            ? mutate(readFileSync(id, 'utf8'), asked.mutant)
            : null,
      },
    ],
  },
)

// Whoever asked is gone: so is this group, with a worker that may never end.
process.on('disconnect', () => process.kill(-process.pid, 'SIGKILL'))

process.on('message', async (question: Question) => {
  const before = asked
  asked = question
  for (const { mutant } of [before, asked]) if (mutant !== null) vitest.invalidateFile(resolve(mutant.file))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    await vitest.globTestSpecifications([...asked.tests]),
  )
  const first = testModules.find(module => module.state() === 'failed')
  const hasFailed = unhandledErrors.length > 0 || testModules.length === 0
  const failed = first ? [relative(root, first.moduleId)] : hasFailed ? question.tests : null
  process.send?.({ failed } satisfies Answer)
})
