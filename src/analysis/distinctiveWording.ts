import { type Excess, Failure } from '../model/failure.ts'
import { type LanguageCount, readLanguages } from '../store/counting/languages.ts'
import {
  countParaphrase,
  type DocumentRuns,
  type Sides,
  wordRunsByDocument,
  wordStatements,
} from '../store/counting/sideWords.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import type { Reader } from '../store/reader.ts'
import { statement } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'
import { type CountingScope, countedByDefault, withoutRepeats } from './countedOnce.ts'
import { type LogOdds, logOdds, total } from './logOdds.ts'
import { PhraseCounts } from './phraseCounts.ts'
import { countPhrases, emptyCounts, type PhraseLengths } from './wordCounts.ts'

export interface WordingSettings extends Sides {
  readonly lengths: PhraseLengths
  /** How often a word must stand on both sides together. */
  readonly minimum: number
  /** α_0, the words that the prior weighs as much as; null for the mean of the two sides. */
  readonly priorSize: number | null
  /** How many words of each side. */
  readonly first: number
  /** The least |z| of a word that is shown. */
  readonly leastZ: number
  /** Whether function words are shown too, such as “the”, and phrases of nothing else. */
  readonly functionWords: boolean
  /** The language that is compared (BCP 47); that of most statements of the one side, if it is null. */
  readonly language: string | null
  readonly counting: Omit<CountingScope, 'nested'>
}

/** |z| beyond which fewer than 5% of words would lie if the sides differed by chance alone. */
export const notByChance = 1.96

export const defaultWording = {
  corpus: null,
  other: null,
  withParaphrase: false,
  lengths: { from: 1, to: 1 },
  minimum: 2,
  priorSize: null,
  first: 20,
  leastZ: notByChance,
  functionWords: false,
  language: null,
  counting: countedByDefault,
} as const satisfies Omit<WordingSettings, 'one'>

/** The longest phrase, and the most words of one side, that are given. */
export const longestPhrase = 3
export const wordCap = 200

/**
 * The most characters of words that one side may have where phrases are counted: a side of millions of words has nearly as
 * many phrases, each of which is a candidate.
 */
export const phraseCap = 4_000_000

/** With fewer words than this on a side, a difference is as likely one of topic or chance as of wording. */
export const smallSample = 1_000

/** A word or phrase of one side, with the lists of statements that say it. */
export interface DistinctiveWord extends LogOdds {
  /** How many words the phrase has. */
  readonly length: number
  readonly oneList: List
  readonly otherList: List
}

/** How much of one side there is. */
export interface WordingSide {
  readonly statements: number
  readonly words: number
}

export interface WordingComparison {
  readonly one: WordingSide
  readonly other: WordingSide
  readonly background: { readonly words: number }
  readonly priorSize: number
  readonly isSmall: boolean
  readonly notes: readonly string[]
  /** The words most distinctive of each side, the strongest first. */
  readonly ofOne: readonly DistinctiveWord[]
  readonly ofOther: readonly DistinctiveWord[]
}

/**
 * Which words set one side apart from the other, by the log-odds of Monroe, Colaresi and Quinn.
 *
 * The background of the prior is the whole corpus. Phrases of each length are compared with their like alone.
 *
 * @throws Failure BAD_ARGUMENT for settings out of bounds, or sides that share statements
 */
export async function distinctiveWording(read: Reader, asked: WordingSettings): Promise<WordingComparison> {
  checkWording(asked)
  const { corpus, language, notes } = await corpusOf(read, asked)
  const settings = { ...asked, corpus }
  const documents = await read.ask(database => wordRunsByDocument(database, settings))
  const both = sumOf(documents, 'both')
  if (both > 0) {
    throw new Failure('BAD_ARGUMENT', `${both} statements are on both sides. Ask for sides that share none.`)
  }
  if (settings.lengths.to > 1) for (const side of ['one', 'other'] as const) checkSize(documents, side)
  const one = emptyCounts(settings.lengths)
  const other = emptyCounts(settings.lengths)
  for (const runs of documents) {
    if (runs.one !== null) countPhrases(one, runs.one)
    if (runs.other !== null) countPhrases(other, runs.other)
  }
  // Of the rest only how often the phrases of the sides stand there.
  const phrases = Array.from(one, ([length, own]) => {
    return [length, new Set([...own.keys(), ...(other.get(length)?.keys() ?? [])])] as const
  })
  const rest = new PhraseCounts(new Map(phrases))
  for (const runs of documents) if (runs.rest !== null) rest.add(runs.rest)

  const sides = { one: wordsIn(one), other: wordsIn(other) }
  const { priorSize, isSmall } = wordingSizes(sides, settings.priorSize)
  const scores = sides.one === 0 || sides.other === 0 ? [] : scoresOf(one, other, rest, priorSize, settings)
  const { notes: choice, ...strongest } = await strongestOf(scores, { ...asked, language })
  return {
    one: { statements: sumOf(documents, 'oneStatements'), words: sides.one },
    other: { statements: sumOf(documents, 'otherStatements'), words: sides.other },
    background: { words: sides.one + sides.other + rest.total(settings.lengths.from) },
    priorSize,
    isSmall,
    notes: [...wordingNotes(settings, sides, isSmall), ...(await asideNote(read, settings)), ...choice, ...notes],
    ...strongest,
  }
}

/** α_0, the mean of the sides if it is not given; and whether a side is small. */
export function wordingSizes({ one, other }: { one: number; other: number }, priorSize: number | null) {
  return { priorSize: priorSize ?? (one + other) / 2, isSmall: Math.min(one, other) < smallSample }
}

/** The words most distinctive of each side, the strongest first, and what was left out of them. */
export async function strongestOf<Score extends LogOdds>(
  scores: readonly Score[],
  asked: Pick<WordingSettings, 'leastZ' | 'functionWords' | 'language' | 'first'>,
) {
  const { leastZ, language, first } = asked
  const isFunctionWord = asked.functionWords || language === null ? null : await functionWordsIn(language)
  const beyond = scores.filter(({ z }) => Math.abs(z) >= leastZ)
  const strongest = beyond
    .filter(({ word }) => !(isFunctionWord && word.split(' ').every(isFunctionWord)))
    .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1))
  const ofOther = strongest.filter(({ z }) => z < 0).reverse()
  return {
    ofOne: strongest.filter(({ z }) => z > 0).slice(0, first),
    ofOther: ofOther.slice(0, first),
    notes: [
      ...(beyond.length === 0 && scores.length > 0
        ? [
            `No word differs by more than |z| ${leastZ}: nothing sets the sides apart beyond chance. To see all: leastZ: 0.`,
          ]
        : []),
      ...(strongest.length === beyond.length ? [] : ['Function words are left out; to see them: functionWords.']),
    ],
  }
}

/** What a comparison within one language leaves out. */
export function languageNote(chosen: string, left: readonly LanguageCount[]): string {
  const count = left.reduce((sum, { statements }) => sum + statements, 0)
  const said = left
    .slice(0, 3)
    .map(found => found.language)
    .join(', ')
  return `Compared within one language, ${chosen}: left out are ${count} statements in others (${said}). To choose: language.`
}

/** Loaded where they are asked for: the lists of all languages take a while. */
async function functionWordsIn(language: string) {
  const { functionWordsOf } = await import('./functionWords.ts')
  return functionWordsOf(language)
}

/** The corpus that is compared: of one language, and what repeats counted once. */
async function corpusOf(read: Reader, { one, other, corpus, language, counting }: WordingSettings) {
  const scope = { ...counting, nested: true }
  const once = await withoutRepeats(read, corpus, counting)
  const known = await read.ask(database => readLanguages(database, { and: [corpus ?? {}, one] }))
  const chosen = language ?? known[0]?.language ?? null
  const sides = other === null ? (corpus ?? {}) : { and: [corpus ?? {}, { or: [one, other] }] }
  const cautions = await caveats(read, sides, scope)
  if (chosen === null) return { corpus: once, language: chosen, notes: cautions }
  const others = await read.ask(database => readLanguages(database, once ?? {}))
  const left = others.filter(found => found.language !== chosen)
  if (left.length === 0) return { corpus: once, language: chosen, notes: cautions }
  const inOne = { documentMatches: { language: { eq: chosen } } }
  const notes = [languageNote(chosen, left), ...cautions]
  return { corpus: { and: [once ?? {}, inOne] }, language: chosen, notes }
}

type Counts = Map<number, Map<string, number>>

function scoresOf(
  one: Counts,
  other: Counts,
  rest: PhraseCounts,
  priorSize: number,
  settings: WordingSettings,
): DistinctiveWord[] {
  const { corpus, minimum, withParaphrase } = settings
  const relation = wordStatements(withParaphrase)
  const within = (side: FilterInput): List => ({
    entity: statement,
    relation,
    fixed: { and: [side, ...(corpus === null ? [] : [corpus])] },
  })
  const oneList = within(settings.one)
  const otherList = within(settings.other ?? { not: settings.one })
  return Array.from(one).flatMap(([length, ofOne]) => {
    const ofOther = other.get(length) ?? new Map<string, number>()
    const background = new Map(
      Array.from(new Set([...ofOne.keys(), ...ofOther.keys()]), phrase => [
        phrase,
        (ofOne.get(phrase) ?? 0) + (ofOther.get(phrase) ?? 0) + rest.count(phrase),
      ]),
    )
    const all = total(ofOne) + total(ofOther) + rest.total(length)
    return logOdds(ofOne, ofOther, background, priorSize, all)
      .filter(score => score.one + score.other >= minimum)
      .map(score => ({ ...score, length, oneList, otherList }))
  })
}

/** What a reader should know of a comparison of so many words. */
export function wordingNotes(
  { withParaphrase }: Pick<WordingSettings, 'withParaphrase'>,
  { one, other }: { one: number; other: number },
  isSmall: boolean,
): string[] {
  const kind = withParaphrase ? 'words' : 'quoted words'
  if (one === 0 && other === 0) return [`Neither side has ${kind}: there is nothing to compare.`]
  if (one === 0 || other === 0)
    return [`The ${one === 0 ? 'one' : 'other'} side has no ${kind}: nothing can be compared.`]
  return isSmall
    ? [
        `This is a small sample: ${one} ${kind} against ${other}. With fewer than ${smallSample} on a side, what stands ` +
          'out may be chance, or the topic of a single document. Read the statements.',
      ]
    : []
}

/** How much paraphrase is left aside: its words are a reporter's, or it is not known whose. */
async function asideNote(read: Reader, settings: WordingSettings): Promise<string[]> {
  if (settings.withParaphrase) return []
  return paraphraseNote(await read.ask(database => countParaphrase(database, settings)))
}

export function paraphraseNote({ one, other }: { one: number; other: number }): string[] {
  if (one + other === 0) return []
  return [
    `Left aside: ${one} statements of the one side and ${other} of the other that are paraphrase, or of which it is not known ` +
      'how they are quoted. To count their words: withParaphrase.',
  ]
}

/** The words of a side, counted by the shortest phrases that were asked for. */
function wordsIn(counts: Counts): number {
  const [shortest] = counts.values()
  return total(shortest ?? new Map())
}

function sumOf(documents: readonly DocumentRuns[], key: 'oneStatements' | 'otherStatements' | 'both'): number {
  return documents.reduce((sum, document) => sum + document[key], 0)
}

function checkSize(documents: readonly DocumentRuns[], side: 'one' | 'other'): void {
  const size = documents.reduce((sum, runs) => sum + (runs[side]?.length ?? 0), 0)
  if (size <= phraseCap) return
  throw new Failure(
    'BAD_ARGUMENT',
    `lengths: phrases are counted on sides of up to ${phraseCap} characters, and the ${side} side has ${size}. ` +
      'Compare with chosen speakers, narrow the corpus, or ask for single words.',
    { argument: 'lengths' },
  )
}

/** @throws Failure BAD_ARGUMENT for settings out of bounds */
export function checkWording({
  lengths,
  minimum,
  priorSize,
  first,
}: Pick<WordingSettings, 'lengths' | 'minimum' | 'priorSize' | 'first'>): void {
  const refuse = (argument: string, message: string, excess?: Excess) => {
    throw new Failure('BAD_ARGUMENT', `${argument}: ${message}`, { argument, ...(excess && { excess }) })
  }
  const { from, to } = lengths
  if (!(1 <= from && from <= to && to <= longestPhrase)) {
    refuse('lengths', `from ${from} to ${to} words is not within 1 to ${longestPhrase}.`)
  }
  if (minimum < 1) refuse('minimum', `${minimum} is below 1.`)
  if (priorSize !== null && !(priorSize > 0)) refuse('priorSize', `${priorSize} is not above 0.`)
  if (first < 1 || first > wordCap) {
    refuse(
      'first',
      `${first} is not from 1 to ${wordCap}.`,
      first > wordCap ? { limit: wordCap, value: first } : undefined,
    )
  }
}
