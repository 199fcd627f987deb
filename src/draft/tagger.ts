/**
 * A tagger of sequences: an averaged structured perceptron (Collins 2002) over hashed features, decoded by Viterbi. It
 * learns the same from the same examples in the same order.
 */

/** How many weights there are for each label: a power of two, so that a hash is cut by its bits. */
const featureBits = 21
/** How many features there are, hashed. */
export const features = 1 << featureBits
/** How many features of transitions there are, hashed: a power of two as well. */
export const transitionFeatures = 1 << 16

/** How many labels there are: none, and the two that each tagger tells apart. */
const labelCount = 3
const pairCount = labelCount * labelCount

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

export class Tagger {
  /** The weights of features, for each label; and of transitions, from label to label. */
  readonly weights: Float32Array<ArrayBuffer>
  readonly transitionWeights: Float32Array<ArrayBuffer>

  constructor(
    weights: Float32Array<ArrayBuffer> = new Float32Array(features * labelCount),
    transitionWeights: Float32Array<ArrayBuffer> = new Float32Array(transitionFeatures * pairCount),
  ) {
    this.weights = weights
    this.transitionWeights = transitionWeights
  }

  /** A tagger that has learned nothing yet, for so many features. */
  static knowing(count: number): Tagger {
    return new Tagger(new Float32Array(count * labelCount))
  }

  /** Learns from the examples, `epochs` times over in an order that a seed draws. */
  train(examples: readonly TrainingExample[], epochs: number, seed: number): this {
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

  /** Adds one of so many parts of another tagger: their mean is a tagger that no single order of the examples leads astray. */
  addPart({ weights, transitionWeights }: Tagger, parts: number): void {
    addPart(this.weights, weights, parts)
    addPart(this.transitionWeights, transitionWeights, parts)
  }

  #learn(
    { length, width, features, transitionWidth, transitions, labels }: TrainingExample,
    guessed: Uint8Array,
    step: number,
    sums: Float64Array,
    transitionSums: Float64Array,
  ): void {
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
          const feature = featureAt(features, place * width + each) * labelCount
          add(this.weights, sums, feature + right, 1)
          add(this.weights, sums, feature + guess, -1)
        }
      }
      if (right === guess && rightBefore === guessBefore) continue
      for (let each = 0; each < transitionWidth; each += 1) {
        const feature = featureAt(transitions, place * transitionWidth + each) * pairCount
        add(this.transitionWeights, transitionSums, feature + rightBefore * labelCount + right, 1)
        add(this.transitionWeights, transitionSums, feature + guessBefore * labelCount + guess, -1)
      }
    }
  }

  /** The best labels of a sequence, with the score of each label at each place. `bias` is taken from the first label's. */
  decode(sequence: Sequence, bias: number): { readonly labels: Uint8Array; readonly scores: Float64Array } {
    const { length } = sequence
    const scores = this.#scores(sequence, bias)
    const best = new Float64Array(length * labelCount)
    const from = new Uint8Array(length * labelCount)
    const steps = new Float64Array(pairCount)
    for (let place = 0; place < length; place += 1) {
      this.#setSteps(sequence, place, steps)
      for (let label = 0; label < labelCount; label += 1) {
        let most = place === 0 ? sumAt(steps, label) : Number.NEGATIVE_INFINITY
        let before = 0
        for (let other = 0; place > 0 && other < labelCount; other += 1) {
          const sum = sumAt(best, (place - 1) * labelCount + other) + sumAt(steps, other * labelCount + label)
          if (sum > most) {
            most = sum
            before = other
          }
        }
        best[place * labelCount + label] = most + sumAt(scores, place * labelCount + label)
        from[place * labelCount + label] = before
      }
    }
    return { labels: traced(length, best, from), scores }
  }

  /**
   * The scores of the steps from label to label at a place. The weights of a feature stand together, so each is fetched once; sums in
   * variables of their own take half the time of sums in an array.
   */
  #setSteps({ transitionWidth, transitions }: Sequence, place: number, steps: Float64Array): void {
    const weights = this.transitionWeights
    let [s00, s01, s02, s10, s11, s12, s20, s21, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let each = 0; each < transitionWidth; each += 1) {
      const first = featureAt(transitions, place * transitionWidth + each) * pairCount
      s00 += weightAt(weights, first)
      s01 += weightAt(weights, first + 1)
      s02 += weightAt(weights, first + 2)
      s10 += weightAt(weights, first + 3)
      s11 += weightAt(weights, first + 4)
      s12 += weightAt(weights, first + 5)
      s20 += weightAt(weights, first + 6)
      s21 += weightAt(weights, first + 7)
      s22 += weightAt(weights, first + 8)
    }
    steps[0] = s00
    steps[1] = s01
    steps[2] = s02
    steps[3] = s10
    steps[4] = s11
    steps[5] = s12
    steps[6] = s20
    steps[7] = s21
    steps[8] = s22
  }

  #scores({ length, width, features, locked }: Sequence, bias: number): Float64Array {
    const weights = this.weights
    const scores = new Float64Array(length * labelCount)
    for (let place = 0; place < length; place += 1) {
      let [none, one, other] = [0, 0, 0]
      for (let each = 0; each < width; each += 1) {
        const first = featureAt(features, place * width + each) * labelCount
        none += weightAt(weights, first)
        one += weightAt(weights, first + 1)
        other += weightAt(weights, first + 2)
      }
      const isLocked = locked !== null && labelAt(locked, place) > 0
      scores[place * labelCount] = none - bias
      scores[place * labelCount + 1] = isLocked ? -1e9 : one
      scores[place * labelCount + 2] = isLocked ? -1e9 : other
    }
    return scores
  }
}

function traced(length: number, best: Float64Array, from: Uint8Array): Uint8Array {
  const labels = new Uint8Array(length)
  if (length === 0) return labels
  const last = best.subarray((length - 1) * labelCount)
  labels[length - 1] = last.indexOf(Math.max(...last))
  for (let place = length - 1; place > 0; place -= 1)
    labels[place - 1] = labelAt(from, place * labelCount + labelAt(labels, place))
  return labels
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
