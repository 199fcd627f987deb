import { statSync } from 'node:fs'
import { Failure } from '../../model/failure.ts'
import type { InterchangeRecord } from '../../model/interchange.ts'
import type { MentionRecord, StanceRecord } from '../../model/records/statement.ts'
import { codePointLength, normaliseText } from '../../model/text.ts'
import { StanceManner, valuesOf } from '../../model/vocabulary.ts'
import { dnaVariables, namedRecord, sourceMentions } from './dnaRecords.ts'
import type { OnBytes, RecordItem } from './format.ts'
import { authorsIn, fieldLabels, slugOfId } from './names.ts'
import { readHeader, readTableRows } from './table/rows.ts'

/** What a list must have; its other columns may be left out. */
const needed = ['person', 'organization', 'concept', 'agreement', 'text', 'document_id'] as const

type Cells = Readonly<Record<string, string>>

/** A statement of the list: what stands on the same words by the same speaker is one, with several stances. */
interface ListedStatement {
  readonly line: number
  readonly cells: Cells
  readonly text: string
  readonly stances: StanceRecord[]
}

/**
 * An event list as Discourse Network Analyzer 3 exports it (CSV, parted by semicolons). It has the words of the statements and not those
 * of the documents: so the text of a document is the words of its statements, a line each, in their order.
 *
 * @throws Failure BAD_INPUT where a column is missing
 */
export async function* readEventList(
  file: string,
  prefix: string,
  onBytes: OnBytes,
): AsyncGenerator<readonly RecordItem[]> {
  const header = await readHeader(file, undefined)
  const { columns } = header
  const missing = needed.filter(name => !columns.includes(name))
  if (missing.length > 0) {
    throw new Failure(
      'BAD_INPUT',
      `${file} is not a Discourse Network Analyzer event list: it lacks ${missing.join(', ')}.`,
    )
  }
  const documents = new Map<string, ListedStatement[]>()
  const refused: RecordItem[] = []
  const shared = new Map<string, RecordItem>()
  for await (const row of readTableRows(file, header, () => {})) {
    const place = { file, line: row.line }
    if ('refused' in row) {
      refused.push({ ...place, refused: 'BAD_RECORD', why: row.refused, found: row.refused })
      continue
    }
    const { cells } = row
    const text = normaliseText(cells.text ?? '').trim()
    if (text === '') {
      refused.push({ ...place, refused: 'BAD_RECORD', why: 'the column text is empty', found: cells })
      continue
    }
    for (const record of sharedBy(cells, prefix)) {
      if ('slug' in record && !shared.has(record.slug)) shared.set(record.slug, { ...place, record })
    }
    const key = cells.document_id || (cells.statement_id ?? String(row.line))
    const statements = documents.get(key) ?? []
    documents.set(key, statements)
    const known = statements.find(each => isSame(each.cells, cells))
    const stance = stanceIn(cells, prefix)
    if (known) known.stances.push(...stance.filter(({ claim }) => !known.stances.some(other => other.claim === claim)))
    else statements.push({ line: row.line, cells, text, stances: stance })
  }
  yield [...shared.values(), ...refused]
  for (const [key, statements] of documents)
    yield [...documentItems(file, `${prefix}-document-${key}`, statements, prefix)]
  onBytes(statSync(file).size)
}

/** Whether two rows are of one statement. */
function isSame(one: Cells, other: Cells): boolean {
  const same = ['person', 'organization', 'text', 'coder', 'start_position', 'stop_position']
  return same.every(name => one[name] === other[name])
}

function* documentItems(
  file: string,
  slug: string,
  statements: readonly ListedStatement[],
  prefix: string,
): Generator<RecordItem> {
  const ordered = statements.toSorted((a, b) => Number(a.cells.start_position) - Number(b.cells.start_position))
  const [first] = ordered
  if (first === undefined) return
  const {
    document_title: title = '',
    time = '',
    document_author,
    document_source,
    document_section,
    document_type,
  } = first.cells
  yield {
    ...{ file, line: first.line },
    record: {
      type: 'document',
      slug,
      text: ordered.map(({ text }) => text).join('\n'),
      language: 'und',
      ...(title === '' ? {} : { title: normaliseText(title) }),
      ...authorsIn(document_author),
      ...(/^\d{4}-\d\d-\d\d/.test(time) ? { published: time.slice(0, 10) } : {}),
      labels: fieldLabels({
        author: document_author,
        source: document_source,
        section: document_section,
        type: document_type,
      }),
    },
  }
  let start = 0
  for (const { line, cells, text, stances } of ordered) {
    const end = start + codePointLength(text)
    const coder = coderIn(cells)
    yield {
      ...{ file, line },
      record: {
        type: 'statement',
        slug: `${slug}/statement-${slugOfId('', cells.statement_id ?? String(line))}`,
        document: slug,
        content: { at: [[start, end]], exact: text },
        mentions: mentionsIn(cells, prefix),
        ...(coder === '' ? {} : { coder: slugOfId(`${prefix}-coder`, coder) }),
        stances,
      },
    }
    start = end + 1
  }
}

/** Whom and what a row names, and who coded it. */
function sharedBy(cells: Cells, prefix: string): InterchangeRecord[] {
  const records = dnaVariables.flatMap(variable => {
    const name = named(cells[variable])
    return name === null ? [] : [namedRecord(variable, slugOfId(`${prefix}-${variable}`, name), name)]
  })
  const coder = coderIn(cells)
  if (coder !== '') records.push({ type: 'coder', slug: slugOfId(`${prefix}-coder`, coder), name: coder })
  return records
}

function mentionsIn(cells: Cells, prefix: string): MentionRecord[] {
  const agent = (kind: 'person' | 'organization') => {
    const words = named(cells[kind])
    return words === null ? null : { words, agent: slugOfId(`${prefix}-${kind}`, words) }
  }
  return sourceMentions(agent('person'), agent('organization'))
}

function stanceIn(cells: Cells, prefix: string): StanceRecord[] {
  const concept = named(cells.concept)
  const { agreement } = cells
  if (concept === null || (agreement !== '1' && agreement !== '0')) return []
  const stance = agreement === '1' ? 'SUPPORTS' : 'OPPOSES'
  // Lists that Dixit writes say how a stance is held.
  const manner = valuesOf(StanceManner).find(each => each === cells.manner)
  return [{ claim: slugOfId(`${prefix}-concept`, concept), stance, ...(manner === undefined ? {} : { manner }) }]
}

/** A name of the list; null for none. */
function named(cell: string | undefined): string | null {
  const name = normaliseText(cell ?? '').trim()
  return name === '' ? null : name
}

/** Who coded a row, by name where the list has names; DNA itself writes numbers. */
function coderIn({ coder_name: name, coder = '' }: Cells): string {
  return name ?? (coder === '0' ? '' : coder)
}
