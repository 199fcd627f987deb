import type { TrainingExample } from './tagger.ts'

/** Examples in arrays that threads share, one after the other. */
export interface SharedExamples {
  /** How many features there are: the greatest, and one. */
  readonly known: number
  /** Before which place each example begins, and where the last one ends. */
  readonly starts: Int32Array
  readonly width: number
  readonly features: Int32Array
  readonly transitionWidth: number
  readonly transitions: Int32Array
  readonly locked: Uint8Array
  readonly labels: Uint8Array
}

/** The examples one by one, as views of the shared arrays. */
export function examplesOf(shared: SharedExamples): TrainingExample[] {
  const { starts, width, features, transitionWidth, transitions, locked, labels } = shared
  return Array.from({ length: starts.length - 1 }, (_, index) => {
    const [from = 0, to = 0] = starts.subarray(index, index + 2)
    return {
      length: to - from,
      width,
      features: features.subarray(from * width, to * width),
      transitionWidth,
      transitions: transitions.subarray(from * transitionWidth, to * transitionWidth),
      locked: locked.subarray(from, to),
      labels: labels.subarray(from, to),
    }
  })
}
