import { sayAmount } from '../../model/amounts.ts'
import { beginningOf } from '../../model/beginning.ts'
import { conjoined } from '../../model/conjoined.ts'
import { readEdtf } from '../../model/edtf.ts'
import { inMarks } from '../../model/inMarks.ts'
import { sayQuantity, withUnit } from '../../model/numberWorded.ts'
import { timeInWords } from '../../model/timeInWords.ts'
import { howTold, isBySpeakers, type Saying, whoSaid } from '../../model/whoSaid.ts'
import type { Database } from '../../store/engine/database.ts'
import { accountsOf } from '../../store/query/accountsOf.ts'
import {
  authorsOf,
  type CitedDocument,
  type CitedFigure,
  type CitedPassage,
  type CitedStatement,
  type CitedWording,
  citedDocument,
  citedFigure,
  citedStatement,
  wordingsOf,
} from '../../store/query/cited.ts'
import { type CslName, cslName } from './cslName.ts'
import { sentences } from './sentences.ts'

/** What is cited, as citation managers read it (CSL-JSON, Citation Style Language). */
export interface CslItem {
  readonly id: string
  readonly type: 'webpage' | 'document'
  readonly title: string
  readonly author?: readonly CslName[]
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string }
  readonly URL: string
  readonly language?: string
  /** Absent where the address is not ours. */
  readonly archive?: 'Dixit'
  readonly note: string
}

const longest = 120

/**
 * What a citation of a document, a statement or a number says: who published the words and when, which words they are and
 * where they stand, and the dataset with its licence. `url` is the permalink. Null for what is not there or is not cited.
 */
export function cslItem(
  database: Database,
  { typename, slug }: { readonly typename: string; readonly slug: string },
  url: string,
): CslItem | null {
  if (typename === 'Document') {
    const document = citedDocument(database, slug)
    return document ? ofDocument(slug, document, url) : null
  }
  if (typename === 'Statement') {
    const statement = citedStatement(database, slug)
    return statement ? ofStatement(slug, statement, sayingOf(database, slug, statement), url) : null
  }
  const figure = typename === 'Figure' ? citedFigure(database, slug) : undefined
  return figure ? ofFigure(database, slug, figure, url) : null
}

function ofDocument(slug: string, document: CitedDocument, url: string): CslItem {
  return {
    id: slug,
    type: document.url === null ? 'document' : 'webpage',
    title: titleOf(document),
    ...authored(document),
    ...publication(document),
    URL: document.url ?? url,
    ...(document.url === null ? { archive: 'Dixit' as const } : {}),
    // Its own address stands in the field of addresses.
    note: notes({ ...document, url: null }, [`In Dixit: ${url}`]),
  }
}

/** The citation is by the speakers only where the words are theirs by the document itself. */
function ofStatement(slug: string, statement: CitedStatement, saying: Saying, url: string): CslItem {
  const { exact, quotation } = statement
  const isDirect = quotation === 'DIRECT'
  return {
    id: slug,
    type: 'webpage',
    title: `${whoSaid(saying)}${howTold(saying, isDirect, true)}: ${isDirect ? inMarks(shortened(exact)) : shortened(exact)}`,
    ...(isBySpeakers(saying, isDirect) ? { author: saying.speakers.map(literal => ({ literal })) } : {}),
    'container-title': titleOf(statement),
    ...publication(statement),
    URL: url,
    archive: 'Dixit',
    note: notes(statement, [passage(statement), howKnown(statement), placeOf(statement)]),
  }
}

/** Who words it comes first; what a curator calls it is a label, and said to be one. */
function ofFigure(database: Database, slug: string, figure: CitedFigure, url: string): CslItem {
  const found = wordingsOf(database, slug)
  const worded = found.filter(({ selector }, at) => found.findIndex(each => each.selector === selector) === at)
  const [first] = worded
  const said = first && citedStatement(database, first.statement)
  const asWorded = found.find(({ approximation }) => approximation === 'EXACT') ?? first
  const number = asWorded === undefined ? sayAmount(figure) : sayQuantity(asWorded)
  const amount = withUnit(number, figure.value, figure.unit)
  return {
    id: slug,
    type: 'webpage',
    // Words that are the amount as it would be written are not said twice.
    title: `${[...(first === undefined ? [] : [inWords(database, first, said)]), ...(first?.exact === amount ? [] : [amount])].join(': ')} (a curator’s label: ${figure.label})`,
    'container-title': titleOf(figure),
    ...publication(figure),
    URL: url,
    archive: 'Dixit',
    note: notes(figure, [
      worded.length === 0 ? '' : `Worded as ${worded.map(passage).join('; ')}`,
      said === undefined ? '' : howKnown(said),
      placeOf(figure),
    ]),
  }
}

/** Who words a number, and how. */
function inWords(
  database: Database,
  { exact, statement, wording }: CitedWording,
  cited: CitedStatement | undefined,
): string {
  const words = `“${exact.replaceAll(/\s+/g, ' ')}”`
  if (cited === undefined) return words
  const saying = sayingOf(database, statement, cited)
  return `${whoSaid(saying)}${howTold(saying, wording === 'SPEAKER')}, ${words}`
}

function sayingOf(database: Database, slug: string, statement: CitedStatement): Saying {
  return {
    voice: statement.voice,
    speakers: JSON.parse(statement.speakers),
    channel: statement.channel,
    speakerBasis: statement.speakerBasis,
    channelBasis: statement.channelBasis,
    source: statement.sourceWords,
    attribution: statement.attribution,
    cue: statement.cue,
    polarity: statement.polarity,
    certainty: statement.certainty,
    concessions: statement.concessions,
    document: statement.publisher ?? titleOf(statement),
    accounts: accountsOf(database, [slug]).get(slug) ?? [],
  }
}

/** Why a speaker, or a text that speaks, is taken to be who or what it is; nothing, if the document states it. */
function howKnown(statement: CitedStatement): string {
  const { voice, speakerBasis, channelBasis, rule } = statement
  const isText = voice === 'CHANNEL' && speakerBasis === 'STATED'
  const [what, basis, reason] = isText
    ? ['Which text speaks', channelBasis, statement.channelReason]
    : ['Who speaks', speakerBasis, statement.speakerReason]
  if (basis === 'INFERRED') return `${what} was concluded${reason === null ? '' : `: ${reason}`}`
  if (basis === 'AUTOMATIC') return `${what} was read by a rule${rule === null ? '' : `: ${rule}`}`
  return ''
}

function authored(document: CitedDocument): Pick<CslItem, 'author'> {
  const authors = authorsOf(document)
  return authors.length === 0 ? {} : { author: authors.map(cslName) }
}

/** In what it stands, and by whom that is. */
function placeOf(document: CitedDocument): string {
  const authors = authorsOf(document).map(({ name }) => name)
  return `In: ${titleOf(document)}${authors.length === 0 ? '' : `, by ${conjoined(authors)}`}`
}

function publication({ publisher, published, language }: CitedDocument) {
  return {
    ...(publisher === null ? {} : { publisher }),
    ...(published === null ? {} : { issued: issued(published) }),
    ...(language === 'und' ? {} : { language }),
  }
}

/** A date as far as it is known; one that is more than a date, such as an interval or a season, in words. */
function issued(edtf: string): NonNullable<CslItem['issued']> {
  // Seasons are numbered from 21 where a date has its month.
  const isDate = /^\d{4}(-[01]\d(-\d\d)?)?$/.test(edtf) && readEdtf(edtf) !== null
  return isDate ? { 'date-parts': [edtf.split('-').map(Number)] } : { literal: timeInWords(edtf) }
}

/** The title; of a document without one a description in brackets, as APA and CSL have it (its first words). */
function titleOf({ title, beginning }: CitedDocument): string {
  return title ?? `[“${shortened(beginning)}”]`
}

function passage({ exact, selector }: CitedPassage): string {
  return `“${exact.replaceAll(/\s+/g, ' ')}” (characters ${selector.replaceAll('-', '–').replaceAll(',', ', ')})`
}

function notes({ url, sha256, dataset, source, licence }: CitedDocument, first: readonly string[]): string {
  const from = dataset === null ? '' : `Dataset: ${[dataset, source, licence].filter(each => each !== null).join(', ')}`
  return sentences([...first, url === null ? '' : `Published at ${url}`, `Text with SHA-256 ${sha256}`, from])
}

function shortened(text: string): string {
  return beginningOf(text, longest)
}
