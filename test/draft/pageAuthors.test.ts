import { expect, test } from 'vitest'
import { sourceText } from '../../src/draft/sourceText.ts'

const body = '<article><h1>Pier to close</h1><p>The pier will close on Friday, Ada Moss said.</p></article>'

function of(head: string, within = body) {
  return sourceText(
    new TextEncoder().encode(`<html lang="en"><head>${head}</head><body>${within}</body></html>`),
    'page',
  )
}

const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

test('a page that gives a long text as its author holds nobody up', async () => {
  for (const author of ['a@', 'By word ', '<']) {
    const { authors } = await of(linked({ '@type': 'Article', author: author.repeat(100_000) }))
    expect(authors).toEqual([])
  }
})

test('a page that says more than a record can hold leaves that out', async () => {
  const long = 'x'.repeat(10_001)
  const organization = linked({ '@type': 'Article', author: { '@type': 'Organization', name: long } })
  const { authors, title, url, publisher } = await of(
    `${organization}<meta property="og:title" content="${long}"><link rel="canonical" href="https://a.example/${long}">
<meta property="og:site_name" content="${long}">`,
  )
  expect({ authors, title, url, publisher }).toEqual({ authors: [], title: null, url: null, publisher: null })
})

test('half a character in a name is a sign that stands for it, so that its record can be written', async () => {
  const organization = { '@type': 'Organization', name: 'Pier \ud800 Post' }
  const { authors } = await of(linked({ '@type': 'Article', author: organization }))
  expect(authors).toEqual([{ name: 'Pier \ufffd Post', kind: 'ORGANIZATION' }])
})

test('a page that names very many authors holds nobody up', async () => {
  const names = Array.from({ length: 150_000 }, (_, at) => ({ name: `Jane D${at}` }))
  const { authors } = await of(linked({ '@type': 'Article', author: names.flatMap(name => [name, name]) }))
  expect(authors).toEqual(names)
})

test('a text with very many blanks holds nobody up', async () => {
  const { text } = await sourceText(new TextEncoder().encode(`a${' '.repeat(1_000_000)}b  \n`), 'text')
  expect(text).toBe(`a${' '.repeat(1_000_000)}b\n`)
})

test.each([
  ['<meta name="author" content="Jane Doe">', ['Jane Doe']],
  ['<meta name="author" content="By Jane Doe and Joe Roe">', ['Jane Doe', 'Joe Roe']],
  ['<meta name="Author" content="Jane Doe"><meta name="author" content="Joe Roe">', ['Jane Doe', 'Joe Roe']],
  ['<meta property="article:author" content="https://example.org/jane">', []],
  ['<meta property="article:author" content="Jane Doe">', ['Jane Doe']],
  [
    '<meta property="article:author" content="https://example.org/jane"><meta name="dc.creator" content="Joe Roe">',
    ['Joe Roe'],
  ],
  [
    '<meta name="author" content="Jane Doe, John Q. Public Jr., and Joe van der Roe">',
    ['Jane Doe', 'John Q. Public Jr.', 'Joe van der Roe'],
  ],
  [
    '<meta property="og:site_name" content="The Pier Post"><meta name="author" content="Jane Doe, The Pier Post">',
    ['Jane Doe'],
  ],
  ['<meta name="author" content="Jane Doe, political reporter | jane@pier.example">', ['Jane Doe']],
  ['<meta name="author" content="Food and Drug Administration">', ['Food and Drug Administration']],
  ['<meta name="author" content="Doe, Jane">', ['Doe, Jane']],
  ['<meta name="author" content=" ">', []],
])('%s names %j', async (head, names) => {
  expect((await of(head)).authors).toEqual(names.map(name => ({ name })))
})

test('JSON-LD says whether somebody is a person, wherever it stands and however it is written', async () => {
  const people = [
    { '@type': 'Person', name: 'Jane Doe' },
    { '@type': 'NewsMediaOrganization', name: 'Food and Drug Wire' },
  ]
  const authors = [
    { name: 'Jane Doe', kind: 'PERSON' },
    { name: 'Food and Drug Wire', kind: 'ORGANIZATION' },
  ]
  const meta = '<meta name="author" content="Somebody Else">'
  expect((await of(meta + linked({ '@type': 'NewsArticle', author: people }))).authors).toEqual(authors)
  const graph = [
    { '@type': ['Article', 'Thing'], author: [{ '@id': '#jane' }, people[1]] },
    { '@type': 'Person', '@id': '#jane', name: 'Jane Doe' },
  ]
  expect((await of(linked({ '@graph': graph }))).authors).toEqual(authors)
  expect((await of(linked([{ '@type': 'BlogPosting', author: 'Jane Doe' }]))).authors).toEqual([{ name: 'Jane Doe' }])
  // Whose comment it is, is not who wrote the article.
  const comment = { '@type': 'Comment', author: { '@type': 'Person', name: 'Joe Roe' } }
  expect((await of(linked({ '@type': 'Article', comment }))).authors).toEqual([])
  expect((await of(`<script type="application/ld+json">{broken</script>${meta}`)).authors).toEqual([
    { name: 'Somebody Else' },
  ])
})

test('what stands beside the text names the author where the metadata do not', async () => {
  expect((await of('', `<p>By <a rel="author" href="/jane">Jane Doe</a></p>${body}`)).authors).toEqual([
    { name: 'Jane Doe' },
  ])
})

test('a byline under the headline is read by a rule that says so; a sentence is none', async () => {
  const text = (line: string) =>
    sourceText(new TextEncoder().encode(`Pier to close\n${line}\nThe pier will close.\n`), 'text')
  expect(await text('By Jane Doe and Joe Roe')).toMatchObject({
    authors: [{ name: 'Jane Doe' }, { name: 'Joe Roe' }],
    byline: 'By Jane Doe and Joe Roe',
  })
  for (const line of [
    'By Friday the pier will close',
    'By the sea',
    'By 2030, Jane Doe will be gone',
    'Jane Doe',
    'By hand',
  ]) {
    expect(await text(line), line).toMatchObject({ authors: [], byline: null })
  }
})
