/**
 * How well quantities are read in real statements: 100 of PolNeAR and 100 of LIAR, drawn by the seed that the sample names
 * from those that hold a digit or a word of a number, and read by a person before the reader's output was looked at. The
 * sample holds documents, offsets, values and digests, and none of the corpora's words.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { CodePoints, normaliseText, sha256 } from '../../src/model/text.ts'
import { type NumberMention, readQuantities } from '../../src/reading/index.ts'
import { root } from '../support/cli.ts'
import { corpus, hasCorpora } from '../support/corpora.ts'

const sampleShape = z.object({
  statements: z.array(
    z.object({
      corpus: z.enum(['polnear', 'liar']),
      document: z.string(),
      quantities: z.array(
        z.object({
          at: z.tuple([z.int(), z.int()]),
          digest: z.string(),
          approximation: z.string(),
          value: z.number().nullable().default(null),
          lower: z.number().nullable().default(null),
          upper: z.number().nullable().default(null),
        }),
      ),
    }),
  ),
})

const { statements } = sampleShape.parse(
  JSON.parse(readFileSync(join(root, 'test/fixtures/reading/sample.json'), 'utf8')),
)

function textsOf(): (name: z.infer<typeof sampleShape>['statements'][number]) => string {
  const rows = readFileSync(corpus('liar/train.tsv'), 'utf8').split('\n')
  const liar = new Map(rows.map(row => row.split('\t')).map(cells => [cells[0], cells[2]]))
  return ({ corpus: name, document }) =>
    normaliseText(
      name === 'liar' ? (liar.get(document) ?? '') : readFileSync(corpus(`polnear/train/text/${document}`), 'utf8'),
    )
}

type Gold = z.infer<typeof sampleShape>['statements'][number]['quantities'][number]

function isRight({ quantity }: NumberMention, gold: Gold): boolean {
  if (quantity?.approximation !== gold.approximation || quantity.value !== gold.value) return false
  return gold.value !== null || (quantity.lower === gold.lower && quantity.upper === gold.upper)
}

test.skipIf(!hasCorpora)('95 % of the quantities of 200 statements are found, and 98 % of those are right', () => {
  const textOf = textsOf()
  const tally = { gold: 0, found: 0, right: 0 }
  for (const statement of statements) {
    const points = new CodePoints(textOf(statement))
    const read = readQuantities(points.text, 'en').filter(({ quantity }) => quantity !== null)
    for (const gold of statement.quantities) {
      const [from, to] = gold.at
      expect(sha256(points.slice(from, to)).slice(0, 16)).toBe(gold.digest)
      const [start, end] = [points.toUtf16(from), points.toUtf16(to)]
      const found = read.find(mention => mention.start < end && start < mention.end)
      tally.gold += 1
      if (found === undefined) continue
      tally.found += 1
      if (isRight(found, gold)) tally.right += 1
    }
  }
  expect(tally.gold).toBe(219)
  expect(tally.found / tally.gold).toBeGreaterThanOrEqual(0.95)
  expect(tally.right / tally.found).toBeGreaterThanOrEqual(0.98)
  console.info(`of ${tally.gold} quantities ${tally.found} are found, and ${tally.right} of them are right`)
})
