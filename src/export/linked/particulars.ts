import { OPEN } from '../../model/edtf.ts'
import { quotedPieces } from '../../model/selector.ts'
import { partOf } from './iris.ts'
import type { LinkedProperty, LinkedRow, Node } from './node.ts'
import { type CompactIri, expand } from './prefixes.ts'
import { propertiesIn } from './values.ts'

/** What of a row is not said column by column. */
export interface Particulars {
  readonly types?: readonly CompactIri[]
  readonly values?: readonly LinkedProperty[]
  /** The columns that `values` stand for. */
  readonly apart?: readonly string[]
}

/** What is particular about a row of its table. */
export function particulars(row: LinkedRow): Particulars {
  const { table, cells } = row
  switch (table) {
    case 'documents':
      return { types: cells.publisherKind === 'PUBLISHER' ? ['schema:NewsArticle'] : [] }
    case 'passages':
      return passage(row)
    case 'statements':
      return statement(row)
    case 'memberships':
      return membership(row)
    case 'notes':
      return { values: [['motivatedBy', expand('oa:commenting')]] }
    case 'figures':
    case 'figureMentions':
      return { types: annotationOf(row), ...hedged(row) }
    default:
      return { types: annotationOf(row) }
  }
}

/** What stands on words of a document is an annotation of them. */
function annotationOf({ cells }: LinkedRow): CompactIri[] {
  return typeof cells.passage === 'string' ? ['oa:Annotation'] : []
}

/** A number that its words hedge is not the value: “nearly 900,000” is below 900,000. */
function hedged(row: LinkedRow): Particulars {
  const { approximation } = row.cells
  if (typeof approximation !== 'string' || approximation === 'EXACT') return {}
  const named = propertiesIn(row, ['value']).map(([, value]): LinkedProperty => ['hedgedValue', value])
  return { apart: ['value'], values: named }
}

/** Only what stands wholly in quotation marks is a quotation, and the speaker's work; all else is the reporter's account. */
function statement({ cells, iriOf }: LinkedRow): Particulars {
  const target: LinkedProperty = ['passage', iriOf(String(cells.content))]
  if (cells.quotation !== 'DIRECT') return { values: [target] }
  const creator: LinkedProperty[] = typeof cells.speaker === 'string' ? [['creator', iriOf(cells.speaker)]] : []
  return { types: ['schema:Quotation'], values: [target, ...creator] }
}

/** An end that is open is not a date. */
function membership(row: LinkedRow): Particulars {
  const { id, cells } = row
  const role: Node = { id: partOf(id, 'role'), types: ['org:Role'], values: propertiesIn(row, ['role']) }
  const open = (column: string) => cells[column] === OPEN
  return {
    types: annotationOf(row),
    apart: ['role', ...['startDate', 'endDate'].filter(open)],
    values: [
      ['role', role],
      ...(open('startDate') ? [['openStart', true] as const] : []),
      ...(open('endDate') ? [['openEnd', true] as const] : []),
    ],
  }
}

/** Words in several pieces are each piece by itself: what stands between them is not part of the passage. */
function passage(row: LinkedRow): Particulars {
  const apart = ['start', 'end', 'exact', 'prefix', 'suffix']
  const all = quotedPieces(String(row.cells.exact), String(row.cells.selector))
  if (all.length === 1) return { apart, values: selectors(row, row.id) }
  const pieces = all.map(({ start, end, exact }, index): LinkedProperty => {
    const id = partOf(row.id, 'piece', String(index + 1))
    const piece: LinkedRow = { ...row, id, cells: { document: row.cells.document, start, end, exact } }
    const values = [...propertiesIn(piece, ['document']), ...selectors(piece, `${id}-selector`)]
    return ['piece', { id, types: ['oa:SpecificResource'], values }]
  })
  return { apart, values: pieces }
}

function selectors(row: LinkedRow, id: string): LinkedProperty[] {
  const name = (kind: string) => (id === row.id ? partOf(id, kind) : `${id}-${kind}`)
  const position: Node = {
    id: name('position'),
    types: ['oa:TextPositionSelector'],
    values: propertiesIn(row, ['start', 'end']),
  }
  const quote: Node = {
    id: name('quote'),
    types: ['oa:TextQuoteSelector'],
    values: propertiesIn(row, ['exact', 'prefix', 'suffix']),
  }
  return [
    ['selector', position],
    ['selector', quote],
  ]
}
