import { stanceInWords } from '../model/stanceInWords.ts'
import { Basis, valuesOf } from '../model/vocabulary.ts'
import { weakerBasis } from '../model/whoSaid.ts'
import { filterFields } from '../store/query/filterFields.ts'
import { mergedInto } from '../store/query/mergedInto.ts'
import type { Reader } from '../store/reader.ts'
import {
  agent,
  channel,
  claim,
  type Entity,
  entities,
  figure,
  figureRelation,
  frameUse,
  membership,
  passage,
  type RowOf,
  referent,
  stance,
  statement,
  statementRelation,
} from '../store/schema/entities.ts'
import type { Relation } from '../store/schema/relations.ts'
import { figureConditions } from '../store/tables/figures.ts'
import { findThing, sayMerged } from './listing/findNamed.ts'
import { authorNames } from './listing/kinds.ts'
import { type ListedCell, listingCommand, writeListing } from './listing/listing.ts'
import { statementRows } from './listing/statementRows.ts'
import { withReader } from './withReader.ts'

const columns = [
  'field',
  'value',
  'speakers',
  'reportedBy',
  'held',
  'voice',
  'channel',
  'wording',
  'basis',
  'slug',
] as const

interface Line {
  readonly field: string
  readonly value: ListedCell
  /** Who says it, where it is said, and in whose voice that is. */
  readonly speakers?: ListedCell
  readonly voice?: ListedCell
  /** Through which channel it came: of what a text says by itself, the only one who says it. */
  readonly channel?: ListedCell
  /** Whose words they are, where the value is words of the text: SPEAKER, REPORTER, MIXED or DOUBTFUL. */
  readonly wording?: ListedCell
  /** Whether it is stated or was concluded, where that is known. */
  readonly basis?: ListedCell
  /** Who says that it was said, where somebody else does. */
  readonly reportedBy?: ListedCell
  /** How it is held, if it is not plainly affirmed. */
  readonly held?: ListedCell
  /** Of what the field leads to. */
  readonly slug: string | null
}

/** `dixit show`: one thing, with all that is known of it and what it leads to. */
export function showCommand() {
  return listingCommand('show', 'show one thing: what is known about it, and what it links to')
    .argument(
      '<thing>',
      'its slug, its permalink, or the name of a person, organization, document, claim, figure or dataset',
    )
    .addHelpText('after', '\n--first limits every list.')
    .action((typed, options) =>
      withReader(async read => {
        const { entity, slug } = await findThing(read, entities, typed, 'show')
        const row = await read.bySlug(entity, slug)
        if (row === null) return
        const said = entity === statement ? await statementLines(read, slug) : []
        const own = await linesOf(read, entity, row, options.first)
        const merged = entity === agent ? await mergedLines(read, slug) : []
        const worded = entity === figure ? await wordedLines(read, slug) : []
        const known = new Set([...said, ...worded].map(({ field }) => field))
        const rows = [...merged, ...said, ...worded, ...own.lines.filter(({ field }) => !known.has(field))]
        const listed = rows.map(row => ({
          speakers: [],
          reportedBy: [],
          held: null,
          voice: null,
          channel: null,
          wording: null,
          basis: null,
          ...row,
        }))
        await writeListing({ columns, shown: columns, rows: listed, total: rows.length + own.leftOut }, options, read)
      }),
    )
}

/** A statement as it is listed: a line a column. */
async function statementLines(read: Reader, slug: string): Promise<Line[]> {
  const row = await read.bySlug(statement, slug)
  const rows = row === null ? [] : await statementRows(read, [row])
  // The channel and the cue have lines of their own, with their slugs.
  return rows.flatMap(({ channel: _, cue: __, ...said }) =>
    Object.entries(said).map(([field, value]) => ({ field, value, slug: null })),
  )
}

/** Under whom an agent stands by decision: where its statements are. */
async function mergedLines(read: Reader, slug: string): Promise<Line[]> {
  const row = await read.bySlug(agent, slug)
  const into = row && (await read.ask(database => mergedInto(database, row.id)))
  if (row === null || into === null) return []
  console.error(`${sayMerged(row.name, into)}\nAll that refers to it is there: dixit show ${into.slug}`)
  return [{ field: 'sameAs', value: into.name, slug: into.slug }]
}

/** What the words for a figure commit to: 900,000 alone is more than “nearly 900,000” says. */
async function wordedLines(read: Reader, slug: string): Promise<Line[]> {
  const row = await read.bySlug(figure, slug)
  if (row === null) return []
  const { words, approximation, lower, upper } = await read.figureAsWorded(row.id)
  return Object.entries({ words, approximation, value: row.value, lower, upper }).flatMap(([field, value]) =>
    value === null ? [] : [{ field, value, slug: null }],
  )
}

/** What can be asked of an entity is what it is shown with, so that nothing is named twice. */
async function linesOf(read: Reader, entity: Entity, row: object, first: number) {
  const cells = new Map<string, unknown>(Object.entries(row))
  const lines: Line[] = []
  let leftOut = 0
  for (const [name, field] of Object.entries(filterFields.get(entity) ?? {})) {
    switch (field.kind) {
      case 'text':
      case 'number':
      case 'term': {
        const value = cellOf(cells.get(field.column))
        if (value !== null) lines.push({ field: name, value, slug: null })
        break
      }
      case 'author':
        lines.push(
          ...(await authorNames(read, Number(cells.get('id')))).map(value => ({ field: name, value, slug: null })),
        )
        break
      case 'condition':
        lines.push(...(await conditionsOf(read, Number(cells.get('id')))))
        break
      case 'time': {
        const ends = [cells.get(field.earliest), cells.get(field.latest)].map(cellOf)
        if (ends.some(end => end !== null))
          lines.push({ field: name, value: ends.map(end => end ?? '..').join('/'), slug: null })
        break
      }
      case 'one': {
        const id = cells.get(field.column)
        if (field.via === undefined && typeof id === 'number')
          lines.push(...named(name, await read.byId(field.target, id)))
        break
      }
      case 'many': {
        const id = Number(cells.get('id'))
        const list = { entity: field.relation.target, relation: field.relation }
        const [page, total] = await Promise.all([
          read.page(list, id, { first: Math.min(first, 100) }),
          read.count(list, id, null),
        ])
        const nodes = await Promise.all(
          page.edges.map(({ node }) => explained(read, field.relation.target, node, { entity, id })),
        )
        const found = nodes.flatMap(node => named(name, node))
        lines.push(...(await withAccount(read, { relation: field.relation, nodes, lines: found })))
        leftOut += total - page.edges.length
        break
      }
    }
  }
  return { lines, leftOut }
}

/** What must hold of everything that a figure counts, aspect by aspect. */
async function conditionsOf(read: Reader, figureId: number): Promise<Line[]> {
  const conditions = await read.valuesOf(figureConditions, figureConditions.figureId, figureId, figureConditions.id)
  return conditions.map(({ aspect, value, basis }) => ({
    field: 'condition',
    value: `${aspect}: ${value}`,
    basis,
    slug: null,
  }))
}

/**
 * What a row of a list is named by and does not hold: the arithmetic of a relation, in what two statements differ, who holds a role
 * where, what a frame does, and a claim.
 */
async function explained(
  read: Reader,
  entity: Entity,
  row: RowOf<Entity>,
  of: { readonly entity: Entity; readonly id: number },
): Promise<RowOf<Entity>> {
  if (entity === figureRelation) return { ...row, explanation: await read.explanationOf(row.id) }
  if (entity === membership) return { ...row, role: await roleOf(read, row.id, of.entity === agent ? of.id : null) }
  if (entity === statementRelation) return { ...row, explanation: await relationOf(read, row.id, of.id) }
  if (entity === frameUse) return { ...row, frame: await frameOf(read, row.id) }
  if (entity !== stance || of.entity === claim) return row
  const taken = await read.byId(stance, row.id)
  return { ...row, claim: (await read.byId(claim, taken?.claimId ?? null))?.text }
}

/** How a statement stands to another, and in what they differ: “PARAPHRASES pier/quoted: “closed” for “not open””. */
async function relationOf(read: Reader, id: number, shownId: number): Promise<string> {
  const related = await read.byId(statementRelation, id)
  if (related === null) return ''
  const { kind, subjectId, objectId, difference } = related
  const other = await read.byId(statement, subjectId === shownId ? objectId : subjectId)
  const said = subjectId === shownId ? `${kind} ${other?.slug}` : `${other?.slug} ${kind} it`
  return difference === null ? said : `${said}: ${difference}`
}

/** A role with where, and for whom, it is held, and by whom unless that is who is shown: “director, Water Board, for Harbour Party”. */
async function roleOf(read: Reader, id: number, holder: number | null): Promise<string> {
  const held = await read.byId(membership, id)
  const nameOf = async (agentId: number | null | undefined) => (await read.byId(agent, agentId ?? null))?.name ?? null
  const [member, organization, represented] = await Promise.all([
    held?.memberId === holder ? null : nameOf(held?.memberId),
    nameOf(held?.organizationId),
    nameOf(held?.onBehalfOfId),
  ])
  const parts = [member, held?.role, organization, held?.area, represented && `for ${represented}`]
  return parts.filter(Boolean).join(', ')
}

/**
 * Whom a frame blames, credits or is directed at, what it does, and in which words: “BLAME of Harbour Board,
 * CAUSAL_INTERPRETATION, HARMED fishermen: let it rot”. By its dimension alone, blame would look like credit.
 */
async function frameOf(read: Reader, id: number): Promise<string> {
  const used = await read.byId(frameUse, id)
  if (used === null) return ''
  const { targetAgentId, targetReferentId, affectedAgentId, affectedReferentId } = used
  const [target, affected, words] = await Promise.all([
    labelOf(read, targetAgentId, targetReferentId),
    labelOf(read, affectedAgentId, affectedReferentId),
    read.byId(passage, used.passageId),
  ])
  const directed = target && (used.valence ? `${used.valence} of ${target}` : `directed at ${target}`)
  const codes = [directed ?? used.valence, used.function, used.dimension, affected && `${used.effect} ${affected}`]
  return `${codes.filter(Boolean).join(', ')}: ${words?.exact}`
}

async function labelOf(read: Reader, agentId: number | null, referentId: number | null): Promise<string | null> {
  return (await read.byId(agent, agentId))?.name ?? (await read.byId(referent, referentId))?.label ?? null
}

/** What is said, with who says it, and that, roles and channels with by whose account; statements with whose words each is in, too. */
async function withAccount(read: Reader, { relation, nodes, lines }: Led): Promise<readonly Line[]> {
  const isStatement = relation.target === statement
  const isGiven = relation.target === membership || relation.target === channel
  const standing = await Promise.all(
    nodes.map(node => {
      const id = isStatement ? node.id : 'statementId' in node ? Number(node.statementId) : null
      return read.byId(statement, id)
    }),
  )
  const rows = await statementRows(
    read,
    standing.flatMap(row => row ?? []),
  )
  return lines.map((line, at) => {
    const row = standing[at]
    const said = rows.find(({ slug }) => slug === row?.slug)
    if (!row || !said) return line
    const { speakers, reportedBy, held, voice, channel, wording, basis } = said
    if (isStatement) return { ...line, speakers, reportedBy, held, voice, channel, wording, basis }
    if (isGiven) return { ...line, reportedBy: [...speakers, ...reportedBy] }
    const known = valuesOf(Basis).find(each => each === line.basis) ?? null
    // What stands in a statement is a speaker's as surely as it is known that they speak.
    return { ...line, basis: weakerBasis(known, row.speakerBasis), speakers, reportedBy, held, voice, channel }
  })
}

interface Led {
  readonly relation: Relation
  readonly nodes: readonly RowOf<Entity>[]
  /** A line a node. */
  readonly lines: readonly Line[]
}

/** The columns by which people know what they see, the first that a row has. */
const naming = ['name', 'title', 'label', 'text', 'words', 'exact', 'role', 'explanation', 'frame', 'kind'] as const

function named(field: string, row: object | null): Line[] {
  if (row === null) return []
  const cells = new Map<string, unknown>(Object.entries(row))
  const known = naming.find(column => typeof cells.get(column) === 'string')
  const value = isStance(row)
    ? [stanceInWords(row.stance, row.manner), cellOf(cells.get('claim')) ?? []].flat().join(': ')
    : cellOf(known && cells.get(known))
  const [wording, basis] = [cellOf(cells.get('wording')), cellOf(cells.get('basis'))]
  return [{ field, value, wording, basis, slug: String(cells.get('slug')) }]
}

/** Who reports that others hold a claim does not support it, so that a stance is not named by its kind alone. */
function isStance(row: object): row is Pick<RowOf<typeof stance>, 'stance' | 'manner'> {
  return 'stance' in row && 'manner' in row
}

function cellOf(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
