/** What was decided, or stands in the annotations, opened again: it comes back to the desk as it stands there. */

import { isDeepStrictEqual } from 'node:util'
import { type Article, hullOf } from '../../ingest/article.ts'
import type { Dossier } from '../../ingest/dossier.ts'
import { statementRelationFields } from '../../ingest/resolve/statementRelations.ts'
import type { Span } from '../../model/span.ts'
import { sha256 } from '../../model/text.ts'
import { StatementRelationKind, valuesOf } from '../../model/vocabulary.ts'
import type { Proposal } from '../draftFile.ts'
import type { DeskCatalogue } from './catalogue.ts'
import type { AcceptedEntry, DeskDecision } from './decisionLog.ts'
import type { Reopenable } from './deskState.ts'
import { entriesHeld, isKeyed } from './entriesHeld.ts'
import { spansOf } from './halfMade.ts'
import { type DeskItem, type ItemKind, type ItemValue, type ItemValues, itemKinds } from './item.ts'
import { kindOfEntry } from './readings.ts'
import { asValue, hullIn, hullOfEntry } from './tally.ts'

/** Something that can be opened again: an entry as it stands, or a proposal of which nothing stands. */
export interface Standing extends Reopenable {
  readonly kind: ItemKind
  readonly entry: AcceptedEntry | null
  readonly decision: DeskDecision | null
}

type Fields = Readonly<Record<string, unknown>>

/** For each kind the fields of an entry that a person sets at the desk, and what they are called there. */
const deskFields: Readonly<Record<ItemKind, Readonly<Record<string, string>>>> = {
  statement: {
    ...same('content', 'source', 'cue', 'reportedIn', 'time', 'addressee', 'channel', 'speechAct', 'reason'),
    ...{ speaker: 'who', voice: 'who' },
  },
  figure: same('label', 'value', 'lower', 'upper', 'unit'),
  time: { ...same('words', 'reason'), edtf: 'date' },
  agent: { person: 'name', organization: 'name', kind: 'organizationKind' },
  membership: { ...same('role', 'organization', 'words', 'reason'), member: 'who' },
  channel: { ...same('label', 'author', 'addressee', 'words', 'reason'), kind: 'channelKind' },
  aside: same('words', 'reason'),
  frame: same('function', 'dimension', 'words', 'target', 'valence', 'affected', 'effect', 'reason'),
  term: same('referent', 'words', 'reason'),
  stance: same('claim', 'stance', 'manner', 'words', 'reason'),
  relation: {
    ...same('difference', 'reason'),
    ...Object.fromEntries(Object.values(statementRelationFields).map(field => [field, 'other'])),
  },
}

/** What says of a statement who proposed it and who read it, which the desk writes too. */
const provenance = ['madeBy', 'reviewedBy']

/** A statement of which nothing is said yet. */
const unset: AcceptedEntry = { section: 'statements', key: '', value: {}, list: null, mentionedIn: null, needs: [] }

/** All that can be opened again, in text order. */
export function standingIn(
  article: Article,
  dossier: Dossier,
  held: readonly DeskDecision[],
  drafted: readonly Proposal[],
): Standing[] {
  const entries = entriesHeld(held)
  const decided = entries.flatMap(({ decision, entry }) => {
    const stands = asItStands(dossier, entry)
    return stands === null ? [] : [standing(article, dossier, stands, decision)]
  })
  const keys = new Set(entries.flatMap(({ entry }) => (entry.section === 'statements' ? [entry.key] : [])))
  const written = Object.keys(dossier.statements ?? {})
    .filter(key => !keys.has(key))
    .flatMap(key => {
      const entry = asItStands(dossier, { ...unset, key })
      return entry === null ? [] : [standing(article, dossier, entry, null)]
    })
  // What was wrong on purpose is none of them.
  const known = new Set(drafted.map(({ key }) => key))
  const proposals = held.flatMap((decision): Standing[] => {
    const { proposed, answer } = decision
    const span = hullIn(article, decision)
    if (proposed === null || span === null || !known.has(proposed.key) || !/^(?:REFUSE|UNSURE|SKIP)$/.test(answer))
      return []
    const { key: what, kind } = proposed
    return [{ ...span, what, kind, words: article.slice(span), answer, entry: null, decision }]
  })
  return [...decided, ...written, ...proposals].toSorted(
    (a, b) => a.start - b.start || b.end - a.end || itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind),
  )
}

function standing(article: Article, dossier: Dossier, entry: AcceptedEntry, decision: DeskDecision | null): Standing {
  const kind = kindOfEntry(entry)
  const own = hullOfEntry(article, entry) ?? (decision && hullIn(article, decision))
  // A code may have no words of its own: it stands where its statement does.
  const coded = entry.list === null ? [] : spansOf(article, dossier.statements?.[entry.key]?.content)
  const span = own ?? (coded.length > 0 ? hullOf(coded) : nameIn(article, entry))
  const answer = decision?.answer ?? 'WRITTEN'
  return { ...span, what: nameOf(entry), kind, words: article.slice(span) || wordsOf(entry), answer, entry, decision }
}

/** What names an entry: its path, and for an item of a list what it says. */
function nameOf({ section, key, list, value }: AcceptedEntry): string {
  const path = [section, key, ...(list === null ? [] : [list])].join('/')
  return isKeyed({ section, list }) ? path : `${path}/${sha256(JSON.stringify(value)).slice(0, 12)}`
}

/** Where an agent, which has no words of its own in a dossier, is named first. */
function nameIn(article: Article, { value }: AcceptedEntry): Span {
  const name = nameOfAgent(value)
  const [span] = name === undefined ? [] : article.find(name, article.whole)
  return span ?? { start: 0, end: 0 }
}

function nameOfAgent(value: AcceptedEntry['value']): string | undefined {
  if (typeof value === 'string') return undefined
  return [value.person, value.organization].find(name => typeof name === 'string')
}

function wordsOf({ value, key }: AcceptedEntry): string {
  return nameOfAgent(value) ?? key
}

/** An entry with what the annotations say now, whoever wrote it there; null where it is gone. It has no other fields than those of the desk. */
function asItStands(dossier: Dossier, entry: AcceptedEntry): AcceptedEntry | null {
  if (!isKeyed(entry)) return entry
  const value = valueIn(dossier, entry)
  if (value === null) return null
  const names = [...Object.keys(deskFields[kindOfEntry(entry)]), ...provenance]
  const own = Object.entries(value).filter(([name, each]) => each !== undefined && names.includes(name))
  return { ...entry, value: Object.fromEntries(own), needs: [] }
}

function valueIn(dossier: Dossier, { section, key }: Pick<AcceptedEntry, 'section' | 'key'>): Fields | null {
  const { statements, figures, times, agents, channels } = dossier
  const sections: Readonly<Record<string, Readonly<Record<string, Fields>> | undefined>> = {
    statements,
    figures,
    times,
    agents,
    channels,
  }
  return sections[section]?.[key] ?? null
}

/** What is opened again, as it stands on the desk. */
export function itemOfEntry(entry: AcceptedEntry, { start, end }: Span, times: DeskCatalogue['times']): DeskItem {
  const kind = kindOfEntry(entry)
  const { section, key, list } = entry
  const statement = list === null || list === 'figures' ? null : key
  return {
    kind,
    key: section === 'statements' && list !== null ? `${kind}-${key}` : key,
    start,
    end,
    values: deskValues(kind, entry, times),
    proposal: null,
    statement,
  }
}

function deskValues(
  kind: ItemKind,
  { key, value, mentionedIn, list }: AcceptedEntry,
  times: DeskCatalogue['times'],
): ItemValues {
  if (typeof value === 'string') return {}
  const named = Object.entries(deskFields[kind]).flatMap(([field, name]) => {
    const found = asText(value[field])
    return found === undefined ? [] : [[name, found] as const]
  })
  const values = Object.fromEntries(named)
  switch (kind) {
    case 'statement': {
      const [who, ...others] = [value.speaker ?? value.voice].flat().filter(each => typeof each === 'string')
      const time = times.find(each => each.key === value.time)?.words
      return { ...values, who, others: others.length === 0 ? undefined : others, time }
    }
    case 'figure':
      return list === 'figures'
        ? { same: asText(value.figure), words: asText(value.words) }
        : { ...values, words: asValue(mentionedIn?.words), key }
    case 'time':
    case 'channel':
      return { ...values, key }
    case 'agent':
      return { ...values, type: value.organization === undefined ? 'person' : 'organization', key }
    case 'relation':
      return { ...values, relation: relationKinds.find(each => value[statementRelationFields[each]] !== undefined) }
    default:
      return values
  }
}

const relationKinds = valuesOf(StatementRelationKind)

function asText(found: unknown): ItemValue | undefined {
  return typeof found === 'number' ? String(found) : asValue(found)
}

/** What was opened again as it is now: under its own key, and with what made it. */
export function revisedEntry(entry: AcceptedEntry, before: AcceptedEntry, by: string): AcceptedEntry {
  const isSame = isKeyed(entry) && entry.section === before.section && entry.list === before.list
  const { madeBy } = typeof before.value === 'string' ? {} : before.value
  const made = madeBy === undefined || typeof entry.value === 'string' ? {} : { madeBy, reviewedBy: by }
  const key = isSame || before.section === 'memberships' ? before.key : entry.key
  const value = typeof entry.value === 'string' ? entry.value : { ...entry.value, ...made }
  return { ...entry, key, value }
}

/** Whether opening it again has changed nothing. */
export function isAsBefore(entry: AcceptedEntry, { value, mentionedIn }: AcceptedEntry): boolean {
  const bare = (each: AcceptedEntry['value']) =>
    typeof each === 'string' ? each : { ...each, madeBy: undefined, reviewedBy: undefined }
  return isDeepStrictEqual([bare(entry.value), entry.mentionedIn], [bare(value), mentionedIn])
}

/** An entry with all that the annotations say under its key, so that taking it away can be taken back. */
export function wholeEntry(dossier: Dossier, entry: AcceptedEntry): AcceptedEntry {
  const value = isKeyed(entry) ? valueIn(dossier, entry) : null
  if (value === null) return entry
  const needs = entry.section === 'statements' ? figuresOnlyIn(dossier, entry.key) : []
  return { ...entry, value, needs }
}

/** The figures that go with a statement, since no other mentions them. */
function figuresOnlyIn({ statements = {}, figures = {} }: Dossier, key: string): AcceptedEntry['needs'] {
  const mentionedIn = (statement: string) =>
    (statements[statement]?.figures ?? []).flatMap(({ figure }) => figure ?? [])
  const elsewhere = new Set(Object.keys(statements).flatMap(each => (each === key ? [] : mentionedIn(each))))
  return mentionedIn(key).flatMap(figure => {
    const value = figures[figure]
    return elsewhere.has(figure) || value === undefined ? [] : [{ section: 'figures', key: figure, value }]
  })
}

/** Names of fields that the desk and a dossier call alike. */
function same(...fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map(field => [field, field]))
}
