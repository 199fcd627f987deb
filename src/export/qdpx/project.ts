import packageJson from '../../../package.json' with { type: 'json' }
import { fragmentsOf, quotedPieces } from '../../model/selector.ts'
import type { Database } from '../../store/engine/database.ts'
import {
  type DocumentMark,
  type MarkedDocument,
  markedDocuments,
  marksIn,
  sharedTopics,
  speakersIn,
  textOfMarked,
} from '../../store/query/documentMarks.ts'
import type { ExportScope } from '../../store/query/exportTables.ts'
import { toldIn } from '../told.ts'
import { element, openTag, textElement } from '../xml.ts'
import { codeBook, codesOf } from './codes.ts'
import { guidOf } from './guid.ts'
import { type LineEnds, WrittenText } from './lineEnds.ts'

/** What is known of a text or a speaker, as variables of the project. */
const variables = {
  slug: 'The name by which Dixit knows it.',
  language: 'The language of the text (BCP 47).',
  published: 'When it was published (EDTF).',
  authors: 'Who wrote it.',
  publisher: 'Who published it.',
  url: 'Where it was published.',
  dataset: 'The dataset that it comes from.',
  licence: 'The licence of that dataset, in its words.',
  source: 'Where that dataset comes from.',
  kind: 'Whether it is a person or an organization.',
} as const

type Known = Partial<Record<keyof typeof variables, string | null>>

export interface ExportedProject {
  readonly database: Database
  readonly name: string
  readonly scope: ExportScope
  readonly ends: LineEnds
}

/** The file of the project, `project.qde`, in parts (REFI-QDA 1.0, 1.5 of its text). The order is the schema's. */
export function* projectXml(project: ExportedProject): Generator<string> {
  const { database, name } = project
  const { claims, referents, coders } = sharedTopics(database)
  yield '<?xml version="1.0" encoding="utf-8"?>\n'
  yield openTag('Project', {
    xmlns: 'urn:QDA-XML:project:1.0',
    name,
    origin: `Dixit ${packageJson.version}`,
    ...(coders[0] && { creatingUserGUID: guidOf('coder', coders[0].key) }),
  })
  if (coders.length > 0) {
    yield `\n${openTag('Users')}${coders.map(({ key, label }) => element('User', { guid: guidOf('coder', key), name: label })).join('')}</Users>\n`
  }
  yield codeBook({ claims, referents })
  yield `${openTag('Variables')}${Object.entries(variables).map(variable).join('')}</Variables>\n`
  yield* inside('Cases', casesXml(project))
  const noted = new Set<number>()
  yield* inside('Sources', sourcesXml(project, noted))
  yield* inside('Notes', notesXml(project, noted))
  yield '</Project>\n'
}

/** The documents whose texts leave: without its text, nothing can be marked in one. */
export function sourcesOf({ database, scope }: ExportedProject): IteratorObject<MarkedDocument> {
  return markedDocuments(database, scope).filter(({ hasText }) => hasText === 1)
}

/** An element around others; none around nothing, which the schema does not allow. */
function* inside(name: string, parts: Generator<string>): Generator<string> {
  let isOpen = false
  for (const part of parts) {
    if (!isOpen) yield `${openTag(name)}\n`
    isOpen = true
    yield `${part}\n`
  }
  if (isOpen) yield `</${name}>\n`
}

function variable([name, meaning]: readonly [string, string]): string {
  return element(
    'Variable',
    { guid: guidOf('variable', name), name, typeOfVariable: 'Text' },
    textElement('Description', meaning),
  )
}

function values(known: Known): string {
  return Object.entries(known)
    .map(([name, value]) =>
      value === null || value === undefined || value === ''
        ? ''
        : element(
            'VariableValue',
            {},
            element('VariableRef', { targetGUID: guidOf('variable', name) }) + textElement('TextValue', value),
          ),
    )
    .join('')
}

/** Whoever speaks is a case, to which the statements are tied. */
function* casesXml({ database, scope }: ExportedProject): Generator<string> {
  for (const { slug, name, kind, statements } of speakersIn(database, scope)) {
    const said = statements.flatMap(({ slug: statement, selector }) =>
      fragmentsOf(selector).map((_, index) =>
        element('SelectionRef', { targetGUID: selectionGuid('STATEMENT', statement, index) }),
      ),
    )
    yield element('Case', { guid: guidOf('case', slug), name }, values({ slug, kind }) + said.join(''))
  }
}

/** The sources; adds those with notes, which come after them all, to `noted`, by their row ids. */
function* sourcesXml(project: ExportedProject, noted: Set<number>): Generator<string> {
  const { database, scope, ends } = project
  for (const document of sourcesOf(project)) {
    const { slug, title, language, published, authors, publisher, url, dataset, licence, source } = document
    const text = new WrittenText(textOfMarked(database, document), ends)
    const marks = marksIn(database, document, scope)
    if (marks.some(mark => noteOf(mark) !== null)) noted.add(document.id)
    const told = toldIn(database, marks)
    const selections = marks.flatMap(mark => selectionsXml(mark, told(mark), text))
    const guid = sourceGuid(document)
    yield element(
      'TextSource',
      // Two sources of one name are one to some programs.
      { guid, name: title === null ? slug : `${title} [${slug}]`, plainTextPath: `internal://${guid}.txt` },
      selections.join('\n') + values({ slug, language, published, authors, publisher, url, dataset, licence, source }),
    )
  }
}

export function sourceGuid({ slug }: Pick<MarkedDocument, 'slug'>): string {
  return guidOf('source', slug)
}

function selectionGuid(kind: string, slug: string, index: number): string {
  return guidOf('selection', kind, slug, String(index))
}

/** A selection for each piece of the words: no selection is in pieces. The note says that they belong together. */
function selectionsXml(mark: DocumentMark, told: readonly string[], text: WrittenText): string[] {
  const { kind, slug, selector, exact, coder } = mark
  const user = coder === null ? null : guidOf('coder', coder)
  return quotedPieces(exact, selector).map(({ start, end, exact: words }, index) => {
    const guid = selectionGuid(kind, slug, index)
    const codings = codesOf(mark, told.length > 0).map(code =>
      element(
        'Coding',
        { guid: guidOf('coding', guid, code), creatingUser: user },
        element('CodeRef', { targetGUID: code }),
      ),
    )
    return element(
      'PlainTextSelection',
      {
        guid,
        name: words.replaceAll(/\s+/g, ' '),
        startPosition: text.position(start),
        endPosition: text.position(end),
        creatingUser: user,
      },
      textElement('Description', descriptionOf(mark, told)) +
        codings.join('') +
        (noteOf(mark) === null ? '' : element('NoteRef', { targetGUID: noteGuid(mark) })),
    )
  })
}

/** What no code says of a mark: the number's matter, whom a role is of, the date, by whose account it is so. */
function descriptionOf({ kind, label, value, reason }: DocumentMark, told: readonly string[]): string {
  const matter = {
    FIGURE_MENTION: [label],
    FIGURE_RELATION: [label],
    MEMBERSHIP: [label, value],
    CHANNEL: [label],
    TIME_EXPRESSION: [value],
    STATEMENT: [label],
    SOURCE: [label],
  }[String(kind)]
  const accounts = told.map(who => `by the account of ${who}`)
  return [...(matter ?? []), ...accounts, reason].flatMap(part => part?.split('\n').join('; ') ?? []).join(' · ')
}

/** What is noted about a mark, and the whole of its words, if they are in pieces. */
function noteOf({ selector, exact, notes }: DocumentMark): string | null {
  const pieces = fragmentsOf(selector).length
  const parts = [...(pieces > 1 ? [`In ${pieces} pieces: ${exact}`] : []), ...(notes === null ? [] : [notes])]
  return parts.length === 0 ? null : parts.join('\n')
}

function noteGuid({ kind, slug }: DocumentMark): string {
  return guidOf('note', kind, slug)
}

function* notesXml(project: ExportedProject, noted: ReadonlySet<number>): Generator<string> {
  for (const document of sourcesOf(project)) {
    if (!noted.has(document.id)) continue
    for (const mark of marksIn(project.database, document, project.scope)) {
      const note = noteOf(mark)
      if (note === null) continue
      yield element('Note', { guid: noteGuid(mark), name: mark.slug }, textElement('PlainTextContent', note))
    }
  }
}
