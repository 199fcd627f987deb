import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeWindows } from '../../src/analysis/timeWindows.ts'

test('windows move on by one period and stay within the periods', () => {
  expect(timeWindows(['2024-01', '2024-03'], 'MONTH', 2)).toEqual([
    { from: '2024-01-01', to: '2024-02-29', periods: ['2024-01', '2024-02'] },
    { from: '2024-02-01', to: '2024-03-31', periods: ['2024-02', '2024-03'] },
  ])
  expect(timeWindows(['1999', '2000'], 'YEAR', 1).map(({ from, to }) => [from, to])).toEqual([
    ['1999-01-01', '1999-12-31'],
    ['2000-01-01', '2000-12-31'],
  ])
  expect(timeWindows(['2024-01'], 'MONTH', 2)).toEqual([])
  expect(timeWindows([], 'MONTH', 2)).toEqual([])
})

test('weeks are those of ISO 8601, over the ends of years', () => {
  expect(timeWindows(['2020-W53', '2021-W01'], 'WEEK', 1)).toEqual([
    { from: '2020-12-28', to: '2021-01-03', periods: ['2020-W53'] },
    { from: '2021-01-04', to: '2021-01-10', periods: ['2021-W01'] },
  ])
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 52 }), (year, week) => {
      const name = `${year}-W${String(week).padStart(2, '0')}`
      expect(timeWindows([name], 'WEEK', 1)[0]?.periods).toEqual([name])
    }),
  )
})

test('a size below 1, or too many windows, is refused', () => {
  expect(() => timeWindows(['2024'], 'YEAR', 0)).toThrow('size: 0')
  expect(() => timeWindows(['1900-W01', '2024-W01'], 'WEEK', 1)).toThrow('more than 200 windows')
})
