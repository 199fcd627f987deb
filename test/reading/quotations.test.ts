import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyQuotation, findQuotations, quotedSpans, unreadMarks } from '../../src/reading/index.ts'

/** Each quotation as its depth, its text and, if it never closes, an ellipsis. */
function quotationsIn(text: string): string[] {
  return findQuotations(text, 'en').map(
    ({ start, end, closed, depth }) => `${depth} ${text.slice(start, end)}${closed ? '' : '…'}`,
  )
}

describe('findQuotations', () => {
  it.each([
    [
      'double marks',
      '“This must be a priority,” he said. “They have the ear of mayors — it’s time.”',
      ['1 “This must be a priority,”', '1 “They have the ear of mayors — it’s time.”'],
    ],
    [
      'a quotation left open by its paragraph, and the one that opens the next',
      '“It’s time,” Gonzales said. “Americans deserve to feel safe in their communities.\nGreen called it “shocking.”',
      ['1 “It’s time,”', '1 “Americans deserve to feel safe in their communities.…', '1 “shocking.”'],
    ],
    [
      'each paragraph of a long quotation',
      '“First.\n“Second.\n“Third,” she said.',
      ['1 “First.…', '1 “Second.…', '1 “Third,”'],
    ],
    [
      'a quotation left open, before a mark that closes none behind another quotation',
      '“First, she said.\nHe called “it” a shame.”',
      ['1 “First, she said.…', '1 “it”'],
    ],
    [
      'a quotation that closes in the next paragraph, before another',
      '“First.\nSecond,” she said. “Third.”',
      ['1 “First.\nSecond,”', '1 “Third.”'],
    ],
    [
      'a quotation without a sentence around it',
      '“Of those, 435,719 are convicted,”',
      ['1 “Of those, 435,719 are convicted,”'],
    ],
    ['words quoted in paraphrase', 'the nation’s system “broken” and said', ['1 “broken”']],
    [
      'nested single marks beside apostrophes',
      '“It’s so. However, ‘sanctuary’ policies can’t, cities’ mayors say,” he wrote.',
      ['1 “It’s so. However, ‘sanctuary’ policies can’t, cities’ mayors say,”', '2 ‘sanctuary’'],
    ],
    ['marks that meet', '“He said ‘no.’”', ['1 “He said ‘no.’”', '2 ‘no.’']],
    [
      'English marks that open together',
      '“‘“Go,” she said,’ he wrote”',
      ['1 “‘“Go,” she said,’ he wrote”', '2 ‘“Go,” she said,’', '3 “Go,”'],
    ],
    ['three levels', '“a ‘b “c” d’ e”', ['1 “a ‘b “c” d’ e”', '2 ‘b “c” d’', '3 “c”']],
    ['the same marks nested', '“I said “no” to him,” he said.', ['1 “I said “no” to him,”', '2 “no”']],
    ['straight marks', '"Yes," he said. "No."', ['1 "Yes,"', '1 "No."']],
    ['straight marks without spaces around', 'he said:"Yes"—("no").', ['1 "Yes"', '1 "no"']],
    ['a forgotten straight mark', '"Yes, he said. "No," she said.', ['1 "Yes, he said. …', '1 "No,"']],
    ['a forgotten curly mark', '“Yes, he said. “No,” she said.', ['1 “Yes, he said. …', '1 “No,”']],
    ['straight single marks', `'We don't know,' he said.`, [`1 'We don't know,'`]],
    ['British single marks', '‘The boys’ club is closed,’ he said.', ['1 ‘The boys’ club is closed,’']],
    ['a quoted plural', 'The ‘sanctuary cities’ and the ‘rest’ agreed.', ['1 ‘sanctuary cities’', '1 ‘rest’']],
    ['a paragraph opened by a single mark', '‘We go on. It’s fine.', ['1 ‘We go on. It’s fine.…']],
    ['doubled single marks', `''Yes,'' he said. ''We'll see.''`, [`1 ''Yes,''`, `1 ''We'll see.''`]],
    [
      'runs of three straight marks',
      `'''No' is what I'd say,'' he said, ''or 'yes.'''`,
      [`1 '''No' is what I'd say,''`, `2 'No'`, `1 ''or 'yes.'''`, `2 'yes.'`],
    ],
    ['marks of mixed kinds', '“Yes," he said. "No.” “Why?“ he asked.', ['1 “Yes,"', '1 "No.”', '1 “Why?“']],
    ['marks beside dashes, brackets and dots', 'a—“…b” (“…c”) "...d"', ['1 “…b”', '1 “…c”', '1 "...d"']],
    ['guillemets', '« Bonjour », dit-il.', ['1 « Bonjour »']],
    ['guillemets that point inwards', '»Ja«, sagte er, »nein«.', ['1 »Ja«', '1 »nein«']],
    ['German marks, also when half typed', '„Ja“, sagte er, „nein".', ['1 „Ja“', '1 „nein"']],
    ['Polish marks', '„Tak”, powiedział.', ['1 „Tak”']],
    ['Chinese, without spaces', '他说“你好”。他说‘你好’吗', ['1 “你好”', '1 ‘你好’']],
    ['marks that cross', '“a «b” c»', ['1 “a «b”']],
  ])('finds %s', (_, text, quotations) => {
    expect(quotationsIn(text)).toEqual(quotations)
  })

  it.each([
    ['apostrophes', 'the agency’s docket, O’Brien’s, ’tis the dogs’ own, agencies’'],
    ['straight apostrophes', `the agency's docket, O'Brien's, 'tis the dogs' own`],
    ['apostrophes turned into opening marks', 'the ‘90s, rock ‘n’ roll and the boys’ club'],
    ['decades', `from the '80s to the '90s, in the boys' club`],
    ['inches', `a 6" pipe and a man of 5'10"`],
    ['closing marks that close nothing', 'charges,” he said. charges," he said. charges,“ he said. fin ». '],
  ])('takes %s for no quotation', (_, text) => {
    expect(quotationsIn(text)).toEqual([])
  })

  const running = fc.string({ unit: fc.constantFrom(...`“”„«»‘’"' \n.,sa9`), maxLength: 60 })

  it('nests quotations, in order and within their paragraph', () => {
    fc.assert(
      fc.property(running, text => {
        const enclosing: { end: number }[] = []
        let lastStart = -1
        for (const { start, end, closed, depth } of findQuotations(text, 'en')) {
          expect(start).toBeGreaterThan(lastStart)
          expect(end).toBeGreaterThan(start)
          if (closed) expect(end).toBeGreaterThanOrEqual(start + 2)
          while ((enclosing.at(-1)?.end ?? text.length) <= start) enclosing.pop()
          expect(depth).toBe(enclosing.length + 1)
          expect(end).toBeLessThanOrEqual(enclosing.at(-1)?.end ?? text.length)
          enclosing.push({ end })
          lastStart = start
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('reads each paragraph by itself, unless a quotation goes on over its end', () => {
    fc.assert(
      fc.property(running, running, (a, b) => {
        const together = quotationsIn(`${a}\n${b}`)
        fc.pre(!together.some(quotation => quotation.includes('\n')))
        expect(together).toEqual([...quotationsIn(a), ...quotationsIn(b)])
      }),
    )
  })
})

describe('marks of the world', () => {
  it.each([
    ['zh', '他说：「大坝会坚持住」，又说『好』。', ['1 「大坝会坚持住」', '1 『好』']],
    ['ja', '彼は「『持つ』と言った」', ['1 「『持つ』と言った」', '2 『持つ』']],
    ['de', 'Er sagte: „Das ‚Nein‘ gilt.“ Sie: »Gut.«', ['1 „Das ‚Nein‘ gilt.“', '2 ‚Nein‘', '1 »Gut.«']],
    ['fr', 'Il a dit : « Le ‹ non › tient. »', ['1 « Le ‹ non › tient. »', '2 ‹ non ›']],
    ['pl', 'Powiedział: „Tama wytrzyma” i wyszedł.', ['1 „Tama wytrzyma”']],
    ['sv', 'Hon sade: ”Dammen håller” och gick.', ['1 ”Dammen håller”']],
    ['fi', 'Hän sanoi: »Pato kestää» ja lähti.', ['1 »Pato kestää»']],
    ['en', "He said: ``It holds,'' and left.", ["1 ``It holds,''"]],
    ['en', 'He said: ❝It holds,❞ and ＂it does＂.', ['1 ❝It holds,❞', '1 ＂it does＂']],
    ['en', 'He said: ″It holds,″ and left.', ['1 ″It holds,″']],
    [
      'en',
      '“The crack is 6" wide, 5\' 10" long, and a 9″ pipe.”',
      ['1 “The crack is 6" wide, 5\' 10" long, and a 9″ pipe.”'],
    ],
    ['en', 'He said "we won in 2016" and "lost in 2018".', ['1 "we won in 2016"', '1 "lost in 2018"']],
    ['es', '—Voy —dijo él— mañana.', ['1 —Voy …', '1 — mañana.…']],
    ['fr', '— Le barrage tiendra.\nIl sortit.', ['1 — Le barrage tiendra.…']],
    ['en', '— John Smith', []],
    [
      'en',
      '“It holds.\nIt was built well.\nI stand by it.” He left.',
      ['1 “It holds.\nIt was built well.\nI stand by it.”'],
    ],
    ['en', '“It holds.\nIt was built well.\n“New.” He left.', ['1 “It holds.…', '1 “New.”']],
  ])('%s: %s', (language, text, expected) => {
    const found = findQuotations(text, language).map(
      ({ start, end, closed, depth }) => `${depth} ${text.slice(start, end)}${closed ? '' : '…'}`,
    )
    expect(found).toEqual(expected)
  })

  // What opens a quotation, and what closes it in its place.
  it.each(
    (
      '“” “" ““ „“ „” „" „„ ‟” ‟‟ «» ‹› ‘’ ‚‘ ‚’ ‛’ ”” »« »» ›‹ ›› "" "” "“ ＂＂ ″″ 「」 『』 ｢｣ ﹁﹂ ﹃﹄ ❝❞ ❛❜ 〝〞 〝〟 ״״ `\' `’ ´´ ´\' ' +
      "'' <<>> ,,'' ,,\" ,,“ ,,” ``''"
    )
      .split(' ')
      .map(pair => {
        const half = pair.length / 2
        const cut = Number.isInteger(half) ? half : 2
        return [pair.slice(0, cut), pair.slice(cut)] as const
      }),
  )('%s opens a quotation that %s closes', (open, close) => {
    const text = `He said ${open}it holds well${close} and left.`
    expect(findQuotations(text, 'en').map(({ start, end, closed }) => [text.slice(start, end), closed])).toEqual([
      [`${open}it holds well${close}`, true],
    ])
  })

  it('tells of a mark that it does not understand', () => {
    const words = (text: string) => unreadMarks(text, 'en').map(({ start, end }) => text.slice(start, end))
    expect(words('It holds.” He left ⸂so⸃, the boys’ way.')).toEqual(['”', '⸂', '⸃'])
    expect(words('“It holds,” he said, ‘so’.')).toEqual([])
  })
})

describe('quotedSpans', () => {
  it('gives the insides of the outermost quotations', () => {
    const text = `a “b ‘c’ d” e ''f'' g “h`
    expect(quotedSpans(findQuotations(text, 'en')).map(({ start, end }) => text.slice(start, end))).toEqual([
      'b ‘c’ d',
      'f',
      'h',
    ])
  })
})

describe('classifyQuotation', () => {
  const text = 'Green called it “shocking.” “This ‘defies’ all sense,” Green said. “It is madness.'

  function classify(...contents: string[]) {
    return classifyQuotation(
      text,
      contents.map(content => {
        const start = text.indexOf(content)
        if (start === -1) throw new Error(`not in the text: ${content}`)
        return { start, end: start + content.length }
      }),
      quotedSpans(findQuotations(text, 'en')),
    )
  }

  it.each([
    ['without its marks', ['shocking.']],
    ['with its marks', ['“shocking.”']],
    ['with one of its marks', ['“shocking']],
    ['over two quotations side by side', ['shocking.” “This ‘defies’ all sense,']],
    ['in fragments', ['This ‘defies’ all sense', ' “It is madness.']],
    ['in nested marks', ['defies']],
    ['in a quotation that never closes', ['It is madness.']],
  ])('calls a content %s DIRECT', (_, contents) => {
    expect(classify(...contents)).toBe('DIRECT')
  })

  it.each([
    ['beside a quotation', ['Green called it “']],
    ['in fragments', ['Green called it', 'Green said']],
    ['of no words', ['.” “']],
    ['of no fragments', []],
  ])('calls a content %s INDIRECT', (_, contents) => {
    expect(classify(...contents)).toBe('INDIRECT')
  })

  it.each([
    ['in one fragment', ['called it “shocking.”']],
    ['around a quotation', ['it “shocking.” “This ‘defies’ all sense,” Green said']],
    ['in fragments', ['Green called it', 'It is madness.']],
  ])('calls a content that is partly quoted %s MIXED', (_, contents) => {
    expect(classify(...contents)).toBe('MIXED')
  })

  it('refuses a fragment outside the text', () => {
    expect(() => classifyQuotation('ab', [{ start: 1, end: 3 }], [])).toThrow(RangeError)
    expect(() => classifyQuotation('ab', [{ start: 2, end: 1 }], [])).toThrow(RangeError)
  })

  it('judges by each character when fragments are cut anywhere', () => {
    const words = Array.from({ length: text.length }, (_, index) => index).filter(index =>
      /\w/.test(text.charAt(index)),
    )
    const isQuoted = (index: number) =>
      quotedSpans(findQuotations(text, 'en')).some(({ start, end }) => start <= index && index < end)
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const quoted = new Set(words.filter(index => start <= index && index < end).map(isQuoted))
        const expected = !quoted.has(true) ? 'INDIRECT' : quoted.has(false) ? 'MIXED' : 'DIRECT'
        expect(classifyQuotation(text, [{ start, end }], quotedSpans(findQuotations(text, 'en')))).toBe(expected)
      }),
    )
  })
})
