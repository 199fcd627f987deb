import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { AgentKind, Quotation, valuesOf } from '../../../model/vocabulary.ts'
import { FILE_CAPS, readTextFile } from '../../files.ts'
import { formerly } from '../../formerNames.ts'
import { BadDossier, Problems } from '../../problems.ts'
import { readShape } from '../../shape.ts'
import { readYaml } from '../../yaml.ts'
import { dateFormats } from './dates.ts'
import { fieldInWords } from './headerWords.ts'

const column = (what: string) => z.string().min(1).max(400).optional().describe(`The column of ${what}.`)

export const mappingSchema = z
  .strictObject({
    mapping: z.literal(1).describe('The version of this format.'),
    separator: z
      .string()
      .min(1)
      .max(4)
      .optional()
      .describe('The cell separator; if left out, read from the first line.'),
    content: formerly(z.string().min(1).max(400).describe('The column with the statement.'), 'statement'),
    id: column('a key that no other row has'),
    speaker: column('who says it; the same words are the same speaker'),
    speakerKind: z
      .enum(valuesOf(AgentKind).filter(kind => kind !== 'ORGANIZATION'))
      .optional()
      .describe('PERSON if all speakers are people; UNKNOWN if left out.'),
    document: column('a key of the document; rows with the same one share it'),
    documentText: column('the whole text, in which the statement stands word for word'),
    title: column("the document's title"),
    url: column("the document's address"),
    published: column('the date on which it was published'),
    said: column('the date on which the statement was made'),
    dateFormat: z
      .enum(dateFormats)
      .optional()
      .describe('The date format; YYYY-MM-DD (or YYYY-MM, YYYY) if left out, and always read beside it.'),
    coder: column('who coded the row'),
    labels: z.array(z.string().min(1).max(400)).optional().describe('Columns to keep as labels, word for word.'),
    language: z.string().min(2).max(35).describe('The language of the texts, a BCP 47 tag.'),
    quotation: z.enum(valuesOf(Quotation)).optional().describe('How all statements are quoted, if that is known.'),
  })
  .describe('Which column of a table holds which part of a statement.')

export type Mapping = z.infer<typeof mappingSchema>

/** The mapping of a table: FILE.mapping.yaml beside it, or mapping.yaml in its folder; null if there is none. */
export function mappingFileOf(file: string): string | null {
  return [`${file}.mapping.yaml`, join(dirname(file), 'mapping.yaml')].find(path => existsSync(path)) ?? null
}

/** @throws BadDossier with every problem of the file, each with its place */
export function readMapping(file: string): Mapping {
  const problems = new Problems()
  const text = readTextFile(file, FILE_CAPS.annotations, problems)
  const source = text === null ? null : readYaml(mappingSchema, file, text, problems)
  const shaped = source && readShape(mappingSchema, source, problems)
  if (!shaped || problems.found) throw new BadDossier(problems.ofWholeFile())
  return shaped.value
}

/** The columns that a mapping names. */
export function mappedColumns(mapping: Mapping): string[] {
  const { content, id, speaker, document, documentText, title, url, published, said, coder, labels = [] } = mapping
  return [content, id, speaker, document, documentText, title, url, published, said, coder, ...labels].filter(
    name => name !== undefined,
  )
}

/**
 * What a column is likely to say, by how people and programs (rDNA, MAXQDA, Dedoose, ATLAS.ti) call it, in English, German, Spanish,
 * French, Italian, Portuguese and Dutch; what tells most comes first.
 */
const likely: Readonly<Record<string, readonly string[]>> = {
  content:
    named(`statement|quote|quotation|quotation content|claim|utterance|sentence|segment|coded segment|excerpt|excerpt copy|
    selected text|coded text|concatenated_speech|speech|text|content|zitat|aussage|äußerung|cita|declaración|afirmación|citation|
    déclaration|propos|citazione|dichiarazione|citação|declaração|citaat|uitspraak|texto|texte|testo|tekst`),
  speaker:
    named(`speaker|who|person|politician|source|name|author|sprecher|sprecherin|redner|wer|quelle|quien|quién|orador|hablante|
    fuente|qui|orateur|locuteur|auteur|nom|chi|oratore|fonte|nome|quem|autor|wie|spreker|bron|naam`),
  published: named(`published|publication_date|document_date|date|day|veröffentlicht|datum|fecha|data|tag|dia|día`),
  url: named('url|link|document_url|address|adresse|enlace|lien'),
  title: named(`title|document_title|headline|document name|media title|titel|titulo|título|titre|titolo`),
  document:
    named(`document_id|doc_id|article_id|document|doc|article|document name|media title|artikel|dokument|artículo|documento|
    articolo|artigo`),
  documentText: named('body|fulltext|full_text|article_text|document_text|volltext'),
  id: named('id|statement_id|key|rowid|row_id|nr'),
  coder: named('coder|annotator|created by|excerpt creator|kodierer|codierer|codificador|codeur'),
}

/** Fields that no column is called, each with the only other column whose name has words for it and for nothing else. */
function foundInWords(usable: readonly string[], found: readonly (readonly [field: string, name: string])[]) {
  const fields = new Set(found.map(([field]) => field))
  const names = new Set(found.map(([, name]) => name))
  const byField = Map.groupBy(
    usable.filter(name => !names.has(name)),
    name => fieldInWords(name, likely),
  )
  return [...byField].flatMap(([field, [name, ...others]]) =>
    field === null || fields.has(field) || name === undefined || others.length > 0 ? [] : [[field, name] as const],
  )
}

function named(words: string): string[] {
  return words.split('|').map(word => word.trim())
}

/** A mapping for a person to mend: what the names of the columns suggest, and the rest as labels. */
export function suggestMapping(columns: readonly string[]): string {
  const usable = columns.filter((name, index) => name !== '' && columns.indexOf(name) === index)
  const found = Object.entries(likely).flatMap(([field, words]) => {
    const name = words.flatMap(word => usable.find(column => column.toLowerCase() === word) ?? [])[0]
    return name === undefined ? [] : [[field, name] as const]
  })
  found.push(...foundInWords(usable, found))
  const taken = new Set(found.map(([, name]) => name))
  const labels = usable.filter(name => !taken.has(name))
  const suggestion = stringify({
    mapping: 1,
    ...Object.fromEntries(found),
    ...(labels.length > 0 ? { labels } : {}),
  })
  const content = found.some(([field]) => field === 'content') ? '' : 'content: # the column with the statement\n'
  return suggestion.replace('mapping: 1\n', `mapping: 1\n${content}`).concat('language: en # of the statements\n')
}
