import type { GroupKeyPart, PageInfoPart } from '../store/json/selection.ts'
import { Unplanned } from './plannedTypes.ts'

export function groupKeyPart(name: string): GroupKeyPart {
  if (name === 'dimension' || name === 'label' || name === 'value') return { kind: name }
  throw new Unplanned(name)
}

export function pageInfoPart(name: string): PageInfoPart {
  switch (name) {
    case 'hasNextPage':
    case 'hasPreviousPage':
    case 'startCursor':
    case 'endCursor':
      return { kind: name }
    default:
      throw new Unplanned(name)
  }
}
