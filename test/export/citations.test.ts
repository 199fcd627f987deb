import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dixit, root } from '../support/cli.ts'
import { temporaryFolder, testDatabase, testGraph } from '../support/graph.ts'
import { pythonWith } from '../support/python.ts'

// Some tests start programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()
const DIXIT_DB = testDatabase()
const graph = testGraph()
const run = (...args: string[]) => dixit(['cite', '--base-url', 'https://dixit.example', ...args], { DIXIT_DB })
const green = 'wane-ice-435000/madness'
const letter = 'wane-ice-435000/lead'
const number = 'wane-ice-435000/convicted'

async function csl(...things: string[]) {
  const { out, code } = await run('--format', 'csl', ...things)
  expect(code).toBe(0)
  return JSON.parse(out)
}

test('a statement in quotation marks is cited as its speaker’s, any other as reported, and no author is concluded', async () => {
  const [own, reported, concluded] = await csl(green, letter, 'wane-ice-435000/of-those')
  expect(own).toMatchObject({
    id: green,
    author: [{ literal: 'Mark Green' }],
    title: 'Mark Green: “This is madness. It is something no civilized, well-functioning society should tolerate,”',
    publisher: 'wane.com',
    URL: `https://dixit.example/id/Statement/${green}`,
  })
  expect(reported).not.toHaveProperty('author')
  expect(reported.title).toMatch(/^Patrick Lechleitner \(concluded\) \(“told”\), as reported: 435,000 undocumented /)
  expect(concluded).not.toHaveProperty('author')
  expect(concluded.title).toMatch(/^Patrick Lechleitner \(concluded\): “Of those, 435,719 /)
  expect(concluded.note).toContain('Who speaks was concluded: The article quotes this without a source or a cue. ')
  expect(concluded.note).toContain('Lechleitner sent to Gonzales. In: ')
  // Places in a text are places in this text alone.
  expect(concluded.note).toMatch(/Published at https:\/\/www\.wane\.com\/\S+ Text with SHA-256 [0-9a-f]{64}$/)
})

test('a statement that came through a text is cited as by that text, and the document’s own as its publisher’s', async () => {
  const [channel, own] = await csl('wane-ice-435000/by-offence', 'wane-ice-435000/letter-sent')
  expect(channel.title).toMatch(/^Lechleitner's letter to Gonzales \(“according to”\), as reported: The agency also /)
  expect(channel).not.toHaveProperty('author')
  expect(own.title).toMatch(/^wane\.com: ICE Deputy Director/)
})

test('what one says that another said is cited by the account of the one, and has no author', async () => {
  const [once, twice, channel] = await csl(
    'wane-ice-435000/dhs-knows',
    'wane-ice-435000/jurisdictions-concern',
    'wane-ice-435000/own-numbers-prove',
  )
  expect(once.title).toMatch(/^DHS law enforcement \(“know”\), by Mark Green’s account: /)
  expect(twice.title).toMatch(
    /^some jurisdictions \(concluded\) \(“are concerned”, as probable\), by Immigration and Customs Enforcement’s account \(“recognizes”, as a concession\), by Patrick Lechleitner’s account \(“wrote”, as a concession\): /,
  )
  expect(channel.title).toMatch(
    /^the data released by ICE \(concluded\) \(“conclusively prove”\), by Mark Green’s account: this /,
  )
  expect(channel.note).toContain('Which text speaks was concluded: Green attributes the proof to “their own numbers”')
  for (const item of [once, twice, channel]) expect(item).not.toHaveProperty('author')
})

test('a figure is cited in the words of whoever words it first, and its label as a curator’s', async () => {
  const [hedged, reported] = await csl('wane-ice-435000/green-tens-of-thousands', 'wane-ice-435000/released-rounded')
  const { out } = await run('--format', 'csl', 'https://dixit.example/id/Figure/wane-ice-435000/removed-or-returned')
  expect(JSON.parse(out)[0].title).toMatch(
    /^Patrick Lechleitner, as reported, “nearly 900,000”: nearly 900,000 people \(/,
  )
  expect(hedged.title).toMatch(/^Mark Green, “tens of thousands”: .* \(a curator’s label: .*\)$/)
  expect(reported.title).toMatch(/^Patrick Lechleitner \(concluded\), as reported, “435,000”: /)
})

test('each has its whole name as its key, in every form', async () => {
  const things = ['wane-ice-435000/letter-sent', 'wane-ice-435000/letter-after-request', green]
  const { out: ris } = await run('--format', 'ris', ...things)
  expect(Array.from(ris.matchAll(/^ID {2}- (.*)$/gm), ([, key]) => key)).toEqual(things)
  const { out: bib } = await run('--format', 'bib', ...things)
  expect(Array.from(bib.matchAll(/^@misc\{(.*),$/gm), ([, key]) => key)).toEqual(things)
})

test('the note has the words and where they stand', async () => {
  const [statement, figure] = await csl(green, number)
  expect(statement.note).toContain('society should tolerate,” (characters 1921–2009)')
  expect(figure).toMatchObject({
    title:
      'Patrick Lechleitner (concluded), “435,719”: 435,719 people (a curator’s label: people with criminal convictions on the non-detained docket)',
  })
  expect(figure.note).toContain('Worded as “435,719” (characters 521–528)')
  expect(figure.note).toContain('Who speaks was concluded: ')
})

test('a document is cited by its own address, and its dataset with the licence', async () => {
  const [document] = await csl('wane-ice-435000')
  expect(document.URL).toMatch(/^https:\/\/www\.wane\.com\//)
  expect(document.note).toContain('In Dixit: https://dixit.example/id/Document/wane-ice-435000')
})

test('permalinks answer with citations, by their ending or by what is accepted', async () => {
  const byEnding = await graph.get(`/id/Statement/${green}.bib`)
  expect(byEnding.headers.get('content-type')).toBe('application/x-bibtex')
  const accepted = await graph.get(`/id/Statement/${green}`, { accept: 'application/x-bibtex' })
  expect(await byEnding.text()).toBe(await accepted.text())
  const again = await graph.get(`/id/Statement/${green}.bib`, { 'if-none-match': byEnding.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect((await graph.get('/id/Person/mark-green.ris')).status).toBe(404)
  expect((await graph.get('/id/Statement/none.ris')).status).toBe(404)
})

test('what is not there, or in no form, says so', async () => {
  expect(await run('mark-grene')).toMatchObject({ code: 2 })
  const person = await run('mark-green')
  expect(person).toMatchObject({
    code: 2,
    err: expect.stringContaining('cite takes documents, statements and figures'),
  })
  expect(person.err).toContain('dixit report mark-green')
  expect((await run(green, '--out', join(folder, 'x.docx'))).err).toContain('can be .bib, .ris, .csl, .json')
})

const reader = pythonWith('bibtexparser', 'rispy')

test.skipIf(reader === null)('bibtexparser and rispy read them (skipped without both)', async () => {
  const things = [green, letter, number, 'wane-ice-435000']
  for (const ending of ['bib', 'ris']) await run(...things, '--out', join(folder, `all.${ending}`))
  const script = `
import sys, json, bibtexparser, rispy
bib = bibtexparser.parse_file(sys.argv[1] + '/all.bib')
ris = rispy.load(open(sys.argv[1] + '/all.ris'))
print(json.dumps([[e.key for e in bib.entries], bib.entries[0]['author'], [r['title'] for r in ris], ris[0]['authors'], ris[0]['notes']]))`
  const [keys, author, titles, authors, notes] = JSON.parse(reader?.(script, folder) ?? 'null')
  const items = await csl(...things)
  expect(keys).toEqual(things)
  expect(author).toBe('{Mark Green}')
  expect(titles).toEqual(items.map(({ title }: { title: string }) => title))
  expect([authors, notes]).toEqual([['Mark Green'], [items[0].note]])
})

test('the project says how it is cited, in the version that it is', () => {
  const text = readFileSync(join(root, 'CITATION.cff'), 'utf8')
  expect(text).toMatch(/^cff-version: 1\.2\.0\n/)
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${/^version: (.*)$/m.exec(text)?.[1]}`)
})

test('as text it is what people read, from the command line and at the permalink alike', async () => {
  const { out } = await run('--format', 'txt', green)
  expect(out.trim()).toMatch(
    /^Mark Green: “This is madness\..*tolerate,”\. wane\.com\. n\.d\. “This is madness\..* \(characters \d+–\d+\)\. In: /,
  )
  expect(out.trim()).toMatch(/\. Dixit: https:\/\/dixit\.example\/id\/Statement\/wane-ice-435000\/madness$/)
  const response = await graph.get(`/id/Statement/${green}.txt`)
  expect(response.headers.get('content-type')).toBe('text/x-bibliography; charset=utf-8')
  const path = (text: string) => text.trim().replace(/https?:\/\/[^/]+/g, '')
  expect(path(await response.text())).toBe(path(out))
  expect((await run('--format', 'txt', 'wane-ice-435000')).out).toMatch(/Text with SHA-256 [0-9a-f]{64}/)
})
