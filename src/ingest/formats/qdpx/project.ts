import { type Element, readXml } from '../xml.ts'

export interface TextSelection {
  readonly guid: string
  readonly name: string
  readonly start: number
  readonly end: number
  readonly user: string | null
  description: string
  readonly codes: { readonly code: string; readonly user: string | null }[]
  readonly notes: string[]
  readonly line: number
}

export interface TextSource {
  readonly guid: string
  readonly name: string
  /** internal://GUID.txt, relative:// or absolute:// */
  readonly path: string | null
  content: string | null
  readonly selections: TextSelection[]
  readonly codes: string[]
  readonly variables: Record<string, string>
  readonly line: number
}

export interface Case {
  readonly guid: string
  readonly name: string
  readonly sources: string[]
  readonly selections: string[]
  readonly variables: Record<string, string>
  readonly line: number
}

/** A project of REFI-QDA: what coders have marked in which texts, and what they call it. */
export interface Project {
  origin: string
  readonly users: { readonly guid: string; readonly name: string }[]
  /** The name of each code with those above it: "Framing > Blame". */
  readonly codes: Map<string, string>
  readonly variables: Map<string, string>
  readonly cases: Case[]
  readonly sources: TextSource[]
  /** Sources that are not text, by their element's name. */
  readonly others: { readonly kind: string; readonly name: string; readonly line: number }[]
  readonly notes: Map<string, string>
}

const otherSources = new Set(['PictureSource', 'AudioSource', 'VideoSource'])

/** @throws Unreadable where it is not well-formed XML */
export function readProject(xml: string): Project {
  const project: Project = {
    origin: '',
    users: [],
    codes: new Map(),
    variables: new Map(),
    cases: [],
    sources: [],
    others: [],
    notes: new Map(),
  }
  const codePath: string[] = []
  let words = ''
  let variable = ''
  let inCase: Case | null = null
  let source: TextSource | null = null
  let selection: TextSelection | null = null
  let note: string | null = null
  let pdf: Element | null = null

  readXml(xml, {
    open(element, path) {
      const { name, attributes, line } = element
      const { guid = '', name: called = '' } = attributes
      words = ''
      if (name === 'Project') project.origin = attributes.origin ?? ''
      else if (name === 'User') project.users.push({ guid, name: called })
      else if (name === 'Code') {
        codePath.push(called)
        project.codes.set(guid, codePath.join(' > '))
      } else if (name === 'Variable') project.variables.set(guid, called)
      else if (name === 'Case') {
        inCase = { guid, name: called, sources: [], selections: [], variables: {}, line }
        project.cases.push(inCase)
      } else if (name === 'PDFSource') pdf = element
      else if (otherSources.has(name)) project.others.push({ kind: name, name: called, line })
      else if (name === 'TextSource' || name === 'Representation' || name === 'Transcript') {
        source = {
          guid: name === 'Representation' && pdf ? (pdf.attributes.guid ?? guid) : guid,
          name: called || (pdf?.attributes.name ?? ''),
          path: attributes.plainTextPath ?? null,
          content: null,
          selections: [],
          codes: [],
          variables: {},
          line,
        }
        project.sources.push(source)
      } else if (name === 'PlainTextSelection' && source) {
        const start = Number(attributes.startPosition)
        const end = Number(attributes.endPosition)
        selection = {
          guid,
          name: called,
          start,
          end,
          user: attributes.creatingUser ?? null,
          description: '',
          codes: [],
          notes: [],
          line,
        }
        source.selections.push(selection)
      } else if (name === 'CodeRef') {
        const code = attributes.targetGUID ?? ''
        const coding = path.at(-2)
        if (selection) selection.codes.push({ code, user: coding?.attributes.creatingUser ?? selection.user })
        else if (source) source.codes.push(code)
      } else if (name === 'NoteRef' && selection) selection.notes.push(attributes.targetGUID ?? '')
      else if (name === 'SourceRef' && inCase) inCase.sources.push(attributes.targetGUID ?? '')
      else if (name === 'SelectionRef' && inCase) inCase.selections.push(attributes.targetGUID ?? '')
      else if (name === 'VariableRef') variable = attributes.targetGUID ?? ''
      else if (name === 'Note') note = guid
    },
    text(text) {
      words += text
    },
    close({ name }) {
      if (name === 'Code') codePath.pop()
      else if (name === 'Case') inCase = null
      else if (name === 'PlainTextSelection') selection = null
      else if (name === 'TextSource' || name === 'Representation' || name === 'Transcript') source = null
      else if (name === 'PDFSource') {
        if (pdf && !project.sources.some(({ guid }) => guid === pdf?.attributes.guid)) {
          project.others.push({ kind: 'PDFSource', name: pdf.attributes.name ?? '', line: pdf.line })
        }
        pdf = null
      } else if (name === 'PlainTextContent') {
        if (note !== null) project.notes.set(note, words)
        else if (source) source.content = words
      } else if (name === 'Description' && selection) selection.description = words.trim()
      else if (name === 'Note') note = null
      else if (/^(?:Text|Integer|Float|Date|DateTime|Boolean)Value$/.test(name)) {
        const into = inCase?.variables ?? source?.variables
        if (into) into[variable] = words.trim()
      }
      words = ''
    },
  })
  return project
}
