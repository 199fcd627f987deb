// npm run test:mutation -- [how many] [seed]: draws mutants, and says which of them no test notices.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { type Mutant, mutantsOf } from './mutants.ts'
import { subjects } from './subjects.ts'

const [, , count = '400', seed = '13'] = process.argv
/** A mutant that takes longer has most likely made an endless loop. */
const MOST_MS = 300_000

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

function tried(tests: readonly string[], mutant: Mutant | null): Outcome {
  const { status, signal } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutation/vitest.config.ts', ...tests],
    {
      env: { ...process.env, MUTANT: JSON.stringify(mutant ?? {}) },
      timeout: MOST_MS,
      killSignal: 'SIGKILL',
      stdio: 'ignore',
    },
  )
  if (signal !== null) return 'timed out'
  return status === 0 ? 'survived' : 'killed'
}

const all = subjects.flatMap(({ files, tests }) =>
  globSync(files)
    .toSorted()
    .flatMap(file => mutantsOf(file).map(mutant => ({ mutant, tests }))),
)
const trials = drawn(all, Number(count), randoms(Number(seed)))
for (const tests of new Set(trials.map(trial => trial.tests))) {
  if (tried(tests, null) !== 'survived') throw new Error(`these fail without any mutant: ${tests.join(' ')}`)
}
const counts = new Map<Outcome, number>()
for (const { mutant, tests } of trials) {
  const { file, line, operator, before, after } = mutant
  const outcome = tried(tests, mutant)
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const change = `${before.replaceAll(/\s+/g, ' ').slice(0, 60)} → ${after || '(nothing)'}`
  console.log(`${outcome.padEnd(9)} ${file}:${line} ${operator}: ${change}`)
}
const killed = counts.get('killed') ?? 0
const survived = counts.get('survived') ?? 0
console.log(
  `${trials.length} of ${all.length} mutants, seed ${seed}: ${killed} killed, ${survived} survived, ` +
    `${counts.get('timed out') ?? 0} timed out; ${((100 * killed) / Math.max(1, killed + survived)).toFixed(1)}%`,
)
