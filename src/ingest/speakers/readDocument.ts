import { type Head, headName } from '../names/headName.ts'
import { theLexicon } from '../names/lexicon.ts'
import { organizationNouns } from '../names/lists.ts'
import { nameKey } from '../names/tokens.ts'
import { bodyNamed } from './bodies.ts'
import { Descriptions } from './descriptions.ts'
import { DocumentNames, isTitleCase, type NamedPerson } from './documentNames.ts'
import { readRelative } from './readRelative.ts'
import type { SpeakerRule } from './rules.ts'
import type { AgentByName, DocumentAgent, SourceWords, SpeakerReading } from './speakerReading.ts'

/** Reads whom the sources of a document name. What is not certain within the document leads to nobody. */
export function readDocument(text: string, sources: readonly SourceWords[]): SpeakerReading[] {
  const names = new DocumentNames(text)
  const heads = sources.map(source => ({ source, head: headName(source.words) }))
  // First the full names, which the rest of the document's names lead to.
  for (const { source, head } of heads) {
    if (head?.kind === 'PERSON' && head.name.isKnown)
      names.byFullName(head.name, (source.start ?? 0) + head.start, (source.start ?? 0) + head.end)
  }
  const organizations = new Map<string, DocumentAgent>()
  for (const { head } of heads) {
    if (head?.kind === 'ORGANIZATION') organizations.set(nameKey(head.words), organizationOf(head.words))
  }
  const descriptions = new Descriptions(text, names)
  return heads.flatMap(({ source, head }) => {
    const reading =
      (head && readHead(text, source, head, names, organizations)) ??
      readRelative(text, source, names) ??
      readAntecedent(source, names, organizations) ??
      readDescription(source, descriptions) ??
      readBody(text, source)
    return reading ? [reading] : []
  })
}

function readHead(
  text: string,
  source: SourceWords,
  head: Head,
  names: DocumentNames,
  organizations: ReadonlyMap<string, DocumentAgent>,
): SpeakerReading | null {
  const roleWords = roleWordsOf(source.words, head)
  const reading = (
    agent: DocumentAgent,
    rule: SpeakerRule,
    evidence: SpeakerReading['evidence'] = null,
  ): SpeakerReading => ({
    mention: source.id,
    agent,
    rule,
    evidence,
    roleWords,
  })
  const ofPerson = (person: NamedPerson, rule: SpeakerRule) =>
    reading({ kind: 'PERSON', person }, rule, { start: person.start, end: person.end })
  switch (head.kind) {
    case 'PERSON': {
      // "Rep. Wasserman Schultz": two words that no list knows may be a surname.
      const called = head.name.isKnown ? null : names.bySurname(nameKey(head.words), null, source.start)
      if (called) return ofPerson(called, 'SURNAME_IN_DOCUMENT')
      const start = (source.start ?? 0) + head.start
      const person = names.byFullName(head.name, start, (source.start ?? 0) + head.end)
      return reading({ kind: 'PERSON', person }, head.isApposition ? 'NAME_IN_APPOSITION' : 'FULL_NAME_IN_SOURCE')
    }
    case 'SURNAME': {
      // "The younger Mr. Trump" is told from another one.
      if (/\b(?:younger|elder|older)\b/i.test(source.words.slice(0, head.start))) return null
      const person = names.bySurname(head.surname, head.gender, source.start)
      if (person) return ofPerson(person, 'SURNAME_IN_DOCUMENT')
      const first = names.firstOfSurname(head.surname, head.gender, source.start)
      if (first) return ofPerson(first, 'FIRST_OF_SURNAME')
      const easternNamed = head.gender === null ? null : names.bySurnameFirst(head.surname)
      if (easternNamed) return ofPerson(easternNamed, 'SURNAME_BEFORE_GIVEN_NAME')
      if (isInHeadline(text, source.start)) return null
      if (theLexicon().isGivenName(head.surname) && !head.hasTitle) {
        const called = theLexicon().isPlace(head.surname) ? null : names.byGivenName(head.surname)
        return called && ofPerson(called, 'GIVEN_NAME_IN_DOCUMENT')
      }
      return names.hasFuller(head.words) ? null : readAlone(source.words, head, names, reading)
    }
    case 'ACRONYM': {
      const found = [...organizations.values()].filter(
        agent => agent.kind !== 'PERSON' && isAcronymOf(head.words, agent.name),
      )
      const [only] = found
      if (found.length > 1) return null
      if (only) return reading(only, 'ACRONYM_IN_DOCUMENT')
      const person = names.bySurname(nameKey(head.words), null, source.start)
      if (person) return ofPerson(person, 'SURNAME_IN_DOCUMENT')
      return reading(organizationOf(head.words), 'ORGANIZATION_IN_SOURCE')
    }
    case 'ORGANIZATION': {
      const organization = organizationOf(head.words)
      const fuller = organization.isLocal ? names.organizationEndingIn(head.words) : null
      return reading(fuller === null ? organization : organizationOf(fuller), 'ORGANIZATION_IN_SOURCE')
    }
    case 'NAME': {
      const person = names.bySurname(nameKey(head.words), null, source.start)
      if (person) return ofPerson(person, 'SURNAME_IN_DOCUMENT')
      if (isInHeadline(text, source.start) || /\b(?:Jr|Sr)\.?$|\b\p{L}$/u.test(head.words)) return null
      const name = names.byWords(head.words)
      if (name) return reading({ kind: 'PERSON', person: name }, 'FULL_NAME_IN_SOURCE')
      return reading({ kind: 'UNKNOWN', name: head.words, isLocal: false }, 'NAME_IN_SOURCE')
    }
  }
}

/** A single name that no full name of the document goes with. */
function readAlone(
  words: string,
  head: Extract<Head, { kind: 'SURNAME' }>,
  names: DocumentNames,
  reading: (agent: DocumentAgent, rule: SpeakerRule) => SpeakerReading,
): SpeakerReading | null {
  const lexicon = theLexicon()
  // "Mr. Singer" is one, but "Former Security of State" is none.
  if (head.hasTitle && (head.gender !== null || !lexicon.isCommon(head.surname))) {
    return reading({ kind: 'SURNAME', name: head.words, isLocal: true }, 'SURNAME_ALONE')
  }
  // A group in the plural looks like a surname that ends in s, and only the title of a body is a name by itself.
  const isName = head.start === 0 && !/s$/.test(head.surname) && !organizationNouns.has(head.surname)
  // "Berlin, Paris and other capitals"
  if (/\b(?:and|or)\b/.test(words)) return null
  if (!isName) return null
  if (lexicon.isPlace(head.surname)) {
    return reading({ kind: 'UNKNOWN', name: head.words, isLocal: false }, 'NAME_IN_SOURCE')
  }
  if (lexicon.isCommon(head.surname) || !names.isName(head.words)) return null
  return reading({ kind: 'UNKNOWN', name: head.words, isLocal: true }, 'SURNAME_ALONE')
}

/** “The Vermont senator”. */
function readDescription({ id, words, start }: SourceWords, descriptions: Descriptions): SpeakerReading | null {
  const person = start === null ? null : descriptions.personOf(words, start)
  if (!person) return null
  const evidence = { start: person.start, end: person.end }
  return { mention: id, agent: { kind: 'PERSON', person }, rule: 'DESCRIPTION_IN_DOCUMENT', evidence, roleWords: words }
}

/** “The department”. */
function readBody(text: string, { id, words, start }: SourceWords): SpeakerReading | null {
  const body = start === null ? null : bodyNamed(text, words, start)
  if (!body) return null
  const evidence = { start: body.start, end: body.end }
  return { mention: id, agent: organizationOf(body.name), rule: 'BODY_IN_DOCUMENT', evidence, roleWords: null }
}

/** Words that refer back: a pronoun, or a description without a name of its own. */
const ANAPHOR =
  /^(?:(?:s?he|h(?:is|im|ers?)|i|me|my|it|its|they|their|them|we|our|us|who|which)|(?:the|his|her|their)(?: \p{Ll}[\p{L}-]*){1,3})$/iu

/** The agent to whose name the corpus's coreference leads, unless a pronoun says that it is somebody else. */
function readAntecedent(
  { id, words, antecedent }: SourceWords,
  names: DocumentNames,
  organizations: ReadonlyMap<string, DocumentAgent>,
): SpeakerReading | null {
  const head = antecedent && headName(antecedent.words)
  // A name that fits several people is not settled by a machine, and neither are several people.
  if (!antecedent || !head || !ANAPHOR.test(words.trim())) return null
  const place = { start: antecedent.start + head.start, end: antecedent.start + head.end }
  const rest = { mention: id, rule: 'COREFERENCE_OF_CORPUS', evidence: place, roleWords: null } as const
  const pronoun = nameKey(words.trim())
  if (head.kind === 'ORGANIZATION') {
    if (!/^(?:it|they|its|their|we|our|us|them|which)$/.test(pronoun)) return null
    const agent = organizations.get(nameKey(head.words)) ?? organizationOf(head.words)
    return { ...rest, agent }
  }
  const person =
    head.kind === 'PERSON'
      ? names.byFullName(head.name, place.start, place.end)
      : head.kind === 'SURNAME'
        ? names.bySurname(head.surname, head.gender, place.start)
        : null
  if (!person) return null
  const gender = person.name.gender
  const isOther =
    (gender === 'FEMALE' && /^(?:he|his|him)$/.test(pronoun)) ||
    (gender === 'MALE' && /^(?:she|her|hers)$/.test(pronoun))
  if (isOther || /^(?:they|their|them|we|our|us|it|its|which)$/.test(pronoun)) return null
  return { ...rest, agent: { kind: 'PERSON', person } }
}

/** Bodies that are one in all of a corpus, though one word names them. */
const WELL_KNOWN = /^(?:senate|house|congress|treasury|pentagon)$/

function organizationOf(name: string): AgentByName {
  const key = nameKey(name)
  return { kind: 'ORGANIZATION', name, isLocal: organizationNouns.has(key) && !WELL_KNOWN.test(key) }
}

/** Whether some letters are the initials of a name, small words left out. */
function isAcronymOf(letters: string, name: string): boolean {
  const initials = name
    .split(/[\s-]+/)
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => word[0])
    .join('')
  return initials.length > 1 && initials === letters.replaceAll('.', '')
}

/** What stands before and after the name, without the marks at its borders. */
function roleWordsOf(words: string, { start, end }: Head): string | null {
  const trim = (text: string) =>
    text.replace(/^(?:['’]s)?[\s,;:()[\]“”"–—-]+|[\s,;:()[\]“”"–—-]+$/gu, '').replace(/^the$/i, '')
  const pieces = [trim(words.slice(0, start)), trim(words.slice(end).replace(/^['’]s?/u, ''))].filter(
    piece => piece !== '',
  )
  return pieces.length === 0 ? null : pieces.join(' … ')
}

function isInHeadline(text: string, start: number | null): boolean {
  if (start === null) return false
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', start)
  return isTitleCase(text.slice(from, to < 0 ? undefined : to))
}
