import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml'
import { ANNOTATIONS_FILE } from '../../ingest/checkDossier.ts'
import type { AcceptedEntry, Decision } from './decisionLog.ts'

/**
 * The annotations of a dossier with what was decided in them: what is accepted and not there yet is put in, and what was undone
 * is taken out. Comments and everything else stay as they are. Done twice it changes nothing.
 */
export function annotationsWith(folder: string, held: readonly Decision[], undone: readonly Decision[]): string {
  const document = parseDocument(readFileSync(join(folder, ANNOTATIONS_FILE), 'utf8'))
  for (const { accepted } of undone) if (accepted !== null) take(document, accepted)
  for (const { accepted } of held) if (accepted !== null) put(document, accepted)
  return document.toString({ lineWidth: 120 })
}

function put(document: Document, { section, key, value, mentionedIn }: AcceptedEntry): void {
  if (section === 'memberships') {
    const list = listAt(document, section)
    if (!list.items.some(item => isMap(item) && sameMembership(item, value))) list.add(document.createNode(value))
  } else if (!document.hasIn([section, key])) {
    if (!isMap(document.get(section))) document.set(section, new YAMLMap())
    document.setIn([section, key], document.createNode(value))
  }
  if (mentionedIn === undefined || !document.hasIn(['statements', mentionedIn.statement])) return
  const path = ['statements', mentionedIn.statement, 'figures']
  const mentions = document.getIn(path)
  const isThere = isSeq(mentions) && mentions.items.some(item => isMap(item) && item.get('figure') === key)
  if (isThere) return
  const mention = document.createNode({ figure: key, words: mentionedIn.words })
  if (isSeq(mentions)) mentions.add(mention)
  else document.setIn(path, document.createNode([{ figure: key, words: mentionedIn.words }]))
}

function take(document: Document, { section, key, value, mentionedIn }: AcceptedEntry): void {
  if (section === 'memberships') {
    const list = listAt(document, section)
    list.items = list.items.filter(item => !(isMap(item) && sameMembership(item, value)))
  } else document.deleteIn([section, key])
  if (mentionedIn === undefined) return
  const mentions = document.getIn(['statements', mentionedIn.statement, 'figures'])
  if (isSeq(mentions)) mentions.items = mentions.items.filter(item => !(isMap(item) && item.get('figure') === key))
}

function listAt(document: Document, section: string): YAMLSeq {
  const list = document.get(section)
  if (isSeq(list)) return list
  const made = new YAMLSeq()
  document.set(section, made)
  return made
}

function sameMembership(item: YAMLMap, value: AcceptedEntry['value']): boolean {
  return item.get('member') === value.member && item.get('role') === value.role
}
