import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { sql } from '../engine/drizzle.ts'
import { agents } from '../tables/agents.ts'
import { claims, stances } from '../tables/claims.ts'
import { coders } from '../tables/coders.ts'
import { datasets } from '../tables/datasets.ts'
import { documents } from '../tables/documents.ts'
import { figureMentions, figureRelations, figures } from '../tables/figures.ts'
import { frameUses } from '../tables/frames.ts'
import { memberships } from '../tables/memberships.ts'
import { mentions } from '../tables/mentions.ts'
import { notes } from '../tables/notes.ts'
import { passagePlaces } from '../tables/passages.ts'
import { referents, termUses } from '../tables/referents.ts'
import { reviews } from '../tables/reviews.ts'
import { rules } from '../tables/rules.ts'
import { statementRelations } from '../tables/statementRelations.ts'
import { channels, statements } from '../tables/statements.ts'
import { timeExpressions } from '../tables/times.ts'
import { isPassageNamed, passages } from './passages.ts'
import { dayKey, saidIn, saidOn } from './said.ts'
import { isPartNamed } from './statementParts.ts'

/** A table whose rows are nodes of the graph: with a row id and a public name. */
export type EntityTable = SQLiteTable & { id: SQLiteColumn; slug: SQLiteColumn }

/** What an order sorts by: columns or expressions that are never null; the row id is appended to make it unique. */
type OrderKeys = readonly (SQLiteColumn | SQL)[]

/**
 * How much is read for a page of a list in its default order: the page, along an index; a few rows, since a parent has
 * by its nature no more (what stands in one statement); or all rows, which are then sorted.
 */
export type Reach = 'PAGE' | 'FEW' | 'ALL'

/**
 * A kind of node: its table, and the orders in which its rows can be listed. The first order is the default one.
 *
 * `typenames` are the GraphQL types whose ids it answers to.
 */
export interface Entity<T extends EntityTable = EntityTable, O extends string = string> {
  readonly table: T
  readonly typenames: readonly string[]
  /** How much is read for a page of all its rows. */
  readonly reach: Reach
  /** Whether a row has that slug, in SQL that an index serves. */
  isNamed(row: T, slug: SQL): SQL
  /** The keys of each order; what is unknown can come last either way, which therefore they may depend on. */
  orders(row: T, descending?: boolean): Readonly<Record<O, OrderKeys>>
}

/** As the index expressions have it, so that they serve the order. */
function knownOrEmpty(column: SQLiteColumn): SQL {
  return sql`case when ${column} is null then '' else ${column} end`
}

type Particulars<T extends EntityTable> = Partial<Pick<Entity<T>, 'reach' | 'isNamed'>>

function entity<T extends EntityTable, O extends string>(
  table: T,
  typenames: string | readonly string[],
  orders: (row: T, descending?: boolean) => Record<O, OrderKeys>,
  { reach = 'PAGE', isNamed = (row, slug) => sql`${row.slug} = ${slug}` }: Particulars<NoInfer<T>> = {},
): Entity<T, O> {
  return { table, typenames: typeof typenames === 'string' ? [typenames] : typenames, orders, reach, isNamed }
}

/** The name of an agent, as a key: without one, the empty text. */
function nameOf(agentId: SQLiteColumn | SQL): SQL {
  return sql`coalesce((select named.name from ${agents} named where named.id = ${agentId}), '')`
}

/** A row of what belongs to a statement, and stands on words. */
interface SpokenRow {
  readonly statementId: SQLiteColumn
  readonly passageId: SQLiteColumn
}

/** The orders of what belongs to a statement. */
function ofStatement({ statementId, passageId }: SpokenRow, descending = false) {
  const speaker = sql`(select spoken.speakerId from ${statements} spoken where spoken.id = ${statementId})`
  return {
    IMPORTED: [],
    POSITION: placeOf(passageId),
    TIME: [dayKey(saidIn(statementId), descending)],
    SPEAKER: [nameOf(speaker)],
  }
}

/** Where words stand, as keys: document by document, and from start to end in each. */
function placeOf(passageId: SQLiteColumn): SQL[] {
  return ['documentId', 'start', 'end'].map(
    key => sql`(select place.${sql.identifier(key)} from ${passagePlaces} place where place.id = ${passageId})`,
  )
}

/** When somebody first took a stance to a claim, as a key. */
function firstStance(claimId: SQLiteColumn, descending = false): SQL {
  const days = saidOn({ documentId: sql`taken.documentId`, timeId: sql`taken.timeId` })
  const first = sql`(select min(${dayKey(days, false)}) from ${stances} taken where taken.claimId = ${claimId})`
  return descending ? sql`coalesce(nullif(${first}, '~'), '')` : sql`coalesce(${first}, '~')`
}

/** A row of an entity's table. */
export type RowOf<E extends Entity> = E['table']['$inferSelect']

export const agent = entity(agents, ['Person', 'Organization', 'UnclassifiedAgent'], row => ({
  NAME: [row.name],
  SLUG: [row.slug],
  IMPORTED: [],
}))
export const membership = entity(memberships, 'Membership', row => ({
  IMPORTED: [],
  ROLE: [row.role],
  MEMBER: [nameOf(row.memberId)],
  ORGANIZATION: [nameOf(row.organizationId)],
}))
export const document = entity(documents, 'Document', row => ({
  SLUG: [row.slug],
  PUBLISHED: [knownOrEmpty(row.publishedEarliest)],
  TITLE: [knownOrEmpty(row.title)],
  IMPORTED: [],
}))
export const passage = entity(
  passages,
  'Passage',
  row => ({ POSITION: [row.documentId, row.start, row.end], IMPORTED: [] }),
  { isNamed: isPassageNamed },
)
export const timeExpression = entity(timeExpressions, 'TimeExpression', row => ({
  IMPORTED: [],
  POSITION: placeOf(row.passageId),
  EARLIEST: [knownOrEmpty(row.earliest)],
}))
export const channel = entity(channels, 'Channel', () => ({ IMPORTED: [] }))
export const statement = entity(statements, 'Statement', (row, descending) => ({
  POSITION: [row.documentId, row.start],
  TIME: [dayKey(saidOn(row), descending === true)],
  SPEAKER: [nameOf(row.speakerId)],
  IMPORTED: [],
}))
export const claim = entity(claims, 'Claim', (row, descending) => ({
  TEXT: [row.text],
  SLUG: [row.slug],
  TIME: [firstStance(row.id, descending)],
  IMPORTED: [],
}))
export const stance = entity(stances, 'Stance', ofStatement, {
  isNamed: isPartNamed(stances),
})
export const figure = entity(figures, 'Figure', row => ({ IMPORTED: [], VALUE: [row.magnitude], LABEL: [row.label] }))
export const figureMention = entity(figureMentions, 'FigureMention', ofStatement, {
  isNamed: isPartNamed(figureMentions),
})
export const figureRelation = entity(figureRelations, 'FigureRelation', () => ({ IMPORTED: [] }))
export const referent = entity(referents, 'Referent', row => ({
  LABEL: [row.label],
  SLUG: [row.slug],
  IMPORTED: [],
}))
export const termUse = entity(
  termUses,
  'TermUse',
  (row, descending) => ({ ...ofStatement(row, descending), WORDS: [row.words] }),
  { isNamed: isPartNamed(termUses) },
)
export const frameUse = entity(frameUses, 'FrameUse', ofStatement)
export const dataset = entity(datasets, 'Dataset', row => ({ SLUG: [row.slug], NAME: [row.name], IMPORTED: [] }))
export const coder = entity(coders, 'Coder', row => ({ NAME: [row.name], SLUG: [row.slug], IMPORTED: [] }), {
  reach: 'ALL',
})
export const mention = entity(
  mentions,
  'Mention',
  (row, descending) => ({ ...ofStatement(row, descending), WORDS: [row.words] }),
  { isNamed: isPartNamed(mentions) },
)
export const review = entity(reviews, 'Review', row => ({ IMPORTED: [], RATING: [row.rating] }))
export const statementRelation = entity(statementRelations, 'StatementRelation', () => ({ IMPORTED: [] }))
export const note = entity(notes, 'Note', () => ({ IMPORTED: [] }))
/** A rule is not a node: it has no place of its own, and what it read leads to it. */
export const rule = entity(rules, 'Rule', row => ({ SLUG: [row.slug] }))

/** Every entity: what `node(id)` can find. */
export const entities: readonly Entity[] = [
  agent,
  membership,
  document,
  passage,
  timeExpression,
  channel,
  statement,
  claim,
  stance,
  figure,
  figureMention,
  figureRelation,
  referent,
  termUse,
  frameUse,
  dataset,
  coder,
  mention,
  review,
  statementRelation,
  note,
]

/** The entity whose nodes have that type. */
export function entityOfType(typename: string): Entity | undefined {
  return entities.find(({ typenames }) => typenames.includes(typename))
}
