/** What a dossier may leave out since it stands in the article already. */

import { exactShare, inUnitOf, type QuantityRead, readQuantity } from '../reading/index.ts'
import type { Dossier, FigureEntry } from './dossier.ts'
import { allWordsOf } from './placesOf.ts'

/** A heading is shorter than this, has a letter, and does not end as a sentence does. */
const longestHeading = 150

/**
 * A dossier with what it leaves out and the article says: the title, where the first line is a heading; the value or the bounds
 * of a figure, by the words of its first mention, and two-thirds for a figure of 0.667 that words give as that fraction.
 */
export function withDerived(dossier: Dossier, text: string): Dossier {
  const { document, figures } = dossier
  const wordsOf = quantitiesByFigure(dossier)
  return {
    ...dossier,
    document: document.title === undefined ? { ...document, title: headingOf(text) } : document,
    ...(figures && {
      figures: Object.fromEntries(
        Object.entries(figures).map(([key, figure]) => [key, withAmount(figure, wordsOf.get(key) ?? [])]),
      ),
    }),
  }
}

/** Whether a figure has what its words say, in digits. */
export function hasAmount({ value, lower, upper }: FigureEntry): boolean {
  return value !== undefined || lower !== undefined || upper !== undefined
}

/** What the mentions of each figure read as, in their order; null for words that do not read as a number. */
function quantitiesByFigure({ statements = {}, document }: Dossier): Map<string, (QuantityRead | null)[]> {
  const mentions = Object.values(statements).flatMap(({ figures = [] }) => figures)
  const groups = Map.groupBy(mentions, ({ figure = '' }) => figure)
  const read = ({ words }: (typeof mentions)[number]) => readQuantity(allWordsOf(words), document.language)
  return new Map(Array.from(groups, ([figure, of]) => [figure, of.map(read)]))
}

function withAmount(figure: FigureEntry, words: readonly (QuantityRead | null)[]): FigureEntry {
  if (hasAmount(figure)) {
    const value = exactShare(
      figure,
      words.filter(quantity => quantity !== null),
    )
    return value === null ? figure : { ...figure, value }
  }
  const [first = null] = words
  if (first === null) return figure
  const { value, lower, upper } = inUnitOf(first, figure.unit)
  if (value !== null) return { ...figure, value }
  return { ...figure, ...(lower !== null && { lower }), ...(upper !== null && { upper }) }
}

/** The first line, where it is a heading and another line follows; null where the text begins with a sentence. */
export function headingOf(text: string): string | null {
  const [first = '', ...others] = text.split('\n').map(line => line.trim())
  const isHeading = first.length <= longestHeading && /\p{L}/u.test(first) && !/[.!?…:;,”"’»]$/u.test(first)
  return isHeading && others.some(line => /[.!?…”"’»]$/u.test(line)) ? first : null
}
