/** Trains one tagger, in a thread of its own. */

import { parentPort, workerData } from 'node:worker_threads'
import { examplesOf } from './sharedExamples.ts'
import { Tagger } from './tagger.ts'
import type { TrainingTask } from './trainInThreads.ts'

const { examples, chosen, epochs, seed }: TrainingTask = workerData
const all = examplesOf(examples)
const { weights, transitionWeights } = Tagger.knowing(examples.known).train(
  chosen.flatMap(number => all[number] ?? []),
  epochs,
  seed,
)
parentPort?.postMessage({ weights, transitionWeights }, [weights.buffer, transitionWeights.buffer])
