/** Who wrote a page, as the page itself says: in JSON-LD, in its metadata, or beside its text. */

import { namesInByline } from '../ingest/names/byline.ts'
import { isRecord } from '../model/isRecord.ts'
import type { DocumentAuthor } from '../model/records/document.ts'
import { pageLine } from './pageLine.ts'

const metadata = ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author']
const marked = '[itemprop="author"] [itemprop="name"], [itemprop="author"], a[rel~="author"], address.author'

/** Those whom the page names, in its order. What is an address, as `article:author` should be, is not a name. */
export function authorsOfPage(document: Document, publisher: string | null): DocumentAuthor[] {
  const linked = linkedAuthors(document)
  if (linked.length > 0) return once(linked)
  const others = publisher === null ? [] : [publisher]
  const named = (lines: readonly (string | null | undefined)[]) =>
    once(lines.flatMap(line => namesInByline(pageLine(line) ?? '', others)).map(name => ({ name })))
  for (const name of metadata) {
    const found = [...document.querySelectorAll('meta')].filter(
      each => (each.getAttribute('name') ?? each.getAttribute('property') ?? '').toLowerCase() === name,
    )
    const names = named(found.map(each => each.getAttribute('content')))
    if (names.length > 0) return names
  }
  const [beside] = document.querySelectorAll(marked)
  return named([beside?.getAttribute('content') ?? beside?.textContent])
}

/** The authors of the first article that the page's JSON-LD tells of. */
function linkedAuthors(document: Document): DocumentAuthor[] {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const things = thingsIn(parsed(script.textContent ?? ''))
    const byId = new Map(things.flatMap(thing => (thing.name === undefined ? [] : [[thing['@id'], thing]])))
    for (const thing of things) {
      if (!typesOf(thing).some(type => /(?:Article|Posting|Report|Review|WebPage)$/.test(type))) continue
      const authors = listOf(thing.author).flatMap(author => authorIn(author, byId))
      if (authors.length > 0) return authors
    }
  }
  return []
}

type Thing = Readonly<Record<string, unknown>>

function authorIn(author: unknown, byId: ReadonlyMap<unknown, Thing>): DocumentAuthor[] {
  if (typeof author === 'string') return namesInByline(pageLine(author) ?? '').map(name => ({ name }))
  if (!isRecord(author)) return []
  const whole = author.name === undefined ? (byId.get(author['@id']) ?? author) : author
  const types = typesOf(whole)
  const kind = types.includes('Person')
    ? 'PERSON'
    : types.some(type => /Organization$/.test(type))
      ? 'ORGANIZATION'
      : null
  return listOf(whole.name).flatMap((given): DocumentAuthor[] => {
    const line = pageLine(given)
    if (line === null) return []
    if (kind === 'ORGANIZATION') return [{ name: line, kind }]
    return namesInByline(line).map(name => (kind === null ? { name } : { name, kind }))
  })
}

/** All that JSON-LD describes, the outermost first. */
function thingsIn(value: unknown): Thing[] {
  const things: Thing[] = []
  let level = [value]
  while (level.length > 0) {
    const next: unknown[][] = []
    for (const each of level) {
      if (isRecord(each)) things.push(each)
      if (typeof each === 'object' && each !== null) next.push(Object.values(each))
    }
    level = next.flat()
  }
  return things
}

/** Undefined where it is no JSON, as a page may have it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).filter(type => typeof type === 'string')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** Each name once. */
function once(authors: readonly DocumentAuthor[]): DocumentAuthor[] {
  const names = new Set<string>()
  return authors.filter(({ name }) => names.size < names.add(name).size)
}
