import { sayAmount } from '../../model/amounts.ts'
import { beginningOf } from '../../model/beginning.ts'
import { readEdtf } from '../../model/edtf.ts'
import { withUnit } from '../../model/numberWorded.ts'
import { whoSaid } from '../../model/whoSaid.ts'
import type { Database } from '../../store/engine/database.ts'
import {
  type CitedDocument,
  type CitedFigure,
  type CitedPassage,
  type CitedStatement,
  citedDocument,
  citedFigure,
  citedStatement,
  wordingsOf,
} from '../../store/query/cited.ts'

/** What is cited, as citation managers read it (CSL-JSON, Citation Style Language). */
export interface CslItem {
  readonly id: string
  readonly type: 'webpage' | 'document'
  readonly title: string
  readonly author?: readonly { readonly literal: string }[]
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string }
  readonly URL: string
  readonly language?: string
  readonly archive: 'Dixit'
  readonly note: string
}

/** The types of nodes that have citations. */
export const citedTypes = ['Document', 'Statement', 'Figure'] as const

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
    return statement ? ofStatement(slug, statement, url) : null
  }
  const figure = typename === 'Figure' ? citedFigure(database, slug) : undefined
  return figure ? ofFigure(slug, figure, wordingsOf(database, slug), url) : null
}

function ofDocument(slug: string, document: CitedDocument, url: string): CslItem {
  return {
    id: slug,
    type: document.url === null ? 'document' : 'webpage',
    title: titleOf(document),
    ...publication(document),
    URL: document.url ?? url,
    archive: 'Dixit',
    note: notes(document, [`In Dixit: ${url}`]),
  }
}

/** The words are the speaker's own, and the citation is by them, only where all of them stand in quotation marks. */
function ofStatement(slug: string, statement: CitedStatement, url: string): CslItem {
  const { exact, voice, quotation, publisher } = statement
  const speakers: string[] = JSON.parse(statement.speakers)
  const isDirect = quotation === 'DIRECT'
  const who = whoSaid({
    voice,
    speakers,
    channel: statement.channel,
    source: statement.sourceWords,
    document: publisher ?? titleOf(statement),
  })
  const told = isDirect || voice === 'DOCUMENT' ? who : `${who}, as reported`
  return {
    id: slug,
    type: 'webpage',
    title: `${told}: ${isDirect ? `“${shortened(exact)}”` : shortened(exact)}`,
    ...(isDirect && speakers.length > 0 ? { author: speakers.map(literal => ({ literal })) } : {}),
    'container-title': titleOf(statement),
    ...publication(statement),
    URL: url,
    archive: 'Dixit',
    note: notes(statement, [passage(statement), `In: ${titleOf(statement)}`]),
  }
}

function ofFigure(slug: string, figure: CitedFigure, wordings: readonly CitedPassage[], url: string): CslItem {
  const worded = wordings.map(passage)
  return {
    id: slug,
    type: 'webpage',
    title: `${withUnit(sayAmount(figure), figure.value ?? null, figure.unit)}: ${figure.label}`,
    'container-title': titleOf(figure),
    ...publication(figure),
    URL: url,
    archive: 'Dixit',
    note: notes(figure, [worded.length === 0 ? '' : `Worded as ${worded.join('; ')}`, `In: ${titleOf(figure)}`]),
  }
}

function publication({ publisher, published, language }: CitedDocument) {
  return {
    ...(publisher === null ? {} : { publisher }),
    ...(published === null ? {} : { issued: issued(published) }),
    ...(language === 'und' ? {} : { language }),
  }
}

/** A date as far as it is known; one that is more than a date, such as an interval, in its own words. */
function issued(edtf: string): NonNullable<CslItem['issued']> {
  const isDate = /^\d{4}(-\d\d){0,2}$/.test(edtf) && readEdtf(edtf) !== null
  return isDate ? { 'date-parts': [edtf.split('-').map(Number)] } : { literal: edtf }
}

function titleOf({ title, beginning }: CitedDocument): string {
  return title ?? shortened(beginning)
}

function passage({ exact, selector }: CitedPassage): string {
  return `“${exact.replaceAll(/\s+/g, ' ')}” (characters ${selector.replaceAll('-', '–').replaceAll(',', ', ')})`
}

function notes({ url, dataset, source, licence }: CitedDocument, first: readonly string[]): string {
  const from = dataset === null ? '' : `Dataset: ${[dataset, source, licence].filter(each => each !== null).join(', ')}`
  return [...first, url === null ? '' : `Published at ${url}`, from]
    .filter(each => each !== '')
    .join('. ')
    .replaceAll('…. ', '… ')
}

function shortened(text: string): string {
  return beginningOf(text, longest)
}
