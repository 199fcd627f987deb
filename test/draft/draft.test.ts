import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { Desk } from '../../src/draft/desk/desk.ts'
import { readDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { rulesMeasured } from '../../src/draft/rules.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { allWordsOf, exactOf } from '../../src/ingest/placesOf.ts'
import { dixit } from '../support/cli.ts'
import { articleFolder, proposalsFor } from '../support/desk.ts'
import { seed, temporaryFolder } from '../support/graph.ts'
import { ofType } from '../support/ofType.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const dossier = join(folder, 'wane')
const environment = { DIXIT_DB: join(folder, 'none.db') }
let said: string

beforeAll(async () => {
  cpSync(join(seed, '../agents.yaml'), join(folder, 'agents.yaml'))
  const made = await dixit(['new', dossier, '--from', join(seed, 'article.txt')], environment)
  expect(made).toMatchObject({ code: 0, err: '' })
  const annotations = 'dossier: 1\nuse: [../agents.yaml]\ndocument: { language: en }\n'
  writeFileSync(join(dossier, 'annotations.yaml'), annotations)
  said = (await dixit(['draft', dossier], environment)).out
})

/** What the first coding of the seed's article had (1b6a890): where its statements stand, and the words of its figures and times. */
interface Coded {
  readonly statements: readonly { readonly slug: string; readonly start: number; readonly end: number }[]
  readonly figures: readonly string[]
  readonly times: readonly string[]
}
const coded: Coded = JSON.parse(readFileSync(new URL('../fixtures/wane/coded.json', import.meta.url), 'utf8'))

test('proposes most statements of the seed, from its text alone', () => {
  const proposed = readDraft(dossier).proposals.filter(({ kind }) => kind === 'statement')
  const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
    (Math.max(a.end, b.end) - Math.min(a.start, b.start))
  const used = new Set<number>()
  const missed = coded.statements.filter(statement => {
    const at = proposed.findIndex((each, index) => !used.has(index) && overlap(each, statement) >= 0.5)
    if (at >= 0) used.add(at)
    return at < 0
  })
  expect({
    coded: coded.statements.length,
    found: used.size,
    useless: proposed.length - used.size,
    missed: missed.map(({ slug }) => slug),
  }).toMatchInlineSnapshot(`
    {
      "coded": 41,
      "found": 33,
      "missed": [
        "letter-sent",
        "docket-meaning",
        "letter-after-request",
        "own-numbers-prove",
        "direction-to-dhs",
        "dhs-knows",
        "administration-swore",
        "jurisdictions-concern",
      ],
      "useless": 1,
    }
  `)
})

test('reads each figure and each time of the seed', () => {
  const { proposals } = readDraft(dossier)
  const left = (kind: string, gold: readonly string[]) => {
    const words = proposals.flatMap(each => {
      if (each.kind !== kind || !('words' in each)) return []
      return [typeof each.words === 'string' ? each.words : each.words.exact]
    })
    return gold.filter(each => {
      const at = words.indexOf(each)
      if (at >= 0) words.splice(at, 1)
      return at < 0
    })
  }
  expect(coded.figures).toHaveLength(15)
  expect(left('figure', coded.figures)).toEqual([])
  expect(coded.times).toHaveLength(12)
  expect(left('time', coded.times)).toEqual([])
})

test('a sentence with a reporting verb is never proposed as the article’s own voice', () => {
  const own = readDraft(dossier).proposals.flatMap(each => (each.kind === 'statement' && each.voice ? [each] : []))
  expect(own.length).toBeGreaterThan(0)
  const sentence = 'Two members of the board have said they may abstain.'
  const article = `${sentence} The vote on the pier is in January, before the winter is over.\n`
  const voices = proposalsFor(article).flatMap(each => (each.kind === 'statement' && each.voice ? [each.content] : []))
  expect(voices).toEqual(['The vote on the pier is in January, before the winter is over'])
})

test.each([
  [
    'to whom it was said',
    'Owners will have to pay, he told reporters after the meeting.',
    'Owners will have to pay',
    'he',
  ],
  ['when it was said', 'The ministry said on Wednesday it had not read it.', 'it had not read it', 'The ministry'],
  [
    'who says it, of several',
    "The owners' federation says the levy empties flats.",
    'the levy empties flats',
    "The owners' federation",
  ],
  [
    'a name in apposition',
    'Its chairman, Emil Brandt, called the number a guess.',
    'the number a guess',
    'Its chairman, Emil Brandt',
  ],
  [
    'what is asked of somebody',
    'Moss asked the harbour board for money before the winter.',
    'for money before the winter',
    'Moss',
  ],
  [
    'where and when it was written',
    'KELM, Tuesday — The pier will open again in May, the board said.',
    'The pier will open again in May',
    'the board',
  ],
  [
    'by whom a report is',
    'According to a report by the city’s auditors, the pier cost two million euros.',
    'the pier cost two million euros',
    'a report by the city’s auditors',
  ],
  [
    'for whom a spokesman speaks',
    'A spokesman for the harbour board said the pier was safe.',
    'the pier was safe',
    'A spokesman for the harbour board',
  ],
  [
    'the name behind a role, behind the cue',
    '“The pier is safe,” said the spokesman, Joel Strand.',
    'The pier is safe',
    'the spokesman, Joel Strand',
  ],
  [
    'who speaks with a name in apposition',
    'Ada Moss and the board’s leader, Tom Berg, said they would look at it again.',
    'they would look at it again',
    'Ada Moss and the board’s leader, Tom Berg',
  ],
  ['when he wrote it', 'On Monday he wrote that the pier would close.', 'the pier would close', 'he'],
  [
    'those who were asked',
    'In a survey, 61 percent of those asked said that they no longer went there.',
    'they no longer went there',
    '61 percent of those',
  ],
])('%s is no part of what is said', (_, text, content, source) => {
  const first = proposalsFor(`${text}\n`).find(each => each.kind === 'statement')
  expect(first && [allWordsOf(first.content), first.source && exactOf(first.source)]).toEqual([content, source])
})

test('what goes on behind a cue in its midst is one statement', () => {
  const first = proposalsFor('It has hired 22 since the autumn, the board says, and needs 15 more.\n').find(
    each => each.kind === 'statement',
  )
  expect(first?.content).toEqual(['It has hired 22 since the autumn', 'and needs 15 more'])
})

test.each([
  'She did not say whether the union would strike.',
  'She would not immediately say that the union would strike.',
  'She declined to say when the union would strike.',
])('nothing is proposed as said: %s', text => {
  const found = proposalsFor(`${text}\n`).filter(({ kind }) => kind === 'statement')
  const said = found.flatMap(each => (each.kind === 'statement' ? [allWordsOf(each.content)] : []))
  expect(said.filter(words => /^the union would/.test(words))).toEqual([])
})

test.each([
  ['Cy Holm rejected the account of the harbour office.', []],
  ['Ada Moss denied the allegations on Monday.', []],
  ['The plan was endorsed by the union of the pilots.', []],
  ['The mayor told a meeting of the harbour board on Monday.', []],
  ['Cy Holm rejected the account and said that it was false.', ['it was false']],
  ['Ada Moss denied that the pier was ever closed.', ['the pier was ever closed']],
  ['Ada Moss denied closing the pier to all boats.', ['closing the pier to all boats']],
  ['Cy Holm dismissed the account as “a fairy tale for the press.”', [expect.stringContaining('a fairy tale')]],
])('what is done to a thing says nothing: %s', (text, contents) => {
  const found = proposalsFor(`${text}\n`).flatMap(each => (each.kind === 'statement' && each.cue ? [each] : []))
  expect(found.map(({ content }) => allWordsOf(content))).toEqual(contents)
})

test.each([
  ['de', '„Der Pier ist nicht sicher“, sagte Moss.', 'Der Pier ist nicht sicher'],
  ['fr', '« Le quai est fermé depuis lundi », a dit Moss.', 'Le quai est fermé depuis lundi'],
  ['fr', '«\u{a0}Le quai est fermé depuis lundi\u{a0}», a dit Moss.', 'Le quai est fermé depuis lundi'],
  ['da', '»Molen er ikke længere sikker,« sagde Moss.', 'Molen er ikke længere sikker,'],
])('a quotation in %s is proposed by its marks, for nobody: %s', (language, text, content) => {
  const statements = proposalsFor(`${text}\n`, { language }).filter(({ kind }) => kind === 'statement')
  expect(statements).toMatchObject([{ content, quotation: 'DIRECT' }])
  expect(statements[0]).not.toHaveProperty('speaker')
})

test('a colon before a quotation is no part of it, nor are the terms on which somebody speaks', () => {
  const said = (text: string) =>
    proposalsFor(`${text}\n`).flatMap(each => (each.kind === 'statement' ? [allWordsOf(each.content)] : []))
  expect(said('Her answer to the council was as short as it said: “Not this year, not next year.”')).not.toContainEqual(
    expect.stringMatching(/^:/),
  )
  expect(
    said('An official, who asked not to be named, called the plan “reckless and far too late.”'),
  ).not.toContainEqual(expect.stringMatching(/not to be named/))
})

test('what a part is of is counted without its own number', () => {
  const figures = proposalsFor('Two of its five boats leak.\n').filter(each => each.kind === 'figure')
  expect(figures.map(({ words, counted }) => [exactOf(words), counted])).toEqual([
    ['Two', 'boats'],
    ['five', 'boats'],
  ])
})

test('in another language statements, numbers, times and names are proposed, and nothing in the article’s own voice', () => {
  const article =
    '„Wir zahlen das nicht noch einmal“, sagte Bürgermeisterin Karin Vogt (SPD) am Dienstag. „Nein“, sagte sie.\nNach Angaben der Stadt bleibt das Bad bis 2028 zu, Ende Mai kommen 40 Busse.\n'
  const graphNames = [{ key: 'karin-vogt', type: 'person' as const, names: ['Karin Vogt'] }]
  const shown = proposalsFor(article, { language: 'de', graphNames }).flatMap(each => {
    if (each.kind === 'statement') {
      return [[each.kind, allWordsOf(each.content), each.source && exactOf(each.source), each.voice]]
    }
    return each.kind === 'figure' || each.kind === 'agent' ? [[each.kind, exactOf(each.words)]] : []
  })
  expect(shown).toEqual([
    ['statement', 'Wir zahlen das nicht noch einmal', 'Bürgermeisterin Karin Vogt', undefined],
    ['agent', 'Karin Vogt'],
    ['statement', 'bleibt das Bad bis 2028 zu, Ende Mai kommen 40 Busse', 'der Stadt', undefined],
    ['figure', '40'],
  ])
})

test('in another language marks that close together end both quotations, and an age is no year', () => {
  const said = (text: string, language: string) =>
    proposalsFor(`${text}\n`, { language }).flatMap(each => {
      if (each.kind === 'statement') return [allWordsOf(each.content)]
      return each.kind === 'figure' || each.kind === 'time' ? [`${each.kind}: ${exactOf(each.words)}`] : []
    })
  const nested = '„Sie hat mir im Oktober gesagt: ‚Es bleibt, wie es ist‘“, so Wessels. Sie habe geschätzt.'
  expect(said(nested, 'de')).toEqual(['Sie hat mir im Oktober gesagt: ‚Es bleibt, wie es ist‘', 'time: Oktober'])
  const age = '«He tardado dos horas», lamentó Teresa Gil, de 67 años, el 5 de mayo de 2026.'
  expect(said(age, 'es')).toEqual(expect.arrayContaining(['time: 5 de mayo de 2026']))
  expect(said(age, 'es')).not.toContain('time: de 67 años')
  const change = 'El número pasó de 8,2 millones en 2019 a 6,9 millones en 2025.'
  expect(said(change, 'es')).toEqual(['figure: 8,2 millones', 'time: 2019', 'figure: 6,9 millones', 'time: 2025'])
})

test.each([`''The pier is not safe at all,'' Moss said.`, '``The pier is not safe at all,’’ Moss said.'])(
  'a double mark may be typed as two single ones: %s',
  text => {
    const statements = proposalsFor(`${text}\n`).filter(each => each.kind === 'statement')
    expect(statements).toMatchObject([{ content: 'The pier is not safe at all', source: 'Moss', confidence: 'HIGH' }])
  },
)

test.each([
  ['“If it rains,” Moss said, “we stay at home.”', ['Moss'], ['If it rains … we stay at home.']],
  ['The garage is expected to cost $11 million by then.', [], []],
  ['A spokesman for Moss, Carl Deeks, denied that.', [], []],
  ['She declined to comment on the letter.', [], []],
  ['The budget office estimates that one branch costs $410,000.', ['The budget office'], ['one branch costs $410,000']],
  [
    'According to a survey that the group paid for, few have no internet.',
    ['a survey that the group paid for'],
    ['few have no internet'],
  ],
  ['“I read on my phone,” said Marcus Till, 24, who was waiting.', ['Marcus Till'], ['I read on my phone']],
  [
    'Moss said the library would stay open, but that the branches would close.',
    ['Moss'],
    ['the library would stay open, but that the branches would close'],
  ],
  [
    'Idell, while admitting that some of the pilings “should have been replaced years ago,” insisted the dock was safe.',
    ['Idell', 'Idell'],
    ['some of the pilings “should have been replaced years ago,”', 'the dock was safe'],
  ],
  [
    'The mayor’s estimate, she added, was “probably right, if a little low.”',
    ['she'],
    ['The mayor’s estimate … was “probably right, if a little low.”'],
  ],
])('who says what in: %s', (text, sources, contents) => {
  const found = proposalsFor(`${text}\n`).flatMap(each => (each.kind === 'statement' && each.cue ? [each] : []))
  expect(found.map(({ source }) => source && exactOf(source))).toEqual(sources)
  expect(found.map(({ content }) => allWordsOf(content))).toEqual(contents)
})

test('a semicolon behind the cue ends what was said before it', () => {
  const text = 'About 300 people came to the square, police said; the tenants’ union put the number at 600.\n'
  const statements = proposalsFor(text).filter(each => each.kind === 'statement')
  expect(statements.map(({ content, source }) => [allWordsOf(content), source && exactOf(source)])).toEqual([
    ['About 300 people came to the square', 'police'],
  ])
})

test('whom “she” may stand for is a person named before it, and no organization', () => {
  const agents =
    'agents:\n  ada-moss: { person: Ada Moss }\n  bo-lind: { person: Bo Lind }\n  skelling-line: { organization: Skelling Line }\n'
  const at = join(folder, 'candidates')
  mkdirSync(at, { recursive: true })
  const said = (who: string) => `Bo Lind met Ada Moss of Skelling Line. ${who} said the pier would close in May.\n`
  const candidatesOf = (who: string) => {
    writeFileSync(join(at, 'article.txt'), said(who))
    writeFileSync(join(at, 'annotations.yaml'), `dossier: 1\ndocument: { language: en }\n${agents}`)
    const { proposals } = draftFolder(at, { graphNames: [], model: null })
    return proposals.flatMap(each => (each.kind === 'statement' && each.cue ? [each.candidates] : []))
  }
  expect(candidatesOf('She')).toEqual([['ada-moss', 'bo-lind']])
  expect(candidatesOf('They')).toEqual([['skelling-line', 'ada-moss', 'bo-lind']])
})

test('a place is no agent', () => {
  const found = proposalsFor('The pier in Port Calder is old. It leads to Skelling Bay, Ada Moss said.\n')
  expect(found.flatMap(each => (each.kind === 'agent' ? [each.name] : []))).toEqual(['Ada Moss'])
})

test('what somebody did not say is proposed for nobody, and a dateline names nobody', () => {
  const found = proposalsFor('KELM, Tuesday — Ada Moss did not say whether the pier would close.\n')
  expect(found.filter(({ kind }) => kind === 'statement')).toEqual([])
  expect(found.flatMap(each => (each.kind === 'agent' ? [each.name] : []))).toEqual(['Ada Moss'])
})

test('names a speaker only where the source does; a pronoun has candidates', () => {
  const statements = readDraft(dossier).proposals.filter(each => each.kind === 'statement')
  const byPronoun = statements.filter(({ source }) => source && /^(he|she|they)$/i.test(exactOf(source)))
  expect(byPronoun.length).toBeGreaterThan(0)
  for (const each of byPronoun) {
    expect(each.speaker).toBeUndefined()
    expect(each.candidates?.length).toBeGreaterThan(0)
  }
  expect(statements.filter(({ speaker }) => speaker === 'tony-gonzales').length).toBeGreaterThan(0)
})

test('proposes no speech act, frame, claim or stance', () => {
  expect(readFileSync(join(dossier, 'draft.yaml'), 'utf8')).not.toMatch(/^\s+(act|speechAct|frames|claims|stances?):/m)
})

test('each proposal leads to its words by the rules of an import', () => {
  const { proposals } = readDraft(dossier)
  const text = readFileSync(join(dossier, 'article.txt'), 'utf8')
  for (const { start, end, key } of proposals) expect(text.slice(start, end).trim(), key).not.toBe('')
})

test('each proposal says what it was read from and how sure that is, and the draft how right each confidence was', () => {
  const { proposals, measured } = readDraft(dossier)
  for (const { why, confidence, key } of proposals) {
    expect(why, key).not.toBe('')
    expect(['HIGH', 'FAIR', 'LOW'], key).toContain(confidence)
  }
  expect(measured.statement).toEqual(rulesMeasured)
})

test('a role right before a full name is proposed as a membership', () => {
  const roles = readDraft(dossier).proposals.flatMap(each =>
    each.kind === 'membership' ? [`${each.member}: ${each.role}`] : [],
  )
  expect(roles).toMatchInlineSnapshot(`
    [
      "Patrick Lechleitner: Deputy Director",
      "Tony Gonzales: Rep.",
      "Mark Green: House Homeland Security Committee Chairman",
    ]
  `)
})

test('nothing of a draft is imported, checked or seeded', () => {
  const { records, problems } = checkDossier(dossier)
  expect(problems).toEqual([])
  expect(ofType(records, 'statement')).toEqual([])
  expect(ofType(records, 'figure')).toEqual([])
})

test('says how much it proposes and what to do next; a draft that stands is kept', async () => {
  expect(said).toMatch(/^ +\d+ {2}statements$/m)
  expect(said).toContain(`dixit review ${dossier}`)
  expect(await dixit(['draft', dossier], environment)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--force replaces it'),
  })
})

test('a page gives its text, title, address and date', async () => {
  const page = `<!doctype html><html lang="en-GB"><head><title>x</title>
    <meta property="og:title" content="Pier to close"><link rel="canonical" href="https://example.org/pier">
    <meta property="article:published_time" content="2026-03-04T08:00:00Z"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Pier to close</h1>
    <p>The pier will close on Friday, Ada Moss said.</p><p>“It is unsafe,” she told the council.</p></article></body></html>`
  writeFileSync(join(folder, 'page.html'), page)
  expect((await dixit(['new', join(folder, 'pier'), '--from', join(folder, 'page.html')], environment)).code).toBe(0)
  expect(readFileSync(join(folder, 'pier/article.txt'), 'utf8')).toBe(
    'The pier will close on Friday, Ada Moss said.\n“It is unsafe,” she told the council.\n',
  )
  expect(readFileSync(join(folder, 'pier/annotations.yaml'), 'utf8')).toBe(
    'dossier: 1\ndocument:\n  title: Pier to close\n  url: https://example.org/pier\n  language: en-GB\n  published: 2026-03-04\n',
  )
  const again = await dixit(['new', join(folder, 'pier'), '--from', join(folder, 'page.html')], environment)
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('already holds a dossier') })
  expect(existsSync(join(folder, 'pier/draft.yaml'))).toBe(false)
})

test('the language of a text is told by its words, and marked as told by a rule', async () => {
  const languageOf = async (name: string, text: string) => {
    writeFileSync(join(folder, `${name}.txt`), text)
    await dixit(['new', join(folder, name), '--from', join(folder, `${name}.txt`)], environment)
    return readFileSync(join(folder, name, 'annotations.yaml'), 'utf8')
  }
  const german = await languageOf(
    'bad',
    'Bad wird teurer\nVon Jana Petersen und Bo Lind\nDas Bad wird teurer als geplant, wie die Stadt am Freitag mitteilte. „Wir haben die Preise unterschätzt“, sagte sie.\n',
  )
  expect(german).toContain('language: de\n')
  expect(german).toContain('  authors:\n    - Jana Petersen\n    - Bo Lind\n')
  expect(german).toMatch(/^# A rule determined document\.language/m)
  const untold = await languageOf('zahlen', '12 34 56\n')
  expect(untold).toContain('language: en\n')
  expect(untold).toMatch(/^# Nothing states the language/m)
})

test('a page gives its authors; a byline that a rule read says so', async () => {
  const text = '<article><p>The pier will close on Friday, Ada Moss said.</p></article>'
  writeFileSync(
    join(folder, 'signed.html'),
    `<html lang="en"><head><meta name="author" content="Jane Doe and Joe Roe"></head><body>${text}</body></html>`,
  )
  const signed = join(folder, 'signed')
  expect((await dixit(['new', signed, '--from', join(folder, 'signed.html')], environment)).code).toBe(0)
  expect(readFileSync(join(signed, 'annotations.yaml'), 'utf8')).toContain(
    '  authors:\n    - Jane Doe\n    - Joe Roe\n',
  )
  const others = '<p>By Jane Doe and Bo Lind</p><p>The pier will close on Friday, Ada Moss said.</p>'
  writeFileSync(
    join(folder, 'others.html'),
    `<html lang="en"><head><meta name="author" content="Jane Doe"></head><body><article>${others}</article></body></html>`,
  )
  expect((await dixit(['new', join(folder, 'others'), '--from', join(folder, 'others.html')], environment)).code).toBe(
    0,
  )
  expect(readFileSync(join(folder, 'others/annotations.yaml'), 'utf8')).toContain(
    "# The line “By Jane Doe and Bo Lind” names others than the page's metadata do",
  )
  writeFileSync(join(folder, 'signed.txt'), 'Pier to close\nBy Jane Doe\nThe pier will close.\n')
  const read = join(folder, 'read')
  expect((await dixit(['new', read, '--from', join(folder, 'signed.txt')], environment)).code).toBe(0)
  expect(readFileSync(join(read, 'annotations.yaml'), 'utf8')).toMatch(
    /^# A rule read document\.authors from the line “By Jane Doe”: see whether it names them\.\n(?:.*\n)* {2}authors:\n {4}- Jane Doe\n/,
  )
  expect((await dixit(['check', read], environment)).code).toBe(0)
})

test.each([
  ['March 14, 2025', 'en', '2025-03-14'],
  ['Published on Friday, March 14, 2025', 'en', '2025-03-14'],
  ['14. März 2025', 'de', '2025-03-14'],
])('the day in a line under the byline is named, and is no fact: %s', async (line, language, day) => {
  const [at, from] = [join(folder, `dated-${language}-${line.length}`), join(folder, 'dated.txt')]
  writeFileSync(from, `Pier to close\nBy Jane Doe\n${line}\nThe pier will close on May 5, 2025.\n`)
  expect((await dixit(['new', at, '--from', from, '--language', language], environment)).code).toBe(0)
  const annotations = readFileSync(join(at, 'annotations.yaml'), 'utf8')
  expect(annotations).toContain(
    `# The line “${line}” may be when it was published: if so, add published: ${day} to document.\n`,
  )
  expect(annotations).not.toMatch(/^ *published/m)
})

test('a line that says more than a day names none', async () => {
  const [at, from] = [join(folder, 'undated'), join(folder, 'undated.txt')]
  writeFileSync(from, 'Pier to close\nThe pier will close on May 5, 2025.\nUpdated May 6, 2025\nMay 2025\nIt is old.\n')
  await dixit(['new', at, '--from', from], environment)
  expect(readFileSync(join(at, 'annotations.yaml'), 'utf8')).not.toContain('published')
})

test('what a page says of itself stays one line, and what no page looks like is refused at once', async () => {
  const page = join(folder, 'hostile.html')
  const said = '“It is unsafe,” Ada Moss told the council.'
  writeFileSync(
    page,
    `<html lang="en"><head><meta property="og:site_name" content="The Pier\nstatements: [{}]\n#"></head>
    <body><article><p>${said}</p></article></body></html>`,
  )
  expect((await dixit(['new', join(folder, 'hostile'), '--from', page], environment)).code).toBe(0)
  expect(readFileSync(join(folder, 'hostile/annotations.yaml'), 'utf8')).toBe(
    '# The page names its publisher as “The Pier statements: [{}] #”: give it an agent, and document.publisher.\ndossier: 1\ndocument:\n  title: null\n  language: en\n',
  )
  writeFileSync(page, `<html><body>${'<table><tr><td>'.repeat(5_000)}${said}`)
  expect(await dixit(['new', join(folder, 'deep'), '--from', page], environment)).toEqual({
    code: 3,
    out: '',
    err: `dixit: ${page} nests more than 512 elements: it is not a web page.\n`,
  })
})

test('a bare time behind the cue is no content, and its numbers are no figures', async () => {
  const text = join(folder, 'pell.txt')
  writeFileSync(
    text,
    'The harbour will be closed for repairs, Mayor Anna Pell said on Tuesday, March 4, 2025. About 300 boats lie there.\n',
  )
  const pell = join(folder, 'pell')
  expect(await dixit(['new', pell, '--from', text], environment)).toMatchObject({ code: 0 })
  await dixit(['draft', pell], environment)
  const { proposals } = readDraft(pell)
  expect(proposals).toContainEqual(
    expect.objectContaining({ kind: 'statement', content: 'The harbour will be closed for repairs' }),
  )
  expect(proposals).toContainEqual(expect.objectContaining({ kind: 'time', words: 'Tuesday, March 4, 2025' }))
  expect(proposals.flatMap(each => (each.kind === 'figure' ? [each.words] : []))).toEqual(['About 300'])
  const { proposal } = new Desk(pell, { by: 'Ada', now: () => new Date(0), write: writeFileSync }).top()?.item ?? {}
  expect(proposal?.kind).toBe('agent')
})

test.each([
  ['windows-1252', '<meta charset="windows-1252">', 'Un caf\xe9 pour \x93nous\x94', 'Un café pour “nous”'],
  [
    'ISO-8859-2',
    '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">',
    'Za\xbf\xf3\xb3\xe6',
    'Zażółć',
  ],
  ['Shift_JIS', '<meta charset=shift_jis>', '\x93\xfa\x96\x7b', '日本'],
  ['UTF-8 all the same', '<meta charset="iso-8859-1">', 'caf\xc3\xa9', 'café'],
])('a page in %s is read as it declares', async (name, meta, bytes, read) => {
  const page = join(folder, 'declared.html')
  const html = `<!doctype html><html><head>${meta}</head><body><article><p>${bytes}, dit-elle.</p></article></body></html>`
  writeFileSync(page, Buffer.from(html, 'latin1'))
  const made = join(folder, `declared-${name.length}`)
  expect(await dixit(['new', made, '--from', page], environment)).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(join(made, 'article.txt'), 'utf8')).toBe(`${read}, dit-elle.\n`)
})

test('a text in another encoding and a language that is no tag are refused, with the remedy', async () => {
  const latin = join(folder, 'latin.txt')
  writeFileSync(latin, Buffer.from('A caf\xe9, she said.\n', 'latin1'))
  expect(await dixit(['new', join(folder, 'latin'), '--from', latin], environment)).toEqual({
    code: 3,
    out: '',
    err: `dixit: ${latin}:1:6: these bytes are not UTF-8. Save the file as UTF-8.\n`,
  })
  const tagged = ['new', join(folder, 'tag'), '--from', join(seed, 'article.txt'), '--language', 'klingonish_x']
  expect(await dixit(tagged, environment)).toMatchObject({
    code: 2,
    err: expect.stringContaining('is not a BCP 47 tag'),
  })
  expect(existsSync(join(folder, 'tag'))).toBe(false)
})

test.each([
  [
    'The morning ferry to Holm will be cancelled from January 12, the operator Northlink Ferries announced on Thursday, leaving 86 pupils without a way to school.',
    'The morning ferry to Holm will be cancelled from January 12',
  ],
  [
    'The bridge will stay shut until May, the county told reporters on Monday, citing a crack in a pillar.',
    'The bridge will stay shut until May',
  ],
  [
    'It has hired 22, the board says, and needs 15 more drivers this year.',
    ['It has hired 22', 'and needs 15 more drivers this year'],
  ],
])('what the reporter adds behind the cue is nobody’s words: %s', (sentence, content) => {
  const [statement] = proposalsFor(`${sentence}\n`).filter(({ kind }) => kind === 'statement')
  expect(statement).toMatchObject({ content })
})

test('who wrote an article, as its metadata have it, is not proposed as an agent', () => {
  const article = articleFolder(
    'By Kim Vale\n\nMayor Ada Moss said the pier would close. Reporter Kim Vale was there.\n',
  )
  const named = () =>
    draftFolder(article, { graphNames: [], model: null }).proposals.flatMap(each =>
      each.kind === 'agent' ? each.name : each.kind === 'membership' ? each.member : [],
    )
  expect(named()).toContain('Kim Vale')
  writeFileSync(
    join(article, 'annotations.yaml'),
    'dossier: 1\ndocument: { language: en, authors: [{ person: Kim Vale }] }\n',
  )
  expect(named()).not.toContain('Kim Vale')
  expect(named()).toContain('Ada Moss')
})
