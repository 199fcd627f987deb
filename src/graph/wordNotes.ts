import { conjoined } from '../model/conjoined.ts'
import type { Database } from '../store/engine/database.ts'
import { searchIndexes } from '../store/search/searchIndexes.ts'
import { mostCounted, type TermKind, type WordsNotFound, wordsNotFound } from '../store/search/wordsNotFound.ts'
import { called } from './called.ts'
import { type NotFoundNote, notFoundBut } from './notFoundNote.ts'
import type { NamesWords } from './reads.ts'

/** The notes on words that are looked for; none where they are found. */
export function wordNotes(
  database: Database,
  path: string,
  query: string,
  { as, typesOf }: NamesWords,
  beside: unknown,
): NotFoundNote[] {
  const why = wordsNotFound(database, query, as, typesOf(beside))
  return why === null ? [] : [...operatorNotes(path, query), ...notesOf(path, query, why)]
}

/** What other search fields take for operators are words here. */
function operatorNotes(path: string, query: string): NotFoundNote[] {
  return Object.entries(operators).flatMap(([operator, meant]) =>
    query.split(/\s+/).slice(1).includes(operator)
      ? [notFoundBut(path, operator, `${operator} is a word here like any other: ${meant}.`, [])]
      : [],
  )
}

const operators: Readonly<Record<string, string>> = {
  OR: 'search for each by itself, or in a filter with or: [{ search: … }, { search: … }]',
  AND: 'all words have to be found anyway',
  NOT: 'in a filter use not: { search: … }',
}

function notesOf(path: string, query: string, why: WordsNotFound): NotFoundNote[] {
  const { missing, found, foundCount, elsewhere } = why
  const quoted = conjoined(found.map(term => `“${term}”`))
  if (elsewhere.length > 0) {
    const kinds = conjoined(elsewhere.map(type => `${called(searchIndexes[type].entity)}s`))
    const what = found.length > 1 ? `all of ${quoted}` : quoted
    return [notFoundBut(path, query, `Nothing that was looked through has ${what}; ${kinds} have.`, [])]
  }
  if (missing.length === 0) {
    return [notFoundBut(path, query, `Each of ${quoted} is found, but nothing has all of them.`, [])]
  }
  const rest =
    found.length === 0 ? '' : `; ${foundCount > mostCounted ? `more than ${mostCounted}` : foundCount} have ${quoted}`
  return missing.map(({ term, kind, nearest }) =>
    notFoundBut(path, term, `Nothing has ${sought[kind]} “${term}”${rest}.`, nearest),
  )
}

const sought: Readonly<Record<TermKind, string>> = {
  WORD: 'the word',
  WORDS: 'the words',
  BEGINNING: 'a word that begins with',
  NUMBER: 'the number',
}
