/** Asks one question after another and measures the processor time of each, of the server and its processes. */

import { setTimeout } from 'node:timers/promises'
import { type Data, startDixit } from './contenders.ts'
import { type EverydayQuestion, everydayQuestions } from './everydayQuestions.ts'
import { preciseCpuOf } from './processes.ts'
import { post } from './reach.ts'

/** What was measured of a question, in milliseconds of processor time. */
export interface Everyday {
  readonly name: string
  readonly goal: number
  /** The first time, which also makes its plan. */
  readonly first: number
  readonly isKept: boolean
  readonly p50: number
  readonly p95: number
  /** The longest that /health waited meanwhile, by the wall clock. */
  readonly stall: number
  /** The code of the error instead of an answer; null if there was an answer. */
  readonly refused: string | null
}

/** For how long one question is asked at most, in milliseconds of processor time, and how often. */
const most = { processor: 1_500, times: 60 }
const mostQuickly = { processor: 30, times: 5 }

/** Asks a server with the limits that it has by default. */
export async function askEveryday(data: Data, isQuick: boolean, say: (line: string) => void): Promise<Everyday[]> {
  const server = await startDixit('X', data, {
    MAX_OPERATION_MS: '5000',
    MAX_WAIT_MS: '3000',
    MAX_COST: '200000',
    KEPT_ANSWER_BYTES: '16000000',
  })
  const found: Everyday[] = []
  try {
    for (const question of await everydayQuestions(data.database)) {
      const measured = await ask(
        `http://127.0.0.1:${server.port}`,
        server.roots,
        question,
        isQuick ? mostQuickly : most,
      )
      found.push(measured)
      const { name, first, p50, p95, refused } = measured
      say(
        `${name}: first ${first.toPrecision(3)} ms, p50 ${p50.toPrecision(3)} ms, p95 ${p95.toPrecision(3)} ms${refused === null ? '' : ` ${refused}`}`,
      )
    }
  } finally {
    await server.stop()
  }
  return found
}

async function ask(
  address: string,
  roots: readonly number[],
  question: EverydayQuestion,
  effort: typeof most,
): Promise<Everyday> {
  const { name, goal, query, variables, isKept = false } = question
  const taken: number[] = []
  let refused: string | null = null
  const send = async (index: number) => {
    const body = JSON.stringify({ query, variables: variables[index % variables.length] })
    const { text } = await post(`${address}/graphql`, body)
    refused ??= /^{"errors".*?"code":"(\w+)"/.exec(text)?.[1] ?? null
  }
  await untilAtRest(roots)
  const witness = watch(address)
  const begin = preciseCpuOf(roots)
  await send(variables.length - 1)
  const first = preciseCpuOf(roots) - begin
  let total = 0
  for (let times = 0; refused === null && times < effort.times && total < effort.processor; times += 1) {
    const before = preciseCpuOf(roots)
    await send(times)
    taken.push(preciseCpuOf(roots) - before)
    total += taken.at(-1) ?? 0
  }
  const stall = await witness()
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? first
  return { name, goal, first, isKept, p50: at(0.5), p95: at(0.95), stall, refused }
}

/**
 * Waits until the server does nothing: the process of a refused operation ends, and another starts, only after the refusal was
 * sent, and the next question would be charged for both.
 */
async function untilAtRest(roots: readonly number[]): Promise<void> {
  let before = Number.NEGATIVE_INFINITY
  for (let now = preciseCpuOf(roots); Math.abs(now - before) > 10; now = preciseCpuOf(roots)) {
    before = now
    await setTimeout(500)
  }
}

/** Asks for /health ten times a second until it is stopped: the longest wait. */
function watch(address: string): () => Promise<number> {
  let isWatching = true
  let longest = 0
  const work = async () => {
    while (isWatching) {
      const begin = performance.now()
      await fetch(`${address}/health`).then(answer => answer.text())
      longest = Math.max(longest, performance.now() - begin)
      await setTimeout(100)
    }
    return longest
  }
  const done = work()
  return () => {
    isWatching = false
    return done
  }
}
