/** The text of an article from what a newsroom has: plain text, a saved web page, or a PDF; with what the page says of itself. */

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { decodeText, NotText } from '../ingest/encoding.ts'
import { bylineIn } from '../ingest/names/byline.ts'
import { readEdtf } from '../model/edtf.ts'
import { Failure } from '../model/failure.ts'
import type { DocumentAuthor } from '../model/records/document.ts'
import { NotUtf8Error, normaliseText } from '../model/text.ts'
import { authorsOfPage } from './pageAuthors.ts'
import { decodedAsDeclared } from './pageEncoding.ts'
import { pageLine } from './pageLine.ts'
import { readPdf } from './pdf.ts'

/** What is known of an article. Null is what its source does not say. */
export interface SourceText {
  readonly text: string
  readonly title: string | null
  readonly authors: readonly DocumentAuthor[]
  /** The line of the text from which the authors were read, where the page's own metadata name nobody. */
  readonly byline: string | null
  /** A line of the text that names others than the page's own metadata do. */
  readonly otherByline: string | null
  readonly publisher: string | null
  readonly url: string | null
  /** EDTF. */
  readonly published: string | null
  readonly language: string | null
}

/** No page nests deeper, and to read one that does takes for ever: Chromium flattens what is deeper than 512. */
const mostLevels = 512

const nothingSaid = {
  title: null,
  authors: [],
  byline: null,
  otherByline: null,
  publisher: null,
  url: null,
  published: null,
  language: null,
}

/** Within how many lines a byline stands: under the headline and what is under that. */
const mostLinesBefore = 4

/** The authors in the byline where the metadata name nobody; else the byline if it names somebody else too. */
function bylineOf(text: string, known: readonly DocumentAuthor[]): Partial<SourceText> {
  for (const line of text.split('\n', mostLinesBefore)) {
    const names = bylineIn(line)
    if (names === null) continue
    if (names.every(name => known.some(author => author.name === name))) return {}
    return known.length > 0 ? { otherByline: line } : { byline: line, authors: names.map(name => ({ name })) }
  }
  return {}
}

/**
 * The article in these bytes, told by what they begin with.
 *
 * @throws Failure BAD_INPUT where they hold no text
 */
export async function sourceText(bytes: Uint8Array, name: string): Promise<SourceText> {
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
  const source = isPdf ? await fromPdf(bytes, name) : fromText(decoded(bytes, name), name)
  const text = normaliseText(source.text)
    .replaceAll(/(?<![ \t])[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
  if (text === '') throw new Failure('BAD_INPUT', `${name} has no readable text.`)
  return { ...source, ...bylineOf(text, source.authors), text: `${text}\n` }
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return decodedAsDeclared(bytes) ?? decodeText(bytes)
  } catch (error) {
    if (error instanceof NotText) throw new Failure('BAD_INPUT', `${name}: ${error.message}.`)
    if (!(error instanceof NotUtf8Error)) throw error
    const { line, column } = error
    throw new Failure('BAD_INPUT', `${name}:${line}:${column}: these bytes are not UTF-8. Save the file as UTF-8.`)
  }
}

function fromText(text: string, name: string): SourceText {
  return /^\s*(?:<!doctype html|<html|<\?xml|<head|<body)/i.test(text) ? fromHtml(text, name) : { ...nothingSaid, text }
}

async function fromPdf(bytes: Uint8Array, name: string): Promise<SourceText> {
  const { pages, title } = await readPdf(bytes, name)
  return { ...nothingSaid, text: pages.join('\n'), title: pageLine(title) }
}

function fromHtml(html: string, name: string): SourceText {
  const { document } = parseHTML(html)
  if (isDeeper(document.documentElement, mostLevels)) {
    throw new Failure('BAD_INPUT', `${name} nests more than ${mostLevels} elements: it is not a web page.`)
  }
  const said = metadataOf(document)
  const article = new Readability(document.cloneNode(true) as Document, { charThreshold: 0 }).parse()
  const content = article?.content
    ? parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document.body
    : document.body
  return { ...said, title: said.title ?? pageLine(article?.title), text: blocksOf(content).join('\n') }
}

function isDeeper(root: Element, levels: number): boolean {
  let level = [root]
  for (let depth = 1; depth <= levels && level.length > 0; depth += 1) level = level.flatMap(each => [...each.children])
  return level.length > 0
}

const blocks = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, td, pre'

/** The text of each innermost block. */
function blocksOf(body: Element): string[] {
  const found = [...body.querySelectorAll(blocks)].filter(block => block.querySelector(blocks) === null)
  const texts = (found.length > 0 ? found : [body]).map(block =>
    (block.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  )
  return texts.filter(text => text !== '')
}

/** What a page says of itself, in the words of schema.org or of Open Graph. */
function metadataOf(document: Document): Omit<SourceText, 'text'> {
  const meta = (...names: readonly string[]) => {
    for (const name of names) {
      const found = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')
      const line = pageLine(found)
      if (line !== null) return line
    }
    return null
  }
  const publisher = meta('og:site_name', 'application-name', 'dc.publisher')
  const date = meta('article:published_time', 'datePublished', 'date', 'dc.date') ?? linkedDate(document)
  const day = date?.slice(0, 10) ?? null
  return {
    title: meta('og:title', 'twitter:title', 'dc.title'),
    authors: authorsOfPage(document, publisher),
    byline: null,
    otherByline: null,
    publisher,
    url: pageLine(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null) ?? meta('og:url'),
    published: day !== null && readEdtf(day) !== null ? day : null,
    language: document.documentElement?.getAttribute('lang') || null,
  }
}

/** The date of publication in a page's JSON-LD. */
function linkedDate(document: Document): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const [, date] = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '') ?? []
    if (date !== undefined) return date
  }
  return null
}
