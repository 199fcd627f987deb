import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatNumber } from '../../src/model/arithmetic.ts'
import {
  contradictTime,
  findNumbers,
  type QuantityRead,
  readQuantities,
  readQuantity,
  readTimes,
} from '../../src/reading/index.ts'
import { root } from '../support/cli.ts'

const page = readFileSync(join(root, 'docs/reading.md'), 'utf8')

/** The rows of the table under a heading, without its head. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(/^## /m).find(part => part.startsWith(`${heading}\n`) && part.includes('\n| --- '))
  const rows = section?.split('\n').filter(line => line.startsWith('| ')) ?? []
  return rows.slice(2).map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

function say(quantity: QuantityRead | null): string {
  if (quantity === null) return 'refused'
  const { approximation, value, lower, upper, unit, per, ratio } = quantity
  const number = value ?? `${lower ?? ''}..${upper ?? ''}`
  const of = [unit?.name, per === null ? null : `per ${per}`, ratio?.toLowerCase()].filter(Boolean)
  return [approximation, number, ...of].join(' ')
}

/** What follows "10 times" makes a multiple of it: "10 times more than". */
function timesAlike(said: string): string {
  return said.replace(/ time$/, ' multiple')
}

const wordings = rowsUnder('Wordings')

test('the table holds 600 wordings, at most five of a pattern', () => {
  expect(wordings.length).toBeGreaterThanOrEqual(600)
  const patterns = Map.groupBy(
    wordings,
    ([words = '', language]) => `${language} ${words.toLowerCase().replace(/\p{Nd}+/gu, '9')}`,
  )
  expect([...patterns.values()].filter(({ length }) => length > 5)).toEqual([])
})

test.each(wordings)('%s (%s) reads as %s', (words, language, expected) => {
  expect(say(readQuantity(words, language))).toBe(expected)
})

const sentences = ['Quantities in a sentence', 'Further quantities in a sentence'].flatMap(rowsUnder)

test.each(sentences)('%s (%s)', (text, language, expected) => {
  const found = readQuantities(text, language).map(({ words, quantity }) => `${words} = ${say(quantity)}`)
  expect(found.join('; ')).toBe(expected)
})

test.each(rowsUnder('Times held against their dates'))('%s (%s), published %s, as %s: %s', (...row) => {
  const [words = '', language = '', published = '', edtf = '', holds] = row
  const contradiction = contradictTime(words, edtf, language, published === '' ? null : published)
  expect(contradiction === null ? 'yes' : 'no').toBe(holds)
})

test.each(rowsUnder('Numbers in a text'))('%s (%s)', (text, language, expected) => {
  const found = findNumbers(text, language).map(({ words, quantity, isQuantity }) => {
    if (!isQuantity) return `${words} (no quantity)`
    return quantity === null ? `${words} (cannot be read)` : words
  })
  expect(found.join('; ')).toBe(expected)
})

test.each(rowsUnder('Times'))('%s, published %s, is %s', (words, published, expected) => {
  const [time] = readTimes(words, 'en', published === '' ? null : published)
  expect(time?.words).toBe(words)
  expect(time?.edtf ?? 'unresolved').toBe(expected)
})

test.each(rowsUnder('Sentences in other languages'))('%s (%s) has the times %s and counts %s', (...row) => {
  const [text = '', language = '', times, counted] = row
  const read = readTimes(text, language).map(({ words, edtf }) => `${words} = ${edtf ?? 'unresolved'}`)
  expect(read.join('; ')).toBe(times)
  const of = readQuantities(text, language).flatMap(({ words, counted }) =>
    counted === null ? [] : [`${words} of ${text.slice(counted.start, counted.end)}`],
  )
  expect(of.join('; ')).toBe(counted)
})

const MONTH_NAMES = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2024, month, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
)

test.each(MONTH_NAMES)('a mark that ends the sentence is no part of the end of %s', month => {
  for (const mark of ['.', ',', '”', '.”', ')', '?']) {
    const [time] = readTimes(`“We met at the end of ${month}${mark}`, 'en')
    expect(time?.words).toBe(`the end of ${month}`)
  }
})

describe('properties', () => {
  const english = wordings.flatMap(([words = '', language, read]) =>
    language === 'en' && read !== 'refused' ? [words] : [],
  )
  const neighbour = fc.constantFrom(
    ...[
      'million',
      'bn',
      'nearly',
      'almost',
      'about',
      'at least',
      'percent',
      '%',
      'or so',
      '-plus',
      '½',
      'and a half',
      'hundred',
    ],
    ...['$', '€', '-', '.5', ',000', 'k', '3', 'more than', 'a quarter of', 'x'],
  )

  it('a reading that is grown by a neighbour reads otherwise as a whole, or is refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...english),
        neighbour,
        fc.boolean(),
        fc.constantFrom('', ' '),
        (words, more, isBefore, gap) => {
          const text = isBefore ? `${more}${gap}${words}` : `${words}${gap}${more}`
          const at = isBefore ? more.length + gap.length : 0
          const span = { start: at, end: at + words.length }
          const meets = findNumbers(text, 'en').filter(({ start, end }) => start < span.end && span.start < end)
          const [number] = meets
          // Where the words stand as they are, the reading is that of the words alone.
          if (meets.length === 1 && number?.start === span.start && number.end === span.end) {
            expect(timesAlike(say(number.quantity))).toBe(timesAlike(say(readQuantity(words, 'en'))))
          }
          // What is read is always read as its own words are.
          for (const { words: found, quantity } of meets) {
            if (quantity === null) continue
            const alone = readQuantity(found, 'en')
            // The first of two numbers shares the unit that stands behind the second: "310 to 20 percent".
            const sharesUnit = alone !== null && alone.unit === null
            expect(timesAlike(say(alone))).toBe(timesAlike(say(sharesUnit ? { ...quantity, unit: null } : quantity)))
          }
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('a number that is formatted in a language reads the same in it', () => {
    const languages = [
      'en',
      'de',
      'fr',
      'es',
      'it',
      'pt',
      'nl',
      'sv',
      'pl',
      'ru',
      'fi',
      'ja',
      'zh',
      'hi',
      'ar',
      'fa',
      'de-CH',
      'es-MX',
      'en-IN',
    ]
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(value => Math.round(value * 1000) / 1000 + 0)
    fc.assert(
      fc.property(fc.constantFrom(...languages), number, (language, value) => {
        const words = new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(Math.abs(value))
        expect([language, words, readQuantity(words, language)?.value]).toEqual([language, words, Math.abs(value)])
      }),
      { numRuns: 2000 },
    )
  })

  it('a value that is read, formatted and read again is the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...english), words => {
        const value = readQuantity(words, 'en')?.value
        if (value != null) expect(readQuantity(formatNumber(value), 'en')?.value).toBe(value)
      }),
    )
  })
})
