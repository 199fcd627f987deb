import { theLexicon } from '../names/lexicon.ts'
import { breaks, determiners, genderedTitles, noNames, titles } from '../names/lists.ts'
import { nameKey } from '../names/tokens.ts'

/** The words of a text that have a capital after one in small letters, and those that are in small letters. */
export interface Spelling {
  readonly inside: ReadonlySet<string>
  readonly small: ReadonlySet<string>
  /** By word, the words with a capital right before it, and right behind it inside of a sentence. */
  readonly beside: ReadonlyMap<string, ReadonlySet<string>>
  /** Rows of words that all have a capital, without a "The" before them: "Washington Post". */
  readonly rows: ReadonlySet<string>
}

export function spellingOf(text: string): Spelling {
  const inside = text.match(
    /(?<=[\p{Ll},]\s(?:\p{Lu}\p{L}{0,3}\.\s)?)\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{Lu}[\p{L}\p{M}]*)*/gu,
  )
  const pairs = text.matchAll(
    /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{M}]*\.?) (?=(\p{Lu}[\p{L}\p{M}]*(?:[-'’]\p{Lu}[\p{L}\p{M}]*)*))/gu,
  )
  const beside = new Map<string, Set<string>>()
  const add = (word: string, other: string) => {
    const others = beside.get(word)
    if (others) others.add(other)
    else beside.set(word, new Set([other]))
  }
  for (const { 1: first = '', 2: second = '', index } of pairs) {
    add(second, first)
    if (/[\p{Ll},] $/u.test(text.slice(Math.max(0, index - 2), index))) add(first, second)
  }
  const rows = text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)+/gu) ?? []
  return {
    inside: new Set(inside),
    small: new Set(text.match(/(?<![\p{L}-])\p{Ll}[\p{L}\p{M}-]*/gu)),
    beside,
    rows: new Set(rows.map(row => row.replace(/^The /, ''))),
  }
}

export function isTitleWord(word: string): boolean {
  const key = nameKey(word)
  return titles.has(key) || genderedTitles.has(key)
}

export function isCommonWord(word: string): boolean {
  const [lexicon, key] = [theLexicon(), nameKey(word)]
  return lexicon.isCommon(key) || lexicon.isPlace(key) || noNames.has(key) || isSmallWord(word)
}

export function isSmallWord(word: string): boolean {
  const key = nameKey(word)
  return determiners.has(key) || breaks.has(key) || key === 'the'
}
