import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { entry, dixit as run } from '../support/cli.ts'
import { seed, temporaryFolder } from '../support/graph.ts'

const folder = temporaryFolder()
const database = join(folder, 'dixit.db')
const writer = openWriter(database)
importDossier(writer, seed, { replace: false })
writer.close()

/** Runs `dixit` on the seed. */
const dixit = (...args: string[]) => run(args, { DIXIT_DB: database, BASE_URL: 'https://graph.example' })

type Row = Readonly<Record<string, unknown>>

async function rowsOf(...args: string[]): Promise<Row[]> {
  const { code, out, err } = await dixit(...args, '--format', 'json')
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  const rows: Row[] = JSON.parse(out)
  return rows
}

test.each([
  ['people', 'mark-green', 'Mark Green'],
  ['organizations', 'ice', 'Immigration and Customs Enforcement'],
  ['documents', 'wane-ice-435000', null],
])('dixit list %s has them with their statements and permalinks', async (kind, slug, name) => {
  const rows = await rowsOf('list', kind, '--first', '100')
  const row = rows.find(found => found.slug === slug)
  expect(row).toMatchObject(name === null ? {} : { name })
  expect(row?.permalink).toMatch(new RegExp(`^https://graph.example/id/[A-Z][a-z]+/${slug}$`))
})

test.each(['figures', 'claims'])('dixit list %s', async kind => {
  const rows = await rowsOf('list', kind, '--first', '200')
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.every(({ statements }) => typeof statements === 'number')).toBe(true)
})

test('dixit list says how many it leaves out, and writes CSV', async () => {
  const { out, err } = await dixit('list', 'people', '--first', '1', '--format', 'csv')
  expect(out.split('\r\n')[0]).toBe('slug,name,statements,byAccount,sameAs,permalink')
  expect(err).toMatch(/^1 of \d+ rows; --first \d+ shows all\n$/)
})

test('dixit statements takes a name for a slug, and gives words, wording, basis, document, time and permalink', async () => {
  const rows = await rowsOf('statements', '--speaker', 'mark green', '--first', '100')
  expect(rows).toEqual(await rowsOf('statements', '--speaker', 'mark-green', '--first', '100'))
  expect(rows.length).toBeGreaterThan(2)
  const article = readFileSync(join(seed, 'article.txt'), 'utf8').normalize('NFC')
  for (const row of rows) {
    expect(row).toMatchObject({ document: 'wane-ice-435000', basis: expect.stringMatching(/^(STATED|INFERRED)$/) })
    expect(row.permalink).toBe(`https://graph.example/id/Statement/${row.slug}`)
    const { ownWords } = row
    for (const words of Array.isArray(ownWords) ? ownWords : []) expect(article).toContain(words)
  }
  const mixed = rows.find(({ slug }) => slug === 'wane-ice-435000/shocking')
  expect(mixed).toMatchObject({
    words: 'the new information “shocking.”',
    wording: 'MIXED',
    ownWords: ['shocking.'],
  })
  const direct = rows.filter(({ quotation }) => quotation === 'DIRECT')
  expect(direct.length).toBeGreaterThan(0)
  expect(direct.every(({ wording }) => wording === 'SPEAKER')).toBe(true)
})

test('--wording parts what is quoted from what is paraphrased', async () => {
  const all = await rowsOf('statements', '--first', '500')
  const speaker = await rowsOf('statements', '--wording', 'speaker', '--first', '500')
  const reporter = await rowsOf('statements', '--wording', 'reporter', '--first', '500')
  const slugs = (rows: readonly Row[]) => rows.map(({ slug }) => slug).toSorted()
  expect(slugs(speaker)).toEqual(
    slugs(
      all.filter(
        ({ quotation, voice }) =>
          /DIRECT|MIXED/.test(String(quotation)) && quotation !== 'INDIRECT' && voice !== 'DOCUMENT',
      ),
    ),
  )
  expect(slugs(reporter)).toEqual(slugs(all.filter(({ quotation }) => quotation === 'INDIRECT')))
})

test('what the speaker is quoted with in part is MIXED, and what may be scare quotes DOUBTFUL', async () => {
  const rows = await rowsOf('statements', '--first', '500')
  for (const { wording, ownWords, quotation, slug } of rows) {
    const isPartly = Array.isArray(ownWords) && ownWords.length > 0 && quotation === 'MIXED'
    if (isPartly) expect({ slug, wording }).toEqual({ slug, wording: expect.stringMatching(/^(MIXED|SPEAKER)$/) })
    if (wording === 'REPORTER') expect({ slug, ownWords }).toEqual({ slug, ownWords: [] })
  }
  expect(rows.find(({ slug }) => slug === 'wane-ice-435000/blames')).toMatchObject({
    wording: 'DOUBTFUL',
    ownWords: [],
  })
})

test('dixit show says whose words each line is in, and by whose account', async () => {
  const lines = async (thing: string) => rowsOf('show', thing)
  const green = await lines('mark-green')
  expect(green.find(({ slug }) => slug === 'wane-ice-435000/shocking')).toMatchObject({ wording: 'MIXED' })
  expect(green.find(({ field }) => field === 'paraphrasedTermUses')).toMatchObject({ wording: 'REPORTER' })
  const [told] = (await lines('dhs-law-enforcement')).filter(({ field }) => field === 'statements')
  expect(told).toMatchObject({ wording: 'REPORTER', reportedBy: ['Mark Green'] })
})

test('a text, somebody unidentified and the document itself are told apart in tables', async () => {
  for (const args of [
    ['statements', '--first', '500'],
    ['search', 'release', '--first', '50'],
  ]) {
    const { out } = await dixit(...args)
    expect(out).toMatch(/ CHANNEL +Lechleitner's letter to Gonzales .*wane-ice-435000\/by-offence/)
    expect(out).toMatch(/ UNIDENTIFIED .*wane-ice-435000\/direction-to-dhs/)
  }
})

test('dixit show of a claim says who takes each stance, by whose account, and that who speaks was concluded', async () => {
  const stances = async (claim: string) => (await rowsOf('show', claim)).filter(({ field }) => field === 'stances')
  expect(await stances('jurisdictions-are-concerned')).toMatchObject([
    { speakers: ['Patrick Lechleitner'], reportedBy: [] },
    { speakers: ['Immigration and Customs Enforcement'], reportedBy: ['Patrick Lechleitner'] },
  ])
  expect(await stances('released-with-convictions')).toMatchObject([
    { speakers: ['Patrick Lechleitner'], basis: 'INFERRED' },
    { speakers: ['Patrick Lechleitner'], basis: 'INFERRED' },
    { speakers: [], voice: 'CHANNEL', basis: 'STATED' },
  ])
})

test('dixit show of a speaker says of roles, numbers and stances by whose account, and that who speaks was concluded', async () => {
  const shown = async (thing: string, field: string) =>
    (await rowsOf('show', thing, '--first', '100')).filter(line => line.field === field)
  expect(await shown('dhs-law-enforcement', 'memberships')).toMatchObject([
    { value: 'law enforcement, Department of Homeland Security', basis: 'STATED', reportedBy: ['Mark Green'] },
  ])
  expect(await shown('biden-harris-administration', 'stances')).toMatchObject([
    { value: expect.stringMatching(/^implies: ./), basis: 'INFERRED', reportedBy: ['Mark Green'] },
  ])
  expect(await shown('some-jurisdictions', 'paraphrasedFrameUses')).toMatchObject(
    [1, 2].map(() => ({
      ...{ wording: 'REPORTER', basis: 'INFERRED' },
      reportedBy: ['Immigration and Customs Enforcement', 'Patrick Lechleitner'],
    })),
  )
  const numbers = await shown('patrick-lechleitner', 'figureMentions')
  expect(numbers.find(({ value }) => value === '435,719')).toMatchObject({ basis: 'INFERRED', reportedBy: [] })
  expect(numbers.find(({ value }) => value === 'record numbers')).toMatchObject({ basis: 'STATED', reportedBy: [] })
})

test('dixit show says of frames whom they blame or credit, and in which words', async () => {
  const frames = (await rowsOf('show', 'biden-harris-administration')).filter(
    ({ field }) => field === 'framesDirectedAt',
  )
  const ofWhom = (speaker: string) => frames.filter(({ speakers }) => String(speakers) === speaker)
  expect(ofWhom('Patrick Lechleitner').map(({ value }) => value)).toEqual([
    'CREDIT of Biden-Harris administration, CRIME_AND_PUNISHMENT: under the Biden administration, DHS is removing and returning “record numbers of migrants',
  ])
  expect(ofWhom('Mark Green')[0]?.value).toBe(
    'BLAME of Biden-Harris administration, CAUSAL_INTERPRETATION, CRIME_AND_PUNISHMENT: the Biden-Harris administration is actively releasing tens of thousands of criminal illegal aliens',
  )
  const [served] = (await rowsOf('show', 'dhs')).filter(({ field }) => field === 'framesAffecting')
  expect(served?.value).toBe(
    'directed at Congress, TREATMENT_RECOMMENDATION, CAPACITY_AND_RESOURCES, SERVED Department of Homeland Security: Congress needs to better fund DHS',
  )
})

test('dixit show says for which party and area a role is held', async () => {
  const roles = (await rowsOf('show', 'tony-gonzales')).filter(({ field }) => field === 'memberships')
  expect(roles.map(({ value }) => value)).toEqual([
    'border lawmaker, Texas',
    'U.S. Rep., U.S. House of Representatives, Texas, for Republican Party',
    'member, House Homeland Security Committee',
    'Appropriator',
  ])
})

test('figures are listed with the words that hedge them', async () => {
  const rows = await rowsOf('list', 'figures')
  expect(rows.find(({ value }) => value === 900_000)).toMatchObject({ words: 'nearly 900,000' })
})

test('what one says that another said names both, and the days in words stand beside those that are dates', async () => {
  const rows = await rowsOf('statements', '--first', '500')
  const of = (slug: string) => rows.find(row => row.slug === `wane-ice-435000/${slug}`)
  expect(of('jurisdictions-concern')).toMatchObject({
    speakers: ['some jurisdictions'],
    reportedBy: ['Immigration and Customs Enforcement', 'Patrick Lechleitner'],
    reportedIn: 'wane-ice-435000/ice-recognizes',
  })
  expect(of('dhs-knows')).toMatchObject({ speakers: ['DHS law enforcement'], reportedBy: ['Mark Green'] })
  expect(of('docket')).toMatchObject({ reportedBy: [], reportedIn: null, said: null, saidWords: 'Wednesday' })
  const { out } = await dixit('statements', '--speaker', 'dhs-law-enforcement')
  expect(out).toContain('reportedBy')
})

test('a name that is misspelt is answered with those that may be meant', async () => {
  for (const args of [
    ['statements', '--speaker', 'Gonzalez'],
    ['show', 'Gonzalez'],
    ['search', 'Gonzalez'],
  ]) {
    const { err } = await dixit(...args)
    expect({ args, err }).toEqual({ args, err: expect.stringMatching(/Did you mean .*Tony Gonzales/) })
  }
})

test('a filter by date says how many it leaves out for want of a date', async () => {
  const { out, err } = await dixit('statements', '--from', '2024-09-01')
  expect(out).toBe('none\n')
  expect(err).toMatch(/^\d+ statements that fit otherwise have no date and are left out\n$/)
})

test('a date that was concluded is not shown as stated', async () => {
  const [request] = (
    await rowsOf('statements', '--speaker', 'Tony Gonzales', '--from', '2024-03', '--to', '2024-03')
  ).slice(-1)
  expect(request).toMatchObject({
    said: '2024-03',
    saidBasis: 'INFERRED',
    saidReason: expect.stringContaining('gives no year'),
  })
  const { out } = await dixit('statements', '--from', '2024-03', '--to', '2024-03')
  expect(out).toMatch(/2024-03 +March +INFERRED/)
})

test('--from and --to take the time at which it was said or published', async () => {
  const dated = (await rowsOf('statements', '--first', '500')).filter(({ said }) => said !== null)
  expect(dated.length).toBeGreaterThan(0)
  for (const { said, slug } of dated) {
    const year = Number(String(said).slice(0, 4))
    const slugs = async (...args: string[]) =>
      (await rowsOf('statements', '--first', '500', ...args)).map(row => row.slug)
    expect(await slugs('--from', String(year), '--to', String(year))).toContain(slug)
    expect(await slugs('--from', String(year + 1))).not.toContain(slug)
    expect(await slugs('--to', String(year - 1))).not.toContain(slug)
    expect(await slugs('--to', String(year))).toContain(slug)
  }
})

test('show of a number that nothing is named by leads on to dixit number', async () => {
  const { code, err } = await dixit('show', '435,719')
  expect(code).toBe(2)
  expect(err).toContain('dixit number "435,719" lists who said the number.')
  expect((await dixit('show', 'mark-grene')).err).not.toContain('dixit number')
})

test('a table leaves out columns that are empty in all rows; CSV and JSON have them', async () => {
  const ofGreen = ['statements', '--speaker', 'mark-green', '--first', '2']
  const rows = await rowsOf(...ofGreen)
  const { out: table } = await dixit(...ofGreen)
  const { out: csv } = await dixit(...ofGreen, '--format', 'csv')
  const header = table.slice(0, table.indexOf('\n')).split(/ +/)
  expect(header).toContain('speakers')
  expect(rows.map(({ reportedBy }) => reportedBy)).toEqual([[], []])
  expect(header).not.toContain('reportedBy')
  expect(csv).toMatch(/^slug,.*reportedBy/)
})

test('--about takes a figure, and words', async () => {
  const [figure] = await rowsOf('number', '435719')
  expect(figure?.fits).toBe('NUMBER')
  const about = await rowsOf('statements', '--about', String(figure?.figureSlug), '--first', '100')
  expect(about.map(({ slug }) => slug)).toContain(figure?.statement)
  expect(await rowsOf('statements', '--about', 'sanctuary', '--first', '100')).not.toEqual([])
})

test('dixit search marks what it found, and says whose words they are', async () => {
  const rows = await rowsOf('search', 'illegal', 'aliens')
  const [said] = rows.filter(({ type }) => type === 'Statement')
  expect(said?.found).toMatch(/\[illegal\] \[aliens\]/i)
  expect(said).toMatchObject({ speakers: ['Mark Green'], basis: 'STATED' })
  expect((await rowsOf('search', 'Gonzales')).map(({ type }) => type)).toContain('Person')
})

test('dixit show gives what is known of a thing, by slug, permalink or name', async () => {
  const rows = await rowsOf('show', 'Mark Green', '--first', '100')
  expect(rows).toEqual(await rowsOf('show', 'https://graph.example/id/Person/mark-green', '--first', '100'))
  expect(rows).toContainEqual(expect.objectContaining({ field: 'name', value: 'Mark Green', slug: null }))
  const said = await rowsOf('statements', '--speaker', 'mark-green', '--first', '100')
  const shown = rows.filter(({ field }) => field === 'statements').map(({ slug }) => slug)
  expect(shown.toSorted()).toEqual(said.map(({ slug }) => slug).toSorted())
  const [first] = said
  const statement = await rowsOf('show', String(first?.slug))
  expect(statement).toContainEqual(expect.objectContaining({ field: 'words', value: first?.words, slug: null }))
  expect(statement).toContainEqual(expect.objectContaining({ field: 'basis', value: first?.basis, slug: null }))
  expect(statement).toContainEqual(
    expect.objectContaining({ field: 'speaker', value: 'Mark Green', slug: 'mark-green' }),
  )
})

test('dixit show says how a stance is held', async () => {
  const rows = await rowsOf('show', 'cooperation-may-erode-trust')
  expect(rows.filter(({ field }) => field === 'stances')).toMatchObject([
    {
      field: 'stances',
      value: 'reports that others hold',
      slug: 'wane-ice-435000/recognizes/cooperation-may-erode-trust',
    },
    {
      field: 'stances',
      value: 'implies',
      slug: 'wane-ice-435000/jurisdictions-concern/cooperation-may-erode-trust',
    },
  ])
})

test('names are taken where slugs are, by other commands too', async () => {
  const [byName, bySlug] = await Promise.all([
    dixit('compare', 'Mark Green', 'tony gonzales', '--format', 'json'),
    dixit('compare', 'mark-green', 'tony-gonzales', '--format', 'json'),
  ])
  expect(byName).toEqual(bySlug)
  expect((await dixit('verbs', '--speaker', 'Mark Green')).out).toBe(
    (await dixit('verbs', '--speaker', 'mark-green')).out,
  )
})

test('dixit number 50000 finds the bounds that hold it', async () => {
  const rows = await rowsOf('number', '50000', '--first', '100')
  expect(rows.find(({ number }) => String(number).toLowerCase().includes('tens of thousands'))).toMatchObject({
    fits: 'BOUNDS',
    value: null,
    lower: 20_000,
    upper: 100_000,
    speakers: ['Mark Green'],
  })
})

test('dixit number finds bounds that are open at one end last, and no number that is merely below one', async () => {
  const rows = await rowsOf('number', '50000', '--first', '100')
  expect(rows.map(({ fits }) => fits)).toEqual(rows.map(({ fits }) => fits).toSorted())
  expect(rows.map(({ number }) => number)).not.toContain('nearly 900,000')
})

test('dixit number sets open bounds apart, which may lie far off', async () => {
  const text = 'Commuters were 1,250. Half of them are over 55.'
  const file = join(folder, 'ages.jsonl')
  const records = [
    { type: 'document', slug: 'ages', text, language: 'en' },
    {
      type: 'statement',
      slug: 'ages/1',
      document: 'ages',
      content: { at: [[0, text.length]], exact: text },
      figures: [{ span: { at: [[15, 20]], exact: '1,250' } }, { span: { at: [[39, 46]], exact: 'over 55' } }],
    },
  ]
  writeFileSync(file, records.map(record => JSON.stringify(record)).join('\n'))
  const ages = { DIXIT_DB: join(folder, 'ages.db') }
  expect(await run(['import', 'jsonl', file, '--dataset', 'ages'], ages)).toMatchObject({ code: 0 })
  const sentence = 'Also worded with an open bound, which does not rule the number out:'
  const { out } = await run(['number', '1,250'], ages)
  expect(out).toMatch(
    new RegExp(`^fits .*\n-.*\nNUMBER +1,250 .*\n\n${sentence}\n\nfits .*\n-.*\nOPEN_BOUNDS +over 55 `),
  )
  expect((await run(['number', '12.5 million'], ages)).out).toMatch(new RegExp(`^none\n\n${sentence}\n`))
  expect((await run(['number', '40'], ages)).out).toBe('none\n')
})

test('dixit number takes bounds, and finds what lies within them or overlaps them', async () => {
  const rows = await rowsOf('number', 'tens', 'of', 'thousands', '--first', '100')
  expect(rows.find(({ number }) => number === '41,500')).toMatchObject({ fits: 'NUMBER' })
  expect(rows.find(({ number }) => String(number).toLowerCase().includes('tens of thousands'))).toMatchObject({
    fits: 'BOUNDS',
  })
  expect(rows.map(({ number }) => number)).not.toContain('435,719')
  const hundreds = await rowsOf('number', 'hundreds of thousands', '--first', '100')
  expect(hundreds.map(({ number }) => number)).toContain('435,719')
  expect(await rowsOf('number', 'a few hundred', '--first', '100')).toEqual([])
})

test('dixit number says that a hedge of what is asked for was left aside', async () => {
  expect(await dixit('number', 'more than 50000', '--format', 'json')).toMatchObject({
    code: 0,
    err: '“more than 50000” was searched as 50,000 with any hedge: each approximation says which.\n',
  })
  expect(await dixit('number', '50000', '--format', 'json')).toMatchObject({ code: 0, err: '' })
})

test('dixit number says through what a number came that no person says', async () => {
  const [letter] = await rowsOf('number', '15811')
  expect(letter).toMatchObject({
    ...{ speakers: [], voice: 'CHANNEL', channel: "Lechleitner's letter to Gonzales" },
    ...{ basis: 'INFERRED', reason: 'Addressee: The letter is told of before as one to Gonzales.' },
  })
  const [article] = await rowsOf('number', '2348')
  expect(article).toMatchObject({ speakers: [], voice: 'DOCUMENT', channel: null })
})

test.each([
  [['statements', '--speaker', 'mark-gren'], 'Did you mean mark-green (Mark Green)?'],
  [['statements', '--document', 'nothing-like-it-at-all'], '--document: nothing has the slug or name'],
  [['statements', '--from', 'yesterday'], 'not an EDTF date'],
  [['show', 'mark-gren'], 'Did you mean mark-green (Mark Green)'],
  [['number', 'many'], '“many” is not a number that Dixit can read'],
  [['list', 'fish'], 'people, organizations'],
])('dixit %j is bad usage', async (args, words) => {
  const { code, err } = await dixit(...args)
  expect(code).toBe(2)
  expect(err).toContain(words)
})

test.each([
  ['list', 'people'],
  ['statements'],
  ['number', '50000'],
  ['network'],
  ['verbs'],
  ['wording', 'mark-green'],
  ['compare', 'mark-green', 'tony-gonzales'],
  ['cite', 'wane-ice-435000'],
])('what stands at the path is kept, unless --force is given: %s', async (...args) => {
  const out = join(folder, args[0] === 'cite' ? 'mine.json' : 'mine.csv')
  writeFileSync(out, 'mine')
  expect(await dixit(...args, '--out', out)).toMatchObject({
    code: 2,
    err: `dixit: --out ${out} already exists. --force replaces it.\n`,
  })
  expect(readFileSync(out, 'utf8')).toBe('mine')
  expect(await dixit(...args, '--out', out, '--force')).toMatchObject({ code: 0 })
  expect(readFileSync(out, 'utf8')).not.toBe('mine')
})

test('a pipe that closes is no error', async () => {
  const child = spawn(process.execPath, [entry, 'statements', '--first', '500', '--format', 'json'], {
    env: { PATH: process.env.PATH, DIXIT_DB: database },
  })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', text => (err += text))
  child.stdout.destroy()
  expect(await once(child, 'close')).toEqual([0, null])
  expect(err).not.toContain('EPIPE')
})
