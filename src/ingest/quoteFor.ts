import type { Span } from '../model/span.ts'
import type { Article } from './article.ts'
import type { Quote } from './dossier.ts'

/** How many words of context single out a span at most; after that it is counted. */
const mostContext = 8

/**
 * The words by which a dossier names a span: alone where they stand once in the article, else with the words before or after
 * that no other place of them has, else by their occurrence. Whatever part of the article they are sought in, they lead there.
 */
export function quoteFor(article: Article, span: Span): Quote {
  const exact = article.slice(span).replaceAll(/\s+/g, ' ')
  const places = article.find(exact, article.whole)
  if (places.length === 1) return exact
  for (let words = 1; words <= mostContext; words += 1) {
    const prefix = wordsBefore(article, span.start, words)
    if (prefix !== '' && places.filter(place => wordsBefore(article, place.start, words) === prefix).length === 1) {
      return { exact, prefix }
    }
    const suffix = wordsAfter(article, span.end, words)
    if (suffix !== '' && places.filter(place => wordsAfter(article, place.end, words) === suffix).length === 1) {
      return { exact, suffix }
    }
  }
  return { exact, occurrence: places.findIndex(({ start }) => start === span.start) + 1 }
}

function wordsBefore({ text }: Article, end: number, count: number): string {
  const line = text.lastIndexOf('\n', end - 1) + 1
  let start = end
  // Step by step, as an expression that ends with `$` would be tried from each place of a long line.
  const back = (over: RegExp) => {
    while (start > line && over.test(text.charAt(start - 1))) start -= 1
  }
  for (let words = 0; words < count; words += 1) {
    back(/\s/)
    back(/\S/)
  }
  return text.slice(start, end).trim()
}

function wordsAfter({ text }: Article, start: number, count: number): string {
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end < 0 ? undefined : end)
  return (line.match(new RegExp(`^(?:\\s*\\S+){0,${count}}`)) ?? [''])[0].trim()
}
