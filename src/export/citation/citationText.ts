import { conjoined } from '../../model/conjoined.ts'
import type { CslItem } from './cslItem.ts'
import { nameInWords } from './cslName.ts'
import { sentences } from './sentences.ts'

/**
 * A citation as people read it: who wrote a document, what is cited, who published it and when (n.d. if that is not known), what the note says, and the
 * address.
 */
export function citationText(item: CslItem): string {
  const { author, title, 'container-title': within, publisher, issued, note, archive, URL: url } = item
  return sentences([
    // What stands in a document has a title that says whose words it is.
    within === undefined && author !== undefined ? conjoined(author.map(nameInWords)) : undefined,
    title,
    publisher,
    issued ? `Published ${dateIn(issued)}` : 'n.d.',
    note,
    note.includes(url) ? '' : archive === undefined ? url : `${archive}: ${url}`,
  ])
}

function dateIn(issued: NonNullable<CslItem['issued']>): string {
  if ('literal' in issued) return issued.literal
  return issued['date-parts']
    .map(parts =>
      parts
        .map((part, at) => (at === 1 ? monthName(part) : part))
        .toReversed()
        .join(' '),
    )
    .join(' to ')
}

const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

function monthName(month: number): string {
  return months.format(Date.UTC(2000, month - 1))
}
