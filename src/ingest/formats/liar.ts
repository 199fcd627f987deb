import { basename } from 'node:path'
import type { InterchangeRecord } from '../../model/interchange.ts'
import { normaliseText } from '../../model/text.ts'
import { filesAt } from './files.ts'
import type { Format, OnBytes, RecordItem, Source } from './format.ts'
import { readLines } from './lines.ts'
import { fieldLabels, slugOfId } from './names.ts'

const COLUMNS = 14

/**
 * LIAR (Wang 2017): statements that PolitiFact rated. Tabs part the fields, and quotation marks are text. LIAR-PLUS (Alhindi et al.
 * 2018) adds the reviewer's justification at the end, and in its second edition the number of the row at the beginning.
 *
 * There is no date, no address, and no text but the statement: this is its own document. Job, state and party are one
 * snapshot a speaker, so that they are labels, and no memberships. The rating is a review by PolitiFact.
 */
export const liar: Format = {
  name: 'liar',
  summary: 'LIAR: statements rated by PolitiFact (TSV)',
  version: 3,
  dataset: {
    slug: 'liar',
    name: 'LIAR',
    licence: 'For research purposes only. The original sources retain the copyright of the data.',
    version: 'v1.0',
    url: 'https://www.cs.ucsb.edu/~william/data/liar_dataset.zip',
  },
  sources: (paths, dataset) =>
    filesAt(paths, ['.tsv'], 'a LIAR file').map(file => ({
      name: basename(file),
      path: file,
      files: [file],
      read: onBytes => readTable(file, dataset, onBytes),
    })) satisfies Source[],
}

async function* readTable(file: string, dataset: string, onBytes: OnBytes): AsyncGenerator<RecordItem[]> {
  const reviewer = `${dataset}-politifact`
  const given = new Set<string>()
  for await (const lines of readLines(file, onBytes)) {
    yield lines.flatMap((line): RecordItem[] => {
      const place = { file, line: line.number }
      if ('refused' in line) return [{ ...place, refused: line.refused, found: line.found }]
      if (line.text === '') return []
      const records = recordsOf(line.text.split('\t'), dataset, reviewer, given)
      if ('why' in records) return [{ ...place, refused: 'BAD_RECORD', why: records.why, found: line.text }]
      return records.map(record => ({ ...place, record }))
    })
  }
}

/** The corpus names its speakers by keys alone: of `hillary-clinton` and `mike-mcconnell` it makes Hillary Clinton and Mike McConnell. */
function nameOfKey(key: string): string {
  const words = key.split('-').filter(word => word !== '')
  const name = words.map(word =>
    word
      .replace(/^mc(?=.)/u, 'Mc')
      .replace(/^(?:Mc)?\p{L}/u, start => start.slice(0, -1) + start.slice(-1).toUpperCase()),
  )
  return name.length === 0 ? key : name.join(' ')
}

function recordsOf(
  cells: readonly string[],
  dataset: string,
  reviewer: string,
  given: Set<string>,
): InterchangeRecord[] | { readonly why: string } {
  const isNumbered = cells.length === COLUMNS + 2
  const own = isNumbered ? cells.slice(1) : cells
  if (own.length !== COLUMNS && own.length !== COLUMNS + 1) {
    return {
      why: `expected ${COLUMNS} fields (LIAR), or ${COLUMNS + 1} or ${COLUMNS + 2} (LIAR-PLUS), but there are ${cells.length}`,
    }
  }
  const [id = '', rating = '', statement = '', subjects = '', speaker = '', job, state, party = '', ...more] = own
  const [, , , , , context, justification] = more
  const text = normaliseText(statement.replace(/^\uFEFF+/, ''))
  if (id === '' || rating === '' || text.trim() === '' || speaker === '')
    return { why: 'its key, rating, statement or speaker is empty' }

  const records: InterchangeRecord[] = []
  if (!given.has(reviewer)) {
    given.add(reviewer)
    const kind = { kind: 'ORGANIZATION', organizationKind: 'PUBLISHER' } as const
    records.push({ type: 'agent', slug: reviewer, ...kind, name: 'PolitiFact' })
  }
  const agent = slugOfId(dataset, speaker)
  if (!given.has(agent)) {
    given.add(agent)
    records.push({
      type: 'agent',
      slug: agent,
      kind: 'UNKNOWN',
      name: nameOfKey(speaker),
      identifiers: [{ scheme: `${dataset}-speaker`, value: speaker }],
    })
  }
  const document = slugOfId(dataset, id.replace(/\.json$/, ''))
  const topics = subjects.split(',').filter(subject => subject !== '')
  records.push(
    { type: 'document', slug: document, text, language: 'en' },
    {
      type: 'statement',
      slug: `${document}/statement`,
      document,
      content: { at: [[0, [...text].length]], exact: text },
      mentions: [{ role: 'SOURCE', words: speaker, agent }],
      reviews: [{ author: reviewer, rating }],
      labels: [
        ...fieldLabels({ job, state, party, context }),
        ...topics.map(value => ({ name: 'topic', value })),
        ...fieldLabels({ justification }),
      ],
    },
  )
  return records
}
