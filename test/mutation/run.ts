// npm run test:mutation -- [how many] [seed] [only]: draws mutants, and says which of them no test notices. `only` is an expression
// that the places of those are to match that are tried, such as those that survived: 'rates.ts:27|tallies.ts:73'.
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Mutant, mutantsOf } from './mutants.ts'
import { subjects } from './subjects.ts'
import type { Answer, Question } from './warm.ts'

const [, , count = '400', seed = '13', only = ''] = process.argv
/** A mutant whose tests take more, in seconds of the processor, has most likely made an endless loop. */
const MOST_SECONDS = 120
const MS_BETWEEN_LOOKS = 5_000
const AT_A_TIME = 2
const warm = resolve(import.meta.dirname, 'warm.ts')
/** Of each file the tests that noticed mutants of it, the last first. */
const noticed = new Map<string, string[]>()
/** Tests that were seen to pass without a mutant. */
const sound = new Set<string>()

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

/** A process that tries mutants, one after the other: in a group of its own, so that an endless loop in its worker ends with it. */
class Tester {
  #process: ChildProcess | null = null

  async outcomeOf({ mutant, tests }: Trial): Promise<Outcome> {
    const likely = noticed.get(mutant.file) ?? []
    const answer = await this.#ask({ mutant, tests, likely })
    if (answer === 'late') return 'timed out'
    const { failed } = answer
    if (failed === null) return 'survived'
    noticed.set(mutant.file, [...failed, ...likely.filter(file => !failed.includes(file))])
    await this.#expectSound(failed)
    return 'killed'
  }

  /** Tests that fail without any mutant notice none. */
  async #expectSound(tests: readonly string[]): Promise<void> {
    const unseen = tests.filter(test => !sound.has(test))
    if (unseen.length === 0) return
    const answer = await this.#ask({ mutant: null, tests: unseen, likely: [] })
    if (answer === 'late' || answer.failed !== null) throw new Error(`fails without a mutant: ${unseen.join(' ')}`)
    for (const test of unseen) sound.add(test)
  }

  async #ask(question: Question): Promise<Answer | 'late'> {
    this.#process ??= fork(warm, { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const settled = new AbortController()
    const { signal } = settled
    this.#process.send(question)
    const answer: Answer | null | 'late' = await Promise.race([
      once(this.#process, 'message', { signal }).then(([said]) => said),
      once(this.#process, 'exit', { signal }).then(() => null),
      late(this.#process.pid ?? 0, signal),
    ])
    settled.abort()
    if (answer === null) throw new Error('the process that tries mutants ended')
    if (answer === 'late') this.end()
    return answer
  }

  end(): void {
    const pid = this.#process?.pid
    this.#process = null
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  }
}

/** Resolves once what a process has started takes too much of the processor: time on a busy machine tells nothing. */
async function late(starter: number, signal: AbortSignal): Promise<'late'> {
  while (secondsOfStarted(starter).every(seconds => seconds < MOST_SECONDS)) {
    await sleep(MS_BETWEEN_LOOKS, undefined, { signal })
  }
  return 'late'
}

/** How much of the processor each process of a group has taken, but for the one that leads it. */
function secondsOfStarted(leader: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pgid=,pid=,time='], { encoding: 'utf8' }).trim().split('\n')
  return lines.flatMap(line => {
    const [group, id, time = ''] = line.trim().split(/\s+/)
    const isStarted = Number(group) === leader && Number(id) !== leader
    // Hours, minutes and seconds; days stand before a hyphen.
    return isStarted ? [time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0)] : []
  })
}

const counts = { killed: 0, survived: 0, 'timed out': 0 }

async function tryOut(trial: Trial, tester: Tester): Promise<void> {
  const { file, line, operator, before, after } = trial.mutant
  const outcome = await tester.outcomeOf(trial)
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
const waiting = trials.values()
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    const tester = new Tester()
    for (const trial of waiting) await tryOut(trial, tester)
    tester.end()
  }),
)
const { killed, survived } = counts
console.log(
  `${trials.length} of ${all.length} mutants, seed ${seed}: ${killed} killed, ${survived} survived, ` +
    `${counts['timed out']} timed out; ${((100 * killed) / Math.max(1, killed + survived)).toFixed(1)}%`,
)
