import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, isScalar, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml'
import type { AcceptedEntry, DeskDecision } from './decisionLog.ts'

/**
 * Annotations with what was decided in them: what is accepted and not there yet is put in, and what was undone is taken
 * out. Comments and everything else stay as they are. Done twice it changes nothing.
 */
export function annotationsWith(text: string, held: readonly DeskDecision[], undone: readonly DeskDecision[]): string {
  const document = parseDocument(text)
  const kept = held.flatMap(({ accepted }) => accepted ?? [])
  for (const { accepted } of undone) if (accepted !== null) take(document, accepted, kept)
  for (const accepted of kept) put(document, accepted)
  return document.toString({ lineWidth: 120 })
}

function put(document: Document, entry: AcceptedEntry): void {
  const { section, key, value, replaces, isRemoved } = entry
  if (isRemoved) takeEntry(document, [section, key])
  else if (replaces !== null && typeof value !== 'string') setFields(document, [section, key], replaces, value)
  else putNew(document, entry)
}

function putNew(document: Document, { section, key, value, list, mentionedIn, needs }: AcceptedEntry): void {
  for (const need of needs) putEntry(document, need.section, need.key, need.value)
  if (list !== null) putItem(document, ['statements', key, list], value)
  else if (isListed(section)) putItem(document, [section], value)
  else putEntry(document, section, key, value)
  if (mentionedIn !== null) {
    putItem(document, ['statements', mentionedIn.statement, 'figures'], { figure: key, words: mentionedIn.words })
  }
}

function take(document: Document, entry: AcceptedEntry, kept: readonly AcceptedEntry[]): void {
  const { section, key, value, replaces } = entry
  if (replaces !== null && typeof value !== 'string') {
    putEntry(document, section, key, replaces)
    setFields(document, [section, key], value, replaces)
  } else takeNew(document, entry, kept)
}

function takeNew(document: Document, entry: AcceptedEntry, kept: readonly AcceptedEntry[]): void {
  const { section, key, value, list, mentionedIn, needs } = entry
  if (mentionedIn !== null) {
    takeItem(document, ['statements', mentionedIn.statement, 'figures'], { figure: key, words: mentionedIn.words })
  }
  if (list !== null) takeItem(document, ['statements', key, list], value)
  else if (isListed(section)) takeItem(document, [section], value)
  else takeEntry(document, [section, key])
  for (const need of needs) {
    const isNeeded = kept.some(other =>
      other.needs.some(each => each.section === need.section && each.key === need.key),
    )
    if (!isNeeded) takeEntry(document, [need.section, need.key])
  }
}

/** Sections that are lists; the others are mappings by key. */
function isListed(section: string): boolean {
  return section === 'memberships' || section === 'setAside'
}

function putEntry(document: Document, section: string, key: string, value: unknown): void {
  if (document.hasIn([section, key])) return
  if (!isMap(document.get(section))) document.set(section, new YAMLMap())
  document.setIn([section, key], document.createNode(value))
}

/** Puts fields in the place of others, and leaves all else of an entry as it is. */
function setFields(document: Document, path: readonly string[], from: Fields, to: Fields): void {
  for (const field of Object.keys(from)) if (!(field in to)) document.deleteIn([...path, field])
  for (const [field, value] of Object.entries(to)) document.setIn([...path, field], document.createNode(value))
}

type Fields = Readonly<Record<string, unknown>>

function takeEntry(document: Document, path: readonly string[]): void {
  document.deleteIn(path)
  takeIfEmpty(document, path.slice(0, -1))
}

/** Adds an item to a list, unless it is there; a code of a statement that is not there belongs nowhere. */
function putItem(document: Document, path: readonly string[], value: unknown): void {
  if (path.length > 1 && !document.hasIn(path.slice(0, -1))) return
  const list = document.getIn(path)
  if (!isSeq(list)) document.setIn(path, document.createNode([value]))
  else if (!list.items.some(item => isSame(item, value))) list.add(document.createNode(value))
}

function takeItem(document: Document, path: readonly string[], value: unknown): void {
  const list = document.getIn(path)
  if (!isSeq(list)) return
  list.items = list.items.filter(item => !isSame(item, value))
  takeIfEmpty(document, path)
}

function takeIfEmpty(document: Document, path: readonly string[]): void {
  const holder = document.getIn(path)
  const isEmpty = (holder instanceof YAMLMap || holder instanceof YAMLSeq) && holder.items.length === 0
  if (isEmpty) document.deleteIn(path)
}

function isSame(item: unknown, value: unknown): boolean {
  return (isMap(item) || isScalar(item) || isSeq(item)) && isDeepStrictEqual(item.toJSON(), value)
}
