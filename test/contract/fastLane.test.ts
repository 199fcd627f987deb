import { expect, test } from 'vitest'
import { fastSeconds, fileTimes, slowFiles } from '../fastLane.ts'

test('npm run test:fast has most tests, and none that is slow', () => {
  const measured = fileTimes()
  const slow = new Set(slowFiles())
  const count = (files: typeof measured) => files.reduce((sum, { tests }) => sum + tests, 0)
  const fast = measured.filter(({ file }) => !slow.has(file))
  expect(count(fast) / count(measured), 'measure again: npm run test:times').toBeGreaterThan(0.6)
  expect(fast.reduce((sum, { seconds }) => sum + seconds, 0)).toBeLessThanOrEqual(fastSeconds)
})

test('what takes longest for a test is left out first', () => {
  const file = (name: string, seconds: number, tests: number) => ({ file: name, seconds, tests })
  const measured = [file('program', 9, 1), file('many', 15, 300), file('few', 4, 10)]
  expect(slowFiles(measured)).toEqual(['program'])
})
