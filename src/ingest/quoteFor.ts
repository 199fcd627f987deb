import type { Span } from '../model/span.ts'
import { tally } from '../model/tally.ts'
import type { Article } from './article.ts'
import type { Quote } from './dossier.ts'

/** How many words of context single out a span at most; after that it is counted. */
const mostContext = 8

/** Longer words of context are not written. */
const mostCharacters = 500

/**
 * The words by which a dossier names a span: alone where they stand once in the article, else with the words before or after
 * that no other place of them has, else by their occurrence. Whatever part of the article they are sought in, they lead there.
 */
export function quoteFor(article: Article, span: Span): Quote {
  const exact = article.slice(span).replaceAll(/\s+/g, ' ')
  const places = placesOf(article, exact)
  if (places.spans.length === 1) return exact
  const number = places.spans.findIndex(({ start }) => start === span.start) + 1
  // There are more places than are looked through.
  if (number === 0) return { exact: article.slice(span), start: article.codePoints.toCodePoint(span.start) }
  for (let words = 1; words <= mostContext; words += 1) {
    const prefix = wordsBefore(article, span.start, words)
    if (prefix !== '' && places.before(words).get(prefix) === 1) return { exact, prefix }
    const suffix = wordsAfter(article, span.end, words)
    if (suffix !== '' && places.after(words).get(suffix) === 1) return { exact, suffix }
  }
  return { exact, occurrence: number }
}

/** Where words stand, and how often in which context. */
interface Places {
  readonly spans: readonly Span[]
  readonly before: (words: number) => ReadonlyMap<string, number>
  readonly after: (words: number) => ReadonlyMap<string, number>
}

/** Counted once for all spans of the same words: a text may have thousands of them. */
const known = new WeakMap<Article, Map<string, Places>>()

function placesOf(article: Article, exact: string): Places {
  const ofArticle = known.get(article) ?? new Map<string, Places>()
  known.set(article, ofArticle)
  const found = ofArticle.get(exact) ?? countedPlaces(article, article.find(exact, article.whole))
  ofArticle.set(exact, found)
  return found
}

function countedPlaces(article: Article, spans: readonly Span[]): Places {
  const counting = (contextOf: (span: Span, words: number) => string) => {
    const counts: Map<string, number>[] = []
    return (words: number) => {
      counts[words] ??= tally(spans.map(span => contextOf(span, words)))
      return counts[words]
    }
  }
  return {
    spans,
    before: counting(({ start }, words) => wordsBefore(article, start, words)),
    after: counting(({ end }, words) => wordsAfter(article, end, words)),
  }
}

function wordsBefore({ text }: Article, end: number, count: number): string {
  let start = end
  // Step by step, as an expression that ends with `$` would be tried from each place of a long line.
  const back = (over: RegExp) => {
    while (end - start <= mostCharacters && over.test(text.charAt(start - 1))) start -= 1
  }
  for (let words = 0; words < count; words += 1) {
    back(blank)
    back(/\S/)
  }
  return end - start > mostCharacters ? '' : text.slice(start, end).trim()
}

function wordsAfter({ text }: Article, start: number, count: number): string {
  const [line = ''] = text.slice(start, start + mostCharacters + 1).split('\n', 1)
  const [words] = line.match(new RegExp(`^(?:\\s*\\S+){0,${count}}`)) ?? ['']
  return words.length > mostCharacters ? '' : words.trim()
}

/** Context does not go over the end of a line. */
const blank = /[^\S\n]/
