import { expect, test } from 'vitest'
import { compareFigures, type WordedFigure } from '../../src/model/amounts.ts'

const figure = (label: string, value: number, of: Partial<WordedFigure> = {}): WordedFigure => ({
  ...{ label, unit: 'people', value, lower: value, upper: value, approximation: 'EXACT' },
  ...of,
})

test.each([
  [[figure('One', 200), figure('Two', 200)], 'One (200 people) and Two (200 people) are equal'],
  [
    [figure('One', 200), figure('Two', 300)],
    'One (200 people) and Two (300 people) differ by 100 people: the larger is 1.5 times the smaller',
  ],
  [
    [figure('One', 300), figure('Two', 200)],
    'One (300 people) and Two (200 people) differ by 100 people: the larger is 1.5 times the smaller',
  ],
  // Nothing is so many times as large as nothing.
  [[figure('One', 0), figure('Two', 200)], 'One (0 people) and Two (200 people) differ by 200 people'],
  [
    [figure('One', 200), figure('Two', 200, { unit: 'USD' })],
    'One (200 people) and Two (200 USD) are in different units',
  ],
  // A sentence begins with a capital, also where a label does not, and names the unit.
  [
    [figure('the fare', 41, { unit: '£' }), figure('the tax', 17, { unit: '£' })],
    'The fare (£41) and the tax (£17) differ by £24: the larger is 2.41 times the smaller',
  ],
  // Binary fractions leave no noise, and what is 1.0000001 times as large is not said to be "1 times".
  [
    [figure('One', 1_000_000.1), figure('Two', 1_000_000)],
    'One (1,000,000.1 people) and Two (1,000,000 people) differ by 0.1 people',
  ],
  [
    [figure('One', 2 / 3), figure('Two', 1 / 6)],
    'One (2/3 people) and Two (1/6 people) differ by 0.5 people: the larger is 4 times the smaller',
  ],
  // How far "about 300" is from 200 nobody has said.
  [
    [figure('One', 200), figure('Two', 300, { approximation: 'OVER', value: 300, lower: 300, upper: null })],
    'One (200 people) and Two (over 300 people) have no number in common',
  ],
] as const)('%o: %s', ([one, other], said) => {
  expect(compareFigures(one, other)).toBe(said)
})
