/** What each coder of an article marked, by their logs. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../ingest/article.ts'
import { Failure } from '../../model/failure.ts'
import type { Span } from '../../model/span.ts'
import { type AcceptedEntry, DecisionLog, type DeskDecision, LOG_FILE } from './decisionLog.ts'
import { entriesHeld } from './entriesHeld.ts'
import { spansOf } from './halfMade.ts'
import type { ItemKind } from './item.ts'
import { asValue, hullOfEntry } from './tally.ts'

/** What a person says of a stretch of the article: a statement, a figure, a time, a role, or a code of a statement. */
export interface ReadEntry extends Span {
  readonly kind: ItemKind
  readonly entry: AcceptedEntry
  /** The statement that a code or a figure belongs to, by its key. */
  readonly statement: string | null
  /** What they say of it, by field. */
  readonly fields: Readonly<Record<string, unknown>>
}

export interface CodersReading {
  readonly by: string
  /** In text order, a statement before what belongs to it. */
  readonly entries: readonly ReadEntry[]
  /** People and organizations whom this coder has named. */
  readonly agents: readonly AcceptedEntry[]
}

/**
 * The readings of a dossier's folder: the first, and that of another coder.
 *
 * @throws Failure BAD_INPUT where nobody else has coded it, or several have and none is named
 */
export function readingsIn(
  folder: string,
  article: Article,
  secondBy?: string,
): readonly [CodersReading, CodersReading] {
  const first = readingOf(article, new DecisionLog(join(folder, LOG_FILE)).standing)
  const others = otherLogs(folder)
    .map(log => readingOf(article, log.standing))
    .filter(({ by }) => secondBy === undefined || by === secondBy)
  const [second] = others
  if (second === undefined) {
    throw new Failure(
      'BAD_INPUT',
      `${folder}: nobody else has coded it yet. Run: dixit review ${folder} --second --by NAME`,
    )
  }
  if (others.length > 1) {
    const names = others.map(({ by }) => by).join(', ')
    throw new Failure('BAD_USAGE', `${folder}: several people have coded it: ${names}. Choose one: --second NAME`)
  }
  return [first, second]
}

/** Who else has coded the article, each apart. */
export function otherCoders(folder: string): string[] {
  return otherLogs(folder).map(({ standing }) => coderOf(standing))
}

function otherLogs(folder: string): DecisionLog[] {
  return readdirSync(folder)
    .filter(name => /^decisions-.+\.jsonl$/.test(name))
    .toSorted()
    .map(name => new DecisionLog(join(folder, name)))
}

function coderOf(held: readonly DeskDecision[]): string {
  return held[0]?.by ?? 'nobody'
}

export function readingOf(article: Article, held: readonly DeskDecision[]): CodersReading {
  const own = held.filter(({ answer }) => answer !== 'SETTLE')
  const accepted = entriesHeld(own).map(({ entry }) => entry)
  const statements = accepted.flatMap(entry => readEntry(article, entry, []) ?? []).filter(isStatement)
  const entries = accepted.flatMap(entry => readEntry(article, entry, statements) ?? [])
  return {
    by: coderOf(held),
    entries: entries.toSorted((a, b) => a.start - b.start || b.end - a.end),
    agents: accepted.filter(({ section }) => section === 'agents'),
  }
}

export function isStatement({ kind }: ReadEntry): boolean {
  return kind === 'statement'
}

/** An entry where its words stand; a code without words of its own stands where its statement does. */
function readEntry(article: Article, entry: AcceptedEntry, statements: readonly ReadEntry[]): ReadEntry | null {
  const kind = kindOfEntry(entry)
  const statement = entry.mentionedIn?.statement ?? (entry.list === null ? null : entry.key)
  const span = hullOfEntry(article, entry) ?? statements.find(each => each.entry.key === statement)
  if (span === undefined || kind === 'agent') return null
  const { start, end } = span
  return { start, end, kind, entry, statement, fields: fieldsOf(entry) }
}

/** What kind of thing an entry is. */
export function kindOfEntry({ section, list }: Pick<AcceptedEntry, 'section' | 'list'>): ItemKind {
  switch (list ?? section) {
    case 'statements':
      return 'statement'
    case 'figures':
      return 'figure'
    case 'times':
      return 'time'
    case 'memberships':
      return 'membership'
    case 'channels':
      return 'channel'
    case 'setAside':
      return 'aside'
    case 'frames':
      return 'frame'
    case 'terms':
      return 'term'
    case 'stances':
      return 'stance'
    case 'relations':
      return 'relation'
    case 'agents':
      return 'agent'
  }
}

export function fieldsOf({ value, mentionedIn }: AcceptedEntry): ReadEntry['fields'] {
  return { ...(typeof value === 'string' ? {} : value), ...(mentionedIn && { words: mentionedIn.words }) }
}

/** Where the words of a statement stand, by what they are of it. */
export function statementSpans(article: Article, { fields: { content, source, cue } }: ReadEntry) {
  const of = (found: unknown) => spansOf(article, asValue(found))
  return { content: of(content), source: of(source), cue: of(cue) }
}
