import { expect, test } from 'vitest'
import { compareFigures, type WordedFigure } from '../../src/model/amounts.ts'

const figure = (label: string, value: number, of: Partial<WordedFigure> = {}): WordedFigure => ({
  ...{ label, unit: 'people', value, lower: value, upper: value, approximation: 'EXACT' },
  ...of,
})

test.each([
  [[figure('One', 200), figure('Two', 200)], 'One (200) and Two (200) are equal'],
  [
    [figure('One', 200), figure('Two', 300)],
    'One (200) and Two (300) differ by 100: the larger is 1.5 times the smaller',
  ],
  [
    [figure('One', 300), figure('Two', 200)],
    'One (300) and Two (200) differ by 100: the larger is 1.5 times the smaller',
  ],
  // Nothing is so many times as large as nothing.
  [[figure('One', 0), figure('Two', 200)], 'One (0) and Two (200) differ by 200'],
  [
    [figure('One', 200), figure('Two', 200, { unit: 'USD' })],
    'One (200) and Two (200) are in different units: people and USD',
  ],
  // How far "about 300" is from 200 nobody has said.
  [
    [figure('One', 200), figure('Two', 300, { approximation: 'OVER', value: 300, lower: 300, upper: null })],
    'One (200) and Two (over 300) have no number in common',
  ],
] as const)('%o: %s', ([one, other], said) => {
  expect(compareFigures(one, other)).toBe(said)
})
