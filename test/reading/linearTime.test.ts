import { expect, it, test, vi } from 'vitest'
import { findNumbers, quantitiesAmong, readMention, readTimes } from '../../src/reading/index.ts'

const NBSP = '\u00a0'

// What takes time in proportion to the square of its length takes minutes at these lengths, what is linear some seconds.
vi.setConfig({ testTimeout: 60_000 })

it('reads a megabyte of prose', () => {
  const sentence =
    'From May 2023 through July, DHS has removed nearly 900,000 individuals, two hundred a day, he says.\n'
  const times = Math.ceil(1_000_000 / sentence.length)
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
])('takes linear time for very many of %j', unit => {
  const spans = findNumbers(unit.repeat(250_000 / unit.length), 'en')
  expect(spans.length).toBeLessThanOrEqual(125_000)
})

it('takes linear time for many ranges that only begin', () => {
  expect(findNumbers('between 1 and '.repeat(10_000), 'en')).toHaveLength(10_000)
})

it('takes linear time for a list of years in another language', () => {
  expect(findNumbers(', 2024'.repeat(20_000), 'fr').length).toBeLessThanOrEqual(20_000)
})

it('takes linear time for a megabyte of space between two numbers', () => {
  expect(findNumbers(`two${' '.repeat(1_000_000)}million`, 'en')).toHaveLength(1)
  expect(findNumbers(`two${' \n'.repeat(500_000)}! million`, 'en')).toHaveLength(2)
})

test.each([
  ['ja', '毎月'],
  ['zh', '每天'],
  ['ko', '매년 '],
])('takes linear time in %s for many rates before no number', (language, rate) => {
  expect(findNumbers(rate.repeat(20_000), language)).toEqual([])
})

it('reads no quantity with two rates before it, and one with one', () => {
  const read = (text: string) =>
    findNumbers(text, 'ja').map(({ quantity }) => quantity && [quantity.value, quantity.per])
  expect(read('毎月500円')).toEqual([[500, 'month']])
  expect(read('1人につき毎月500円')).toEqual([null])
})

it('takes a half behind a number only where it is a whole word', () => {
  const isRead = (text: string, language: string) =>
    findNumbers(text, language).map(({ quantity }) => quantity !== null)
  expect(isRead('3 i pola milijuna', 'hr')).toEqual([false])
  expect(isRead('3 i pobjeda', 'hr')).toEqual([true])
  expect(isRead('3 in polje', 'sl')).toEqual([true])
  expect(isRead('3年半の', 'ja')).toEqual([false])
})

it('takes linear time to hold the numbers of a text against its times, and the words of each against the numbers', () => {
  const text = 'In May 2010 it was 5. '.repeat(10_000)
  const numbers = findNumbers(text, 'en')
  const quantities = quantitiesAmong(numbers, () => readTimes(text, 'en'))
  expect(quantities).toHaveLength(10_000)
  const read = quantities.map(span => readMention(text, span, 'en', numbers, null).quantity?.value)
  expect(new Set(read)).toEqual(new Set([5]))
})
