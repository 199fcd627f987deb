/**
 * A trained model as a file: gzip of a line of JSON, and then of each array of weights those that count, in halves, as pairs
 * of numbers in LEB128: how far from the one before, and the value (zigzag).
 */

import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { Failure } from '../model/failure.ts'
import type { AttributionModel } from './predict.ts'
import { Tagger } from './tagger.ts'

const FORMAT = 'dixit-attributions/3'

/** Weights are kept in steps of so much, and left out below the least that changes anything (measured: docs/draft.md). */
const step = 0.5
const least = 2

const header = z.strictObject({
  format: z.literal(FORMAT),
  /** The datasets that it learned from, and how many documents and attributions they had. */
  datasets: z.array(z.string()),
  documents: z.int(),
  attributions: z.int(),
  /** SHA-256 of all that it learned from. */
  digest: z.string(),
  /** The share of right ones among proposals of each confidence, and the margin from which a proposal has it. */
  confidence: z.array(
    z.strictObject({ name: z.enum(['HIGH', 'FAIR', 'LOW']), from: z.number().nullable(), right: z.number() }),
  ),
})

export type ModelHeader = z.infer<typeof header>
export type Confidence = ModelHeader['confidence'][number]['name']

/** A model with what is known of it. */
export interface TrainedModel extends AttributionModel {
  readonly header: Omit<ModelHeader, 'format'>
}

/** The bytes of a model: the same for the same model. */
export function packModel({ header: about, cues, arguments: args }: TrainedModel): Buffer {
  const arrays = [cues.weights, cues.transitionWeights, args.weights, args.transitionWeights]
  const line = Buffer.from(`${JSON.stringify({ format: FORMAT, ...about })}\n`)
  return gzipSync(Buffer.concat([line, ...arrays.map(packed)]), { level: 9 })
}

/** A model as its file will have it: without what packing leaves out. What is measured is that. */
export function asPacked(model: AttributionModel): AttributionModel {
  const header = { datasets: [], documents: 0, attributions: 0, digest: '', confidence: [] }
  return unpackModel(packModel({ ...model, header }), 'the model')
}

/**
 * Reads a packed model.
 *
 * @throws Failure BAD_INPUT for what is not a model, or one of another format
 */
export function unpackModel(bytes: Uint8Array, path: string): TrainedModel {
  try {
    const content = gunzipSync(bytes, { maxOutputLength: 200_000_000 })
    const end = content.indexOf(10)
    const { format, ...about } = header.parse(JSON.parse(content.subarray(0, end).toString('utf8')))
    const cues = new Tagger()
    const args = new Tagger()
    let at = end + 1
    for (const array of [cues.weights, cues.transitionWeights, args.weights, args.transitionWeights]) {
      at = unpack(content, at, array)
    }
    return { header: about, cues, arguments: args }
  } catch (error) {
    throw new Failure(
      'BAD_INPUT',
      `${path} is not a model that this version of Dixit reads. To train one: dixit train`,
      {
        cause: error,
      },
    )
  }
}

function packed(weights: Float32Array): Buffer {
  const bytes: number[] = []
  let count = 0
  let before = -1
  for (const [index, weight] of weights.entries()) {
    if (Math.abs(weight) < least) continue
    writeNumber(bytes, index - before)
    const value = Math.round(weight / step)
    writeNumber(bytes, value < 0 ? -2 * value - 1 : 2 * value)
    before = index
    count += 1
  }
  const length: number[] = []
  writeNumber(length, count)
  return Buffer.from([...length, ...bytes])
}

function unpack(content: Buffer, from: number, weights: Float32Array): number {
  let at = from
  const next = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = content[at]
      if (byte === undefined) throw new Error('the file ends too early')
      at += 1
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  }
  let index = -1
  for (let left = next(); left > 0; left -= 1) {
    index += next()
    const value = next()
    weights[index] = (value % 2 === 0 ? value / 2 : -(value + 1) / 2) * step
  }
  return at
}

function writeNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
