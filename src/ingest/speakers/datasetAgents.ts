import { tally } from '../../model/tally.ts'
import { particles } from '../names/lists.ts'
import type { PersonName } from '../names/personName.ts'
import { nameKey } from '../names/tokens.ts'
import { contradicts, type Distinction, distinctionOf, isTelling } from './personFacts.ts'
import type { DocumentAgent } from './speakerReading.ts'

/** An agent of one document, as it is joined with those of the others. */
export interface Occurrence {
  readonly document: string
  readonly published: string | null
  readonly agent: DocumentAgent
}

/** An agent of a dataset, made by the rule that the same name in it is the same agent. */
export interface DatasetAgent {
  readonly slug: string
  readonly kind: 'PERSON' | 'ORGANIZATION' | 'UNKNOWN'
  readonly name: string
}

/** Everything of one name. */
interface Namesakes<O> {
  kind: DatasetAgent['kind']
  /** Whether they are of one document alone. */
  readonly isLocal: boolean
  /** By document. */
  readonly places: Map<string, Place<O>>
}

interface Place<O> {
  readonly distinction: Distinction
  readonly words: string
  readonly occurrences: O[]
}

/** The agents of a dataset, each with the documents' agents that are it. `slugOf` makes a slug of a name. */
export function joinByName<O extends Occurrence>(
  occurrences: Iterable<O>,
  slugOf: (name: string, ...telling: readonly string[]) => string,
): Map<DatasetAgent, O[]> {
  const byName = new Map<string, Namesakes<O>>()
  for (const occurrence of occurrences) add(byName, occurrence)
  const agents = new Map<DatasetAgent, O[]>()
  for (const namesakes of byName.values()) {
    const groups = groupsOf(namesakes)
    for (const group of groups) {
      const places = group.documents.flatMap(document => namesakes.places.get(document) ?? [])
      const name = commonest(places.map(({ words }) => words))
      const telling = namesakes.isLocal ? group.documents : groups.length === 1 ? [] : group.tellingWords
      const slug = slugOf(name, ...telling)
      agents.set(
        { slug, kind: namesakes.kind, name },
        places.flatMap(place => place.occurrences),
      )
    }
  }
  return agents
}

function add<O extends Occurrence>(byName: Map<string, Namesakes<O>>, occurrence: O): void {
  const { agent, document, published } = occurrence
  const isLocal = agent.kind !== 'PERSON' && agent.isLocal
  const name = agent.kind === 'PERSON' ? personKey(agent.person.name) : nameKey(agent.name)
  // No name has a control character in it.
  const key = isLocal ? `${name}\n${document}` : name
  const known = byName.get(key) ?? {
    kind: agent.kind === 'SURNAME' ? 'PERSON' : agent.kind,
    isLocal,
    places: new Map(),
  }
  // A title somewhere tells that the name is a person's.
  if (agent.kind === 'SURNAME') known.kind = 'PERSON'
  byName.set(key, known)
  const place = known.places.get(document)
  if (place) place.occurrences.push(occurrence)
  else {
    const distinction =
      agent.kind === 'PERSON' ? distinctionOf(agent.person.name, agent.person.facts, published) : nothing(published)
    const words = agent.kind === 'PERSON' ? agent.person.name.words : agent.name
    known.places.set(document, { distinction, words: readable(words), occurrences: [occurrence] })
  }
}

/** Given name, surname and suffix; middle names tell apart where both have one. */
function personKey({ given, surname, suffix }: PersonName): string {
  return `${given} ${surname} ${suffix ?? ''}`
}

function nothing(published: string | null): Distinction {
  return { parties: new Set(), states: new Set(), offices: new Set(), middle: null, published }
}

interface Group {
  readonly documents: readonly string[]
  readonly tellingWords: readonly string[]
}

/**
 * Documents between which nothing contradicts. Where the namesakes are several, a document that tells nothing of its one
 * stays by itself: it may be either.
 */
function groupsOf<O>({ places }: Namesakes<O>): Group[] {
  const groups: { documents: string[]; members: Distinction[] }[] = []
  const silent: string[] = []
  for (const [document, { distinction }] of places) {
    if (!isTelling(distinction)) {
      silent.push(document)
      continue
    }
    const fitting = groups.filter(({ members }) => !members.some(member => contradicts(member, distinction)))
    const [only] = fitting
    if (fitting.length === 1 && only) {
      only.documents.push(document)
      only.members.push(distinction)
    } else if (fitting.length === 0) groups.push({ documents: [document], members: [distinction] })
    else silent.push(document)
  }
  const [first] = groups
  if (groups.length <= 1) return [{ documents: [...(first?.documents ?? []), ...silent], tellingWords: [] }]
  return [
    ...groups.map(({ documents, members }) => ({ documents, tellingWords: tellingWordsOf(members) })),
    ...silent.map(document => ({ documents: [document], tellingWords: [document] })),
  ]
}

function tellingWordsOf(members: readonly Distinction[]): string[] {
  const all = (pick: (member: Distinction) => Iterable<string>) =>
    [...new Set(members.flatMap(member => [...pick(member)]))].toSorted()
  return [
    ...all(({ middle }) => (middle === null ? [] : [middle])),
    ...all(({ parties }) => parties),
    ...all(({ states }) => states),
    ...all(({ offices }) => offices),
  ]
}

function commonest(words: readonly string[]): string {
  return [...tally(words)].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

/** A name that is all in capital letters, as in a headline, is written as others are; acronyms stay. */
function readable(words: string): string {
  const parts = words.split(' ')
  if (parts.length === 1 || parts.some(part => part !== part.toUpperCase())) return words
  return parts
    .map(part =>
      particles.has(part.toLowerCase()) ? part.toLowerCase() : part.charAt(0) + part.slice(1).toLowerCase(),
    )
    .join(' ')
}
