import { expect, test } from 'vitest'
import { depthOf } from '../../src/model/ownWords.ts'

test('statements reported in one another, more than a stack holds, have a depth', () => {
  let around: Parameters<typeof depthOf>[0] = null
  for (let index = 0; index < 100_000; index += 1) {
    around = { quotation: index % 2 === 0 ? 'DIRECT' : 'INDIRECT', content: [], around }
  }
  expect(depthOf(around)).toBe(50_000)
})
