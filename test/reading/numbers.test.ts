import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { explainSum, formatNumber, readRounding, sumsTo } from '../../src/model/arithmetic.ts'
import { Approximation, valuesOf } from '../../src/model/vocabulary.ts'
import { findNumbers, readQuantity } from '../../src/reading/index.ts'
import { brackets } from '../support/bounds.ts'

const NBSP = '\u00a0'
const THIN = '\u2009'
const NARROW = '\u202f'

/** "[10, 20)" and the like; "-" for an absent bound. */
function interval(words: string): string | null {
  const quantity = readQuantity(words, 'en')
  if (quantity === null) return null
  const { approximation, value, lower, upper } = quantity
  const [open, close] = brackets(quantity)
  const bounds = `${open}${lower ?? '-'}, ${upper ?? '-'}${close}`
  return `${approximation} ${value ?? '-'} ${bounds}`
}

function value(words: string): number | null {
  const quantity = readQuantity(words, 'en')
  return quantity?.approximation === 'EXACT' ? quantity.value : null
}

describe('readQuantity: a number', () => {
  it('is exact where no word says otherwise', () => {
    expect(readQuantity('435,719', 'en')).toEqual({
      approximation: 'EXACT',
      value: 435719,
      lower: 435719,
      upper: 435719,
      unit: null,
      per: null,
      ratio: null,
    })
  })

  test.each([
    ['435,000', 435000],
    ['662,566', 662566],
    ['226,847', 226847],
    ['62,231', 62231],
    ['2,348', 2348],
    ['56,533', 56533],
    ['41,500', 41500],
    ['2024', 2024],
    ['0', 0],
    ['-0', 0],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['1,234,567.25', 1234567.25],
    [`41${NBSP}500`, 41500],
    [`41${THIN}500`, 41500],
    [`1${NARROW}234${NARROW}567`, 1234567],
    ["1'234'567", 1234567],
    ['1’234', 1234],
    ['-3', -3],
    ['−3', -3],
    ['-$5', -5],
    ['$-5', -5],
    ['9,007,199,254,740,991', 9007199254740991],
  ])('in digits: %s', (words, expected) => {
    expect(value(words)).toBe(expected)
  })

  test.each([
    ['1.2 million', 1200000],
    ['1.1 million', 1100000],
    ['4.35 thousand', 4350],
    ['0.07 billion', 70000000],
    ['8.2 trillion', 8200000000000],
    ['1.2-million', 1200000],
    ['5million', 5000000],
    ['435k', 435000],
    ['435K', 435000],
    ['2.3m', 2300000],
    ['$3.5bn', 3500000000],
    ['£1.1tn', 1100000000000],
    ['€2 million', 2000000],
    ['3 dozen', 36],
    ['5 hundred thousand', 500000],
    ['2 and a half million', 2500000],
  ])('in digits with a multiplier, exactly: %s', (words, expected) => {
    expect(value(words)).toBe(expected)
  })

  test.each([
    ['zero', 0],
    ['one', 1],
    ['Nineteen', 19],
    ['twenty-three', 23],
    ['TWENTY THREE', 23],
    ['a hundred', 100],
    ['two hundred and five', 205],
    ['two hundred five', 205],
    ['fifteen hundred', 1500],
    ['a thousand and one', 1001],
    ['one hundred and five thousand', 105000],
    ['two thousand twenty-four', 2024],
    ['a hundred thousand', 100000],
    ['a million', 1000000],
    ['two million', 2000000],
    ['two million three hundred thousand and six', 2300006],
    ['half a million', 500000],
    ['a half-million', 500000],
    ['half a dozen', 6],
    ['two and a half', 2.5],
    ['two and a half million', 2500000],
    ['a dozen', 12],
    ['two dozen', 24],
    ['two\n  million', 2000000],
  ])('in words: %s', (words, expected) => {
    expect(value(words)).toBe(expected)
  })

  test.each(['12%', '12 %', '12 percent', '12 per cent', '12 percentage points', '12 dollars', '$12', '€12', ' 12 '])(
    'is the same in any unit: %j',
    words => {
      expect(value(words)).toBe(12)
    },
  )

  test.each([
    ['badly grouped', '43,57'],
    ['badly grouped', '1,23,456'],
    ['badly grouped', '1234,567'],
    ['badly grouped', '0,123'],
    ['badly grouped', '1,234’567'],
    ['two points', '1.234.567'],
    ['a leading zero', '007'],
    ['a plain space between digits', '41 500'],
    ['beyond 2^53', '9007199254740993'],
    ['beyond 2^53', '9007199254740992'],
    ['beyond 2^53', '9,999 trillion'],
    ['more digits than a double holds', '0.12345678901234567890'],
    ['an ordinal', 'first'],
    ['an ordinal', '21st'],
    ['a decade', '1990s'],
    ['a multiplier alone', 'dozen'],
    ['a multiplier alone', 'hundred thousand'],
    ['another scale after it', 'two thousand million'],
    ['a unit that is not known', '12 noncitizens'],
    ['a metre', '5 m'],
    ['other words before', 'the 12'],
    ['nothing', ''],
    ['no number', 'over'],
    ['no number', 'a'],
    ['no number', '%'],
    ['a name', 'H1N1'],
    ['a year in two halves', 'nineteen eighty-four'],
    ['longer than any phrase', `${'0'.repeat(300)}1`],
  ])('is null, not a guess, for %s: %s', (_reason, words) => {
    expect(readQuantity(words, 'en')).toBeNull()
  })
})

describe('readQuantity: words of approximation', () => {
  test.each([
    ['exactly 500', 'EXACT 500 [500, 500]'],
    ['about 500', 'ABOUT 500 (-, -)'],
    ['around 500', 'ABOUT 500 (-, -)'],
    ['roughly 500', 'ABOUT 500 (-, -)'],
    ['Approximately 500', 'ABOUT 500 (-, -)'],
    ['some 500', 'ABOUT 500 (-, -)'],
    ['an estimated 500', 'ABOUT 500 (-, -)'],
    ['circa 500', 'ABOUT 500 (-, -)'],
    ['c. 500', 'ABOUT 500 (-, -)'],
    ['~500', 'ABOUT 500 (-, -)'],
    ['500 or so', 'ABOUT 500 (-, -)'],
    ['nearly 900,000', 'NEARLY 900000 (-, 900000)'],
    [`nearly${NBSP}900,000`, 'NEARLY 900000 (-, 900000)'],
    ['almost half a million', 'NEARLY 500000 (-, 500000)'],
    ['close to 500', 'NEARLY 500 (-, 500)'],
    ['just under 500', 'NEARLY 500 (-, 500)'],
    ['slightly less than 500', 'NEARLY 500 (-, 500)'],
    ['approaching 500', 'NEARLY 500 (-, 500)'],
    ['over 500', 'OVER 500 (500, -)'],
    ['more than a dozen', 'OVER 12 (12, -)'],
    ['well over $3.5bn', 'OVER 3500000000 (3500000000, -)'],
    ['above 500', 'OVER 500 (500, -)'],
    ['upwards of 500', 'OVER 500 (500, -)'],
    ['exceeding 500', 'OVER 500 (500, -)'],
    ['greater than 500', 'OVER 500 (500, -)'],
    ['north of 500', 'OVER 500 (500, -)'],
    ['>500', 'OVER 500 (500, -)'],
    ['at least 500', 'AT_LEAST 500 [500, -)'],
    ['no fewer than 500', 'AT_LEAST 500 [500, -)'],
    ['no less than 500', 'AT_LEAST 500 [500, -)'],
    ['500 or more', 'AT_LEAST 500 [500, -)'],
    ['500-plus', 'AT_LEAST 500 [500, -)'],
    ['500+', 'AT_LEAST 500 [500, -)'],
    ['>= 500', 'AT_LEAST 500 [500, -)'],
    ['under 500', 'UNDER 500 (-, 500)'],
    ['fewer than 500', 'UNDER 500 (-, 500)'],
    ['less than 50 percent', 'UNDER 50 (-, 50)'],
    ['below -3', 'UNDER -3 (-, -3)'],
    ['well below 500', 'UNDER 500 (-, 500)'],
    ['up to 500', 'UP_TO 500 (-, 500]'],
    ['as many as 500', 'UP_TO 500 (-, 500]'],
    ['no more than 500', 'UP_TO 500 (-, 500]'],
    ['at most 500', 'UP_TO 500 (-, 500]'],
    ['a maximum of 500', 'UP_TO 500 (-, 500]'],
    ['500 or fewer', 'UP_TO 500 (-, 500]'],
    ['500 or less', 'UP_TO 500 (-, 500]'],
  ])('%s', (words, expected) => {
    expect(interval(words)).toBe(expected)
  })

  test.each(['at least about 500', 'about 500 or more', 'over over 500', 'nearly tens of thousands', 'over 10 to 20'])(
    'two at once are not combined: %s',
    words => {
      expect(readQuantity(words, 'en')).toBeNull()
    },
  )

  it('end at a word', () => {
    expect(readQuantity('overt 500', 'en')).toBeNull()
    expect(readQuantity('over500', 'en')).toBeNull()
  })
})

describe('readQuantity: two numbers', () => {
  test.each([
    ['between 10 and 20', 10, 20],
    ['from 10 to 20', 10, 20],
    ['10 to 20', 10, 20],
    ['10-20', 10, 20],
    ['10–20', 10, 20],
    ['10 – 20', 10, 20],
    ['ten to twenty', 10, 20],
    ['10-to-20', 10, 20],
    ['-5 to -3', -5, -3],
    ['-5–5', -5, 5],
    ['10% to 20%', 10, 20],
    ['$10 to $20', 10, 20],
    ['10-15 percent', 10, 15],
    ['forty-five–fifty', 45, 50],
    ['between one hundred and two hundred', 100, 200],
    ['between one hundred and five and two hundred and six', 105, 206],
    ['between a hundred and two thousand', 100, 2000],
  ])('%s', (words, lower, upper) => {
    expect(interval(words)).toBe(`BETWEEN - [${lower}, ${upper}]`)
  })

  test.each([
    ['two to three million', 2000000, 3000000],
    ['from 1.2 to 1.5 million', 1200000, 1500000],
    ['$3-4bn', 3000000000, 4000000000],
    ['10-20k', 10000, 20000],
    ['two to three dozen', 24, 36],
    ['two to three hundred thousand', 200000, 300000],
    ['50 to two hundred thousand', 50000, 200000],
    ['500 to 1.2 million', 500, 1200000],
    ['900,000 to 1 million', 900000, 1000000],
    ['900 thousand to 1 million', 900000, 1000000],
    ['50 to three hundred', 50, 300],
  ])('a multiplier counts for both where it can: %s', (words, lower, upper) => {
    expect(interval(words)).toBe(`BETWEEN - [${lower}, ${upper}]`)
  })

  test.each([
    '20 to 10',
    '10-10',
    '2023-24',
    'between 10 to 20',
    'from 10 and 20',
    '10 and 20',
    '1-2-3',
    'between 10',
    '10-',
  ])('no range: %s', words => {
    expect(readQuantity(words, 'en')).toBeNull()
  })
})

describe('readQuantity: an order of magnitude', () => {
  test.each([
    ['dozens', 24, 100],
    ['scores', 40, 100],
    ['hundreds', 200, 1e3],
    ['thousands', 2e3, 1e4],
    ['Tens of thousands', 2e4, 1e5],
    ['hundreds of thousands', 2e5, 1e6],
    ['tens of millions', 2e7, 1e8],
    ['hundreds of millions', 2e8, 1e9],
    ['tens of billions', 2e10, 1e11],
    ['several hundred', 200, 1e3],
    ['a few hundred thousand', 2e5, 1e6],
    ['a few dozen', 24, 100],
  ])('%s', (words, lower, upper) => {
    expect(interval(words)).toBe(`ORDER_OF_MAGNITUDE - [${lower}, ${upper})`)
  })

  test.each([
    ['millions', 2e6],
    ['billions', 2e9],
    ['trillions', 2e12],
    ['several million', 2e6],
  ])('has no upper bound where the words have none: %s', (words, lower) => {
    expect(interval(words)).toBe(`ORDER_OF_MAGNITUDE - [${lower}, -)`)
  })

  test.each(['tens', 'tens of hundreds', 'thousands of millions', 'several people', 'several', 'two hundreds'])(
    'is not made up: %s',
    words => {
      expect(readQuantity(words, 'en')).toBeNull()
    },
  )
})

describe('readQuantity: all inputs', () => {
  const wholeNumber = fc.maxSafeInteger()

  it('reads back every whole number as it is formatted', () => {
    fc.assert(
      fc.property(wholeNumber, number => {
        expect(value(formatNumber(number))).toBe(number)
        expect(value(String(number))).toBe(number)
      }),
    )
  })

  it('reads back every number as it is spelled', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.constantFrom('-', ' '), (number, joiner) => {
        expect(value(spell(number, joiner))).toBe(number)
      }),
    )
  })

  it('multiplies decimals exactly', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), thousandths => {
        const decimal = `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`
        expect(value(`${decimal} million`)).toBe(thousandths * 1000)
      }),
    )
  })

  it('never throws, and keeps the bounds in order and the value within', () => {
    const word = fc.constantFrom(
      ...'about over nearly between and from to - – , . 7 12 1,200 two half a hundred million tens of dozens % $ + or more'.split(
        ' ',
      ),
    )
    const phrase = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 8 }).map(words => words.join(' ')),
    )
    fc.assert(
      fc.property(phrase, words => {
        const quantity = readQuantity(words, 'en')
        if (quantity === null) return
        const { approximation, value, lower, upper } = quantity
        expect(valuesOf(Approximation)).toContain(approximation)
        if (lower !== null && upper !== null) expect(lower).toBeLessThanOrEqual(upper)
        expect(value === null || (value >= (lower ?? value) && value <= (upper ?? value))).toBe(true)
        expect(value === null).toBe(approximation === 'BETWEEN' || approximation === 'ORDER_OF_MAGNITUDE')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('findNumbers', () => {
  const wordsOf = (text: string) =>
    findNumbers(text, 'en').map(({ words, kind }) => (kind === 'ORDINAL' ? `${words} (ordinal)` : words))

  it('gives UTF-16 offsets', () => {
    expect(findNumbers('😀 ICE said 435,000 were.', 'en')).toMatchObject([{ start: 12, end: 19, words: '435,000' }])
  })

  test.each([
    ['nearly 900,000 individuals', ['nearly 900,000']],
    ['tens of thousands of criminal illegal aliens', ['tens of thousands']],
    ['hold 41,500 noncitizens in Fiscal Year 2024, which is up from 34,000.', ['41,500', '2024', '34,000']],
    ['as of July 21, there were 662,566', ['21', '662,566']],
    ['“Of those, 435,719 are convicted criminals, and 226,847 have', ['435,719', '226,847']],
    ['From May 2023 through July', ['2023']],
    ['62,231 noncitizens; 42,915. 2,348 and 1,498, 15,811', ['62,231', '42,915', '2,348', '1,498', '15,811']],
    ['$1.2 million, US$3.5bn, 12%, 12 percent, −3, -3', ['$1.2 million', 'US$3.5bn', '12%', '12 percent', '−3', '-3']],
    ['435k or 435,000-plus or .5', ['435k', '435,000-plus', '.5']],
    [
      'two million, twenty-three, half a million, a dozen',
      ['two million', 'twenty-three', 'half a million', 'a dozen'],
    ],
    ['several hundred, dozens, millions', ['several hundred', 'dozens', 'millions']],
    ['two and a half million or 2 and a half', ['two and a half million', '2 and a half']],
    ['between one hundred and two hundred', ['between one hundred and two hundred']],
    ['one million and two dozen', ['one million', 'two dozen']],
    [`July 21${NBSP}2024, 41${NARROW}500`, ['21', '2024', `41${NARROW}500`]],
    ['10-20, 9/11, 10:30, 2023/24', ['10-20', '9/11', '10', '30', '2023/24']],
    ['43,57 and 1,23,456 and 21.7.2024.', ['43,57', '1,23,456', '21.7.2024']],
    ['the 1990s, in his 40s', ['1990s', '40s']],
    ['5kg, 7am, 3D', ['5kg', '7am', '3D']],
    ['two\nmillion', ['two\nmillion']],
    ['two\n\nmillion', ['two', 'million']],
    ['R-13, COVID-19, B-52', ['13', '19', '52']],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  test.each([
    ['first, second and third', ['first (ordinal)', 'second (ordinal)', 'third (ordinal)']],
    ['the 21st of the twenty-first', ['21st (ordinal)', 'twenty-first (ordinal)']],
    ['one hundred and first, two-hundredth', ['one hundred and first (ordinal)', 'two-hundredth (ordinal)']],
    ['a hundred first responders', ['a hundred', 'first (ordinal)']],
    ['a second chance', ['second (ordinal)']],
  ])('ordinals: %s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  test.each([
    'No one, no-one, any one, every one, each one, one another, one’s own',
    'H1N1, G20, MP3, F16 and v1.2.3',
    'a man, an agency, someone, tenable, often, weight, no, some, both',
    'test scores',
    'see https://www.wane.com/news/ice-released-over-435000-migrants/?nxsparam=1 or HTTP://A.B/7',
    '',
  ])('finds none in: %s', text => {
    expect(findNumbers(text, 'en')).toEqual([])
  })

  it('goes on after the parenthesis that closes a web address', () => {
    expect(wordsOf('34,000 in Fiscal Year 2023. (https://a.b/435000?x=1) 7')).toEqual(['34,000', '2023', '7'])
  })

  it('reports "one" and "scores of" where they may count', () => {
    expect(wordsOf('One said that one died, scores of them')).toEqual(['One', 'one', 'scores'])
  })

  it('gives spans in order, apart, and true to the text, whatever the text', () => {
    const unit = fc.constantFrom(
      ...['1', '23', ',', '.', '-', '−', '$', '%', ' ', '\n', NBSP, "'", 'k', 'st', 's'],
      'one',
      'two',
      'hundred',
      'million',
      'tens',
      'of',
      'thousands',
      'and',
      'a',
      'half',
      'first',
      'x',
      'é',
      '😀',
      'http://',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(unit, { maxLength: 30 }).map(units => units.join('')),
    )
    fc.assert(
      fc.property(text, text => {
        let end = 0
        for (const span of findNumbers(text, 'en')) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.words).toBe(text.slice(span.start, span.end))
          end = span.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('finds whole what readQuantity reads whole', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), number => {
        for (const words of [formatNumber(number), spell(number, '-')]) {
          expect(wordsOf(`He said that ${words} people came.`)).toEqual([words])
        }
      }),
    )
  })
})

describe('readRounding', () => {
  test.each([
    [435000, 435719, 1000, 'DOWN'],
    [436000, 435719, 1000, 'NEAREST'],
    [435700, 435719, 100, 'NEAREST'],
    [440000, 435719, 10000, 'NEAREST'],
    [436000, 435001, 1000, 'UP'],
    [900000, 899700, 1000, 'NEAREST'],
    [900000, 900400, 1000, 'NEAREST'],
    [900000, 950001, 100000, 'DOWN'],
    [440000, 440700, 10000, 'NEAREST'],
    [436000, 435500, 1000, 'NEAREST'],
    [434000, 434500, 1000, 'NEAREST'],
    [435000, 434500, 1000, 'NEAREST'],
    [435000, 435500, 1000, 'DOWN'],
    [1000, 980, 100, 'NEAREST'],
    [1000000, 950000, 100000, 'NEAREST'],
    [3.5, 3.48, 0.1, 'NEAREST'],
    [1.2, 1.29, 0.1, 'DOWN'],
    [12, 12.3, 1, 'NEAREST'],
    [-435000, -435719, 1000, 'DOWN'],
    [-436000, -435719, 1000, 'NEAREST'],
  ])('%d from %d', (rounded, exact, place, method) => {
    expect(readRounding(rounded, exact)).toEqual({ place, method })
  })

  test.each([
    ['equal', 435000, 435000],
    ['the wrong way round', 435719, 435000],
    ['another number', 434000, 435719],
    ['no digit dropped', 435718, 435719],
    ['zero', 0, 435719],
    ['zero', 100, 0],
    ['coarser than the number itself', 10, 7],
    ['coarser than the number itself', 1000000, 600000],
    ['another sign', -435000, 435719],
    ['not finite', Number.POSITIVE_INFINITY, 435719],
    ['not finite', 435000, Number.NaN],
  ])('null where it is none: %s', (_reason, rounded, exact) => {
    expect(readRounding(rounded, exact)).toBeNull()
  })

  it('recognises every rounding to a place of the number', () => {
    const exact = fc.integer({ min: 10, max: 2 ** 50 })
    const round = fc.constantFrom(Math.round, Math.floor, Math.ceil)
    fc.assert(
      fc.property(exact, fc.nat({ max: 15 }), round, (exact, digits, round) => {
        const place = 10 ** (1 + (digits % (String(exact).length - 1)))
        const rounded = round(exact / place) * place
        fc.pre(rounded !== exact)
        const rounding = readRounding(rounded, exact)
        expect(rounding).not.toBeNull()
        expect(rounded % (rounding?.place ?? 0)).toBe(0)
        expect(Math.abs(rounded - exact)).toBeLessThan(rounding?.place ?? 0)
        if (round === Math.round) expect(rounding?.method).toBe('NEAREST')
      }),
    )
  })
})

describe('sums', () => {
  it('adds up exactly', () => {
    expect(sumsTo(662566, [435719, 226847])).toBe(true)
    expect(sumsTo(662567, [435719, 226847])).toBe(false)
    expect(sumsTo(0.3, [0.1, 0.2])).toBe(true)
    expect(sumsTo(2, [5, -3])).toBe(true)
    expect(sumsTo(2 ** 53, [2 ** 53, 1])).toBe(false)
  })

  it('is false without parts or with a number that is not finite', () => {
    expect(sumsTo(0, [])).toBe(false)
    expect(sumsTo(Number.NaN, [Number.NaN])).toBe(false)
    expect(sumsTo(Number.POSITIVE_INFINITY, [Number.POSITIVE_INFINITY, 1])).toBe(false)
  })

  it('holds for cents as it does for whole numbers, in any order', () => {
    const cents = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(cents, parts => {
        const total = parts.reduce((sum, part) => sum + part, 0)
        const decimals = parts.map(part => part / 100)
        expect(sumsTo(total / 100, decimals)).toBe(true)
        expect(sumsTo(total / 100, decimals.toReversed())).toBe(true)
        expect(sumsTo((total + 1) / 100, decimals)).toBe(false)
      }),
    )
  })

  it('is explained in digits', () => {
    expect(explainSum(662566, [435719, 226847])).toBe('435,719 + 226,847 = 662,566')
    expect(explainSum(662567, [435719, 226847])).toBe('435,719 + 226,847 = 662,566, not 662,567')
    expect(explainSum(0.3, [0.1, 0.2])).toBe('0.1 + 0.2 = 0.3')
  })

  it('is not explained where it makes no sense', () => {
    expect(() => explainSum(0, [])).toThrow(RangeError)
    expect(() => explainSum(1, [Number.NaN])).toThrow(RangeError)
  })
})

describe('formatNumber', () => {
  test.each([
    [662566, '662,566'],
    [2348, '2,348'],
    [0, '0'],
    [-0, '0'],
    [-1234.5, '-1,234.5'],
    [0.1, '0.1'],
    [1 / 3, '1/3'],
    [-5 / 6, '-5/6'],
    [100 / 3, '33 1/3'],
    [0.25, '0.25'],
    [2.75, '2.75'],
    [0.3333, '0.3333'],
    [1_000 + 1 / 3, '1,000.3333333333334'],
    [0.30000000000000004, '0.30000000000000004'],
    [123456789.123, '123,456,789.123'],
    [Number.MAX_SAFE_INTEGER, '9,007,199,254,740,991'],
  ])('%d', (number, expected) => {
    expect(formatNumber(number)).toBe(expected)
  })
})

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A whole number below a thousand million in English words, the tens and ones joined by `joiner`. */
function spell(number: number, joiner: string): string {
  if (number < 20) return ONES[number] ?? ''
  if (number < 100)
    return [TENS[Math.floor(number / 10)], ...(number % 10 === 0 ? [] : [ONES[number % 10]])].join(joiner)
  if (number < 1000) return spellFrom(number, 100, 'hundred', joiner)
  return number < 1e6 ? spellFrom(number, 1e3, 'thousand', joiner) : spellFrom(number, 1e6, 'million', joiner)
}

function spellFrom(number: number, scale: number, word: string, joiner: string): string {
  const rest = number % scale
  const and = rest < 100 ? 'and ' : ''
  return `${spell(Math.floor(number / scale), joiner)} ${word}${rest === 0 ? '' : ` ${and}${spell(rest, joiner)}`}`
}
