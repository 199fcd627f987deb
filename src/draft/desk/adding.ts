import type { Article } from '../../ingest/article.ts'
import { quoteFor } from '../../ingest/quoteFor.ts'
import { unitFor } from '../../model/plural.ts'
import { liesWithin, type Span } from '../../model/span.ts'
import { readQuantity, readTimes } from '../../reading/index.ts'
import type { DeskItem, ItemKind, ItemValue, ItemValues } from './item.ts'

/** The field that holds the words on which an item of a kind stands. */
export function wordsField(kind: ItemKind): 'content' | 'words' {
  return kind === 'statement' ? 'content' : 'words'
}

/** What a person adds: with its words, where they are marked, and what the reader reads in them. */
export function added(
  article: Article,
  kind: ItemKind,
  key: string,
  at: Span | null,
  published: string | null,
): DeskItem {
  const { start, end } = at ?? { start: 0, end: 0 }
  const values =
    at === null ? {} : { [wordsField(kind)]: quoteFor(article, at), ...readIn(article, kind, at, published) }
  return { kind, key, start, end, values, proposal: null, statement: null }
}

/** What stands in the words themselves: a number, a date, a name. */
export function readIn(article: Article, kind: ItemKind, span: Span, published: string | null): ItemValues {
  const words = article.slice(span)
  if (kind === 'agent') return { name: words.replace(/^the\s+/i, '') }
  if (kind === 'time') {
    const found = readTimes(article.text, article.language, published).find(
      ({ start, end }) => span.start <= start && end <= span.end,
    )
    return { date: found?.edtf ?? undefined }
  }
  if (kind !== 'figure') return {}
  const inside = article.numbers.filter(each => each.isQuantity && liesWithin(each, [span]))
  const [only] = inside.length === 1 ? inside : []
  const quantity = readQuantity(words, article.language) ?? only?.quantity ?? null
  if (quantity === null) return {}
  const said = (amount: number | null) => (amount === null ? undefined : String(amount))
  const { value, lower, upper, unit } = quantity
  const bounds: ItemValues = value === null ? { lower: said(lower), upper: said(upper) } : { value: said(value) }
  const counted = only?.counted ?? null
  return { ...bounds, unit: unit?.name ?? (counted === null ? undefined : unitFor(1, article.slice(counted))) }
}

/**
 * Words of the article that a person typed or marked, as a dossier quotes them; null where they are not in it. Of several places
 * the one is meant that is nearest to where the person reads.
 */
export function quoted(article: Article, value: string | Span, near: number): { quote: ItemValue; span: Span } | null {
  const span =
    typeof value === 'string'
      ? article.find(value, article.whole).toSorted((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))[0]
      : trimmed(article, value)
  return span === undefined ? null : { quote: quoteFor(article, span), span }
}

/** A stretch that was marked, without the space at its ends. */
function trimmed({ text }: Article, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : undefined
}
