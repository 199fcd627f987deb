/** Full names by capitals alone, with the role before them: “Bürgermeisterin Helga Tiemann”, “el concejal Mateo Lires”. */

import { liesWithin, type Span } from '../../model/span.ts'
import type { ClauseToken, Sentence } from './clauseTokens.ts'
import type { ReportingWords } from './reportingWords.ts'

export interface FullName extends Span {
  /** What stands between an article and the name; empty where that is no role. */
  readonly role: Span | null
}

/** Small words inside of surnames. */
const particles: ReadonlySet<string> = new Set(
  'von van vom zu zur de del della di da dos das du la le den der ten ter'.split(' '),
)
/** What is before a surname as well as before a full name. */
const titles: ReadonlySet<string> = new Set(
  'm mme mlle mr mrs sr sra dr dra prof sig don doña dom herr frau dhr mevr'.split(' '),
)
/** A role has at most so many words. */
const longestRole = 5

/** The full names of sentences; `taken` is what cannot be one, such as “Millionen Euro”. */
export function fullNames(words: ReportingWords, sentences: readonly Sentence[], taken: readonly Span[]): FullName[] {
  return sentences.flatMap(sentence =>
    runsOf(words, sentence).flatMap(run => {
      // German writes every noun with a capital: there the name is the last two, with what is small between them.
      const name = words.hasCapitalNouns ? lastTwo(run) : run
      const [first] = name
      const last = name.at(-1)
      if (first === undefined || last === undefined) return []
      const before = sentence[sentence.indexOf(first) - 1]
      // “Der Deutsche Städtetag”: what an article leads to is a noun, unless a role stands between.
      if (words.hasCapitalNouns && before !== undefined && words.determiners.has(before.lower)) return []
      const span = { start: first.start, end: last.end }
      return liesWithin(span, taken) ? [] : [{ ...span, role: roleBefore(words, sentence, first) }]
    }),
  )
}

/** Runs of two capitalised words or more, outside of quotations; small words of surnames may stand between. */
function runsOf(words: ReportingWords, sentence: Sentence): ClauseToken[][] {
  const runs: ClauseToken[][] = []
  let open: ClauseToken[] = []
  const close = () => {
    while (open.length > 0 && !isCapital(open.at(-1))) open.pop()
    if (titles.has(open[0]?.lower ?? '')) open.shift()
    if (open.filter(isCapital).length > 1) runs.push(open)
    open = []
  }
  for (const [at, token] of sentence.entries()) {
    const isFirst = at === 0 && (words.determiners.has(token.lower) || words.ends.has(token.lower))
    const isJoint = open.length > 0 && particles.has(token.lower) && !isGenitive(words, token, sentence[at - 1])
    if (!token.isQuoted && !token.isTime && !isFirst && (isCapital(token) || isJoint)) open.push(token)
    else close()
  }
  close()
  return runs
}

/** “Angaben der Stadt”, not “Ursula von der Leyen”. */
function isGenitive(words: ReportingWords, { lower }: ClauseToken, before: ClauseToken | undefined): boolean {
  return words.hasCapitalNouns && words.determiners.has(lower) && !/^(?:von|zu)$/.test(before?.lower ?? '')
}

function lastTwo(run: readonly ClauseToken[]): readonly ClauseToken[] {
  const last = run.findLastIndex((token, at) => at < run.length - 1 && isCapital(token))
  return run.slice(last)
}

/** A capital and a small letter: no acronym. */
function isCapital(token: ClauseToken | undefined): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}/u.test(token?.word ?? '')
}

function roleBefore(words: ReportingWords, sentence: Sentence, first: ClauseToken): Span | null {
  const end = sentence.indexOf(first)
  let from = end
  while (from > 0 && end - from < longestRole && isOfRole(words, sentence[from - 1], sentence[from])) from -= 1
  while (from < end && words.joints.has(sentence[from]?.lower ?? '')) from += 1
  const [start, last] = [sentence[from], sentence[end - 1]]
  const isLed = words.hasCapitalNouns || words.determiners.has(sentence[from - 1]?.lower ?? '')
  return from === end || !isLed || start === undefined || last === undefined
    ? null
    : { start: start.start, end: last.end }
}

function isOfRole(words: ReportingWords, token: ClauseToken | undefined, next: ClauseToken | undefined): boolean {
  if (token === undefined || !token.isWord || token.isQuoted || token.isTime) return false
  if (words.joints.has(token.lower) && !words.hasCapitalNouns) return next !== undefined && !isCapital(next)
  if (words.hasCapitalNouns)
    return isCapital(token) && !words.determiners.has(token.lower) && !words.ends.has(token.lower)
  return (
    /^\p{Ll}/u.test(token.word) &&
    !words.determiners.has(token.lower) &&
    !words.ends.has(token.lower) &&
    !words.verbs.has(token.lower)
  )
}
