import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuantity, readSoughtNumber, writtenForms } from '../../src/reading/index.ts'

test('every written form of a number is read as that number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 0, max: 12 }), (number, zeros) => {
      const value = number - (number % 10 ** zeros)
      const forms = writtenForms(value)
      expect(forms.map(form => readQuantity(form, 'en')?.value)).toEqual(forms.map(() => value))
    }),
  )
})

test.each([
  ['435719', { value: 435719, low: 435719, high: 435719 }],
  ['435,000', { value: 435000, low: 435000, high: 435000 }],
  ['435k', { value: 435000, low: 434500, high: 436000 }],
  ['3.5 million', { value: 3500000, low: 3450000, high: 3600000 }],
  ['$1.20bn', { value: 1200000000, low: 1195000000, high: 1210000000 }],
  ['two and a half million', { value: 2500000, low: 2450000, high: 2600000 }],
  ['two hundred thousand', { value: 200000, low: 199500, high: 201000 }],
  ['two dozen', { value: 24, low: 24, high: 24 }],
  ['tens of thousands', { value: null, low: 20000, high: 100000 }],
  ['millions', { value: null, low: 2000000, high: null }],
  ['1,23,456', null],
  ['first', null],
  ['435 people', null],
  ['', null],
])('“%s” means', (words, meant) => {
  expect(readSoughtNumber(words)).toEqual(meant)
})

test('a number in thousands means every number that is called so when it is rounded, and itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), value => {
      for (const rounded of [Math.round(value / 1000), Math.floor(value / 1000)].filter(thousands => thousands > 0)) {
        const sought = readSoughtNumber(`${rounded}k`)
        expect(sought?.low).toBeLessThanOrEqual(value)
        expect(sought?.high).toBeGreaterThan(value)
      }
    }),
  )
})
