import { describe, expect, test } from 'vitest'
import { stanceInWords as stanceOfModel } from '../../src/model/stanceInWords.ts'
import { FrameDimension, Stance, StanceManner, valuesOf } from '../../src/model/vocabulary.ts'
import { citations, placesOf } from '../../src/web/frame/cite.ts'
import { besidesOwn, inWords, stanceInWords, timesOver } from '../../src/web/marks/names.ts'
import { noteOnPage } from '../../src/web/marks/notes.ts'
import { doubtOf, quotedAround } from '../../src/web/marks/whoseWords.ts'
import { commitmentOf } from '../../src/web/number/wording.ts'

test('words whose wording nobody has coded are not as reported', () => {
  const said = (others: number, uncoded: number) => besidesOwn({ others, uncoded }, count => `${count} numbers`)
  expect(said(6, 6)).toBe('6 numbers whose wording is not coded')
  expect(said(6, 2)).toBe('4 numbers as reported, 2 numbers whose wording is not coded')
  expect(said(6, 0)).toBe('6 numbers as reported')
})

describe('a stance', () => {
  test('supports only where the statement says so itself, or nobody coded how', () => {
    const supporting = [...valuesOf(StanceManner), null].map(manner => [
      manner,
      stanceInWords({ stance: 'SUPPORTS', manner }),
    ])
    expect(Object.fromEntries(supporting)).toEqual({
      ASSERTED: 'supports',
      PRESUPPOSED: 'presupposes',
      CONCEDED: 'concedes',
      IMPLIED: 'implies',
      REPORTED: 'reports that others hold',
      QUESTIONED: 'questions',
      CONDITIONAL: 'supports under a condition',
      null: 'supports',
    })
  })

  test('is called on the page what the command line calls it', () => {
    for (const stance of valuesOf(Stance)) {
      for (const manner of [...valuesOf(StanceManner), null]) {
        expect(stanceInWords({ stance, manner })).toBe(stanceOfModel(stance, manner))
      }
    }
  })
})

describe('a statement inside of another', () => {
  const outer = { slug: 'outer', ownWords: [{ start: 10, end: 50, wording: 'SPEAKER' }] }

  test('is in the words of the outer speaker where it stands in what the outer one quotes', () => {
    expect(quotedAround({ start: 20, end: 30 }, outer)?.slug).toBe('outer')
    expect(quotedAround({ start: 20, end: 60 }, outer)).toBeNull()
    expect(quotedAround({ start: 20, end: 30 }, null)).toBeNull()
  })

  test('is not where the marks may be scare quotes', () => {
    const doubtful = { slug: 'outer', ownWords: [{ start: 10, end: 50, wording: 'DOUBTFUL' }] }
    expect(quotedAround({ start: 20, end: 30 }, doubtful)).toBeNull()
  })

  test('is in the words of the one further out where the nearer one is a paraphrase in there', () => {
    const between = { slug: 'between', ownWords: [], reportedIn: outer }
    expect(quotedAround({ start: 20, end: 30 }, between)?.slug).toBe('outer')
  })
})

describe('a note on the page', () => {
  test('calls a choice what the page calls it', () => {
    const all = "To include all, whoever's words they are: wording: [SPEAKER, REPORTER, DOUBTFUL]."
    expect(noteOnPage(`Left out: 7 readings whose wording is REPORTER (7). ${all}`)).toBe(
      'Left out: 7 readings in the reporter’s words (7). ' +
        'To include them, choose “Also count reporters’ words and words of unknown origin” above.',
    )
    expect(noteOnPage('Left out: paraphrase. To count their words: withParaphrase.')).toBe(
      'Left out: paraphrase. To count their words, choose “with paraphrase” above.',
    )
  })

  test('says what stances do, one or several, and how', () => {
    const said = 'Left out, because they qualify or question a claim, or do not plainly assert it: '
    expect(noteOnPage(`${said}6 SUPPORTS IMPLIED, 2 QUALIFIES, 1 OPPOSES CONCEDED.`)).toBe(
      `${said}6 support by implication, 2 qualify, 1 opposes as a concession.`,
    )
    expect(noteOnPage('No edge: all 4 stances counted are SUPPORTS.')).toBe(
      'No edge: all 4 stances counted are support.',
    )
  })

  test('leaves out a choice that the page does not have', () => {
    expect(noteOnPage('Left out: 3 statements. To include them: nested.')).toBe('Left out: 3 statements.')
  })
})

test('what a number means does not say the number once more beside it', () => {
  const exact = { approximation: 'EXACT', value: 435719, lower: 435719, upper: 435719 }
  expect(commitmentOf({ ...exact, words: '435,719' })).toBe('without a hedge')
  expect(commitmentOf({ ...exact, words: '435719' })).toBe('435,719, without a hedge')
})

test('marks are doubted one by one', () => {
  expect(doubtOf([])).toBe('NONE')
  expect(doubtOf([{ wording: 'SPEAKER' }])).toBe('NONE')
  expect(doubtOf([{ wording: 'SPEAKER' }, { wording: 'DOUBTFUL' }])).toBe('SOME')
  expect(doubtOf([{ wording: 'DOUBTFUL' }])).toBe('ALL')
})

test('a value that lists things has commas between them', () => {
  expect(inWords('CRIME_AND_PUNISHMENT')).toBe('crime and punishment')
  const listing = valuesOf(FrameDimension).filter(value => value.startsWith('LEGALITY'))
  expect(listing.map(inWords)).toEqual(['legality, constitutionality and jurisprudence'])
})

test('a number is worded once, twice or several times', () => {
  expect([1, 2, 3, 1200].map(timesOver)).toEqual(['once', 'twice', '3 times', '1,200 times'])
})

test('a citation of a sentence has one full stop after it', () => {
  const textOf = (title: string) => citations({ title, url: 'https://dixit.test/id/Claim/x' }, new Date(0)).text
  expect(textOf('It erodes trust.')).toBe('It erodes trust. Dixit: https://dixit.test/id/Claim/x (seen 1970-01-01)')
  expect(textOf('It erodes trust')).toBe('It erodes trust. Dixit: https://dixit.test/id/Claim/x (seen 1970-01-01)')
  expect(textOf('Does it?')).toBe('Does it? Dixit: https://dixit.test/id/Claim/x (seen 1970-01-01)')
})

test('a citation names each document once, with its address and the whole hash of its text', () => {
  const sha256 = 'a'.repeat(64)
  const [article, other] = [
    { slug: 'a', title: 'Data shows', url: 'https://news.test/a', sha256 },
    { slug: 'b', title: null, url: null },
  ]
  expect(placesOf([article, null, other, article])).toBe(
    `In: Data shows, https://news.test/a, text with SHA-256 ${sha256}; b`,
  )
  expect(placesOf([other], false)).toBe('In: b; and others')
  expect(placesOf([])).toBe('')
  const url = 'https://dixit.test/x'
  const { text, bibtex } = citations({ title: 'X', note: '2 statements', places: placesOf([other]), url }, new Date(0))
  expect(text).toMatch(/^X\. 2 statements\. In: b\. Dixit: /)
  expect(bibtex).toContain('note = {2 statements. In: b},')
})
