import type { Span } from '../model/span.ts'
import { ApproximateSearch } from './approximate.ts'
import type { Article } from './article.ts'
import type { Quote } from './dossier.ts'
import { exactOf, findQuotation } from './placesOf.ts'
import type { Problems } from './problems.ts'
import { quoteFor } from './quoteFor.ts'
import type { YamlEntry } from './yaml.ts'

/** Where words are looked for, and what that place is called. */
export interface SearchScope {
  readonly name: string
  readonly spans: readonly Span[]
}

const MOST_LINES = 5
const NAMED_CONTEXT = 40

/** Finds the passages that quotations stand for, and reports those that stand for none or for several. */
export class Anchor {
  readonly #article: Article
  readonly #problems: Problems
  readonly #approximate: ApproximateSearch
  readonly #document: SearchScope

  constructor(article: Article, problems: Problems) {
    this.#article = article
    this.#problems = problems
    this.#approximate = new ApproximateSearch(article)
    this.#document = { name: 'the article', spans: [article.whole] }
  }

  /** The one place of the article for a quotation: in the first of the preferred scopes that holds it, else anywhere. */
  anywhere(quote: Quote, entry: YamlEntry, preferred: readonly SearchScope[] = []): Span | null {
    const found = this.#findIn([...preferred, this.#document], quote, entry)
    return found === undefined ? this.#missing(quote, entry) : found
  }

  /** The one place for a quotation within a scope. */
  find(scope: SearchScope, quote: Quote, entry: YamlEntry): Span | null {
    const found = this.#findIn([scope], quote, entry)
    if (found !== undefined) return found
    const elsewhere = this.#article.find(exactOf(quote), this.#article.whole)
    if (elsewhere.length === 0) return this.#missing(quote, entry)
    this.#problems.add(fieldOf(entry), `found, but outside ${scope.name}: ${this.#linesOf(elsewhere)}`, {
      words: exactOf(quote),
    })
    return null
  }

  /** The place in the first scope with any; null if it is ambiguous there, undefined if no scope holds the words. */
  #findIn(scopes: readonly SearchScope[], quote: Quote, entry: YamlEntry): Span | null | undefined {
    for (const { name, spans } of scopes) {
      const chosen = spans.flatMap(span => findQuotation(this.#article, quote, span))
      if (chosen.length > 0) return this.#choose(chosen, name, quote, entry)
    }
    return undefined
  }

  #choose(places: readonly Span[], scope: string, quote: Quote, entry: YamlEntry): Span | null {
    const occurrence = typeof quote === 'string' ? undefined : quote.occurrence
    const [first] = places
    if (occurrence === undefined && places.length === 1 && first) return first
    const chosen = occurrence === undefined ? undefined : places[occurrence - 1]
    if (chosen) return chosen

    const count = `${places.length} ${places.length === 1 ? 'time' : 'times'} in ${scope} (${this.#linesOf(places)})`
    const message =
      occurrence === undefined
        ? `found ${count}: add prefix, suffix or occurrence`
        : `there is no occurrence ${occurrence}: found ${count}`
    this.#problems.add(fieldOf(entry), message, { words: exactOf(quote), suggestion: this.#eachOf(places) })
    return null
  }

  /** How each of several places is told from the others. */
  #eachOf(places: readonly Span[]): string {
    const named = places.slice(0, MOST_LINES).map(place => {
      const quote = quoteFor(this.#article, place)
      const { exact, ...context } = typeof quote === 'string' ? { exact: quote } : quote
      const fields = Object.entries(context).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
      return `line ${this.#article.lineOf(place.start)}: ${fields.join(', ') || this.#inContext(place)}`
    })
    return `${named.join('; or ')}${places.length > MOST_LINES ? '; or others' : ''}`
  }

  #missing(quote: Quote, entry: YamlEntry): null {
    const words = exactOf(quote)
    const places = this.#article.find(words, this.#article.whole)
    const [first] = places
    if (first) {
      // The words are there, so that it is the context which is not.
      const message = `the words are in the article (${this.#linesOf(places)}), but not between this prefix and suffix`
      this.#problems.add(fieldOf(entry), message, { words, suggestion: this.#inContext(first) })
    } else {
      const suggestion = this.#approximate.nearest(words)
      this.#problems.add(fieldOf(entry), 'these words are not in the article', { words, suggestion })
    }
    return null
  }

  #inContext({ start, end }: Span): string {
    const { text } = this.#article
    const prefix = text.slice(Math.max(0, start - NAMED_CONTEXT), start)
    return `${prefix}[${text.slice(start, end)}]${text.slice(end, end + NAMED_CONTEXT)}`
  }

  #linesOf(places: readonly Span[]): string {
    const lines = [...new Set(places.map(({ start }) => this.#article.lineOf(start)))]
    const named = lines.slice(0, MOST_LINES).join(', ')
    return `${lines.length === 1 ? 'line' : 'lines'} ${named}${lines.length > MOST_LINES ? ' and more' : ''}`
  }
}

function fieldOf(entry: YamlEntry) {
  return entry.at('exact')
}
