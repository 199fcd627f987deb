import { sha256 } from '../../model/text.ts'
import { outsideIri, partOf } from './iris.ts'
import type { LinkedProperty, LinkedRow, Node } from './node.ts'
import type { CompactIri } from './prefixes.ts'
import { propertiesIn } from './values.ts'

/** What a row adds to the node that it is a part of; null for the row of a node. */
export function describePart(row: LinkedRow): LinkedProperty[] | null {
  const { table, id, cells, iriOf } = row
  const text = (column: string) => String(cells[column] ?? '')
  const part = (...names: string[]) => partOf(id, ...names)
  switch (table) {
    case 'agentNames':
    case 'documentTexts':
    case 'statementTimes':
      return propertiesIn(row)
    case 'documentAuthors':
      return [['author', whole(row, part('author', text('position')), authorTypes[text('kind')])]]
    case 'identifiers':
      return [['identifier', whole(row, part('identifier', text('scheme'), text('value')))], ...links(row)]
    case 'labels':
      return [['label', whole(row, part('label', sha256(`${text('name')}\n${text('value')}`).slice(0, 12)))]]
    case 'figureConditions':
      return [['condition', whole(row, part('condition', text('aspect')))]]
    case 'statementSpeakers':
      return [
        ['speaker', iriOf(text('agent'))],
        ['jointSpeaker', whole(row, part('speaker', text('position')), 'schema:ListItem')],
      ]
    case 'noQuantities':
      return [['noQuantity', whole(row, part('no-quantity', sha256(text('passage')).slice(0, 12)))]]
    case 'figureDecisions':
      return [['decision', whole(row, part('decision', text('slug')), 'dixit:Decision')]]
    case 'decisions': {
      const other: LinkedProperty[] =
        cells.kind === 'NOT_SAME_AS' && typeof cells.other === 'string' ? [['differentFrom', iriOf(cells.other)]] : []
      return [['decision', whole(row, part('decision', text('slug')), 'dixit:Decision')], ...other]
    }
    default:
      return null
  }
}

/** What an author is; where nobody says, no more than somebody. */
const authorTypes: Readonly<Record<string, CompactIri>> = {
  PERSON: 'schema:Person',
  ORGANIZATION: 'schema:Organization',
  UNKNOWN: 'prov:Agent',
}

function whole(row: LinkedRow, id: string, type: CompactIri = 'schema:PropertyValue'): Node {
  return { id, types: [type], values: propertiesIn(row) }
}

/** Only Wikidata names things themselves; the address in another register is a page about them. */
function links({ cells }: LinkedRow): LinkedProperty[] {
  const outside = outsideIri(String(cells.scheme), String(cells.value))
  if (outside === null) return []
  return [['sameAs', outside], ...(cells.scheme === 'wikidata' ? [['isSameAs', outside] as const] : [])]
}
