import { saySource, sourcesIn } from '../../export/sources.ts'
import { annotationPage, collectionJson, type PageStart, pageJson } from '../../export/webAnnotations.ts'
import type { Database } from '../../store/engine/database.ts'
import { type ExportAnswer, ExportRefused } from './outcome.ts'
import { countIn, expectKnown } from './parameters.ts'

const mediaType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

/** The most annotations of a page, and how many it has where nothing is said. */
const mostOfPage = 1_000
const usualOfPage = 100

/**
 * W3C Web Annotations in pages: the collection, whose first page has an address, and each page with that of the next. A page is read here, as a
 * node of linked data is: it looks at no more than a hundred documents.
 *
 * @throws ExportRefused
 */
export function annotationPages(
  form: string,
  parameters: URLSearchParams,
  database: Database,
  baseUrl: string,
): ExportAnswer {
  if (form !== 'json') throw new ExportRefused(404, 'NOT_FOUND', 'The address of annotations must end in .json.')
  expectKnown(parameters, ['limit', 'after'])
  const collection = `${baseUrl}/export/annotations.json`
  const limit = countIn(parameters, 'limit')
  const size = limit ?? usualOfPage
  if (size < 1 || size > mostOfPage) {
    throw new ExportRefused(400, 'BAD_ARGUMENT', `limit must be a number from 1 to ${mostOfPage}, not ${size}.`)
  }
  const after = parameters.get('after')
  const addressOf = (start: PageStart | null) =>
    `${collection}?limit=${size}${start === null ? '' : `&after=${start.document}:${start.passed}`}`
  if (limit === null && after === null) {
    const licences = sourcesIn(database).map(saySource)
    return answer(collectionJson({ id: collection, label: 'Dixit', licences, first: addressOf(null) }))
  }
  const start = after === null ? null : startIn(after)
  const page = annotationPage(database, baseUrl, start, size)
  if (page === null) throw new ExportRefused(404, 'NOT_FOUND', `There is no document “${start?.document}”.`)
  const next = page.next === null ? null : addressOf(page.next)
  return answer(pageJson({ id: addressOf(start), partOf: collection, next, items: page.items }))
}

function answer(text: string): ExportAnswer {
  const body = async function* () {
    yield text
  }
  return { type: mediaType, leftOut: ['text'], body: body() }
}

function startIn(after: string): PageStart {
  const [, document, passed] = /^(.+):(\d{1,9})$/.exec(after) ?? []
  if (document === undefined) {
    throw new ExportRefused(400, 'BAD_ARGUMENT', 'after must be the value from next on the previous page.')
  }
  return { document, passed: Number(passed) }
}
