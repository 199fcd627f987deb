import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSlug, slugify } from '../../src/model/slug.ts'

describe('slugify', () => {
  it.each([
    ['Mark Green', 'mark-green'],
    ['  U.S. Immigration & Customs Enforcement (ICE) ', 'u-s-immigration-customs-enforcement-ice'],
    ['Beyoncé Müller', 'beyonce-muller'],
    ['Łukasz Ørsted-Weiß', 'lukasz-orsted-weiss'],
    ['ﬁscal Ⅷ ½', 'fiscal-viii-1-2'],
    ['İstanbul', 'istanbul'],
    ['Fiscal Year 2024', 'fiscal-year-2024'],
    ['Müller 王', 'muller'],
    ['Володимир Зеленський', 'володимир-зеленський'],
    ['王毅', '王毅'],
    ['マーク・グリーン', 'マーク-グリーン'],
    ['नरेन्द्र मोदी', 'नरेन्द्र-मोदी'],
    ['文在寅 2017', '文在寅-2017'],
    ['1947', '1947'],
    ['— … \u0301', ''],
  ])('makes %j into %j', (name, slug) => {
    expect(slugify(name)).toBe(slug)
  })

  it('cuts at 120 code points and leaves no hyphen there', () => {
    expect(slugify(`${'a'.repeat(119)} b`)).toBe('a'.repeat(119))
    expect(slugify('𠀀'.repeat(200))).toBe('𠀀'.repeat(120))
  })

  it('makes a slug of any name that has letters or numbers, and changes it no further', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aÉßǅİΣ王が한й\u0301- ’'), maxLength: 200 })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), letters), name => {
        const slug = slugify(name)
        expect(slugify(slug)).toBe(slug)
        expect(slug === '' || isSlug(slug)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('isSlug', () => {
  it('accepts words joined by hyphens', () => {
    for (const slug of ['a', 'mark-green', '2024', '王毅', 'मोदी', 'a'.repeat(120)])
      expect([slug, isSlug(slug)]).toEqual([slug, true])
  })

  it('refuses all else', () => {
    for (const text of ['', '-', 'a-', '-a', 'a--b', 'A', 'a b', 'a_b', 'a\n', '\u0301', 'a'.repeat(121)]) {
      expect([text, isSlug(text)]).toEqual([text, false])
    }
  })
})
