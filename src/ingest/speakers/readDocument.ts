import { type Head, headName } from '../names/headName.ts'
import { nameKey } from '../names/tokens.ts'
import { DocumentNames, isTitleCase, type NamedPerson } from './documentNames.ts'
import type { SpeakerRule } from './rules.ts'

/** Words by which a document names somebody; places count UTF-16 units of its text. */
export interface SourceWords {
  readonly id: number
  readonly words: string
  readonly start: number | null
  /** The name to which the corpus's own coreference leads from the words. */
  readonly antecedent: { readonly words: string; readonly start: number } | null
}

/** A named agent of one document. */
export type DocumentAgent =
  | { readonly kind: 'PERSON'; readonly person: NamedPerson }
  | { readonly kind: 'ORGANIZATION' | 'UNKNOWN'; readonly name: string; readonly start: number | null }

/** To whom some words lead, and by which rule. */
export interface SpeakerReading {
  readonly mention: number
  readonly agent: DocumentAgent
  readonly rule: SpeakerRule
  /** Where the full name stands by which they do (UTF-16); null if it is in the words themselves. */
  readonly evidence: { readonly start: number; readonly end: number } | null
  /** What stands beside the name in the words: title, party, apposition; the pieces joined by “ … ”. */
  readonly roleWords: string | null
}

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
  for (const { source, head } of heads) {
    if (head?.kind === 'ORGANIZATION')
      organizations.set(nameKey(head.words), organizationOf(head.words, source.start, head))
  }
  return heads.flatMap(({ source, head }) => {
    const reading =
      (head && readHead(text, source, head, names, organizations)) ?? readAntecedent(source, names, organizations)
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
      const called = head.name.isKnown ? null : names.bySurname(nameKey(head.words), null)
      if (called) return ofPerson(called, 'SURNAME_IN_DOCUMENT')
      const start = (source.start ?? 0) + head.start
      const person = names.byFullName(head.name, start, (source.start ?? 0) + head.end)
      return reading({ kind: 'PERSON', person }, head.isApposition ? 'NAME_IN_APPOSITION' : 'FULL_NAME_IN_SOURCE')
    }
    case 'SURNAME': {
      const person = names.bySurname(head.surname, head.gender)
      return person && ofPerson(person, 'SURNAME_IN_DOCUMENT')
    }
    case 'ACRONYM': {
      const found = [...organizations.values()].filter(
        agent => agent.kind !== 'PERSON' && isAcronymOf(head.words, agent.name),
      )
      const [only] = found
      if (found.length > 1) return null
      if (only) return reading(only, 'ACRONYM_IN_DOCUMENT')
      const person = names.bySurname(nameKey(head.words), null)
      if (person) return ofPerson(person, 'SURNAME_IN_DOCUMENT')
      return reading(organizationOf(head.words, source.start, head), 'ORGANIZATION_IN_SOURCE')
    }
    case 'ORGANIZATION':
      return reading(organizationOf(head.words, source.start, head), 'ORGANIZATION_IN_SOURCE')
    case 'NAME': {
      const person = names.bySurname(nameKey(head.words), null)
      if (person) return ofPerson(person, 'SURNAME_IN_DOCUMENT')
      if (isInHeadline(text, source.start) || /\b(?:Jr|Sr)\.?$|\b\p{L}$/u.test(head.words)) return null
      const name = names.byWords(head.words)
      if (name) return reading({ kind: 'PERSON', person: name }, 'FULL_NAME_IN_SOURCE')
      return reading({ kind: 'UNKNOWN', name: head.words, start: source.start }, 'NAME_IN_SOURCE')
    }
  }
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
    const agent = organizations.get(nameKey(head.words)) ?? organizationOf(head.words, antecedent.start, head)
    return { ...rest, agent }
  }
  const person =
    head.kind === 'PERSON'
      ? names.byFullName(head.name, place.start, place.end)
      : head.kind === 'SURNAME'
        ? names.bySurname(head.surname, head.gender)
        : null
  if (!person) return null
  const gender = person.name.gender
  const isOther =
    (gender === 'FEMALE' && /^(?:he|his|him)$/.test(pronoun)) ||
    (gender === 'MALE' && /^(?:she|her|hers)$/.test(pronoun))
  if (isOther || /^(?:they|their|them|we|our|us|it|its|which)$/.test(pronoun)) return null
  return { ...rest, agent: { kind: 'PERSON', person } }
}

function organizationOf(name: string, start: number | null, head: Head): DocumentAgent {
  return { kind: 'ORGANIZATION', name, start: start === null ? null : start + head.start }
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
