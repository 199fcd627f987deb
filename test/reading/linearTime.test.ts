import { expect, it, test } from 'vitest'
import { findNumbers } from '../../src/reading/index.ts'

const NBSP = '\u00a0'

it('reads 5 MB of prose', () => {
  const sentence =
    'From May 2023 through July, DHS has removed nearly 900,000 individuals, two hundred a day, he says.\n'
  const times = Math.ceil(5_000_000 / sentence.length)
  expect(findNumbers(sentence.repeat(times), 'en')).toHaveLength(3 * times)
})

test.each([
  '1',
  '1,',
  '1,000',
  '1, ',
  'a 7) b ',
  '1.',
  '1 ',
  `1${NBSP}000`,
  '1-',
  '1k',
  '.5',
  '$',
  ' ',
  '\n',
  'one ',
  'a-',
  'hundred and ',
  'and a half ',
  'two million ',
  'tens of ',
  'http://',
  'x',
  '5, ',
  '5 - 6 - ',
  '55) a ',
])('takes linear time for a megabyte of %j', unit => {
  const spans = findNumbers(unit.repeat(1_000_000 / unit.length), 'en')
  expect(spans.length).toBeLessThanOrEqual(500_000)
})

it('takes linear time for many ranges that only begin', () => {
  expect(findNumbers('between 1 and '.repeat(30_000), 'en')).toHaveLength(30_000)
})

it('takes linear time for a list of years in another language', () => {
  expect(findNumbers(', 2024'.repeat(50_000), 'fr').length).toBeLessThanOrEqual(50_000)
})

it('takes linear time for a megabyte of space between two numbers', () => {
  expect(findNumbers(`two${' '.repeat(1_000_000)}million`, 'en')).toHaveLength(1)
  expect(findNumbers(`two${' \n'.repeat(500_000)}! million`, 'en')).toHaveLength(2)
})
