import { type Excess, Failure } from '../model/failure.ts'
import { type LanguageCount, readLanguages } from '../store/counting/languages.ts'
import {
  countParaphrase,
  readAllWords,
  readRestWords,
  readSideWords,
  type SideSizes,
  type Sides,
  type SideWords,
  wordStatements,
} from '../store/counting/sideWords.ts'
import type { Database } from '../store/engine/database.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import type { Reader } from '../store/reader.ts'
import { statement } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'
import { type CountingScope, countedByDefault, withoutRepeats } from './countedOnce.ts'
import { type LogOdds, logOdds } from './logOdds.ts'
import { PhraseCounts, type PhraseLengths } from './phraseCounts.ts'

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
  const counts = new PhraseCounts(settings.lengths)
  const isAll = corpus === null
  const sizes = await read.ask(database =>
    isAll && settings.other === null && settings.lengths.to === 1
      ? readOneAndAll(counts, database, settings)
      : readSides(counts, readSideWords(database, settings), settings),
  )
  counts.forget(settings.minimum)
  if (settings.other !== null) {
    await read.ask(database => (isAll ? addAll(counts, database, settings) : addRest(counts, database, settings)))
  }

  const sides = {
    one: counts.total(settings.lengths.from, 'one'),
    other: counts.total(settings.lengths.from, 'other'),
  }
  const { priorSize, isSmall } = wordingSizes(sides, settings.priorSize)
  const scores = sides.one === 0 || sides.other === 0 ? [] : scoresOf(counts, priorSize, settings)
  const { notes: choice, ...strongest } = await strongestOf(scores, { ...asked, language })
  return {
    one: { statements: sizes.oneStatements, words: sides.one },
    other: { statements: sizes.otherStatements, words: sides.other },
    background: { words: sides.one + sides.other + counts.total(settings.lengths.from, 'rest') },
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

/** Loaded on demand: the lists of all languages take a while. */
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

function scoresOf(counts: PhraseCounts, priorSize: number, settings: WordingSettings): DistinctiveWord[] {
  const { corpus, lengths, minimum, withParaphrase } = settings
  const relation = wordStatements(withParaphrase)
  const within = (side: FilterInput): List => ({
    entity: statement,
    relation,
    fixed: { and: [side, ...(corpus === null ? [] : [corpus])] },
  })
  const oneList = within(settings.one)
  const otherList = within(settings.other ?? { not: settings.one })
  return Array.from({ length: lengths.to - lengths.from + 1 }, (_, index) => lengths.from + index).flatMap(length => {
    const [one, other, background] = [new Map(), new Map(), new Map()]
    for (const { phrase, ...count } of counts.phrases(length, minimum)) {
      if (count.one > 0) one.set(phrase, count.one)
      if (count.other > 0) other.set(phrase, count.other)
      background.set(phrase, count.one + count.other + count.rest)
    }
    const [inOne, inOther] = [counts.total(length, 'one'), counts.total(length, 'other')]
    const totals = { one: inOne, other: inOther, background: inOne + inOther + counts.total(length, 'rest') }
    return logOdds(one, other, background, priorSize, totals).map(score => ({ ...score, length, oneList, otherList }))
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
    `Left out: ${one} statements of the first side and ${other} of the other that are paraphrase or scare quotes, or whose ` +
      'kind of quotation is not known. To count their words: withParaphrase.',
  ]
}

/**
 * Counts the phrases of both sides, and says how large these are.
 *
 * @throws Failure BAD_ARGUMENT for sides that share statements, or whose phrases are too many
 */
function readSides(counts: PhraseCounts, documents: Iterable<SideWords>, { lengths }: WordingSettings): SideSizes {
  const sizes = { oneStatements: 0, otherStatements: 0, both: 0, one: 0, other: 0 }
  const isTooLarge = (side: 'one' | 'other') => lengths.to > 1 && sizes[side] > phraseCap
  for (const runs of documents) {
    sizes.oneStatements += runs.oneStatements
    sizes.otherStatements += runs.otherStatements
    sizes.both += runs.both
    for (const side of ['one', 'other'] as const) {
      const words = runs[side]
      if (words === null) continue
      sizes[side] += runs.characters[side]
      if (!isTooLarge(side)) counts.add(words, side)
    }
  }
  if (sizes.both > 0) {
    throw new Failure('BAD_ARGUMENT', `${sizes.both} statements are on both sides. Choose sides that share none.`)
  }
  const side = (['one', 'other'] as const).find(isTooLarge)
  if (side === undefined) return sizes
  throw new Failure(
    'BAD_ARGUMENT',
    `lengths: phrases are counted on sides of up to ${phraseCap} characters, and the ${side} side has ${sizes[side]}. ` +
      'Compare with chosen speakers, narrow the corpus, or ask for single words.',
    { argument: 'lengths' },
  )
}

/** Counts the words of the one side and of all statements, of which those that are not on it are the other side. */
function readOneAndAll(counts: PhraseCounts, database: Database, settings: WordingSettings): SideSizes {
  const nobody = { or: [] }
  const sizes = readSides(counts, readSideWords(database, { ...settings, other: nobody }), settings)
  let all = 0
  for (const { words, statements } of readAllWords(database, settings.withParaphrase)) {
    if (words !== null) counts.add(words, 'other')
    all += statements
  }
  counts.takeOut('other', ['one'])
  return { ...sizes, otherStatements: all - sizes.oneStatements }
}

/** Counts the phrases of the rest as those of all statements that are on neither side. */
function addAll(counts: PhraseCounts, database: Database, { withParaphrase }: WordingSettings): void {
  for (const { words } of readAllWords(database, withParaphrase)) if (words !== null) counts.add(words, 'rest')
  counts.takeOut('rest', ['one', 'other'])
}

function addRest(counts: PhraseCounts, database: Database, settings: WordingSettings): void {
  for (const words of readRestWords(database, settings)) counts.add(words, 'rest')
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
