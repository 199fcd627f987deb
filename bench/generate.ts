import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { InterchangeRecord } from '../src/model/interchange.ts'
import type { SpanRecord } from '../src/model/records/fields.ts'
import { randomFrom, zipf } from './random.ts'

/** Every corpus is as it is because of this number: another one gives another corpus of the same shape. */
const seed = 20_260_101
const statementsPerDocument = 20
const statementsPerFigure = 10
const mostRivalStatements = 10_000

const networkClaims = 500
const publishers = 50
const parties = 8
const referents = 60
const wordsInUse = 5_000

const approximations = ['', '', '', '', 'nearly ', 'over ', 'about ', 'at least '] as const
const cues = ['said', 'says', 'told reporters', 'wrote', 'claimed', 'noted', 'argued', 'admitted', 'warned', 'added']
const nouns = ['people', 'families', 'beds', 'cases', 'dollars', 'hours', 'letters', 'houses'] as const
const wordings = ['newcomers', 'arrivals', 'strangers', 'settlers'] as const
const speechActs = ['ASSERTIVE', 'ASSERTIVE', 'ASSERTIVE', 'DIRECTIVE', 'COMMISSIVE', 'EXPRESSIVE'] as const
const quotations = ['INDIRECT', 'INDIRECT', 'DIRECT', 'MIXED'] as const
const days = 9_000

/** The two speakers that are compared: each has a hundredth of the statements, up to ten thousand. */
export const rivals = ['rival-1', 'rival-2'] as const

export function rivalStatements(statements: number): number {
  return Math.min(mostRivalStatements, statements / 100)
}

/**
 * Writes a corpus of so many statements in the interchange format: as many of everything else as such a corpus has, by
 * Zipf's law, so that what is asked of one speaker or one figure is asked of few rows or of many. The same size gives the
 * same bytes. It is written document by document, and no memory grows with it.
 */
export async function writeCorpus(file: string, statements: number): Promise<void> {
  const stream = createWriteStream(file)
  const write = async (records: readonly InterchangeRecord[]) => {
    const lines = records.map(record => `${JSON.stringify(record)}\n`).join('')
    if (!stream.write(lines)) await once(stream, 'drain')
  }
  const size = sizeOf(statements)
  for (const records of shared(size)) await write(records)
  for (let d = 0; d < size.documents; d += 1) await write(documentRecords(d, size))
  stream.end()
  await once(stream, 'close')
}

interface Size {
  readonly statements: number
  readonly documents: number
  readonly speakers: number
  readonly figures: number
  /** Every so many statements one of the rivals speaks. */
  readonly rivalEvery: number
  /** Words that stand in a few statements each, however large the corpus is: what people search for. */
  readonly rareWords: number
}

function sizeOf(statements: number): Size {
  return {
    statements,
    documents: Math.ceil(statements / statementsPerDocument),
    speakers: Math.max(300, Math.ceil(statements / 50)),
    figures: Math.ceil(statements / statementsPerFigure),
    rivalEvery: Math.max(100, Math.floor(statements / mostRivalStatements)),
    rareWords: Math.ceil(statements / 20),
  }
}

/** What documents refer to, in batches. */
function* shared(size: Size): Generator<InterchangeRecord[]> {
  const each = (count: number, record: (n: number) => InterchangeRecord[]) =>
    Array.from({ length: count }, (_, n) => record(n)).flat()
  yield each(publishers, n => [organization(`publisher-${n}`, 'PUBLISHER', `The ${capital(word(n * 7))} Courier`)])
  yield each(parties, n => [organization(`party-${n}`, 'PARTY', `${capital(word(n * 11))} Party`)])
  yield each(referents, n => [
    { type: 'referent', slug: `referent-${n}`, label: `People of the ${capital(word(n))} count` },
  ])
  yield each(networkClaims, n => [
    { type: 'claim', slug: `claim-${n}`, text: `The ${word(n + 100)} must be ${word(n)}.` },
  ])
  for (const slug of rivals) yield speaker(slug, 0)
  for (let n = 0; n < size.speakers; n += 1) yield speaker(`speaker-${n}`, n)
}

function organization(slug: string, organizationKind: 'PARTY' | 'PUBLISHER', name: string): InterchangeRecord {
  return { type: 'agent', slug, kind: 'ORGANIZATION', organizationKind, name }
}

function speaker(slug: string, n: number): InterchangeRecord[] {
  const roles = Array.from({ length: 1 + (n % 3) }, (_, r): InterchangeRecord => {
    const [organization, onBehalfOf] = [`publisher-${(n + r) % publishers}`, `party-${n % parties}`]
    const [startDate, endDate] = [`${1995 + r * 10}-01-01`, `${2004 + r * 10}-12-31`]
    return {
      ...{ type: 'membership', slug: `${slug}/role-${r}`, member: slug, role: `${cues[r]} officer` },
      ...{ organization, onBehalfOf, startDate, endDate },
    }
  })
  return [{ type: 'agent', slug, kind: 'PERSON', name: nameOf(slug) }, ...roles]
}

function nameOf(slug: string): string {
  const [kind = '', n = ''] = slug.split('-')
  return `${capital(word(Number(n)))} ${capital(kind)} ${n}`
}

/** One document with its figures and statements. */
function documentRecords(d: number, size: Size): InterchangeRecord[] {
  const random = randomFrom(seed + d)
  const slug = `doc-${d}`
  const count = Math.min(statementsPerDocument, size.statements - d * statementsPerDocument)
  const figures = figuresOf(d, size)
  const text = new TextWriter()
  const statements = Array.from({ length: count }, (_, s): InterchangeRecord => {
    const number = d * statementsPerDocument + s
    const from = speakerOf(number, size, random)
    const source = text.write(nameOf(from))
    text.write(' ')
    const cue = text.write(cues[zipf(cues.length, random)] ?? 'said')
    const quotation = quotations[Math.floor(random() * quotations.length)] ?? 'INDIRECT'
    text.write(quotation === 'DIRECT' ? ': “' : ' that ')
    const begin = text.length
    text.write(words(4, random))
    const terms = Array.from({ length: random() < 0.6 ? 1 : 0 }, () => {
      text.write(' ')
      const referent = zipf(referents, random)
      return { referent: `referent-${referent}`, span: text.write(wordings[(number + referent) % 4] ?? 'newcomers') }
    })
    // One and a half figures a statement, as in an article about numbers.
    const cited = Array.from({ length: [0, 1, 1, 2, 2, 3][Math.floor(random() * 6)] ?? 1 }, () => {
      text.write(' with ')
      const figure = figureIn(random() < 0.4 ? d : -1, d, size, random)
      const approximation = approximations[Math.floor(random() * approximations.length)] ?? ''
      const noun = nouns[figure % nouns.length] ?? 'people'
      // Money is read with its unit, and so belongs to the words.
      const unit = noun === 'dollars' ? ` ${noun}` : ''
      const span = text.write(`${approximation}${amountOf(figure).toLocaleString('en-US')}${unit}`)
      if (unit === '') text.write(` ${noun}`)
      return { figure: `figure-${figure}`, span }
    })
    text.write(quotation === 'MIXED' ? ' “' : ' ')
    text.write(`${words(3, random)} ${rareWord(Math.floor(random() * size.rareWords))}`)
    if (quotation === 'MIXED') text.write('”')
    const content = text.since(begin)
    text.write(quotation === 'DIRECT' ? '”. ' : '. ')
    const claim = zipf(networkClaims, random)
    return {
      ...{ type: 'statement', slug: `${slug}/${s}`, document: slug, content, source, cue },
      mentions: [{ role: 'SOURCE', words: source.exact, span: source, agent: from }],
      quotation,
      speechAct: speechActs[Math.floor(random() * speechActs.length)],
      stances: [{ claim: `claim-${claim}`, stance: random() < 0.7 ? 'SUPPORTS' : 'OPPOSES' }],
      figures: cited,
      terms,
    }
  })
  const published = new Date(Date.UTC(2000, 0, 1 + Math.floor((d / size.documents) * days))).toISOString().slice(0, 10)
  const document: InterchangeRecord = {
    ...{ type: 'document', slug, text: text.all, language: 'en', title: `${capital(words(4, random))}` },
    ...{ publisher: `publisher-${zipf(publishers, random)}`, published },
  }
  return [document, ...figures, ...statements]
}

/** The figures that a document gives; later documents cite them too. */
function figuresOf(d: number, size: Size): InterchangeRecord[] {
  const first = firstFigure(d, size)
  return Array.from({ length: firstFigure(d + 1, size) - first }, (_, index): InterchangeRecord => {
    const n = first + index
    const noun = nouns[n % nouns.length] ?? 'people'
    const label = `${noun} of ${word(n)}`
    const counted = { unit: noun, population: `${word(n + 3)} ${noun}`, referent: `referent-${n % referents}` }
    return { type: 'figure', slug: `figure-${n}`, document: `doc-${d}`, label, value: amountOf(n), ...counted }
  })
}

function firstFigure(d: number, { figures, documents }: Size): number {
  return Math.floor((d * figures) / documents)
}

/** A figure of the document itself, or one that has been given so far, the first ones most often. */
function figureIn(own: number, d: number, size: Size, random: () => number): number {
  const given = firstFigure(d + 1, size)
  if (own < 0) return zipf(given, random)
  const first = firstFigure(own, size)
  return first + Math.floor(random() * (given - first))
}

/** From a hundred to a few hundred millions, as many in each order of magnitude. */
function amountOf(figure: number): number {
  return Math.floor(100 * 10 ** (6.5 * randomFrom(seed ^ figure)()))
}

function speakerOf(number: number, size: Size, random: () => number): string {
  const turn = number % size.rivalEvery
  if (turn < rivals.length && number < size.rivalEvery * mostRivalStatements) return rivals[turn] ?? rivals[0]
  return `speaker-${zipf(size.speakers, random)}`
}

const consonants = 'bdfgklmnprstvz'
const vowels = 'aeiou'

/** The word of a number: syllables, so that search has words to find and people can read them. */
function word(n: number): string {
  let rest = n + 70
  let text = ''
  do {
    text += consonants[rest % 14] ?? ''
    rest = Math.floor(rest / 14)
    text += vowels[rest % 5] ?? ''
    rest = Math.floor(rest / 5)
  } while (rest > 0)
  // An English negation may turn the bounds of its sentence round, and the importer refuses such bounds.
  return text === 'none' ? 'nonel' : text
}

/** A word that about twenty statements have, in a corpus of any size. */
function rareWord(n: number): string {
  return `q${word(n)}`
}

function words(count: number, random: () => number): string {
  return Array.from({ length: count }, () => word(zipf(wordsInUse, random))).join(' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A text as it grows, and where its words stand. All of it is ASCII, so that its offsets are code points. */
class TextWriter {
  all = ''

  get length(): number {
    return this.all.length
  }

  write(words: string): SpanRecord {
    const start = this.all.length
    this.all += words
    return this.since(start)
  }

  since(start: number): SpanRecord {
    return { at: [[start, this.all.length]], exact: this.all.slice(start) }
  }
}
