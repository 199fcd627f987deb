import { Failure } from '../model/failure.ts'
import { sayCount } from '../model/things.ts'
import { type Basis, valuesOf, Wording } from '../model/vocabulary.ts'
import type { CrossTable, CrossTableLine } from '../store/counting/crossTable.ts'
import type { Group, GroupKey } from '../store/counting/grouping.ts'
import { type LanguageCount, readLanguages } from '../store/counting/languages.ts'
import { countReadings, type ReadingCounts } from '../store/counting/readingCounts.ts'
import { pageCap } from '../store/engine/cursor.ts'
import type { FilterInput, NodeReference } from '../store/query/filter.ts'
import { readRows } from '../store/query/readRows.ts'
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
import { caveats } from './caveats.ts'
import { type CountingScope, countedByDefault, countedOnce } from './countedOnce.ts'
import { factorBetween } from './figureComparison.ts'
import { sum } from './sum.ts'

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
  const ofSpeakers = { speakerMatches: { slug: { in: slugs } } }
  const whole = { and: [ofSpeakers, subjectFilter(about), ...(scope.filter ? [scope.filter] : [])] }
  const counting = scope.counting ?? countedByDefault
  const wording = wordingOf(scope.wording ?? ['SPEAKER'])
  return { speakers, whole, filter: await countedOnce(read, whole, counting), wording, counting }
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

/** What a reader should know of a comparison: of a speaker without statements, nothing can be said. */
export async function framingNotes(read: Reader, framing: Framing): Promise<string[]> {
  const [counts, readings, languages, cautions] = await Promise.all([
    countStatements(read, framing),
    readReadings(read, framing),
    read.ask(database => readLanguages(database, framing.filter)),
    caveats(read, framing.whole, framing.counting),
  ])
  const uncoded = framing.speakers.filter(({ id }) => !counts.has(id)).map(({ name }) => name)
  if (uncoded.length === framing.speakers.length) {
    return ['No statement of any of them meets what is asked: there is nothing to compare.']
  }
  const missing = `Nothing is coded of ${uncoded.join(', ')} that meets what is asked: what is absent there says nothing of them.`
  return [
    ...(uncoded.length > 0 ? [missing] : []),
    ...asideNotes(readings),
    ...concludedNote(readings),
    ...languageNotes(languages),
    ...cautions,
    'What is absent was not coded of these statements; it does not say that a speaker never said it.',
  ]
}

/** What is called by words of two languages is two lines: a comparison is best kept within one. */
function languageNotes(languages: readonly LanguageCount[]): string[] {
  if (languages.length < 2) return []
  const said = languages.slice(0, 5).map(({ language, statements }) => `${language}: ${statements}`)
  return [
    `They speak in several languages (${said.join(', ')} statements): the same thing in other words is another line. To keep to one: about: { filter: { documentMatches: { language: { eq: "${languages[0]?.language}" } } } }.`,
  ]
}

/** Readings that are left aside for whose words they quote: those of others, and those of which it is not known. */
function asideNotes(found: readonly Readings[]): string[] {
  const others = valuesOf(Wording).flatMap(wording => {
    const count = sum(found.map(each => each.others[wording]))
    return count === 0 ? [] : [{ wording, count }]
  })
  const otherCount = sum(others.map(({ count }) => count))
  const named = others.map(({ wording, count }) => `${wording} (${count})`).join(' or ')
  const unknown = sum(found.map(each => each.unknown))
  const readings = (count: number) => (count === 1 ? '1 reading' : `${count} readings`)
  const all = "To take all in, whoever's words they are: wording: [SPEAKER, REPORTER, DOUBTFUL]."
  return [
    ...(otherCount > 0 ? [`Left aside: ${readings(otherCount)} whose wording is ${named}. ${all}`] : []),
    ...(unknown > 0
      ? [`Left aside: ${readings(unknown)} of statements of which it is not known how they are quoted. ${all}`]
      : []),
  ]
}

/** The readings of a kind: which of them are compared, and which are left aside for whose words they quote. */
interface Readings extends ReadingCounts {
  readonly thing: string
}

/** The kinds of readings that quote somebody's words, and what readers call them. */
const readingNames = new Map<Entity, string>([
  [figureMention, 'number'],
  [termUse, 'term'],
  [frameUse, 'frame'],
  [stance, 'stance'],
])

function readReadings(read: Reader, { filter, wording }: Framing): Promise<Readings[]> {
  return Promise.all(
    Array.from(readingNames, async ([entity, thing]) => ({
      thing,
      ...(await read.ask(database => countReadings(database, entity, filter, wording))),
    })),
  )
}

/** How many of the readings that are compared were concluded or read by a rule. */
function concludedNote(found: readonly Readings[]): string[] {
  const said = found.flatMap(({ thing, quoting, stated }) =>
    stated === quoting ? [] : [`${quoting - stated} of ${sayCount(quoting, thing)}`],
  )
  return said.length === 0 ? [] : [`Concluded by a coder or read by a rule, not stated (INFERRED): ${said.join(', ')}.`]
}

/** A figure that is compared, what it derives from or stands to, how, and by what factor they differ. */
export interface Derivation {
  readonly figure: RowOf<typeof figure>
  readonly kind: RowOf<typeof figureRelation>['kind']
  /** Whether the document states the relation. The factor is computed, whatever it is. */
  readonly basis: RowOf<typeof figureRelation>['basis']
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
    const found = relations.edges.map(async ({ node: { kind, basis, objectId } }) => {
      const from = await read.byId(figure, objectId)
      return row && from ? [{ figure: row, kind, basis, from, factor: factorBetween(row, from) }] : []
    })
    return (await Promise.all(found)).flat()
  })
  return (await Promise.all(derivations)).flat()
}

/** A wording of a number that is compared: whose it is, what its words commit to, and what they count. */
export interface ComparedMention {
  readonly speaker: Agent
  /** How it is known who speaks. */
  readonly speakerBasis: Basis
  readonly mention: RowOf<typeof figureMention>
  /** As the figure has it or, where nobody has said which figure it is, as worded. */
  readonly unit: string | null
  readonly counted: string | null
}

/** The most wordings of numbers that are read for one picture. */
const mostMentions = 2_000

/** The wordings of numbers that are compared, and how many there are in all. */
export async function comparedMentions(
  read: Reader,
  { speakers, filter, wording }: Framing,
): Promise<{ readonly mentions: ComparedMention[]; readonly total: number }> {
  const named = { hasQuantifier: false }
  const list = {
    entity: figureMention,
    fixed: { and: [{ statementMatches: filter }, named, ...(wording === null ? [] : [{ wording }])] },
  }
  const total = await read.count(list, null, null)
  const rows = await readRows(mostMentions, stretch => read.page(list, null, stretch))
  const mentions = rows.map(async mention => {
    const [said, counted] = await Promise.all([
      read.byId(statement, mention.statementId),
      read.byId(figure, mention.figureId),
    ])
    const speaker = speakers.find(({ id }) => id === said?.speakerId)
    if (speaker === undefined) return []
    const unit = mention.unit ?? counted?.unit ?? null
    return [
      {
        speaker,
        speakerBasis: said?.speakerBasis ?? 'STATED',
        mention,
        unit,
        counted: mention.counted ?? counted?.population ?? null,
      },
    ]
  })
  return { mentions: (await Promise.all(mentions)).flat(), total }
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
