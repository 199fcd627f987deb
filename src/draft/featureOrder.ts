import type { Tagger, TrainingExample } from './tagger.ts'

/** Features more frequent than this are sorted no further. */
const mostCounted = 4096

/**
 * An order of features in which the frequent ones stand together, while a tagger learns: their weights then stay in the
 * processor's cache, which makes training a third faster. What is learned is the same.
 */
export class FeatureOrder {
  /** For each feature its number in this order. */
  readonly #numbers: Int32Array

  constructor(examples: readonly TrainingExample[], features: number) {
    const counts = new Int32Array(features)
    for (const example of examples) for (const feature of example.features) counts[feature] = (counts[feature] ?? 0) + 1
    // Sorted by counting: how many features are more frequent than those of each frequency.
    const places = new Int32Array(mostCounted + 2)
    const rankOf = (count: number) => mostCounted - Math.min(count, mostCounted)
    for (const count of counts) places[rankOf(count) + 1] = (places[rankOf(count) + 1] ?? 0) + 1
    for (let rank = 1; rank < places.length; rank += 1) places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0)
    this.#numbers = counts.map(count => {
      const rank = rankOf(count)
      const number = places[rank] ?? 0
      places[rank] = number + 1
      return number
    })
  }

  /** Renumbers the features of examples, in place. */
  apply(examples: readonly TrainingExample[]): void {
    const numbers = this.#numbers
    for (const { features } of examples) {
      for (let at = 0; at < features.length; at += 1) features[at] = numbers[features[at] ?? 0] ?? 0
    }
  }

  /** Gives the weights of a tagger that learned from renumbered examples back to the features as they are hashed. */
  restore(tagger: Tagger): Tagger {
    const { labels, weights } = tagger
    const learned = weights.slice()
    for (const [feature, number] of this.#numbers.entries()) {
      for (let label = 0; label < labels; label += 1) {
        weights[feature * labels + label] = learned[number * labels + label] ?? 0
      }
    }
    return tagger
  }
}
