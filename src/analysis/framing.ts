import { Failure } from '../model/failure.ts'
import { valuesOf, Wording } from '../model/vocabulary.ts'
import type { CrossTable, CrossTableLine } from '../store/counting/crossTable.ts'
import type { Group, GroupKey } from '../store/counting/grouping.ts'
import type { FilterInput, NodeReference } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import {
  agent,
  claim,
  dataset,
  document,
  type Entity,
  figure,
  type RowOf,
  referent,
  statement,
} from '../store/schema/entities.ts'
import { type CountingScope, countedByDefault, countedOnce } from './countedOnce.ts'

type Agent = RowOf<typeof agent>

/** How many speakers can be set side by side. */
export const fewestSpeakers = 2
export const mostSpeakers = 12

/** What the speakers are compared about: each condition that is given must hold of a statement. */
export interface FramingSubject {
  readonly figure?: NodeReference | null | undefined
  readonly claim?: NodeReference | null | undefined
  readonly referent?: NodeReference | null | undefined
  readonly document?: NodeReference | null | undefined
  readonly dataset?: NodeReference | null | undefined
  /** An EDTF date or interval in which the statement was made or its document published. */
  readonly time?: string | null | undefined
  /** Words, as search finds them. */
  readonly query?: string | null | undefined
  /** Which statements, in the words of a filter. */
  readonly filter?: FilterInput | null | undefined
}

/** What of the speakers' statements is compared. */
export interface FramingScope {
  /** Whose words are counted: the speakers' own, if it is not said. All kinds: also words of which it is not known. */
  readonly wording?: readonly Wording[] | null | undefined
  readonly counting?: CountingScope | undefined
  /** Which statements count; all, if it is not said. */
  readonly filter?: FilterInput | null | undefined
}

/** Speakers side by side, and the statements of theirs that are compared. */
export interface Framing {
  readonly speakers: readonly Agent[]
  readonly filter: FilterInput
  /** Which statements are compared, whoever makes them. */
  readonly about: FilterInput
  /** The filter with the statements that are left out because others only report them. */
  readonly whole: FilterInput
  /** Null for whoever's. */
  readonly wording: readonly Wording[] | null
  readonly counting: CountingScope
}

/** The parts of a comparison: each a table of the speakers across, and down what they have or have not in common. */
export const framingTables = {
  figures: ['FIGURE', 'WORDING'],
  approximations: ['FIGURE', 'APPROXIMATION'],
  numbers: ['NUMBER'],
  terms: ['REFERENT', 'TERM'],
  heads: ['REFERENT', 'TERM_HEAD'],
  referents: ['REFERENT'],
  functions: ['FRAME_FUNCTION'],
  directedAt: ['FRAME_FUNCTION', 'FRAME_AGENT', 'FRAME_VALENCE'],
  directedAtReferents: ['FRAME_FUNCTION', 'FRAME_REFERENT', 'FRAME_VALENCE'],
  dimensions: ['FRAME_DIMENSION'],
  claims: ['CLAIM', 'STANCE', 'MANNER'],
  speechActs: ['SPEECH_ACT'],
  quotations: ['QUOTATION'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type FramingTableName = keyof typeof framingTables

export const framingTableNames: readonly FramingTableName[] = [
  'figures',
  'approximations',
  'numbers',
  'terms',
  'heads',
  'referents',
  'functions',
  'directedAt',
  'directedAtReferents',
  'dimensions',
  'claims',
  'speechActs',
  'quotations',
]

/** What one speaker has in one line: how many statements, none included. */
export interface FramingCell {
  readonly speaker: Agent
  readonly group: Group
  /** In how many of the statements it, or who says it, was concluded, or read by a rule, and not stated. */
  readonly concluded: number
}

export interface FramingLine {
  readonly keys: readonly GroupKey[]
  /** One for each speaker, in their order. */
  readonly cells: readonly FramingCell[]
}

/** What can be named as the subject, and where it is looked up. */
const subjects = { figure, claim, referent, document, dataset } as const
type SubjectName = keyof typeof subjects
const subjectNames: readonly SubjectName[] = ['figure', 'claim', 'referent', 'document', 'dataset']

/**
 * Sets speakers side by side. A subject that is not in the graph is refused: that nobody speaks of it would otherwise look
 * like an absence.
 *
 * @throws Failure BAD_COMPARISON for too few, too many, the same twice, or an unknown one; and for an unknown subject
 */
export async function compareFraming(
  read: Reader,
  references: readonly NodeReference[],
  about: FramingSubject,
  scope: FramingScope = {},
): Promise<Framing> {
  const bad = (message: string) => new Failure('BAD_COMPARISON', message, { argument: 'speakers' })
  const slugs = references.map(({ slug }) => slug)
  if (slugs.length < fewestSpeakers || slugs.length > mostSpeakers) {
    throw new Failure(
      'BAD_COMPARISON',
      `speakers: ${slugs.length} given; from ${fewestSpeakers} to ${mostSpeakers} can be compared.`,
      {
        argument: 'speakers',
        ...(slugs.length > mostSpeakers && { excess: { limit: mostSpeakers, value: slugs.length } }),
      },
    )
  }
  if (new Set(slugs).size < slugs.length) throw bad(`speakers lists one twice: ${slugs.join(', ')}.`)
  const found = await Promise.all(references.map(reference => named(read, agent, reference)))
  const unknown = slugs.filter((_, index) => found[index] === null)
  if (unknown.length > 0) throw bad(`speakers: there is nobody called ${unknown.join(', ')}.`)
  await Promise.all(subjectNames.map(name => mustBe(read, name, about)))
  const speakers = found.filter(row => row !== null)
  const ofSpeakers = { speakerMatches: { slug: { in: slugs } } }
  const subject = [subjectFilter(about), ...(scope.filter ? [scope.filter] : [])]
  const whole = { and: [ofSpeakers, ...subject] }
  const counting = scope.counting ?? countedByDefault
  const wording = wordingOf(scope.wording ?? ['SPEAKER'])
  return {
    speakers,
    about: { and: subject },
    whole,
    filter: await countedOnce(read, whole, counting),
    wording,
    counting,
  }
}

/** Whose words: null if all kinds are asked for, which takes in words of which it is not known. */
function wordingOf(asked: readonly Wording[]): readonly Wording[] | null {
  return valuesOf(Wording).every(kind => asked.includes(kind)) ? null : asked
}

async function named<E extends Entity>(
  read: Reader,
  entity: E,
  { slug, typename }: NodeReference,
): Promise<RowOf<E> | null> {
  return typename === null || entity.typenames.includes(typename) ? read.bySlug(entity, slug) : null
}

async function mustBe(read: Reader, name: SubjectName, about: FramingSubject): Promise<void> {
  const reference = about[name]
  if (!reference || (await named(read, subjects[name], reference))) return
  const argument = `about.${name}`
  throw new Failure('BAD_COMPARISON', `${argument}: there is no ${name} ${reference.slug}.`, { argument })
}

/** One part of the comparison: its lines, those of the most statements first, and how many there are in all. */
export async function readFramingTable(
  read: Reader,
  { speakers, filter, wording }: Framing,
  table: FramingTableName,
  limit: number,
): Promise<{ readonly lines: FramingLine[]; readonly total: number }> {
  const request = { filter, across: 'SPEAKER', down: framingTables[table], limit, ...(wording && { wording }) }
  const { lines, total }: CrossTable = await read.crossTable({ entity: statement }, request)
  return {
    lines: lines.map(line => ({ keys: line.keys, cells: speakers.map(speaker => cellOf(speaker, line)) })),
    total,
  }
}

/** How many statements of each speaker are compared, by row id; a speaker of none is not there. */
export async function countStatements(
  read: Reader,
  { speakers, filter }: Framing,
): Promise<ReadonlyMap<number, number>> {
  const { lines } = await read.crossTable(
    { entity: statement },
    { filter, across: 'VOICE', down: ['SPEAKER'], limit: speakers.length },
  )
  return new Map(
    lines.map(({ keys, cells }) => [Number(keys[0]?.key), cells.reduce((sum, { count }) => sum + count, 0)]),
  )
}

function cellOf(speaker: Agent, { keys, cells }: CrossTableLine): FramingCell {
  const across = { dimension: 'SPEAKER', entity: agent, key: speaker.id, value: speaker.slug, label: speaker.name }
  const group = cells.find(cell => cell.keys[0]?.key === speaker.id)
  if (group === undefined) return { speaker, group: { keys: [across, ...keys], count: 0, measures: {} }, concluded: 0 }
  return { speaker, group, concluded: group.count - Number(group.measures.stated) }
}

function subjectFilter({
  figure,
  claim,
  referent,
  document,
  dataset,
  time,
  query,
  filter,
}: FramingSubject): FilterInput {
  const named = ({ slug }: NodeReference) => ({ slug: { eq: slug } })
  const said = { timeMatches: { when: { overlaps: time } } }
  const published = { documentMatches: { published: { overlaps: time } } }
  return {
    and: [
      ...(figure ? [{ figures: named(figure) }] : []),
      ...(claim ? [{ claims: named(claim) }] : []),
      ...(referent ? [{ or: [{ termUses: { referent } }, { figures: { referent } }] }] : []),
      ...(document ? [{ document }] : []),
      ...(dataset ? [{ dataset }] : []),
      ...(time ? [{ or: [said, published] }] : []),
      ...(query == null ? [] : [{ search: query }]),
      ...(filter == null ? [] : [filter]),
    ],
  }
}
