import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CodePoints,
  codePointLength,
  decodeUtf8,
  lineAndColumn,
  NotUtf8Error,
  normaliseText,
  sha256,
} from '../../src/model/text.ts'

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('😀', '\n', '\r', '\ud83d'),
  ),
})
const wellFormedText = fc.string({ unit: 'binary' }).map(text => text.toWellFormed())

describe('normaliseText', () => {
  it('composes, unifies line breaks and strips one byte order mark', () => {
    expect(normaliseText('\uFEFF\uFEFFe\u0301\r\na\rb\n\r\n')).toBe('\uFEFF\u00E9\na\nb\n\n')
  })

  it('keeps everything else', () => {
    const text = '  “it’s”\t\u00A0\u200B\uFB01\n\n'
    expect(normaliseText(text)).toBe(text)
  })

  it('is idempotent on texts without a byte order mark', () => {
    fc.assert(
      fc.property(anyText, raw => {
        const once = normaliseText(raw.replaceAll('\uFEFF', ''))
        expect(normaliseText(once)).toBe(once)
      }),
    )
  })
})

describe('decodeUtf8', () => {
  it('gives back what was encoded, a byte order mark and U+FFFD included', () => {
    const decodes = (text: string) => {
      expect(decodeUtf8(Buffer.from(text))).toBe(text)
    }
    decodes('\uFEFF\uFEFFa\uFFFD😀')
    fc.assert(fc.property(wellFormedText, decodes))
  })

  it.each([
    ['a stray byte', [0x61, 0xff], 1, 1, 2],
    ['Latin-1', [0x61, 0x0a, 0x62, 0xe9, 0x63], 3, 2, 2],
    ['a sequence cut short by the end', [0x0d, 0x0a, 0xe2, 0x80], 2, 2, 1],
    ['a surrogate', [0xed, 0xa0, 0x80], 0, 1, 1],
    ['an overlong form', [0x0d, 0xc0, 0xaf], 1, 2, 1],
    ['what follows a genuine U+FFFD', [0xef, 0xbf, 0xbd, 0xf0, 0x9f, 0x98, 0x80, 0x80], 7, 1, 3],
  ])('finds %s', (_, bytes, byteOffset, line, column) => {
    const decode = () => decodeUtf8(Uint8Array.from(bytes))
    expect(decode).toThrow(NotUtf8Error)
    expect(decode).toThrow(expect.objectContaining({ byteOffset, line, column }))
  })

  it('finds the first of any faults, in a view into a larger buffer too', () => {
    fc.assert(
      fc.property(wellFormedText, fc.uint8Array({ maxLength: 8 }), (text, rest) => {
        const before = Buffer.from(text)
        const bytes = Buffer.concat([Buffer.of(0), before, Buffer.of(0xff), rest]).subarray(1)
        expect(() => decodeUtf8(bytes)).toThrow(expect.objectContaining({ byteOffset: before.length }))
      }),
    )
  })
})

describe('sha256', () => {
  it('hashes the UTF-8 of the text', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
  })
})

describe('lineAndColumn', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [6, 3, 2],
    [7, 4, 1],
  ])('places index %i at %i:%i', (index, line, column) => {
    expect(lineAndColumn('a\r\n\r😀\n', index)).toEqual({ line, column })
  })

  it('refuses an index outside the text', () => {
    expect(() => lineAndColumn('a', 2)).toThrow(RangeError)
    expect(() => lineAndColumn('a', -1)).toThrow(RangeError)
  })
})

describe('CodePoints', () => {
  it('agrees with the code points that the string iterates over', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const codePoints = new CodePoints(text)
        const characters = [...text]
        expect(codePoints.length).toBe(characters.length)
        expect(codePointLength(text)).toBe(characters.length)

        const [start, end] = [a % (characters.length + 1), b % (characters.length + 1)].toSorted((x, y) => x - y)
        if (start === undefined || end === undefined) throw new Error('two offsets were given')
        expect(codePoints.slice(start, end)).toBe(characters.slice(start, end).join(''))
        expect(codePoints.toUtf16(start)).toBe(characters.slice(0, start).join('').length)
        expect(codePoints.toCodePoint(codePoints.toUtf16(start))).toBe(start)
      }),
    )
  })

  it('counts an index inside a pair as the start of the pair', () => {
    const codePoints = new CodePoints('a😀😀b')
    expect([0, 1, 2, 3, 4, 5, 6].map(index => codePoints.toCodePoint(index))).toEqual([0, 1, 1, 2, 2, 3, 4])
  })

  it('refuses offsets outside the text', () => {
    const codePoints = new CodePoints('a😀')
    expect(() => codePoints.toUtf16(3)).toThrow(RangeError)
    expect(() => codePoints.toCodePoint(4)).toThrow(RangeError)
    expect(() => codePoints.toUtf16(0.5)).toThrow(RangeError)
    expect(() => codePoints.slice(1, 0)).toThrow(RangeError)
  })
})
