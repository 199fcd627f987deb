// npm run test:mutation -- [how many] [seed] [only]: draws mutants, and says which of them no test notices. `only` is an expression
// that the places of those are to match that are tried, such as those that survived: 'rates.ts:27|tallies.ts:73'.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { type Mutant, mutantsOf } from './mutants.ts'
import { subjects } from './subjects.ts'

const [, , count = '400', seed = '13', only = ''] = process.argv
/** A mutant that takes longer has most likely made an endless loop. */
const MOST_MS = 600_000
/** Without a mutant there is none: a busy machine is waited for. */
const MOST_MS_WITHOUT = 3_600_000
const AT_A_TIME = 2

interface Trial {
  readonly mutant: Mutant
  readonly tests: readonly string[]
}

/** Mulberry32: the same seed draws the same mutants on any machine. */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function drawn(all: readonly Trial[], most: number, random: () => number): Trial[] {
  const left = [...all]
  return Array.from({ length: Math.min(most, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat()
}

type Outcome = 'killed' | 'survived' | 'timed out'

/** Runs the tests in a process group of their own, so that an endless loop in a worker of vitest ends with it. */
async function tried(tests: readonly string[], mutant: Mutant | null): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutation/vitest.config.ts', ...tests],
    { env: { ...process.env, MUTANT: JSON.stringify(mutant ?? {}) }, detached: true, stdio: 'ignore' },
  )
  const { pid } = child
  if (pid === undefined) throw new Error('vitest cannot be started')
  let isLate = false
  const timer = setTimeout(
    () => {
      isLate = true
      process.kill(-pid, 'SIGKILL')
    },
    mutant === null ? MOST_MS_WITHOUT : MOST_MS,
  )
  const [status] = await once(child, 'exit')
  clearTimeout(timer)
  if (isLate) return 'timed out'
  return status === 0 ? 'survived' : 'killed'
}

const counts = { killed: 0, survived: 0, 'timed out': 0 }

async function tryOut({ mutant, tests }: Trial): Promise<void> {
  const { file, line, operator, before, after } = mutant
  const outcome = await tried(tests, mutant)
  counts[outcome] += 1
  const change = `${before.replaceAll(/\s+/g, ' ').slice(0, 60)} → ${after || '(nothing)'}`
  console.log(`${outcome.padEnd(9)} ${file}:${line} ${operator}: ${change}`)
}

setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const all = subjects.flatMap(({ files, tests }) =>
  globSync(files)
    .toSorted()
    .flatMap(file => mutantsOf(file).map(mutant => ({ mutant, tests }))),
)
const wanted = new RegExp(only)
const placed = all.filter(({ mutant: { file, line } }) => wanted.test(`${file}:${line}`))
const trials = drawn(placed, Number(count), randoms(Number(seed)))
for (const tests of new Set(trials.map(trial => trial.tests))) {
  if ((await tried(tests, null)) !== 'survived') throw new Error(`these fail without any mutant: ${tests.join(' ')}`)
}
const waiting = trials.values()
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (const trial of waiting) await tryOut(trial)
  }),
)
const { killed, survived } = counts
console.log(
  `${trials.length} of ${all.length} mutants, seed ${seed}: ${killed} killed, ${survived} survived, ` +
    `${counts['timed out']} timed out; ${((100 * killed) / Math.max(1, killed + survived)).toFixed(1)}%`,
)
