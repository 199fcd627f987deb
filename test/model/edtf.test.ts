import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, readEdtf } from '../../src/model/edtf.ts'

function boundsOf(text: string): string | null {
  const reading = readEdtf(text)
  return reading && `${reading.earliest ?? 'null'}..${reading.latest ?? 'null'}`
}

const isoDate = fc
  .record({
    year: fc.integer({ min: 0, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => [pad(year, 4), pad(month, 2), pad(day, 2)].join('-'))

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

describe('readEdtf', () => {
  it.each([
    ['2024', '2024-01-01..2024-12-31'],
    ['2024-07', '2024-07-01..2024-07-31'],
    ['2024-07-21', '2024-07-21..2024-07-21'],
    ['2024-02', '2024-02-01..2024-02-29'],
    ['1900-02', '1900-02-01..1900-02-28'],
    ['0000-02-29', '0000-02-29..0000-02-29'],
    ['0099', '0099-01-01..0099-12-31'],
    ['9999', '9999-01-01..9999-12-31'],
    ['201X', '2010-01-01..2019-12-31'],
    ['20XX', '2000-01-01..2099-12-31'],
    ['XXXX', '0000-01-01..9999-12-31'],
    ['XXXX-XX-XX', '0000-01-01..9999-12-31'],
    ['2004-XX', '2004-01-01..2004-12-31'],
    ['2004-XX-XX', '2004-01-01..2004-12-31'],
    ['2004-02-XX', '2004-02-01..2004-02-29'],
    ['2004-21', '2004-01-01..2004-12-31'],
    ['2004-24', '2004-01-01..2004-12-31'],
  ])('reads %s as %s', (text, bounds) => {
    expect(boundsOf(text)).toBe(bounds)
    expect(readEdtf(text)).toMatchObject({ edtf: text, interval: false, uncertain: false, approximate: false })
  })

  it.each([
    ['2023-05/2024-07', '2023-05-01..2024-07-31'],
    ['2024/2024', '2024-01-01..2024-12-31'],
    ['2024/2024-03', '2024-01-01..2024-03-31'],
    ['2024-07/2024', '2024-07-01..2024-12-31'],
    ['2024?/2025-02~', '2024-01-01..2025-02-28'],
    ['2024-07-21T10:00:00/2024-07-21T11:00:00', '2024-07-21..2024-07-21'],
    ['2024-07-21T10:00:00/2024-07-22', '2024-07-21..2024-07-22'],
  ])('reads the interval %s as %s', (text, bounds) => {
    expect(boundsOf(text)).toBe(bounds)
    expect(readEdtf(text)?.interval).toBe(true)
  })

  const closed = { openStart: false, openEnd: false, unknownStart: false, unknownEnd: false }
  it.each([
    ['2023-05/..', '2023-05-01..null', { ...closed, openEnd: true }],
    ['../2024', 'null..2024-12-31', { ...closed, openStart: true }],
    ['2023-05/', '2023-05-01..null', { ...closed, unknownEnd: true }],
    ['/2024', 'null..2024-12-31', { ...closed, unknownStart: true }],
    ['../', 'null..null', { ...closed, openStart: true, unknownEnd: true }],
    ['2024', '2024-01-01..2024-12-31', closed],
  ])('tells an open end from an unknown one in %s', (text, bounds, ends) => {
    expect(boundsOf(text)).toBe(bounds)
    expect(readEdtf(text)).toMatchObject(ends)
  })

  it.each([
    ['2024?', true, false],
    ['2024-07~', false, true],
    ['2024-07-21%', true, true],
    ['2024?/2025~', true, true],
  ])('reads the qualifier of %s', (text, uncertain, approximate) => {
    expect(readEdtf(text)).toMatchObject({ uncertain, approximate })
  })

  it.each([
    '2024-07-21T23:30:00-05:00',
    '2024-07-21T00:30:00+14:00',
    '2024-07-21T24:00:00',
    '2024-07-21T10:00',
    '2024-07-21T10:00:00.123Z',
  ])('takes the date-time %s for the day that it names', text => {
    expect(boundsOf(text)).toBe('2024-07-21..2024-07-21')
  })

  it('orders date-times across time zones and covers both of their days', () => {
    expect(boundsOf('2024-07-22T01:00:00+09:00/2024-07-21T20:00:00Z')).toBe('2024-07-21..2024-07-22')
    expect(boundsOf('2024-07-21T23:30:00-05:00/2024-07-22T01:00:00Z')).toBeNull()
  })

  it.each([
    [
      'a day that does not exist',
      ['2024-02-30', '2023-02-29', '1900-02-29', '2024-13', '2024-07-00', '2024-07-32', '2023-02-29/2024', '2024-00'],
    ],
    ['an interval that runs backwards', ['2024/2023', '2024-07/2024-06', '2024-07-21T10:00:00/2024-07-21T09:00:00']],
    ['a year out of range', ['Y17E8', 'Y170002', '-0001', '-2004-05', '-201X', '-00XX', '-0001/2024', '2024/-0001']],
    ['level 2', ['?2024', '2024?-07', '156X-12-25', '[2024,2025]', '{2024}', '2004-25', '1950S2', '201X/2020']],
    ['a century or a decade in digits', ['20', '201']],
    [
      'what is no EDTF',
      ['', ' 2024', '2024\n', '20240721', 'July 2024', '2024-7', '2024-07-21 10:00', '1/2/3', '2024//'],
    ],
  ])('refuses %s', (_, texts) => {
    expect(texts.filter(text => readEdtf(text) !== null)).toEqual([])
  })

  it('refuses long texts at once', () => {
    expect(readEdtf('2024-07-21T10:00:00.'.padEnd(1_000_000, '1'))).toBeNull()
  })

  it('never throws', () => {
    const likeEdtf = fc.string({ unit: fc.constantFrom(...'0123456789X-/.?~%TZ:+YE[]{}, ') })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), likeEdtf), text => {
        const reading = readEdtf(text)
        if (reading?.earliest && reading.latest) expect(reading.earliest <= reading.latest).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives a calendar date back, and an interval its two ends', () => {
    fc.assert(
      fc.property(isoDate, isoDate, (a, b) => {
        expect(boundsOf(a)).toBe(`${a}..${a}`)
        expect(boundsOf(`${a}/${b}`)).toBe(a <= b ? `${a}..${b}` : null)
      }),
    )
  })
})

describe('overlaps', () => {
  const span = (earliest: string | null, latest: string | null) => ({ earliest, latest })

  it('counts a shared day, and no less', () => {
    expect(overlaps(span('2024-01-01', '2024-06-30'), span('2024-06-30', '2024-12-31'))).toBe(true)
    expect(overlaps(span('2024-01-01', '2024-06-30'), span('2024-07-01', '2024-12-31'))).toBe(false)
  })

  it('takes null for no bound', () => {
    expect(overlaps(span(null, null), span('2024-01-01', '2024-01-01'))).toBe(true)
    expect(overlaps(span('2024-07-01', null), span(null, '2024-06-30'))).toBe(false)
    expect(overlaps(span('2024-07-01', null), span(null, '2024-07-01'))).toBe(true)
  })

  it('is symmetric, and true of a span with itself', () => {
    const bounds = fc
      .tuple(fc.option(isoDate), fc.option(isoDate))
      .filter(([earliest, latest]) => earliest === null || latest === null || earliest <= latest)
      .map(([earliest, latest]) => span(earliest, latest))
    fc.assert(
      fc.property(bounds, bounds, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        expect(overlaps(a, a)).toBe(true)
      }),
    )
  })
})
