/** Taggers that learn in threads of their own. Each learns by itself, so how many do at a time changes nothing in what is learned. */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { SharedExamples } from './sharedExamples.ts'
import { Tagger } from './tagger.ts'

/** What a thread learns: from which examples, by their numbers, how many times over, in which order. */
export interface TrainingTask {
  readonly examples: SharedExamples
  readonly chosen: readonly number[]
  readonly epochs: number
  readonly seed: number
}

/** The weights of a tagger, as a thread hands them over. */
export interface LearnedWeights {
  readonly weights: Float32Array<ArrayBuffer>
  readonly transitionWeights: Float32Array<ArrayBuffer>
}

let free = availableParallelism()
const waiting: (() => void)[] = []

/** Trains a tagger as soon as a processor is free. */
export async function trainInThread(task: TrainingTask): Promise<Tagger> {
  if (free > 0) free -= 1
  else await new Promise<void>(resolve => waiting.push(resolve))
  try {
    return await learned(task)
  } finally {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
}

async function learned(task: TrainingTask): Promise<Tagger> {
  const worker = new Worker(new URL('./trainingWorker.ts', import.meta.url), { workerData: task })
  const { promise, resolve, reject } = Promise.withResolvers<LearnedWeights>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', code => reject(new Error(`The thread that trained a tagger ended with ${code}.`)))
  const { weights, transitionWeights } = await promise
  return new Tagger(weights, transitionWeights)
}
