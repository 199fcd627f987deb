import { Failure } from '../model/failure.ts'
import type { Wording } from '../model/vocabulary.ts'
import type { CrossTable, CrossTableLine } from '../store/counting/crossTable.ts'
import type { Group, GroupKey } from '../store/counting/grouping.ts'
import { pageCap } from '../store/engine/cursor.ts'
import type { FilterInput, Reference } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import {
  agent,
  claim,
  dataset,
  document,
  type Entity,
  figure,
  figureMention,
  figureRelation,
  frameUse,
  type RowOf,
  referent,
  stance,
  statement,
  termUse,
} from '../store/schema/entities.ts'
import { figureRelationsFrom } from '../store/schema/relations.ts'
import { caveats, withoutNested } from './caveats.ts'
import { factorBetween } from './figureComparison.ts'

type Agent = RowOf<typeof agent>

/** How many speakers can be set side by side. */
export const fewestSpeakers = 2
export const mostSpeakers = 12

/** What the speakers are compared about: each condition that is given must hold of a statement. */
export interface FramingSubject {
  readonly figure?: Reference | null | undefined
  readonly claim?: Reference | null | undefined
  readonly referent?: Reference | null | undefined
  readonly document?: Reference | null | undefined
  readonly dataset?: Reference | null | undefined
  /** An EDTF date or interval in which the statement was made or its document published. */
  readonly time?: string | null | undefined
  /** Words, as search finds them. */
  readonly query?: string | null | undefined
}

/** What of the speakers' statements is compared. */
export interface FramingScope {
  /** Whose words are counted: the speakers' own, if it is not said. */
  readonly wording?: readonly Wording[] | null | undefined
  /** Whether statements that others only report count too. */
  readonly nested?: boolean | null | undefined
}

/** Speakers side by side, and the statements of theirs that are compared. */
export interface Framing {
  readonly speakers: readonly Agent[]
  readonly filter: FilterInput
  /** The filter with the statements that are left out because others only report them. */
  readonly whole: FilterInput
  readonly wording: readonly Wording[]
  readonly nested: boolean
}

/** The parts of a comparison: each a table of the speakers across, and down what they have or have not in common. */
export const framingTables = {
  figures: ['FIGURE', 'WORDING'],
  approximations: ['FIGURE', 'APPROXIMATION'],
  terms: ['REFERENT', 'TERM'],
  heads: ['REFERENT', 'TERM_HEAD'],
  referents: ['REFERENT'],
  functions: ['FRAME_FUNCTION'],
  directedAt: ['FRAME_FUNCTION', 'FRAME_AGENT'],
  directedAtReferents: ['FRAME_FUNCTION', 'FRAME_REFERENT'],
  dimensions: ['FRAME_DIMENSION'],
  claims: ['CLAIM', 'STANCE'],
  speechActs: ['SPEECH_ACT'],
  quotations: ['QUOTATION'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type FramingTableName = keyof typeof framingTables

export const framingTableNames: readonly FramingTableName[] = [
  'figures',
  'approximations',
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
  references: readonly Reference[],
  about: FramingSubject,
  scope: FramingScope = {},
): Promise<Framing> {
  const bad = (message: string) => new Failure('BAD_COMPARISON', message, { argument: 'speakers' })
  const slugs = references.map(({ slug }) => slug)
  if (slugs.length < fewestSpeakers || slugs.length > mostSpeakers) {
    throw new Failure(
      'BAD_COMPARISON',
      `speakers: ${slugs.length} given; from ${fewestSpeakers} to ${mostSpeakers} can be set side by side.`,
      {
        argument: 'speakers',
        ...(slugs.length > mostSpeakers && { excess: { limit: mostSpeakers, value: slugs.length } }),
      },
    )
  }
  if (new Set(slugs).size < slugs.length) throw bad(`speakers names one twice: ${slugs.join(', ')}.`)
  const found = await Promise.all(references.map(reference => named(read, agent, reference)))
  const unknown = slugs.filter((_, index) => found[index] === null)
  if (unknown.length > 0) throw bad(`speakers: nobody is called ${unknown.join(', ')}.`)
  await Promise.all(subjectNames.map(name => mustBe(read, name, about)))
  const speakers = found.filter(row => row !== null)
  const whole = { and: [{ speakerMatches: { slug: { in: slugs } } }, subjectFilter(about)] }
  const nested = scope.nested ?? false
  const wording = scope.wording ?? ['SPEAKER']
  return { speakers, whole, filter: withoutNested(whole, nested), wording, nested }
}

async function named<E extends Entity>(
  read: Reader,
  entity: E,
  { slug, typename }: Reference,
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
  const request = { filter, across: 'SPEAKER', down: framingTables[table], limit, wording }
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

/** What a reader should know of a comparison: of a speaker without statements, nothing can be said. */
export async function framingNotes(read: Reader, framing: Framing): Promise<string[]> {
  const [counts, aside, cautions] = await Promise.all([
    countStatements(read, framing),
    countAside(read, framing),
    caveats(read, framing.whole, framing.nested),
  ])
  const uncoded = framing.speakers.filter(({ id }) => !counts.has(id)).map(({ name }) => name)
  if (uncoded.length === framing.speakers.length) {
    return ['No statement of any of them meets what is asked: there is nothing to compare.']
  }
  const missing = `Nothing is coded of ${uncoded.join(', ')} that meets what is asked: what is absent there says nothing of them.`
  return [
    ...(uncoded.length > 0 ? [missing] : []),
    ...(aside > 0
      ? [
          `Left aside: ${sayReadings(aside)} in words that are not known to be the speaker's own, most of them a reporter's. To take them in: wording.`,
        ]
      : []),
    ...cautions,
    'What is absent was not coded of these statements; it does not say that a speaker never said it.',
  ]
}

const sayReadings = (count: number) => (count === 1 ? '1 reading' : `${count} readings`)

/** The kinds of readings that quote somebody's words. */
const worded: readonly Entity[] = [figureMention, termUse, frameUse, stance]

/** How many readings of the statements are left aside for whose words they quote. */
async function countAside(read: Reader, { filter, wording }: Framing): Promise<number> {
  const isOther = { or: [{ not: { wording: { in: wording } } }, { wording: { isNull: true } }] }
  const counts = worded.map(entity => {
    const list = { entity, fixed: { and: [{ statementMatches: filter }, isOther] } }
    return read.count(list, null, null)
  })
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

/** A figure that is compared, what it derives from or stands to, how, and by what factor they differ. */
export interface Derivation {
  readonly figure: RowOf<typeof figure>
  readonly kind: RowOf<typeof figureRelation>['kind']
  readonly from: RowOf<typeof figure>
  readonly factor: number | null
}

/** What the figures in the lines of a table derive from. */
export async function readDerivations(read: Reader, lines: readonly FramingLine[]): Promise<Derivation[]> {
  const ids = new Set(lines.flatMap(({ keys }) => keys.filter(({ entity }) => entity === figure).map(({ key }) => key)))
  const list = { entity: figureRelation, relation: figureRelationsFrom }
  const derivations = Array.from(ids, async id => {
    const [row, relations] = await Promise.all([
      read.byId(figure, id === null ? null : Number(id)),
      read.page(list, Number(id), { first: pageCap }),
    ])
    const found = relations.edges.map(async ({ node: { kind, objectId } }) => {
      const from = await read.byId(figure, objectId)
      return row && from ? [{ figure: row, kind, from, factor: factorBetween(row, from) }] : []
    })
    return (await Promise.all(found)).flat()
  })
  return (await Promise.all(derivations)).flat()
}

/** A wording of a number that is compared: whose it is, and what its words commit to. */
export interface ComparedMention {
  readonly speaker: Agent
  readonly mention: RowOf<typeof figureMention>
  readonly unit: string
}

/** The wordings of numbers that are compared, as many as a page holds, and how many there are in all. */
export async function readMentions(
  read: Reader,
  { speakers, filter, wording }: Framing,
): Promise<{ readonly mentions: ComparedMention[]; readonly total: number }> {
  const list = { entity: figureMention, fixed: { statementMatches: filter, wording: { in: wording }, hasFigure: true } }
  const [page, total] = await Promise.all([read.page(list, null, { first: pageCap }), read.count(list, null, null)])
  const mentions = page.edges.map(async ({ node: mention }) => {
    const [said, counted] = await Promise.all([
      read.byId(statement, mention.statementId),
      read.byId(figure, mention.figureId),
    ])
    const speaker = speakers.find(({ id }) => id === said?.speakerId)
    return speaker && counted ? [{ speaker, mention, unit: counted.unit }] : []
  })
  return { mentions: (await Promise.all(mentions)).flat(), total }
}

function cellOf(speaker: Agent, { keys, cells }: CrossTableLine): FramingCell {
  const across = { dimension: 'SPEAKER', entity: agent, key: speaker.id, value: speaker.slug, label: speaker.name }
  const group = cells.find(cell => cell.keys[0]?.key === speaker.id)
  return { speaker, group: group ?? { keys: [across, ...keys], count: 0, measures: {} } }
}

function subjectFilter({ figure, claim, referent, document, dataset, time, query }: FramingSubject): FilterInput {
  const some = ({ slug }: Reference) => ({ some: { slug: { eq: slug } } })
  const said = { timeMatches: { when: { overlaps: time } } }
  const published = { documentMatches: { published: { overlaps: time } } }
  return {
    and: [
      ...(figure ? [{ figures: some(figure) }] : []),
      ...(claim ? [{ claims: some(claim) }] : []),
      ...(referent ? [{ or: [{ termUses: { some: { referent } } }, { figures: { some: { referent } } }] }] : []),
      ...(document ? [{ document }] : []),
      ...(dataset ? [{ dataset }] : []),
      ...(time ? [{ or: [said, published] }] : []),
      ...(query == null ? [] : [{ search: query }]),
    ],
  }
}
