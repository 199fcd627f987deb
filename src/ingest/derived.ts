/** What a dossier may leave out since it stands in the article already. */

import { readQuantity } from '../reading/index.ts'
import type { Dossier, FigureEntry } from './dossier.ts'
import { allWordsOf } from './placesOf.ts'

/** A heading is shorter than this, has a letter, and does not end as a sentence does. */
const longestHeading = 150

/**
 * A dossier with what it leaves out and the article says: the title, where the first line is a heading; the value or the bounds
 * of a figure, by the words of its first mention.
 */
export function withDerived(dossier: Dossier, text: string): Dossier {
  const { document, figures } = dossier
  return {
    ...dossier,
    document: document.title === undefined ? { ...document, title: headingOf(text) } : document,
    ...(figures && {
      figures: Object.fromEntries(
        Object.entries(figures).map(([key, figure]) => [key, hasAmount(figure) ? figure : read(key, figure, dossier)]),
      ),
    }),
  }
}

/** Whether a figure has what its words say, in digits. */
export function hasAmount({ value, lower, upper }: FigureEntry): boolean {
  return value !== undefined || lower !== undefined || upper !== undefined
}

function read(key: string, figure: FigureEntry, { statements = {}, document }: Dossier): FigureEntry {
  const mention = Object.values(statements)
    .flatMap(({ figures = [] }) => figures)
    .find(each => each.figure === key)
  const quantity = mention === undefined ? null : readQuantity(allWordsOf(mention.words), document.language)
  if (quantity === null) return figure
  const { value, lower, upper } = quantity
  if (value !== null) return { ...figure, value }
  return { ...figure, ...(lower !== null && { lower }), ...(upper !== null && { upper }) }
}

/** The first line, where it is a heading and another line follows; null where the text begins with a sentence. */
export function headingOf(text: string): string | null {
  const [first = '', ...others] = text.split('\n').map(line => line.trim())
  const isHeading = first.length <= longestHeading && /\p{L}/u.test(first) && !/[.!?…:;,”"’»]$/u.test(first)
  return isHeading && others.some(line => /[.!?…”"’»]$/u.test(line)) ? first : null
}
