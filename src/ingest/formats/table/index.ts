import { basename } from 'node:path'
import { Failure } from '../../../model/failure.ts'
import type { InterchangeRecord } from '../../../model/interchange.ts'
import { CodePoints, normaliseText } from '../../../model/text.ts'
import { filesAt } from '../files.ts'
import type { Format, OnBytes, RecordItem } from '../format.ts'
import { fieldLabels, nameWithoutEnding, slugOfId } from '../names.ts'
import { type CompiledRow, compiledRows } from './compiled.ts'
import { readDate, sayBadDate } from './dates.ts'
import { type Mapping, mappedColumns, mappingFileOf, readMapping, suggestMapping } from './mapping.ts'
import { readHeader, readTableRows } from './rows.ts'

const BATCH = 500

/**
 * A table of statements, comma-separated or otherwise, with a mapping that says which column is what. Without a mapping nothing is
 * written: the failure suggests one by the columns' names.
 */
export const table: Format = {
  name: 'table',
  summary: 'a table of statements (CSV, TSV) with a mapping of its columns',
  version: 2,
  dataset: { slug: 'table', name: 'Table', licence: null, version: null, url: null },
  sources: (paths, dataset) =>
    filesAt(paths, ['.csv', '.tsv'], 'a table').map(file => {
      const mapping = mappingFileOf(file)
      return {
        name: basename(file),
        path: file,
        files: mapping === null ? [file] : [file, mapping],
        read: (onBytes, name) => readTable(file, mapping, slugOfId(dataset, nameWithoutEnding(name)), dataset, onBytes),
      }
    }),
}

async function* readTable(
  file: string,
  mappingFile: string | null,
  prefix: string,
  dataset: string,
  onBytes: OnBytes,
): AsyncGenerator<RecordItem[]> {
  if (mappingFile === null) {
    const { columns } = await readHeader(file, undefined)
    throw new Failure(
      'BAD_INPUT',
      `${file} has no mapping, so nothing is read. Correct this draft and save it as ${basename(file)}.mapping.yaml beside it:\n\n${suggestMapping(columns)}`,
    )
  }
  yield* readMappedTable(file, readMapping(mappingFile), { prefix, dataset }, onBytes)
}

/**
 * The records of a table whose columns are known.
 *
 * @throws Failure BAD_INPUT where a column is missing, or several have its name
 */
export async function* readMappedTable(
  file: string,
  mapping: Mapping,
  { prefix, dataset }: { readonly prefix: string; readonly dataset: string },
  onBytes: OnBytes,
): AsyncGenerator<RecordItem[]> {
  const header = await readHeader(file, mapping.separator)
  const { columns } = header
  if (columns.length === 0)
    throw new Failure('BAD_INPUT', `${file} is empty: a table begins with the names of its columns.`)
  const mapped = mappedColumns(mapping)
  const missing = mapped.filter(name => !columns.includes(name))
  if (missing.length > 0) {
    throw new Failure('BAD_INPUT', `${file} has no column ${missing.join(', ')}; it has ${columns.join(', ')}.`)
  }
  const several = mapped.find(name => columns.indexOf(name) < columns.lastIndexOf(name))
  if (several !== undefined) {
    throw new Failure('BAD_INPUT', `${file} has several columns ${several}: give each a name of its own.`)
  }
  const reader = new TableReader(mapping, prefix, dataset)
  let batch: RecordItem[] = []
  for await (const row of compiledRows(readTableRows(file, header, onBytes), mapping)) {
    batch.push(...reader.items(row, file))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}

/** Makes records of rows; what several rows name is given once. */
class TableReader {
  readonly #mapping: Mapping
  readonly #prefix: string
  readonly #dataset: string
  readonly #given = new Set<string>()
  readonly #texts = new Map<string, string>()
  /** What the rows say of each document, column by column. */
  readonly #documents = new Map<string, readonly (readonly [column: string, value: string])[]>()
  #count = 0

  constructor(mapping: Mapping, prefix: string, dataset: string) {
    this.#mapping = mapping
    this.#prefix = prefix
    this.#dataset = dataset
  }

  items({ row, compiled, isLate }: CompiledRow, file: string): RecordItem[] {
    const place = { file, line: row.line }
    if ('refused' in row) return [{ ...place, refused: 'BAD_RECORD', why: row.refused, found: row.refused }]
    this.#count += 1
    const cell = (name: string | undefined) => (name === undefined ? '' : normaliseText(row.cells[name] ?? '').trim())
    const { content, id, speaker, coder, labels = [], quotation, speakerKind = 'UNKNOWN' } = this.#mapping
    const text = cell(content)
    const refuse = (refused: 'BAD_RECORD' | 'BAD_DATE' | 'NOT_VERBATIM', why: string): RecordItem[] => [
      { ...place, refused, why, found: row.cells },
    ]
    if (text === '') return refuse('BAD_RECORD', `the column ${content} is empty`)
    const { dateFormat = 'YYYY-MM-DD' } = this.#mapping
    const dates = { published: cell(this.#mapping.published), said: cell(this.#mapping.said) }
    for (const name of ['published', 'said'] as const) {
      if (dates[name] === '') continue
      const date = readDate(dates[name], dateFormat)
      if (date === null) return refuse('BAD_DATE', sayBadDate(this.#mapping[name] ?? name, dates[name], dateFormat))
      dates[name] = date
    }
    const { published, said } = dates
    const key = cell(id) || String(this.#count)
    const document = slugOfId(this.#prefix, cell(this.#mapping.document) || key)
    if (isLate)
      return refuse(
        'BAD_RECORD',
        'rows of its document stand further up: without documentText, they must stand together',
      )
    const whole = compiled?.text ?? this.#textOf(document, cell(this.#mapping.documentText) || text)
    const at = compiled?.at ?? placeIn(whole, text)
    if (at === null) return refuse('NOT_VERBATIM', 'the statement does not occur exactly once in its text')

    const other = this.#otherwise(document, [this.#mapping.title, this.#mapping.url, this.#mapping.published], cell)
    if (other !== null) return refuse('BAD_RECORD', other)

    const records: InterchangeRecord[] = []
    const give = (slug: string, record: InterchangeRecord) => {
      if (!this.#given.has(slug)) records.push(record)
      this.#given.add(slug)
    }
    const who = cell(speaker)
    const agent = slugOfId(this.#dataset, who)
    if (who !== '') give(agent, { type: 'agent', slug: agent, kind: speakerKind, name: who })
    const by = cell(coder)
    const coderSlug = slugOfId(`${this.#dataset}-coder`, by)
    if (by !== '') give(coderSlug, { type: 'coder', slug: coderSlug, name: by })
    give(document, {
      type: 'document',
      slug: document,
      text: whole,
      language: this.#mapping.language,
      ...(cell(this.#mapping.title) === '' ? {} : { title: cell(this.#mapping.title) }),
      ...(cell(this.#mapping.url) === '' ? {} : { url: cell(this.#mapping.url) }),
      ...(published === '' ? {} : { published }),
    })
    records.push({
      type: 'statement',
      slug: `${document}/${slugOfId('', key)}`,
      document,
      content: { at: [[...at]], exact: text },
      ...(who === '' ? {} : { mentions: [{ role: 'SOURCE', words: who, agent }] }),
      ...(by === '' ? {} : { coder: coderSlug }),
      ...(quotation === undefined ? {} : { quotation }),
      ...(said === '' ? {} : { said }),
      labels: fieldLabels(Object.fromEntries(labels.map(name => [name, cell(name)]))),
    })
    return records.map(record => ({ ...place, record }))
  }

  /** In which column a row says something else of a document than one before it; what it leaves empty, it does not say. */
  #otherwise(
    document: string,
    columns: readonly (string | undefined)[],
    cell: (name: string) => string,
  ): string | null {
    const own = columns.flatMap(column => (column === undefined ? [] : [[column, cell(column)] as const]))
    const known = this.#documents.get(document)
    if (!known) this.#documents.set(document, own)
    const other = known?.find(([, value], index) => ![value, ''].includes(own[index]?.[1] ?? ''))
    if (!other) return null
    return `its document has ${JSON.stringify(other[1])} as ${other[0]} in a row before: map a date of the statement itself to said`
  }

  /** The text of a document: the first that a row gives. */
  #textOf(document: string, text: string): string {
    const known = this.#texts.get(document)
    if (known !== undefined) return known
    // Rows of one document stand together, as a rule: more are not held.
    if (this.#texts.size > 1_000) this.#texts.clear()
    this.#texts.set(document, text)
    return text
  }
}

/** Where words stand in a text, in code points, if they do once. */
function placeIn(text: string, words: string): [number, number] | null {
  const start = text.indexOf(words)
  if (start < 0 || text.indexOf(words, start + 1) >= 0) return null
  const points = new CodePoints(text)
  return [points.toCodePoint(start), points.toCodePoint(start + words.length)]
}
