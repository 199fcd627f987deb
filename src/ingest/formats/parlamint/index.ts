import { basename, dirname, join } from 'node:path'
import type { InterchangeRecord } from '../../../model/interchange.ts'
import { filesAt, foldersIn, namesIn, readText, Unreadable } from '../files.ts'
import type { Format, OnBytes, RecordItem } from '../format.ts'
import { fieldLabels, slugOfId } from '../names.ts'
import { type ParlaMintFile, readParlaMint, type Utterance } from './readFile.ts'
import { type LegislativeTerm, membershipRecords, organizationRecord, personRecord, slugOfXmlId } from './registers.ts'

/**
 * ParlaMint (TEI): sittings of parliaments, with speakers and their dated affiliations. A folder, or a file, is a source: its
 * identifiers hold for all of its files. Lists of people and organizations may stand in files of their own or in the sittings.
 */
export const parlamint: Format = {
  name: 'parlamint',
  summary: 'ParlaMint: sittings of parliaments, speakers, affiliations (TEI XML)',
  version: 2,
  dataset: {
    slug: 'parlamint',
    name: 'ParlaMint',
    licence: 'CC BY 4.0',
    version: null,
    url: 'https://www.clarin.eu/parlamint',
  },
  sources: (paths, dataset) =>
    paths.map(path => {
      const files = filesOf(path)
      return { name: basename(path), path, files, read: onBytes => readCorpus(files, dataset, onBytes) }
    }),
}

/** The files of a corpus: those of its folder, and of the folders of each year in it, as corpora are published. */
function filesOf(path: string): string[] {
  const years = foldersIn(path).filter(name => /^\d{4}$/.test(name))
  const folders = [path, ...years.map(year => join(path, year))].filter(folder => namesIn(folder, '.xml').length > 0)
  return filesAt(folders.length > 0 ? folders : [path], ['.xml'], 'a ParlaMint file')
}

/** Whom and what the source has named so far: a person stands in many files. */
interface Given {
  readonly ids: Set<string>
  readonly terms: Map<string, LegislativeTerm>
}

function* readCorpus(files: readonly string[], dataset: string, onBytes: OnBytes): Generator<RecordItem[]> {
  const given: Given = { ids: new Set(), terms: new Map() }
  const all = new Set(files)
  // Lists come first, so that people are known by them and not by what a sitting repeats.
  const isList = (file: string) => /list(?:org|person)/i.test(basename(file))
  for (const file of [...files.filter(isList), ...files.filter(file => !isList(file))]) {
    const plain = file.replace(/\.ana\.xml$/, '.xml')
    if (plain !== file && all.has(plain)) yield [repeatOf(file, plain)]
    else yield itemsOf(file, dataset, given, onBytes)
  }
}

/** A linguistically annotated file holds the words of the plain one once more. */
function repeatOf(file: string, plain: string): RecordItem {
  const why = `the same as ${basename(plain)}, with linguistic annotation`
  return { file, line: null, refused: 'OTHER_TYPE', why, found: basename(file) }
}

function itemsOf(file: string, dataset: string, given: Given, onBytes: OnBytes): RecordItem[] {
  const refuse = (reason: Unreadable['reason'], found: string): RecordItem[] => [
    { file, line: null, refused: reason, found },
  ]
  let read: ParlaMintFile
  try {
    read = readParlaMint(readText(dirname(file), file, onBytes))
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.reason, error.message)
    throw error
  }
  if (read.people.length + read.organizations.length + read.utterances.length === 0) {
    return refuse('OTHER_TYPE', 'it holds no speeches, persons or organizations')
  }
  const item = (record: InterchangeRecord, line: number | null): RecordItem => ({ file, line, record })
  return [...registerItems(read, dataset, given, item), ...sittingItems(read, file, dataset, given, item)]
}

type MakeItem = (record: InterchangeRecord, line: number | null) => RecordItem

function* registerItems(read: ParlaMintFile, dataset: string, given: Given, item: MakeItem): Generator<RecordItem> {
  const isNew = (id: string) => id !== '' && !given.ids.has(id) && given.ids.add(id)
  for (const period of read.periods) given.terms.set(period.id, period)
  for (const organization of read.organizations) {
    if (isNew(organization.id)) yield item(organizationRecord(dataset, organization), organization.line)
  }
  for (const person of read.people) {
    if (!isNew(person.id)) continue
    yield item(personRecord(dataset, person, read.edition), person.line)
    for (const { organization, line } of person.affiliations) {
      // One that no list has is known by its identifier alone.
      if (isNew(organization))
        yield item(organizationRecord(dataset, { id: organization, role: '', names: [], line }), line)
    }
    for (const { record, line } of membershipRecords(dataset, person, given.terms)) yield item(record, line)
  }
}

function* sittingItems(
  read: ParlaMintFile,
  file: string,
  dataset: string,
  given: Given,
  item: MakeItem,
): Generator<RecordItem> {
  const spoken = read.utterances.filter(({ segments }) => segments.length > 0)
  if (spoken.length === 0) return
  for (const { who, introduced, line } of spoken) {
    const id = who?.replace(/^#/, '')
    if (id === undefined || given.ids.has(id)) continue
    given.ids.add(id)
    const name = introduced ?? id
    yield item(
      {
        type: 'agent',
        slug: slugOfXmlId(dataset, id),
        kind: 'PERSON',
        name,
        identifiers: [{ scheme: 'parlamint', value: id }],
      },
      line,
    )
  }
  const document = slugOfId(dataset, read.id ?? basename(file, '.xml'))
  const texts = spoken.map(({ segments }) => segments.join('\n'))
  yield item(documentRecord(read, document, texts.join('\n\n')), null)
  let start = 0
  for (const [index, utterance] of spoken.entries()) {
    const text = texts[index] ?? ''
    const end = start + [...text].length
    yield item(
      statementRecord(utterance, { document, dataset, date: read.date, turn: index + 1, start, end, text }),
      utterance.line,
    )
    start = end + 2
  }
}

function documentRecord(read: ParlaMintFile, slug: string, text: string): InterchangeRecord {
  const { language, titles, date, url } = read
  const inLanguage = titles.filter(title => title.language === null || title.language.startsWith(language))
  const title = inLanguage.find(({ type }) => type === 'sub') ?? inLanguage[0] ?? titles[0]
  return {
    type: 'document',
    slug,
    text,
    language,
    ...(title ? { title: title.words } : {}),
    ...(date === null ? {} : { published: date }),
    ...(url === null || url === '' ? {} : { url }),
  }
}

interface Place {
  readonly document: string
  readonly dataset: string
  /** The day of the sitting. */
  readonly date: string | null
  readonly turn: number
  readonly start: number
  readonly end: number
  readonly text: string
}

function statementRecord({ id, who, role, introduced, translated }: Utterance, place: Place): InterchangeRecord {
  const { document, dataset, date, turn, start, end, text } = place
  const words = introduced ?? who?.replace(/^#/, '')
  return {
    type: 'statement',
    slug: `${document}/${turn}`,
    document,
    content: { at: [[start, end]], exact: text },
    ...(who === null || words === undefined
      ? {}
      : { mentions: [{ role: 'SOURCE', words, agent: slugOfXmlId(dataset, who) }] }),
    turn,
    ...(date === null ? {} : { said: date }),
    labels: fieldLabels({ id, role, machineTranslationOf: translated }),
  }
}
