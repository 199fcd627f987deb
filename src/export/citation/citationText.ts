import type { CslItem } from './cslItem.ts'
import { sentences } from './sentences.ts'

/**
 * A citation as people read it: what is cited, who published it and when (n.d. if that is not known), what the note says, and the
 * address.
 */
export function citationText({ title, publisher, issued, note, archive, URL: url }: CslItem): string {
  return sentences([
    title,
    publisher,
    issued ? dateIn(issued) : 'n.d.',
    note,
    note.includes(url) ? '' : archive === undefined ? url : `${archive}: ${url}`,
  ])
}

function dateIn(issued: NonNullable<CslItem['issued']>): string {
  if ('literal' in issued) return issued.literal
  return issued['date-parts'].map(parts => parts.map(part => String(part).padStart(2, '0')).join('-')).join('/')
}
