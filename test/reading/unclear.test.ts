import { expect, test } from 'vitest'
import { findNumbers } from '../../src/reading/index.ts'

test.each(['43,57k', '43,57kg', '1,23,456,7bn'])('“%s” is a number, and cannot be read', words => {
  expect(findNumbers(`They lost ${words} of them.`, 'en')).toEqual([
    expect.objectContaining({ kind: 'UNCLEAR', quantity: null }),
  ])
})
