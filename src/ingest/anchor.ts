import type { Span } from '../model/span.ts'
import { ApproximateSearch } from './approximate.ts'
import type { Article } from './article.ts'
import type { Quote, Words } from './dossier.ts'
import { chosenOf, exactOf, placesIn, type SearchScope } from './placesOf.ts'
import type { Problems } from './problems.ts'
import { quoteFor } from './quoteFor.ts'
import type { YamlEntry } from './yaml.ts'

const MOST_LINES = 5
const NAMED_CONTEXT = 40

/** Finds the passages that quotations stand for, and reports those that stand for none or for several. */
export class Anchor {
  readonly #article: Article
  readonly #problems: Problems
  readonly #slips: Pick<Problems, 'add'>
  readonly #approximate: ApproximateSearch
  readonly #document: SearchScope

  constructor(article: Article, problems: Problems, slips: Pick<Problems, 'add'> = problems) {
    this.#article = article
    this.#problems = problems
    this.#slips = slips
    this.#approximate = new ApproximateSearch(article)
    this.#document = { name: 'the article', spans: [article.whole] }
  }

  /**
   * The one place of the article for words, piece by piece: in the first of the preferred scopes that holds a piece, else anywhere.
   * Null, with the problem noted, if they cannot be found.
   */
  anywhere(words: Words, entry: YamlEntry, preferred: readonly SearchScope[] = []): Span[] | null {
    return this.#each(words, entry, (quote, place) => {
      const found = this.#findIn([...preferred, this.#document], quote, place)
      return found === undefined ? this.#missing(quote, place) : found
    })
  }

  /** The one place for words within a scope, piece by piece. */
  within(scope: SearchScope, words: Words, entry: YamlEntry): Span[] | null {
    return this.#each(words, entry, (quote, place) => this.#pieceWithin(scope, quote, place))
  }

  #each(words: Words, entry: YamlEntry, find: (quote: Quote, entry: YamlEntry) => Span | null): Span[] | null {
    const pieces = Array.isArray(words)
      ? words.map((quote, index) => find(quote, entry.in(index)))
      : [find(words, entry)]
    const found = pieces.filter(piece => piece !== null)
    for (const [index, quote] of [words].flat().entries()) {
      const piece = pieces[index]
      if (piece) this.#checkBorders(piece, quote, Array.isArray(words) ? entry.in(index) : entry)
    }
    if (found.length < pieces.length) return null
    for (const [index, piece] of found.entries()) {
      const before = found[index - 1]
      if (before === undefined || piece.start >= before.end) continue
      this.#problems.add(
        entry.at(index, 'exact'),
        'the pieces of the words must be in text order and must not overlap',
        {
          words: this.#article.slice(piece),
        },
      )
      return null
    }
    return found
  }

  /** Words begin and end at the borders of words, but where prefix or suffix has the rest of a word: that is meant so. */
  #checkBorders(piece: Span, quote: Quote, entry: YamlEntry): void {
    const whole = this.#article.wholeWords(piece)
    const { start, prefix, suffix }: Exclude<Quote, string> = typeof quote === 'string' ? { exact: quote } : quote
    const isMeant =
      start !== undefined ||
      ((whole.start === piece.start || prefix !== undefined) && (whole.end === piece.end || suffix !== undefined))
    if (isMeant) return
    this.#slips.add(fieldOf(entry), 'only part of a word', {
      words: this.#article.slice(piece),
      suggestion: this.#isNear(piece, whole) ? this.#article.slice(whole) : undefined,
    })
  }

  /** Whether the whole words may be meant by a part: “berths” by “berth”, but not “the” by “he”. Several words leave less to chance. */
  #isNear(piece: Span, whole: Span): boolean {
    const words = this.#article.slice(piece).split(/\s+/)
    const [first, last] = [words.at(0) ?? '', words.at(-1) ?? '']
    const [before, after] = [piece.start - whole.start, whole.end - piece.end]
    return words.length === 1
      ? before + after <= Math.floor(first.length / 3)
      : before <= first.length && after <= last.length
  }

  #pieceWithin(scope: SearchScope, quote: Quote, entry: YamlEntry): Span | null {
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
    const found = placesIn(this.#article, quote, scopes)
    return found && this.#choose(found.places, found.scope.name, quote, entry)
  }

  #choose(places: readonly Span[], scope: string, quote: Quote, entry: YamlEntry): Span | null {
    const chosen = chosenOf(places, quote)
    if (chosen) return chosen

    if (typeof quote === 'string' && places.every(place => this.#article.cutsWords(place))) {
      this.#problems.add(fieldOf(entry), `only parts of words: ${this.#linesOf(places)}`, { words: quote })
      return null
    }
    const occurrence = typeof quote === 'string' ? undefined : quote.occurrence
    const count = `${places.length} ${places.length === 1 ? 'time' : 'times'} in ${scope} (${this.#linesOf(places)})`
    const message =
      occurrence === undefined
        ? `found ${count}: add a prefix, a suffix or an occurrence`
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
    if (typeof quote !== 'string' && quote.start !== undefined) {
      this.#problems.add(entry.at('start'), 'these words do not start at this position', { words })
    } else if (first) {
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
