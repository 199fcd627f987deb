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
import { turns } from './turns.ts'

/** The context that every reader of Web Annotations has built in. */
const context = 'http://www.w3.org/ns/anno.jsonld'

/** Every mark of the documents that leave as an annotation (W3C Web Annotation Data Model). Whole texts stay. */
export function* webAnnotations(database: Database, scope: ExportScope, baseUrl: string): Generator<object> {
  const iriOf = irisBelow(baseUrl)
  for (const document of markedDocuments(database, scope)) {
    const points = new CodePoints(textOfMarked(database, document))
    for (const mark of marksIn(database, document, scope)) yield annotation(mark, document, points, iriOf)
  }
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

function annotation(mark: DocumentMark, document: MarkedDocument, points: CodePoints, iriOf: IriOf): object {
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
    body: bodies(mark, iriOf),
    target: targets.length === 1 ? targets[0] : targets,
  }
}

/** What is said of the words: as what they are marked, of what, how, in whose words, on what ground. */
function bodies(
  { kind, topic, label, value, manner, wording, basis, reason, notes }: DocumentMark,
  iriOf: IriOf,
): object[] {
  const text = (purpose: string, said: string | null) =>
    said === null ? [] : [{ type: 'TextualBody', purpose, value: said }]
  return [
    ...text('tagging', kind),
    ...(topic === null ? [] : [{ type: 'SpecificResource', purpose: 'identifying', source: iriOf(topic) }]),
    ...text('describing', label),
    ...text('classifying', value),
    ...text('classifying', manner === null ? null : `manner: ${manner}`),
    ...text('classifying', wording === null ? null : `wording: ${wording}`),
    ...text('classifying', basis === null ? null : `basis: ${basis}`),
    ...text('commenting', reason),
    ...text('commenting', notes),
  ]
}
