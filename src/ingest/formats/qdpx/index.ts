import { basename } from 'node:path'
import type { InterchangeRecord } from '../../../model/interchange.ts'
import type { LabelRecord } from '../../../model/records/fields.ts'
import { filesAt, Unreadable } from '../files.ts'
import type { Format, OnBytes, RecordItem } from '../format.ts'
import { fieldLabels, nameWithoutEnding, slugOfId } from '../names.ts'
import { NormalisedText } from '../spans.ts'
import { Archive } from './archive.ts'
import { Positions, positionUnit } from './positions.ts'
import { type Case, type Project, readProject, type TextSelection, type TextSource } from './project.ts'

/**
 * A project of REFI-QDA (NVivo, MAXQDA, ATLAS.ti, QualCoder …): each marked passage of a text is a statement, its codes and memos are
 * labels, the coders are coders. A case to which a passage or a text is tied is whoever speaks in it.
 */
export const qdpx: Format = {
  name: 'qdpx',
  summary: 'REFI-QDA projects (.qdpx): coded passages of texts',
  version: 1,
  dataset: { slug: 'qdpx', name: 'REFI-QDA project', licence: null, version: null, url: null },
  sources: (paths, dataset) =>
    filesAt(paths, ['.qdpx'], 'a REFI-QDA project').map(file => ({
      name: basename(file),
      path: file,
      files: [file],
      read: (onBytes, name) => readFile(file, slugOfId(dataset, nameWithoutEnding(name)), onBytes),
    })),
}

async function* readFile(file: string, prefix: string, onBytes: OnBytes): AsyncGenerator<RecordItem[]> {
  let archive: Archive | null = null
  try {
    archive = await Archive.open(file)
    const name = archive.nameEnding('.qde')
    const xml = name === null ? null : await archive.text(name)
    if (xml === null) throw new Unreadable('UNREADABLE_FILE', 'it holds no project.qde')
    onBytes(xml.length)
    yield* projectItems(readProject(xml), archive, file, prefix)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield [{ file, line: null, refused: error.reason, found: error.message }]
  } finally {
    archive?.close()
  }
}

async function* projectItems(
  project: Project,
  archive: Archive,
  file: string,
  prefix: string,
): AsyncGenerator<RecordItem[]> {
  const item = (record: InterchangeRecord, line: number | null): RecordItem => ({ file, line, record })
  yield project.users.map(({ guid, name }) =>
    item({ type: 'coder', slug: slugOfId(`${prefix}-coder`, guid), name: name || guid }, null),
  )
  yield project.cases.map(
    (one): RecordItem =>
      one.name === ''
        ? { file, line: one.line, refused: 'BAD_RECORD', why: 'a case without a name', found: one.guid }
        : item(caseRecord(one, project, prefix), one.line),
  )
  yield project.others.map(({ kind, name, line }) => ({
    file,
    line,
    refused: 'OTHER_TYPE',
    why: `a ${kind} without a plain text`,
    found: name,
  }))
  for (const source of project.sources) yield await sourceItems(source, project, archive, file, prefix)
}

function caseRecord({ guid, name, variables }: Case, project: Project, prefix: string): InterchangeRecord {
  return {
    type: 'agent',
    slug: slugOfId(`${prefix}-case`, guid),
    kind: 'UNKNOWN',
    name,
    labels: variableLabels(variables, project),
  }
}

async function sourceItems(
  source: TextSource,
  project: Project,
  archive: Archive,
  file: string,
  prefix: string,
): Promise<RecordItem[]> {
  const document = slugOfId(`${prefix}-source`, source.guid)
  const refuse = (reason: Unreadable['reason'], why: string): RecordItem[] => [
    { file, line: source.line, refused: reason, why, gives: { type: 'document', slug: document }, found: source.name },
  ]
  let raw: string | null
  try {
    raw = source.content ?? (await textOf(source, archive))
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.reason, error.message)
    throw error
  }
  if (raw === null || raw === '') return refuse('UNREADABLE_FILE', 'the project has no plain text for it')
  const text = new NormalisedText(raw)
  const positions = new Positions(raw, positionUnit(raw, source.selections))
  const codes = source.codes.map(code => ({ name: 'code', value: project.codes.get(code) ?? code }))
  const record: InterchangeRecord = {
    type: 'document',
    slug: document,
    text: text.text,
    language: 'und',
    ...(source.name === '' ? {} : { title: source.name }),
    labels: [...variableLabels(source.variables, project), ...codes],
  }
  const statements = source.selections.map((selection): RecordItem => {
    const piece = positions.piece(selection.start, selection.end)
    const content = piece && text.span([piece])
    if (!content) {
      const found = { guid: selection.guid, start: selection.start, end: selection.end }
      return {
        file,
        line: selection.line,
        refused: 'NOT_VERBATIM',
        why: 'its positions are outside the text',
        found,
      }
    }
    return {
      file,
      line: selection.line,
      record: statementRecord(selection, source, project, { prefix, document, content }),
    }
  })
  return [{ file, line: source.line, record }, ...statements]
}

/** The text of a source that lies in the archive; what lies elsewhere is not looked for. */
function textOf({ path }: TextSource, archive: Archive): Promise<string | null> {
  const [, inside] = /^internal:\/\/(.+)$/.exec(path ?? '') ?? []
  if (inside === undefined)
    throw new Unreadable('UNREADABLE_FILE', `its text is outside the project: ${path ?? 'nowhere'}`)
  return archive.text(`sources/${inside}`)
}

interface StatementPlace {
  readonly prefix: string
  readonly document: string
  readonly content: NonNullable<ReturnType<NormalisedText['span']>>
}

function statementRecord(
  selection: TextSelection,
  source: TextSource,
  project: Project,
  { prefix, document, content }: StatementPlace,
): InterchangeRecord {
  const named = project.cases.filter(({ name }) => name !== '')
  const tied = named.filter(({ selections }) => selections.includes(selection.guid))
  const speakers = tied.length > 0 ? tied : named.filter(({ sources }) => sources.includes(source.guid))
  const user = selection.codes[0]?.user ?? selection.user
  const isKnown = user !== null && project.users.some(({ guid }) => guid === user)
  const memos = selection.notes.flatMap(note => project.notes.get(note)?.trim() || [])
  const codes = new Set(selection.codes.map(({ code }) => project.codes.get(code) ?? code))
  return {
    type: 'statement',
    slug: `${document}/${slugOfId('', selection.guid)}`,
    document,
    content,
    mentions: speakers.map(({ guid, name }) => ({
      role: 'SOURCE',
      words: name,
      agent: slugOfId(`${prefix}-case`, guid),
    })),
    ...(isKnown ? { coder: slugOfId(`${prefix}-coder`, user) } : {}),
    labels: [
      ...Array.from(codes, value => ({ name: 'code', value })),
      ...fieldLabels({ description: selection.description }),
      ...memos.map(value => ({ name: 'memo', value })),
    ],
  }
}

function variableLabels(variables: Readonly<Record<string, string>>, project: Project): LabelRecord[] {
  return fieldLabels(
    Object.fromEntries(Object.entries(variables).map(([guid, value]) => [project.variables.get(guid) ?? guid, value])),
  )
}
