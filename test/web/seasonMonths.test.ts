import { expect, test } from 'vitest'
import { seasonMonths } from '../../src/web/timeline/seasonMonths.ts'

test.each([
  ['2025-21', '2025-03-01', '2025-05-31'],
  ['2025-22', '2025-06-01', '2025-08-31'],
  ['2025-23', '2025-09-01', '2025-11-30'],
  ['2025-23?', '2025-09-01', '2025-11-30'],
  ['2025-24', '2025-12-01', '2026-02-28'],
])('%s is drawn from %s to %s', (edtf, earliest, latest) => {
  expect(seasonMonths(edtf)).toEqual({ earliest, latest })
})

test.each(['2025', '2025-12', '2025-11-23', '2025-01/2025-03', null])('%s is no season', edtf => {
  expect(seasonMonths(edtf)).toBeNull()
})
