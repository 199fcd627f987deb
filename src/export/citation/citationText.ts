import type { CslItem } from './cslItem.ts'

/** A citation as people read it: what is cited, who published it and when, what the note says, and the address. */
export function citationText({ title, publisher, issued, note, archive, URL: url }: CslItem): string {
  const parts = [title, publisher, issued && dateIn(issued), note, `${archive}: ${url}`]
  // A title or words that are a sentence have their stop already.
  return parts
    .filter(part => part !== undefined && part !== '')
    .join('. ')
    .replaceAll(/([.!?…][”"»’)]?)\. /gu, '$1 ')
}

function dateIn(issued: NonNullable<CslItem['issued']>): string {
  if ('literal' in issued) return issued.literal
  return issued['date-parts'].map(parts => parts.map(part => String(part).padStart(2, '0')).join('-')).join('/')
}
