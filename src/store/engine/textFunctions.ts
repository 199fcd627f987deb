import type Sqlite from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { foldText } from '../../model/foldText.ts'
import { searchTokens } from '../../model/searchTokens.ts'
import { excerptOf, matchesIn, type SoughtWords } from '../../model/textMatches.ts'
import { stemsOf } from '../../model/wordForms.ts'
import { matchAll, matchParts, readSearchQuery } from '../../reading/index.ts'
import { marked } from './marks.ts'

/** Teaches a connection how texts are compared, entered into the search indexes and marked where they match. */
export function addTextFunctions(client: Sqlite.Database): void {
  const add = (name: string, answer: (...cells: string[]) => string | number) =>
    client.function(name, { deterministic: true, varargs: true }, (...cells: unknown[]) =>
      cells.includes(null) ? null : answer(...cells.map(String)),
    )
  add('fold_text', (text = '') => foldText(text))
  add('search_words', (text = '', language = '') => words(text, language).join(' '))
  add('search_stems', (text = '', language = '') =>
    [...new Set(words(text, language).flatMap(word => stemsOf(word, language)))].join(' '),
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

  const known = new LRUCache<string, readonly SoughtWords[]>({ max: 100 })
  function read(sought: string): readonly SoughtWords[] {
    const before = known.get(sought) ?? JSON.parse(sought)
    known.set(sought, before)
    return before
  }
}

/** Of the same text the stems follow upon the words. */
let last: { text: string; language: string; words: readonly string[] } | null = null

function words(text: string, language: string): readonly string[] {
  if (last?.text === text && last.language === language) return last.words
  last = { text, language, words: searchTokens(text, language).map(({ token }) => token) }
  return last.words
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
