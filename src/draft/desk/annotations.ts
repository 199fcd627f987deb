import { isDeepStrictEqual } from 'node:util'
import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, visit, YAMLMap, YAMLSeq } from 'yaml'
import { Failure } from '../../model/failure.ts'
import { type AcceptedEntry, type DeskDecision, standing } from './decisionLog.ts'
import { entriesHeld, isKeyed, isListed } from './entriesHeld.ts'
import { spliced } from './spliced.ts'

/** Annotations with the last decision of a log in them, or without what it undoes. What a hand has made of all others stays. */
export function annotationsAfter(text: string, log: readonly DeskDecision[]): string {
  const made = log.at(-1)
  if (made === undefined) return text
  const undone = made.answer === 'UNDO' ? standing(log.slice(0, -1)).slice(-1) : []
  if ([made, ...undone].every(({ accepted, replaced }) => accepted === null && replaced === null)) return text
  const held = standing(log)
  // With a statement comes back what stands in it.
  const back = undone.flatMap(({ replaced }) => (replaced?.section === 'statements' ? [replaced.key] : []))
  const isBack = ({ accepted }: DeskDecision) =>
    accepted !== null && back.includes(accepted.list === null ? (accepted.mentionedIn?.statement ?? '') : accepted.key)
  return annotationsWith(text, held, undone, made.answer === 'UNDO' ? held.filter(isBack) : [made])
}

/**
 * Annotations with what was decided in them: what is accepted and not there yet is put in, and what was undone is taken
 * out. All else stays as it is, byte for byte. Done twice it changes nothing. `put` are those of what holds that are to be put
 * in; all of it, if not given.
 */
export function annotationsWith(
  text: string,
  held: readonly DeskDecision[],
  undone: readonly DeskDecision[],
  put = held,
): string {
  const document = parseDocument(text)
  const kept = entriesHeld(held).map(({ entry }) => entry)
  for (const each of undone.toReversed()) exchange(document, each.accepted, each.replaced, kept)
  const isThere = (entry: AcceptedEntry) => isKeyed(entry) && document.hasIn([entry.section, entry.key])
  const there = new Set(held.flatMap(({ replaced }) => (replaced !== null && isThere(replaced) ? [replaced] : [])))
  for (const { replaced, accepted, answer } of put) {
    // What was revised, and changed by hand since, stays as the hand left it.
    const isOld = answer === 'REVISE' && replaced !== null && there.has(replaced) && !isAsWritten(document, replaced)
    if (isOld && accepted !== null) putMention(document, accepted)
    else exchange(document, replaced, accepted, kept)
  }
  refuseLostAnchors(document)
  return spliced(text, document)
}

/** What a hand wrote may name an anchor (`*p`) of what is taken out (`&p`): without it, the file could not be read. */
function refuseLostAnchors(document: Document): void {
  const anchors = new Set<string>()
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) && !anchors.has(node.source)) {
        const used = `annotations.yaml uses *${node.source}, and this would take out the entry with &${node.source}`
        throw new Failure('BAD_INPUT', `${used}. Write out what *${node.source} stands for, then try again.`)
      }
      if (!isAlias(node) && 'anchor' in node && typeof node.anchor === 'string') anchors.add(node.anchor)
    },
  })
}

/** Puts one entry in the place of another. What else stands under the same key stays, such as the codes of a statement. */
function exchange(
  document: Document,
  from: AcceptedEntry | null,
  to: AcceptedEntry | null,
  kept: readonly AcceptedEntry[],
): void {
  if (from !== null && to !== null && isKeyed(from) && from.section === to.section && from.key === to.key) {
    putEntry(document, from.section, from.key, from.value)
    setFields(document, [from.section, from.key], asFields(from.value), asFields(to.value))
    takeMention(document, from)
    putMention(document, to)
  } else {
    if (from !== null) take(document, from)
    if (to !== null) put(document, to, kept)
  }
  for (const need of to?.needs ?? []) putEntry(document, need.section, need.key, need.value)
  if (from === null) return
  takeNeeds(document, from, kept)
  // What was decided by itself, after a statement had brought it, is as that had it again.
  for (const need of needsFor(from, kept)) putEntry(document, need.section, need.key, need.value)
}

/** What others that hold have brought under the key of an entry, since they name it. */
function needsFor({ section, key, list }: AcceptedEntry, kept: readonly AcceptedEntry[]): AcceptedEntry['needs'] {
  if (list !== null) return []
  return kept.flatMap(({ needs }) => needs.filter(need => need.section === section && need.key === key))
}

/** Whether the annotations still say all that an entry says. */
function isAsWritten(document: Document, { section, key, value }: AcceptedEntry): boolean {
  return Object.entries(asFields(value)).every(([field, each]) =>
    isSame(document.getIn([section, key, field], true), each),
  )
}

function put(document: Document, entry: AcceptedEntry, kept: readonly AcceptedEntry[]): void {
  const { section, key, value, list } = entry
  if (list !== null) putItem(document, ['statements', key, list], value)
  else if (isListed(section)) putItem(document, [section], value)
  else {
    putEntry(document, section, key, value)
    // What a statement brought along is now decided by itself.
    const brought = needsFor(entry, kept).find(need => isSame(document.getIn([section, key], true), need.value))
    if (brought !== undefined) setFields(document, [section, key], asFields(brought.value), asFields(value))
  }
  putMention(document, entry)
}

function take(document: Document, entry: AcceptedEntry): void {
  const { section, key, value, list } = entry
  takeMention(document, entry)
  if (list !== null) takeItem(document, ['statements', key, list], value)
  else if (isListed(section)) takeItem(document, [section], value)
  else if (section === 'statements') takeStatement(document, key)
  // Other words may mention the same figure.
  else if (section !== 'figures' || !isMentioned(document, key)) takeEntry(document, [section, key])
}

/** With a statement go the figures that it alone mentions. */
function takeStatement(document: Document, key: string): void {
  const mentioned = figuresOf(document.getIn(['statements', key]))
  takeEntry(document, ['statements', key])
  for (const figure of mentioned) if (!isMentioned(document, figure)) takeEntry(document, ['figures', figure])
}

function isMentioned(document: Document, figure: string): boolean {
  const statements = document.get('statements')
  return isMap(statements) && statements.items.some(({ value }) => figuresOf(value).includes(figure))
}

/** The figures that a statement mentions, by their keys. */
function figuresOf(statement: unknown): string[] {
  const mentions = isMap(statement) ? statement.get('figures') : undefined
  if (!isSeq(mentions)) return []
  return mentions.items.flatMap(each => (isMap(each) ? [String(each.get('figure'))] : []))
}

function putMention(document: Document, { key, mentionedIn }: AcceptedEntry): void {
  if (mentionedIn === null) return
  putItem(document, ['statements', mentionedIn.statement, 'figures'], { figure: key, words: mentionedIn.words })
}

function takeMention(document: Document, { key, mentionedIn }: AcceptedEntry): void {
  if (mentionedIn === null) return
  takeItem(document, ['statements', mentionedIn.statement, 'figures'], { figure: key, words: mentionedIn.words })
}

/** Takes what an entry needed and no other does. */
function takeNeeds(document: Document, { needs }: AcceptedEntry, kept: readonly AcceptedEntry[]): void {
  const needed = kept.flatMap(each => [each, ...each.needs])
  for (const { section, key } of needs) {
    if (!needed.some(each => each.section === section && each.key === key)) takeEntry(document, [section, key])
  }
}

function putEntry(document: Document, section: string, key: string, value: unknown): void {
  if (document.hasIn([section, key])) return
  if (!isMap(document.get(section))) document.set(section, new YAMLMap())
  document.setIn([section, key], document.createNode(value))
}

type Fields = Readonly<Record<string, unknown>>

function asFields(value: AcceptedEntry['value']): Fields {
  return typeof value === 'string' ? {} : value
}

/** Puts fields in the place of others, and leaves all else of an entry as it is. */
function setFields(document: Document, path: readonly string[], from: Fields, to: Fields): void {
  for (const field of Object.keys(from)) if (!(field in to)) document.deleteIn([...path, field])
  for (const [field, value] of Object.entries(to)) {
    // What says the same already keeps its comments.
    if (isSame(document.getIn([...path, field], true), value)) continue
    document.setIn([...path, field], document.createNode(value))
  }
}

function takeEntry(document: Document, path: readonly string[]): void {
  if (!document.hasIn(path)) return
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
