/**
 * A tagger of sequences: an averaged structured perceptron (Collins 2002) over hashed features, decoded by Viterbi. It
 * learns the same from the same examples in the same order.
 */

/** How many weights there are for each label: a power of two, so that a hash is cut by its bits. */
const featureBits = 21
/** How many features there are, hashed. */
export const features = 1 << featureBits
const featureMask = features - 1
/** How many features of transitions there are, hashed: a power of two as well. */
const transitionFeatures = 1 << 16

/** A sequence to be tagged: `width` features at each place, and as many as `transitionWidth` for the step to it. */
export interface Sequence {
  readonly length: number
  readonly width: number
  readonly features: Int32Array
  readonly transitionWidth: number
  readonly transitions: Int32Array
  /** Places that can have no label but the first. */
  readonly locked: Uint8Array | null
}

/** A sequence with its right labels. */
export interface TrainingExample extends Sequence {
  readonly labels: Uint8Array
}

/** The number of a feature. */
export function hashFeature(text: string): number {
  return hash(text) & featureMask
}

/** The number of a feature of a transition. */
export function hashTransition(text: string): number {
  return hash(text) & (transitionFeatures - 1)
}

/** FNV-1a, mixed. */
function hash(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 12)
}

export class Tagger {
  readonly labels: number
  /** The weights of features, label by label; and of transitions, from label to label. */
  readonly weights: Float32Array
  readonly transitionWeights: Float32Array

  constructor(labels: number) {
    this.labels = labels
    this.weights = new Float32Array(features * labels)
    this.transitionWeights = new Float32Array(transitionFeatures * labels * labels)
  }

  /** Learns from the examples, `epochs` times over in an order that a seed draws. */
  train(examples: readonly TrainingExample[], epochs: number, seed = 7): this {
    const sums = new Float64Array(this.weights.length)
    const transitionSums = new Float64Array(this.transitionWeights.length)
    const draw = drawing(seed)
    const order = examples.map((_, index) => index)
    let step = 1
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      shuffle(order, draw)
      for (const index of order) {
        const example = examples[index]
        if (example === undefined) continue
        step += 1
        this.#learn(example, this.decode(example, 0).labels, step, sums, transitionSums)
      }
    }
    for (let index = 0; index < sums.length; index += 1)
      this.weights[index] = weightAt(this.weights, index) - sumAt(sums, index) / step
    for (let index = 0; index < transitionSums.length; index += 1) {
      this.transitionWeights[index] = weightAt(this.transitionWeights, index) - sumAt(transitionSums, index) / step
    }
    return this
  }

  /** Learns several times, each in another order, and keeps the mean, so that no single order leads it astray. */
  trainSeveral(examples: readonly TrainingExample[], epochs: number, times: number): this {
    for (let time = 0; time < times; time += 1) {
      const one = new Tagger(this.labels).train(examples, epochs, 7 + time)
      addPart(this.weights, one.weights, times)
      addPart(this.transitionWeights, one.transitionWeights, times)
    }
    return this
  }

  #learn(
    { length, width, features, transitionWidth, transitions, labels }: TrainingExample,
    guessed: Uint8Array,
    step: number,
    sums: Float64Array,
    transitionSums: Float64Array,
  ): void {
    const count = this.labels
    const add = (weights: Float32Array, totals: Float64Array, index: number, by: number) => {
      weights[index] = weightAt(weights, index) + by
      totals[index] = sumAt(totals, index) + by * step
    }
    for (let place = 0; place < length; place += 1) {
      const right = labelAt(labels, place)
      const guess = labelAt(guessed, place)
      const rightBefore = place > 0 ? labelAt(labels, place - 1) : 0
      const guessBefore = place > 0 ? labelAt(guessed, place - 1) : 0
      if (right !== guess) {
        for (let each = 0; each < width; each += 1) {
          const feature = featureAt(features, place * width + each) * count
          add(this.weights, sums, feature + right, 1)
          add(this.weights, sums, feature + guess, -1)
        }
      }
      if (right === guess && rightBefore === guessBefore) continue
      for (let each = 0; each < transitionWidth; each += 1) {
        const feature = featureAt(transitions, place * transitionWidth + each) * count * count
        add(this.transitionWeights, transitionSums, feature + rightBefore * count + right, 1)
        add(this.transitionWeights, transitionSums, feature + guessBefore * count + guess, -1)
      }
    }
  }

  /** The best labels of a sequence, with the score of each label at each place. `bias` is taken from the first label's. */
  decode(sequence: Sequence, bias: number): { readonly labels: Uint8Array; readonly scores: Float64Array } {
    const count = this.labels
    const { length, transitionWidth, transitions } = sequence
    const scores = this.#scores(sequence, bias)
    const best = new Float64Array(length * count)
    const from = new Uint8Array(length * count)
    const step = new Float64Array(count * count)
    for (let place = 0; place < length; place += 1) {
      for (let pair = 0; pair < step.length; pair += 1) {
        let sum = 0
        for (let each = 0; each < transitionWidth; each += 1) {
          const feature = featureAt(transitions, place * transitionWidth + each)
          sum += weightAt(this.transitionWeights, feature * step.length + pair)
        }
        step[pair] = sum
      }
      for (let label = 0; label < count; label += 1) {
        let most = place === 0 ? sumAt(step, label) : Number.NEGATIVE_INFINITY
        let before = 0
        for (let other = 0; place > 0 && other < count; other += 1) {
          const sum = sumAt(best, (place - 1) * count + other) + sumAt(step, other * count + label)
          if (sum > most) {
            most = sum
            before = other
          }
        }
        best[place * count + label] = most + sumAt(scores, place * count + label)
        from[place * count + label] = before
      }
    }
    return { labels: this.#traced(length, best, from), scores }
  }

  #scores({ length, width, features, locked }: Sequence, bias: number): Float64Array {
    const count = this.labels
    const scores = new Float64Array(length * count)
    for (let place = 0; place < length; place += 1) {
      for (let label = 0; label < count; label += 1) {
        let sum = 0
        for (let each = 0; each < width; each += 1) {
          sum += weightAt(this.weights, featureAt(features, place * width + each) * count + label)
        }
        scores[place * count + label] = sum
      }
      if (locked !== null && labelAt(locked, place) > 0) {
        for (let label = 1; label < count; label += 1) scores[place * count + label] = -1e9
      }
      scores[place * count] = sumAt(scores, place * count) - bias
    }
    return scores
  }

  #traced(length: number, best: Float64Array, from: Uint8Array): Uint8Array {
    const count = this.labels
    const labels = new Uint8Array(length)
    if (length === 0) return labels
    const last = best.subarray((length - 1) * count)
    labels[length - 1] = last.indexOf(Math.max(...last))
    for (let place = length - 1; place > 0; place -= 1)
      labels[place - 1] = labelAt(from, place * count + labelAt(labels, place))
    return labels
  }
}

function addPart(sums: Float32Array, values: Float32Array, parts: number): void {
  for (let index = 0; index < sums.length; index += 1)
    sums[index] = weightAt(sums, index) + weightAt(values, index) / parts
}

// Cells that are known to be there. A function for each type of array: one that gets several is many times slower, and training
// does little else.

function weightAt(array: Float32Array, index: number): number {
  return array[index] ?? 0
}

function sumAt(array: Float64Array, index: number): number {
  return array[index] ?? 0
}

function featureAt(array: Int32Array, index: number): number {
  return array[index] ?? 0
}

function labelAt(array: Uint8Array, index: number): number {
  return array[index] ?? 0
}

/** Numbers from 0 up to 1, the same for the same seed (a linear congruence). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x80000000
  }
}

function shuffle(order: number[], draw: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(draw() * (index + 1))
    const kept = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = kept
  }
}
