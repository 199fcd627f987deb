import { normaliseText } from '../../../model/text.ts'
import { type Element, readXml } from '../xml.ts'
import type { LegislativeTerm, Organization, Person } from './registers.ts'
import { TokenSpaces } from './tokenSpaces.ts'

/** A turn of one speaker, with the words of each segment; what the stenographers note is not among them. */
export interface Utterance {
  readonly id: string | null
  readonly who: string | null
  /** chair, regular, guest. */
  readonly role: string | null
  /** The note that introduces the speaker, word for word. */
  readonly introduced: string | null
  readonly segments: string[]
  /** What a machine translated it from, in an edition whose words nobody has said. */
  readonly translated: string | null
  readonly line: number
}

/** What a TEI file of ParlaMint holds: a sitting, or a list of people or organizations, or both. */
export interface ParlaMintFile {
  readonly id: string | null
  readonly language: string
  titles: { words: string; type: string | null; language: string | null }[]
  /** The day of the sitting. */
  date: string | null
  /** The day on which the edition was published. */
  edition: string | null
  url: string | null
  readonly people: Person[]
  readonly organizations: Organization[]
  readonly periods: LegislativeTerm[]
  readonly utterances: Utterance[]
}

/** Elements whose words nobody speaks, inside of a speech too. */
const unspoken = new Set(['note', 'kinesic', 'vocal', 'incident', 'gap', 'desc', 'pb', 'time', 'figure'])
/** Elements whose words are taken, from where they open. */
const worded = new Set(['seg', 'title', 'note', 'orgName', 'persName', 'forename', 'surname', 'idno', 'roleName'])
const dayOf = (date: string | undefined) => (date === undefined ? null : date.slice(0, 10))
const squeeze = (text: string) => normaliseText(text).replace(/\s+/gu, ' ').trim()

/** @throws Unreadable where it is not well-formed XML */
export function readParlaMint(xml: string): ParlaMintFile {
  let file: ParlaMintFile = emptyFile(null, 'und')
  let words = ''
  let introduced: string | null = null
  let roleName: string | null = null
  let forenames: string[] = []
  let surnames: string[] = []
  const spaces = new TokenSpaces()
  const has = (path: readonly Element[], name: string) => path.some(element => element.name === name)
  readXml(xml, {
    open({ name, attributes, line }, path) {
      if (name === 'TEI' || name === 'teiCorpus') {
        const id = attributes['xml:id']?.replace(/\.xml$/, '') ?? null
        if (path.length === 1) file = emptyFile(id, attributes['xml:lang'] ?? 'und')
      } else if (name === 'u') {
        const role = /(?:^|\s)#(?:\S*\.)?(chair|regular|guest)\b/.exec(attributes.ana ?? '')?.[1] ?? null
        const { who = null } = attributes
        const translated = /^mt-src:(\S+)/.exec(attributes.corresp ?? '')?.[1] ?? null
        file.utterances.push({
          id: attributes['xml:id'] ?? null,
          who,
          role,
          introduced,
          segments: [],
          translated,
          line,
        })
        introduced = null
      } else if (name === 'person') {
        file.people.push({
          id: attributes['xml:id'] ?? '',
          names: [],
          fields: {},
          identifiers: [],
          affiliations: [],
          line,
        })
      } else if (name === 'org') {
        file.organizations.push({ id: attributes['xml:id'] ?? '', role: attributes.role ?? '', names: [], line })
      } else if (name === 'event' && has(path, 'org') && attributes['xml:id'] !== undefined) {
        file.periods.push({ id: attributes['xml:id'], from: dayOf(attributes.from), to: dayOf(attributes.to) })
      } else if (name === 'persName') {
        forenames = []
        surnames = []
      }
      if (name === 'affiliation') roleName = null
      // What is noted inside of a speech does not end it.
      if (worded.has(name) && !(unspoken.has(name) && has(path, 'seg'))) words = ''
      if (name === 'seg') spaces.begin()
      else words += spaces.before({ name, attributes, line }, path)
    },
    text(text, path) {
      if (has(path, 'u') && path.some(element => unspoken.has(element.name))) return
      if (!spaces.isLayout(text, path)) words += text
    },
    close({ name, attributes, line }, path) {
      const text = squeeze(words)
      const person = has(path, 'person') ? file.people.at(-1) : undefined
      const organization = has(path, 'org') ? file.organizations.at(-1) : undefined
      if (name === 'seg') {
        if (text !== '') file.utterances.at(-1)?.segments.push(text)
        words = ''
      } else if (name === 'note' && attributes.type === 'speaker') introduced = text === '' ? null : text
      else if (name === 'title' && has(path, 'titleStmt')) {
        file.titles.push({ words: text, type: attributes.type ?? null, language: attributes['xml:lang'] ?? null })
      } else if (name === 'date' && has(path, 'sourceDesc')) file.date ??= dayOf(attributes.when)
      else if (name === 'date' && has(path, 'settingDesc')) file.date ??= dayOf(attributes.when ?? attributes.from)
      else if (name === 'date' && has(path, 'publicationStmt')) file.edition ??= dayOf(attributes.when)
      else if (name === 'idno' && has(path, 'sourceDesc')) file.url ??= text
      else if (person) closeInPerson(person, { name, attributes, line }, text)
      else if (organization && name === 'orgName') {
        const isFull = attributes.full !== 'abb' && attributes.full !== 'init'
        organization.names.push({ words: text, isFull, language: attributes['xml:lang'] ?? null })
      }
    },
  })
  return file

  function closeInPerson(person: Person, { name, attributes, line }: Element, text: string): void {
    if (name === 'forename') forenames.push(text)
    else if (name === 'surname') surnames.push(text)
    else if (name === 'persName') {
      const full = [...forenames, ...surnames].join(' ')
      const isFormer = attributes.to !== undefined
      if ((full || text) !== '') person.names.push({ words: full || text, isFormer })
    } else if (name === 'roleName') roleName ??= text
    else if (name === 'sex' && attributes.value !== undefined) person.fields.sex = attributes.value
    else if ((name === 'birth' || name === 'death') && attributes.when !== undefined)
      person.fields[name] = attributes.when
    else if (name === 'idno' && text !== '') {
      person.identifiers.push({ scheme: attributes.subtype ?? attributes.type ?? 'idno', value: text })
    } else if (name === 'affiliation' && attributes.ref !== undefined) {
      const role = roleName ?? attributes.role ?? 'affiliation'
      const organization = attributes.ref.replace(/^#/, '')
      const kind = attributes.role ?? 'affiliation'
      person.affiliations.push({
        organization,
        kind,
        role,
        from: dayOf(attributes.from),
        to: dayOf(attributes.to),
        periods: (attributes.ana ?? '').split(/\s+/).map(period => period.replace(/^#/, '')),
        line,
      })
    }
  }
}

function emptyFile(id: string | null, language: string): ParlaMintFile {
  return {
    id,
    language,
    titles: [],
    date: null,
    edition: null,
    url: null,
    people: [],
    organizations: [],
    periods: [],
    utterances: [],
  }
}
