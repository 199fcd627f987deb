import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { InterchangeRecord } from '../../model/interchange.ts'
import { DnaDatabase, type DnaDocument, type DnaEntity, type DnaStatement } from '../../store/foreign/dna.ts'
import { readEventList } from './dnaEventList.ts'
import { type DnaVariable, dnaVariables, namedRecord, sourceMentions } from './dnaRecords.ts'
import { filesAt } from './files.ts'
import type { Format, OnBytes, RecordItem } from './format.ts'
import { authorsIn, fieldLabels, nameWithoutEnding, slugOfId } from './names.ts'
import { NormalisedText } from './spans.ts'

/**
 * A database of Discourse Network Analyzer 2 or 3 (Leifeld): documents, and statements with person, organization, concept and
 * agreement. The person is the source, the organization the one on whose behalf it speaks; statements of other types are
 * refused as OTHER_TYPE. The event list that DNA exports is read too.
 */
export const dna: Format = {
  name: 'dna',
  summary: 'Discourse Network Analyzer 2 and 3: coded statements (SQLite), or an event list (CSV)',
  version: 3,
  dataset: { slug: 'dna', name: 'Discourse Network Analyzer', licence: null, version: null, url: null },
  sources: (paths, dataset) =>
    filesAt(paths, endings(paths), 'a Discourse Network Analyzer database or event list').map(file => ({
      name: basename(file),
      path: file,
      files: [file],
      read(onBytes, name) {
        const prefix = slugOfId(dataset, nameWithoutEnding(name))
        return file.endsWith('.csv') ? readEventList(file, prefix, onBytes) : readDatabase(file, prefix, onBytes)
      },
    })),
}

/** Tables are read where they are named: a folder may hold others. */
function endings(paths: readonly string[]): string[] {
  return paths.some(path => path.endsWith('.csv')) ? ['.dna', '.csv'] : ['.dna']
}

function* readDatabase(file: string, prefix: string, onBytes: OnBytes): Generator<RecordItem[]> {
  const database = new DnaDatabase(file)
  const item = (record: InterchangeRecord): RecordItem => ({ file, line: null, record })
  try {
    yield database.coders().map(({ ID, Name }) => item({ type: 'coder', slug: `${prefix}-coder-${ID}`, name: Name }))
    const entities = new Map(database.entities(dnaVariables).map(entity => [entity.ID, entity]))
    // An entity without a name is how DNA says that there is none.
    yield [...entities.values()].filter(({ value }) => value !== '').map(entity => item(entityRecord(entity, prefix)))
    for (const document of database.documents()) {
      const slug = `${prefix}-document-${document.ID}`
      const text = new NormalisedText(document.Text)
      const statements = database.statements(document.ID).map((statement): RecordItem => {
        const values = new Map(database.values(statement.ID).map(value => [value.variable, value]))
        if (!dnaVariables.every(variable => values.has(variable))) {
          return { file, line: null, refused: 'OTHER_TYPE', found: statement }
        }
        const named = (variable: DnaVariable) => entities.get(values.get(variable)?.entity ?? Number.NaN)
        const record = statementRecord(statement, slug, text, prefix, {
          person: named('person'),
          organization: named('organization'),
          concept: named('concept'),
          agreement: values.get('agreement')?.value ?? null,
        })
        return record ? item(record) : { file, line: null, refused: 'NOT_VERBATIM', found: statement }
      })
      yield [item(documentRecord(document, slug, text)), ...statements]
    }
  } finally {
    database.close()
  }
  onBytes(statSync(file).size)
}

function entityRecord({ ID, variable, value, attributes }: DnaEntity, prefix: string): InterchangeRecord {
  const slug = `${prefix}-${variable}-${ID}`
  const record = namedRecord(variable, slug, value)
  return record.type === 'agent' ? { ...record, labels: fieldLabels(attributes) } : record
}

function documentRecord(document: DnaDocument, slug: string, text: NormalisedText): InterchangeRecord {
  const { Title, Author, Source, Section, Notes, Type } = document
  return {
    type: 'document',
    slug,
    text: text.text,
    language: 'und',
    ...(Title === '' ? {} : { title: Title }),
    ...authorsIn(Author),
    published: new Date(document.Date * 1000).toISOString().slice(0, 10),
    labels: fieldLabels({ author: Author, source: Source, section: Section, notes: Notes, type: Type }),
  }
}

interface Coding {
  readonly person: DnaEntity | undefined
  readonly organization: DnaEntity | undefined
  readonly concept: DnaEntity | undefined
  readonly agreement: number | null
}

function statementRecord(
  statement: DnaStatement,
  document: string,
  text: NormalisedText,
  prefix: string,
  { person, organization, concept, agreement }: Coding,
): InterchangeRecord | null {
  const piece = text.fromUtf16([statement.start, statement.stop])
  const content = piece && text.span([piece])
  if (!content) return null
  const named = (entity: DnaEntity | undefined) =>
    entity === undefined || entity.value === ''
      ? null
      : { words: entity.value, agent: `${prefix}-${entity.variable}-${entity.ID}` }
  const isStance = concept !== undefined && concept.value !== '' && agreement !== null
  return {
    type: 'statement',
    slug: `${document}/statement-${statement.ID}`,
    document,
    content,
    mentions: sourceMentions(named(person), named(organization)),
    ...(statement.coderId === null ? {} : { coder: `${prefix}-coder-${statement.coderId}` }),
    stances: isStance
      ? [{ claim: `${prefix}-concept-${concept.ID}`, stance: agreement === 1 ? 'SUPPORTS' : 'OPPOSES' }]
      : [],
  }
}
