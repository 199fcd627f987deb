import { join } from 'node:path'
import { parseFeed } from '@rowanmanning/feed-parser'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { writeDossier } from '../ingest/dossiers.ts'
import { documentOf } from '../support/documents.ts'
import { fillWithSeed, graphAt, type TestGraph, temporaryFolder } from '../support/graph.ts'
import { writeAsDossier } from '../support/writeAsDossier.ts'

const path = join(temporaryFolder(), 'dixit.db')
const writer = openWriter(path)
let graph: TestGraph

beforeAll(() => {
  fillWithSeed(writer)
  graph = graphAt(path)
})
afterAll(() => writer.close())

const address = (parts: Record<string, string>) => `/feed?${new URLSearchParams(parts)}`
const about = (filter: object, title = 'News') => address({ filter: JSON.stringify(filter), title })

async function feed(where: string) {
  const response = await graph.get(where)
  const xml = await response.text()
  expect({ status: response.status, type: response.headers.get('content-type'), xml }).toMatchObject({
    status: 200,
    type: 'application/atom+xml; charset=utf-8',
  })
  return { xml, response, ...parseFeed(xml).toJSON() }
}

/** What RFC 4287 asks of a feed and of each entry: each of these once; and no fault in the XML, its namespaces included. */
function elementsOf(xml: string): string[][] {
  const found: string[][] = []
  const parser = new SaxesParser({ xmlns: true })
  const open: string[] = []
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ local, uri }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom')
    if (local === 'feed' || local === 'entry') found.push([])
    else if (open.at(-1) === 'feed' || open.at(-1) === 'entry') found.at(open.at(-1) === 'feed' ? 0 : -1)?.push(local)
    open.push(local)
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return found
}

test('a feed has what is new about a speaker, in the words of the graph', async () => {
  const { xml, title, self, items } = await feed(about({ speaker: 'mark-green' }, 'New about Mark Green'))
  expect(title).toBe('New about Mark Green')
  expect(self).toContain('http://dixit.test/feed?filter=')
  expect(items.length).toBeGreaterThan(3)
  for (const { id, url, title: head, updated, authors } of items) {
    expect(id).toMatch(/^http:\/\/dixit\.test\/id\/Statement\//)
    expect(url).toBe(id)
    expect(head).toContain('Mark Green')
    // As a citation has it: by the speaker where all of the words are quoted, and by the publisher where they are reported.
    expect(authors).toMatchObject([{ name: /Mark Green( \([^)]*\))?: “/.test(head ?? '') ? 'Mark Green' : 'wane.com' }])
    expect(Date.parse(String(updated))).toBeGreaterThan(0)
  }
  const [whole, ...entries] = elementsOf(xml)
  for (const element of ['id', 'title', 'updated', 'author']) {
    expect(whole?.filter(each => each === element)).toHaveLength(1)
    for (const entry of entries) expect(entry.filter(each => each === element)).toHaveLength(1)
  }
})

test('an entry says by whose account, and through which text, something was said', async () => {
  const { items } = await feed('/feed')
  const titleOf = (slug: string) => items.find(({ id }) => id?.endsWith(`/${slug}`))?.title
  expect(titleOf('dhs-knows')).toMatch(/^DHS law enforcement \(“know”\), by Mark Green’s account: /)
  expect(titleOf('jurisdictions-concern')).toMatch(
    /^some jurisdictions \(concluded\) \(“are concerned”, as probable\), .*by Patrick Lechleitner’s account \(“wrote”, as a concession\): /,
  )
  expect(titleOf('by-offence')).toMatch(/^Lechleitner's letter to Gonzales, as reported: /)
  expect(titleOf('of-those')).toMatch(/^Patrick Lechleitner \(concluded\): “/)
  const authorsOf = (slug: string) => items.find(({ id }) => id?.endsWith(`/${slug}`))?.authors.map(({ name }) => name)
  expect(authorsOf('madness')).toEqual(['Mark Green'])
  for (const slug of ['of-those', 'dhs-knows', 'jurisdictions-concern', 'by-offence', 'lead'])
    expect([slug, authorsOf(slug)]).toEqual([slug, ['wane.com']])
})

test('what comes is first, and what is held is not sent again', async () => {
  const where = about({ search: 'rivers' }, 'Rivers \u0001\uFFFE')
  const before = await feed(where)
  expect(before.items).toEqual([])
  const tag = before.response.headers.get('etag') ?? ''
  expect((await graph.get(where, { 'if-none-match': tag })).status).toBe(304)
  const odd = 'Rivers & <roads> rise \u{1F30A}.'
  writeAsDossier(writer, documentOf('rivers', [{ speaker: 'ada', words: odd }], { title: 'A “title” & more' }), {
    replace: false,
  })
  const response = await graph.get(where, { 'if-none-match': tag })
  expect(response.status).toBe(200)
  const { items, xml } = await feed(where)
  elementsOf(xml)
  expect(items).toMatchObject([{ title: expect.stringContaining('Rivers & <roads> rise 🌊') }])
  const all = await feed('/feed')
  expect(all.items[0]?.id).toBe(items[0]?.id)
})

test('a feed of nothing says why, and a filter that cannot be read is refused', async () => {
  const { description, items } = await feed(about({ speaker: 'mark-gren' }))
  expect(items).toEqual([])
  expect(description).toContain('Did you mean mark-green?')
  for (const [where, code] of [
    ['/feed?filter={', 'BAD_FILTER'],
    ['/feed?filter=[1]', 'BAD_FILTER'],
    ['/feed?title=One&title=Two', 'BAD_ARGUMENT'],
    [about({ spekaer: 'x' }), 'BAD_REQUEST'],
    [about({ speaker: 'a b' }), 'BAD_ID'],
    [about({ said: { within: 'soon' } }), 'BAD_DATE'],
  ] as const) {
    const response = await graph.get(where)
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
    expect([where, response.status, errors[0]?.extensions.code]).toEqual([where, 400, code])
  }
})

test('accounts of accounts are followed to the end, and a text is known no better than it is', async () => {
  const article = 'Ann said Bob said Cid said Dan said the dam will hold. A report puts the cost at 5 pounds.\n'
  const annotations = `
dossier: 1
document: { title: Chain, language: en }
agents: { ann: { person: Ann }, bob: { person: Bob }, cid: { person: Cid }, dan: { person: Dan } }
channels: { report: { kind: REPORT, label: A report on the dam, words: A report, reason: The paragraph is about the dam. } }
statements:
  first: { speaker: ann, source: Ann, cue: { exact: said, occurrence: 1 }, content: Bob said Cid said Dan said the dam will hold }
  second: { speaker: bob, source: Bob, cue: { exact: said, occurrence: 2 }, content: Cid said Dan said the dam will hold, reportedIn: first }
  third: { speaker: cid, source: Cid, cue: { exact: said, occurrence: 3 }, content: Dan said the dam will hold, reportedIn: second }
  fourth: { speaker: dan, source: Dan, cue: { exact: said, occurrence: 4 }, content: the dam will hold, reportedIn: third }
  cost: { voice: CHANNEL, channel: report, source: A report, content: puts the cost at 5 pounds }
`
  importDossier(writer, writeDossier(article, annotations), { replace: false })
  const { items } = await feed(about({ document: 'example' }))
  const titleOf = (slug: string) => items.find(({ id }) => id?.endsWith(`/${slug}`))?.title
  expect(titleOf('fourth')).toBe('Dan, by Cid’s account, by Bob’s account, by Ann’s account: the dam will hold')
  expect(titleOf('cost')).toMatch(/^A report on the dam \(concluded\)/)
})
