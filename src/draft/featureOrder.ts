import type { SharedExamples } from './sharedExamples.ts'
import { features, Tagger, type TrainingExample } from './tagger.ts'

/** Features more frequent than this are sorted no further. */
const mostCounted = 4096

/**
 * An order of features in which the frequent ones stand together, while a tagger learns: their weights then stay in the
 * processor's cache, which makes training a third faster. What is learned is the same.
 */
export class FeatureOrder {
  /** For each feature its number in this order. */
  readonly #numbers: Int32Array
  /** How many features the examples have. */
  readonly #known: number

  constructor(examples: readonly TrainingExample[]) {
    const counts = new Int32Array(features)
    for (const example of examples) for (const feature of example.features) counts[feature] = (counts[feature] ?? 0) + 1
    // Sorted by counting: how many features are more frequent than those of each frequency.
    const places = new Int32Array(mostCounted + 2)
    const rankOf = (count: number) => mostCounted - Math.min(count, mostCounted)
    for (const count of counts) places[rankOf(count) + 1] = (places[rankOf(count) + 1] ?? 0) + 1
    for (let rank = 1; rank < places.length; rank += 1) places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0)
    this.#known = places[rankOf(0)] ?? 0
    this.#numbers = counts.map(count => {
      const rank = rankOf(count)
      const number = places[rank] ?? 0
      places[rank] = number + 1
      return number
    })
  }

  /** The examples with their features in this order, for threads to learn from. */
  share(examples: readonly TrainingExample[]): SharedExamples {
    const places = examples.reduce((sum, { length }) => sum + length, 0)
    const [{ width, transitionWidth } = { width: 0, transitionWidth: 0 }] = examples
    const shared = {
      known: this.#known,
      starts: new Int32Array(new SharedArrayBuffer(4 * (examples.length + 1))),
      width,
      features: new Int32Array(new SharedArrayBuffer(4 * places * width)),
      transitionWidth,
      transitions: new Int32Array(new SharedArrayBuffer(4 * places * transitionWidth)),
      locked: new Uint8Array(new SharedArrayBuffer(places)),
      labels: new Uint8Array(new SharedArrayBuffer(places)),
    }
    let start = 0
    for (const [index, example] of examples.entries()) {
      for (const [at, feature] of example.features.entries()) {
        shared.features[start * width + at] = this.#numbers[feature] ?? 0
      }
      shared.transitions.set(example.transitions, start * transitionWidth)
      if (example.locked !== null) shared.locked.set(example.locked, start)
      shared.labels.set(example.labels, start)
      start += example.length
      shared.starts[index + 1] = start
    }
    return shared
  }

  /** A tagger that learned from examples in this order, for features as they are hashed. */
  restore({ weights, transitionWeights }: Tagger): Tagger {
    const restored = new Tagger()
    const labels = restored.weights.length / features
    for (const [feature, number] of this.#numbers.entries()) {
      if (number >= this.#known) continue
      for (let label = 0; label < labels; label += 1) {
        restored.weights[feature * labels + label] = weights[number * labels + label] ?? 0
      }
    }
    restored.transitionWeights.set(transitionWeights)
    return restored
  }
}
