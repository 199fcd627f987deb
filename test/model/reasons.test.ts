import { expect, test } from 'vitest'
import { labelledReasons } from '../../src/model/reasons.ts'

test('a reason follows the parts that it is for, and stands once', () => {
  const cue = 'It has no cue.'
  const letter = 'It continues the letter.'
  expect(
    labelledReasons([
      { name: 'speaker', reason: cue },
      { name: 'addressee', reason: letter },
      { name: 'channel', reason: letter },
      { name: 'time', reason: null },
    ]),
  ).toBe('Speaker: It has no cue. Addressee and channel: It continues the letter.')
  expect(labelledReasons([])).toBe('')
})
