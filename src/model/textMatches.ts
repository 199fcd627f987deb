/** Where the words that are searched for stand in a text. */

import { type SearchToken, searchTokens } from './searchTokens.ts'
import { stemsOf } from './wordForms.ts'

/** What is looked for: any of some phrases, or any word with one of some stems. */
export interface SoughtWords {
  /** Words that follow each other, folded, with a space between them. */
  readonly phrases: readonly string[]
  /** Whether the last word of a phrase is only begun. */
  readonly isPrefix: boolean
  readonly stems: readonly string[]
}

/** A stretch of a text, in UTF-16 indices; the end is not included. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** Words from one to another, by their place among the tokens; both included. */
interface Run {
  readonly first: number
  readonly last: number
  /** Which of the things that are looked for it is. */
  readonly sought: number
}

/** The stretches that match, in their order; those that overlap are one. */
export function matchesIn(text: string, language: string, sought: readonly SoughtWords[]): Stretch[] {
  const tokens = searchTokens(text, language)
  return stretches(tokens, joined(runsIn(tokens, language, sought)))
}

/** Of a text with more matches the best part is looked for among these. */
const MOST_CONSIDERED = 200

/** The part of a text, of so many words, in which most of what is looked for stands, and the stretches in it that match. */
export interface Excerpt extends Stretch {
  readonly matches: readonly Stretch[]
  /** How many different things that are looked for stand in it. */
  readonly found: number
}

export function excerptOf(text: string, language: string, sought: readonly SoughtWords[], words: number): Excerpt {
  const tokens = searchTokens(text, language)
  const runs = runsIn(tokens, language, sought)
  const considered = runs.slice(0, MOST_CONSIDERED)
  const starts = [0, ...considered.flatMap(run => [middle(run, tokens.length, words), run.first])]
  let best = { from: 0, found: -1, matched: -1 }
  for (const from of new Set(starts)) {
    const inside = runs.filter(({ first, last }) => first >= from && last < from + words)
    const found = new Set(inside.map(run => run.sought)).size
    if (found > best.found || (found === best.found && inside.length > best.matched)) {
      best = { from, found, matched: inside.length }
    }
  }
  const to = best.from + words
  const start = best.from === 0 ? 0 : (tokens[best.from]?.start ?? 0)
  const end = to >= tokens.length ? text.length : (tokens[to - 1]?.end ?? text.length)
  const inside = runs.filter(({ first, last }) => first >= best.from && last < to)
  return { start, end, matches: stretches(tokens, joined(inside)), found: best.found }
}

/** Where a window of so many words begins that has a match in its middle and does not reach over the ends. */
function middle({ first, last }: Run, count: number, words: number): number {
  const centred = first - Math.floor((words - (last - first + 1)) / 2)
  return Math.max(0, Math.min(centred, count - words))
}

/** What is looked for, taken apart: once, for however many texts. */
const apart = new WeakMap<readonly SoughtWords[], ReturnType<typeof takenApart>>()

function takenApart(sought: readonly SoughtWords[]) {
  return sought.map(({ phrases, isPrefix, stems }) => ({
    phrases: phrases.map(phrase => phrase.split(' ')),
    isPrefix,
    stems: new Set(stems),
  }))
}

function runsIn(tokens: readonly SearchToken[], language: string, sought: readonly SoughtWords[]): Run[] {
  const words = apart.get(sought) ?? takenApart(sought)
  apart.set(sought, words)
  return tokens.flatMap(({ token }, first) =>
    words.flatMap(({ phrases, isPrefix, stems }, index) => {
      const found = phrases.flatMap(phrase =>
        startsAt(tokens, first, phrase, isPrefix) ? [{ first, last: first + phrase.length - 1, sought: index }] : [],
      )
      const isForm = found.length === 0 && stems.size > 0 && stemsOf(token, language).some(stem => stems.has(stem))
      return isForm ? [{ first, last: first, sought: index }] : found
    }),
  )
}

function startsAt(tokens: readonly SearchToken[], at: number, phrase: readonly string[], isPrefix: boolean): boolean {
  return phrase.every((word, index) => {
    const token = tokens[at + index]?.token
    return isPrefix && index === phrase.length - 1 ? token?.startsWith(word) : token === word
  })
}

/** Runs that overlap, put together. They come in the order of their beginnings. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const before = all.at(-1)
    if (before && run.first <= before.last) all[all.length - 1] = { ...before, last: Math.max(before.last, run.last) }
    else all.push(run)
  }
  return all
}

function stretches(tokens: readonly SearchToken[], runs: readonly Run[]): Stretch[] {
  return runs.map(({ first, last }) => ({ start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }))
}
