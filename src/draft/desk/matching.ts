/** Two people's readings of one article, set side by side. */

import { isDeepStrictEqual } from 'node:util'
import { statementRelationFields } from '../../ingest/resolve/statementRelations.ts'
import type { AcceptedEntry } from './decisionLog.ts'
import { itemKinds } from './item.ts'
import { type CodersReading, fieldsOf, isStatement, type ReadEntry } from './readings.ts'
import { isShared } from './tally.ts'

/** One thing as two people read it; null where one of them has none. */
export interface EntryPair {
  readonly first: ReadEntry | null
  readonly second: ReadEntry | null
}

/** What the second coder calls something, by what the annotations of the first call it. */
type Keys = ReadonlyMap<string, string>

/**
 * What two people marked, matched one to one, the best match first; in text order, a statement before its codes. What the second
 * one says is in the keys of the first.
 */
export function matchReadings(one: CodersReading, other: CodersReading): EntryPair[] {
  const theirs = other.entries.map(each => withEntry(each, withAgents(each.entry, other.agents)))
  const second = named.reduce((entries, [section, isNamed]) => {
    const keys = keysOf(matched(one.entries.filter(isNamed), entries.filter(isNamed)))
    return entries.map(each => withEntry(each, inKeys(each.entry, section, keys)))
  }, theirs)
  // Where both have a statement, it stands where the first has it.
  const places = new Map([...second, ...one.entries].filter(isStatement).map(each => [each.entry.key, each.start]))
  const place = (pair: EntryPair) => {
    const { statement, start } = pair.first ?? pair.second ?? { statement: null, start: 0 }
    return (statement === null ? undefined : places.get(statement)) ?? start
  }
  return itemKinds
    .flatMap(kind => matched(one.entries.filter(isOf(kind)), second.filter(isOf(kind))))
    .toSorted((a, b) => place(a) - place(b))
}

/** In which fields two readings differ; “there” where only one has it. */
export function differences({ first, second }: EntryPair): string[] {
  if (first === null || second === null) return ['there']
  return fieldNames(first, second).filter(name => !isDeepStrictEqual(first.fields[name], second.fields[name]))
}

/** Who read it and why they read it so is not a difference in what they read. */
const asides = new Set(['reason', 'madeBy', 'reviewedBy'])

/** The fields of two readings that say what was read. */
export function fieldNames(...readings: readonly (ReadEntry | null)[]): string[] {
  return [...new Set(readings.flatMap(each => Object.keys(each?.fields ?? {})))].filter(name => !asides.has(name))
}

function matched(ones: readonly ReadEntry[], others: readonly ReadEntry[]): EntryPair[] {
  const candidates = ones
    .flatMap(first =>
      others
        .filter(second => first.statement === second.statement || first.kind === 'figure')
        .filter(second => isShared(first, second))
        .map(second => ({ first, second, differing: differences({ first, second }).length })),
    )
    .toSorted((a, b) => distance(a) - distance(b) || a.differing - b.differing)
  const taken = new Set<ReadEntry>()
  const pairs: EntryPair[] = []
  for (const { first, second } of candidates) {
    if (taken.has(first) || taken.has(second)) continue
    taken.add(first).add(second)
    pairs.push({ first, second })
  }
  return [
    ...pairs,
    ...ones.flatMap(first => (taken.has(first) ? [] : [{ first, second: null }])),
    ...others.flatMap(second => (taken.has(second) ? [] : [{ first: null, second }])),
  ]
}

function distance({ first, second }: { readonly first: ReadEntry; readonly second: ReadEntry }): number {
  return Math.abs(first.start - second.start) + Math.abs(first.end - second.end)
}

function isOf(kind: ReadEntry['kind']) {
  return (each: ReadEntry) => each.kind === kind
}

/** A figure that the reading names; other words may mention it too. */
function isNewFigure({ entry }: ReadEntry): boolean {
  return entry.section === 'figures'
}

/** What other entries may name, in the order in which it is matched: a figure, a time or a channel is of statements. */
const named = [
  ['statements', isStatement],
  ['figures', isNewFigure],
  ['times', isOf('time')],
  ['channels', isOf('channel')],
] as const

/** The keys of the first for what both have, keys of their own for what only the second has: both may have added something. */
function keysOf(pairs: readonly EntryPair[]): Keys {
  return new Map(
    pairs.flatMap(({ first, second }) =>
      second === null ? [] : [[second.entry.key, first?.entry.key ?? `${second.entry.key}-second`]],
    ),
  )
}

/** The fields of an entry that name something of a section. */
const references: Readonly<Record<'statements' | 'figures' | 'times' | 'channels', readonly string[]>> = {
  statements: ['reportedIn', ...Object.values(statementRelationFields)],
  figures: ['figure'],
  times: ['time'],
  channels: ['channel'],
}

/** What of a section an entry names, besides the statement that it belongs to. */
export function keysNamedIn({ value }: AcceptedEntry, section: keyof typeof references): string[] {
  if (typeof value === 'string') return []
  return references[section].flatMap(field => (typeof value[field] === 'string' ? [value[field]] : []))
}

function inKeys(entry: AcceptedEntry, section: keyof typeof references, keys: Keys): AcceptedEntry {
  const { key, value, mentionedIn, needs } = entry
  const of = (old: unknown) => (typeof old === 'string' ? (keys.get(old) ?? old) : old)
  const renamed = (name: string, old: unknown) => (references[section].includes(name) ? of(old) : old)
  return {
    ...entry,
    key: entry.section === section ? (keys.get(key) ?? key) : key,
    value:
      typeof value === 'string'
        ? value
        : Object.fromEntries(Object.entries(value).map(([name, old]) => [name, renamed(name, old)])),
    needs: needs.map(need => (need.section === section ? { ...need, key: keys.get(need.key) ?? need.key } : need)),
    mentionedIn:
      mentionedIn !== null && section === 'statements'
        ? { ...mentionedIn, statement: keys.get(mentionedIn.statement) ?? mentionedIn.statement }
        : mentionedIn,
  }
}

/** An entry that brings those whom it names. */
function withAgents(entry: AcceptedEntry, agents: readonly AcceptedEntry[]): AcceptedEntry {
  const { value, needs } = entry
  if (typeof value === 'string') return entry
  const named = ['speaker', 'addressee', 'author', 'target', 'affected', 'member', 'organization'].flatMap(
    field => value[field],
  )
  const brought = agents.filter(({ key }) => named.includes(key))
  return {
    ...entry,
    needs: [...needs, ...brought.map(each => ({ section: 'agents' as const, key: each.key, value: each.value }))],
  }
}

function withEntry(read: ReadEntry, entry: AcceptedEntry): ReadEntry {
  const statement = read.statement === null ? null : (entry.mentionedIn?.statement ?? entry.key)
  return { ...read, entry, statement, fields: fieldsOf(entry) }
}
