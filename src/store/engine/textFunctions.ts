import type Sqlite from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { foldText } from '../../model/foldText.ts'
import { searchWords } from '../../model/searchTokens.ts'
import { excerptOf, matchesIn, type SoughtWords } from '../../model/textMatches.ts'
import { stemsOfAll } from '../../model/wordForms.ts'
import { matchAll, matchParts, readSearchQuery } from '../../reading/index.ts'
import { marked } from './marks.ts'

/** Teaches a connection how texts are compared, entered into the search indexes and marked where they match. */
export function addTextFunctions(client: Sqlite.Database): void {
  const add = (name: string, answer: (...cells: string[]) => string | number) =>
    client.function(name, { deterministic: true, varargs: true }, (...cells: unknown[]) =>
      cells.includes(null) ? null : answer(...cells.map(String)),
    )
  add('fold_text', (text = '') => foldText(text))
  client.function('search_words', { deterministic: true }, (text: unknown, language: unknown) =>
    typeof text === 'string' ? entryOf(text, String(language)).words : null,
  )
  client.function('search_stems', { deterministic: true }, (text: unknown, language: unknown) =>
    typeof text === 'string' ? entryOf(text, String(language)).stems : null,
  )
  add('match_expression', (query = '', languages = '[]') =>
    matchAll(matchParts(readSearchQuery(query), JSON.parse(languages))),
  )
  add('marked_matches', (text = '', language = '', sought = '') => {
    const whole = { start: 0, end: text.length }
    return marked(text, whole, matchesIn(text, language, read(sought)))
  })
  add('count_matches', (text = '', language = '', sought = '') => matchesIn(text, language, read(sought)).length)
  client.function('marked_excerpt', { deterministic: true, varargs: true }, (...cells: unknown[]) => {
    const [language, sought, most, ...texts] = cells
    return bestExcerpt(texts, String(language), read(String(sought)), Number(most))
  })

  const soughtBefore = new LRUCache<string, readonly SoughtWords[]>({ max: 100 })
  function read(sought: string): readonly SoughtWords[] {
    const before = soughtBefore.get(sought) ?? JSON.parse(sought)
    soughtBefore.set(sought, before)
    return before
  }
}

/** What a text gives to a search index. */
interface Entry {
  readonly language: string
  readonly words: string
  readonly stems: string
}

/** Names, cues and numbers come again and again; longer texts do not. */
const LONGEST_KNOWN = 60
const MOST_KNOWN = 20_000
const known = new Map<string, Entry>()

/** Of the same text the stems follow upon the words. */
let last: { readonly text: string; readonly entry: Entry } | null = null

function entryOf(text: string, language: string): Entry {
  const before = text.length > LONGEST_KNOWN ? (last?.text === text ? last.entry : undefined) : known.get(text)
  if (before?.language === language) return before
  const words = searchWords(text, language)
  const entry = { language, words: words.join(' '), stems: stemsOfAll(words, language).join(' ') }
  if (text.length > LONGEST_KNOWN) last = { text, entry }
  else {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, entry)
  }
  return entry
}

/** The excerpt of that one of the texts in which most is found, marked. */
function bestExcerpt(
  texts: readonly unknown[],
  language: string,
  sought: readonly SoughtWords[],
  most: number,
): string {
  let best = ''
  let found = -1
  for (const text of texts) {
    if (typeof text !== 'string') continue
    const excerpt = excerptOf(text, language, sought, most)
    if (excerpt.found <= found) continue
    found = excerpt.found
    best = marked(text, excerpt, excerpt.matches)
  }
  return best
}
