import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quotedPieces, quoteSelector } from '../model/selector.ts'
import { CodePoints } from '../model/text.ts'
import type { Database } from '../store/engine/database.ts'
import { annotated } from '../store/query/annotations.ts'
import {
  type DocumentMark,
  type MarkedDocument,
  markedDocuments,
  marksIn,
  textOfMarked,
} from '../store/query/documentMarks.ts'
import type { ExportScope } from '../store/query/exportTables.ts'
import { irisBelow } from './linked/iris.ts'
import type { IriOf } from './linked/node.ts'
import type { TextFile } from './textFile.ts'
import { toldIn } from './told.ts'
import { turns } from './turns.ts'

/** The context that every reader of Web Annotations has built in. */
const context = 'http://www.w3.org/ns/anno.jsonld'

/** Every mark of the documents that leave as an annotation (W3C Web Annotation Data Model). Whole texts stay. */
export function* webAnnotations(database: Database, scope: ExportScope, baseUrl: string): Generator<object> {
  const iriOf = irisBelow(baseUrl)
  for (const document of markedDocuments(database, scope)) {
    const points = new CodePoints(textOfMarked(database, document))
    const marks = marksIn(database, document, scope)
    const told = toldIn(database, marks)
    for (const mark of marks) yield annotation(mark, told(mark), document, points, iriOf)
  }
}

/** Where a page begins: after so many annotations of a document. */
export interface PageStart {
  readonly document: string
  readonly passed: number
}

/** Documents that are looked at for one page: many may have nothing that is marked. */
const mostDocuments = 100

/**
 * A page of annotations, in the order of documents and of their texts, and where the next one begins; null after the last. Null
 * where there is no document that it begins in.
 */
export function annotationPage(
  database: Database,
  baseUrl: string,
  start: PageStart | null,
  size: number,
): { readonly items: readonly object[]; readonly next: PageStart | null } | null {
  const from = start === null ? 0 : database.value<number>('select id from documents where slug = ?', start.document)
  if (from === undefined) return null
  const scope = { filter: null, withTexts: false }
  const iriOf = irisBelow(baseUrl)
  const items: object[] = []
  let passed = start?.passed ?? 0
  for (const [index, document] of markedDocuments(database, scope, { from, most: mostDocuments + 1 })
    .toArray()
    .entries()) {
    if (index === mostDocuments) return { items, next: { document: document.slug, passed: 0 } }
    const points = new CodePoints(textOfMarked(database, document))
    const marks = marksIn(database, document, scope).slice(passed)
    const told = toldIn(database, marks.slice(0, size))
    for (const mark of marks) {
      if (items.length === size) return { items, next: { document: document.slug, passed } }
      items.push(annotation(mark, told(mark), document, points, iriOf))
      passed += 1
    }
    passed = 0
  }
  return { items, next: null }
}

/** A page as JSON-LD; `next` is the address of the one after it. */
export function pageJson(page: {
  readonly id: string
  readonly partOf: string
  readonly next: string | null
  readonly items: readonly object[]
  readonly startIndex?: number
}): string {
  const { id, partOf, next, items, startIndex } = page
  const head = { '@context': context, id, type: 'AnnotationPage', partOf, startIndex, next: next ?? undefined }
  return `${JSON.stringify(head).slice(0, -1)},"items":[${items.map(each => `\n${JSON.stringify(each)}`).join(',')}]}\n`
}

/** A collection as JSON-LD, whose pages stand at addresses of their own. */
export function collectionJson(collection: {
  readonly id: string
  readonly label: string
  readonly licences: readonly string[]
  readonly first: string
  readonly last?: string
  readonly total?: number
}): string {
  const { licences, id, label, ...more } = collection
  return `${JSON.stringify({ '@context': context, id, type: 'AnnotationCollection', label, rights: licences, ...more })}\n`
}

/** Writes them as a folder: `collection.json`, and a file a page, each of which says the next. */
export async function writeAnnotationPages(
  annotations: Iterable<object>,
  folder: string,
  { label, licences, size }: { readonly label: string; readonly licences: readonly string[]; readonly size: number },
): Promise<number> {
  const pause = turns()
  const nameOf = (page: number) => `page-${page}.json`
  const partOf = 'collection.json'
  let total = 0
  let page = 0
  let items: object[] = []
  const write = (isLast: boolean) => {
    page += 1
    const startIndex = total - items.length
    const next = isLast ? null : nameOf(page + 1)
    writeFileSync(join(folder, nameOf(page)), pageJson({ id: nameOf(page), partOf, next, items, startIndex }))
    items = []
  }
  for (const each of annotations) {
    if (items.length === size) write(false)
    items.push(each)
    total += 1
    await pause()
  }
  write(true)
  const [first, last] = [nameOf(1), nameOf(page)]
  writeFileSync(join(folder, partOf), collectionJson({ id: partOf, label, licences, total, first, last }))
  return total
}

/** Writes them as one file: a collection whose first page has all. */
export async function writeWebAnnotations(
  annotations: Iterable<object>,
  file: TextFile,
  { id, label, licences }: { readonly id: string; readonly label: string; readonly licences: readonly string[] },
): Promise<number> {
  const turn = turns()
  const head = JSON.stringify({ '@context': context, id, type: 'AnnotationCollection', label, rights: licences })
  file.write(
    `${head.slice(0, -1)},\n"first":{"id":${JSON.stringify(`${id}#page-1`)},"type":"AnnotationPage","startIndex":0,"items":[`,
  )
  let total = 0
  for (const each of annotations) {
    file.write(`${total === 0 ? '' : ','}\n${JSON.stringify(each)}`)
    total += 1
    await turn()
  }
  file.write(`\n]},\n"total":${total}}\n`)
  return total
}

function annotation(
  mark: DocumentMark,
  told: readonly string[],
  document: MarkedDocument,
  points: CodePoints,
  iriOf: IriOf,
): object {
  const { kind, slug, exact, selector } = mark
  const node = iriOf(`${annotated[kind].entity.typenames[0]}/${slug}`)
  const source = iriOf(`Document/${document.slug}`)
  const targets = quotedPieces(exact, selector).map(({ start, end, exact: words }) => ({
    source,
    selector: [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact: words, ...quoteSelector(points, start, end) },
    ],
  }))
  return {
    id: kind === 'SOURCE' || kind === 'CUE' ? `${node}#${kind.toLowerCase()}` : node,
    type: 'Annotation',
    motivation: kind === 'STATEMENT' ? 'highlighting' : 'tagging',
    ...(mark.coder !== null && { creator: iriOf(mark.coder) }),
    ...(document.licence !== null && { rights: document.licence }),
    body: bodies(mark, told, iriOf),
    target: targets.length === 1 ? targets[0] : targets,
  }
}

/** What is said of the words: as what they are marked, of what, how, in whose words, on what ground. */
function bodies(
  { kind, topic, label, voice, value, manner, wording, basis, reason, notes }: DocumentMark,
  told: readonly string[],
  iriOf: IriOf,
): object[] {
  const text = (purpose: string, said: string | null) =>
    said === null ? [] : [{ type: 'TextualBody', purpose, value: said }]
  return [
    ...text('tagging', kind),
    ...lines(topic).map(each => ({ type: 'SpecificResource', purpose: 'identifying', source: iriOf(each) })),
    ...lines(label).flatMap(each => text('describing', each)),
    ...text('classifying', voice === null ? null : `voice: ${voice}`),
    ...text('classifying', value),
    ...told.flatMap(who => text('classifying', `reportedBy: ${who}`)),
    ...text('classifying', manner === null ? null : `manner: ${manner}`),
    ...text('classifying', wording === null ? null : `wording: ${wording}`),
    ...text('classifying', basis === null ? null : `basis: ${basis}`),
    ...text('commenting', reason),
    ...text('commenting', notes),
  ]
}

/** A line each, where several speak together. */
function lines(given: string | null): readonly string[] {
  return given?.split('\n') ?? []
}
