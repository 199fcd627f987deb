/** Documents with all that is marked in their texts, for tools in which people read and code. */

import type { Placeholder, SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { AnnotationKind } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { getTableName, sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { agents } from '../tables/agents.ts'
import { claims, stances } from '../tables/claims.ts'
import { coders } from '../tables/coders.ts'
import { documentAuthors, documents, documentTexts } from '../tables/documents.ts'
import { figureMentions, figures } from '../tables/figures.ts'
import { frameUses } from '../tables/frames.ts'
import { memberships } from '../tables/memberships.ts'
import { referents, termUses } from '../tables/referents.ts'
import { channels, statementSpeakers, statements } from '../tables/statements.ts'
import { timeExpressions } from '../tables/times.ts'
import { annotated } from './annotations.ts'
import { type ExportScope, leaving } from './exportTables.ts'
import { missingText } from './missingText.ts'
import { keyOf } from './nodeRows.ts'

/** A document that leaves; without its text where that stays. */
export interface MarkedDocument {
  readonly id: number
  readonly slug: string
  readonly title: string | null
  readonly language: string
  readonly published: string | null
  /** Who wrote it, as one text; null if it names nobody. */
  readonly authors: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly dataset: string | null
  readonly licence: string | null
  /** Where its dataset comes from. */
  readonly source: string | null
  readonly hasText: 0 | 1
}

/** What is marked: words of a document, as what, and of what. */
export interface DocumentMark {
  readonly kind: AnnotationKind
  readonly slug: string
  /** The statement in which it stands, or whose speaker gives a role or a channel; null where the document's own voice does. */
  readonly statement: string | null
  readonly selector: string
  readonly exact: string
  /** The claim, the referent, the speaker … by type and slug, and by name; a line each, where several speak together. */
  readonly topic: string | null
  readonly label: string | null
  /** Whose voice a statement is in. */
  readonly voice: string | null
  /** How: the stance, the kind of quotation, the date … */
  readonly value: string | null
  /** How a stance is held: who only reports a claim does not share it. */
  readonly manner: string | null
  readonly wording: string | null
  readonly basis: string | null
  readonly reason: string | null
  readonly coder: string | null
  /** What curators note about it, a note a line. */
  readonly notes: string | null
}

/** From which document on, by row id, and how many. */
interface Stretch {
  readonly from: number
  readonly most: number
}

/**
 * The documents that leave, one at a time; a stretch of them, if that is asked for.
 *
 * @throws Failure BAD_FILTER for a filter that does not hold
 */
export function markedDocuments(
  database: Database,
  scope: ExportScope,
  stretch?: Stretch,
): IteratorObject<MarkedDocument> {
  const within = stretch === undefined ? sql`` : sql`and ${documents.id} >= ${stretch.from}`
  const most = stretch === undefined ? sql`` : sql`limit ${stretch.most}`
  const hasText = sql`exists (select 1 from ${documentTexts} where ${documentTexts.documentId} = ${documents.id} and ${leaving(documentTexts, { ...scope, filter: null })})`
  const authors = sql`(select group_concat(a.name, '; ' order by a.position) from ${documentAuthors} a where a.documentId = ${documents.id})`
  const query = sql`select ${documents.id}, ${documents.slug}, ${documents.title}, ${documents.language}, ${documents.published},
      ${authors}, (select a.name from agents a where a.id = ${documents.publisherId}), ${documents.url}, s.slug, s.licence, s.url, ${hasText}
    from ${documents} left join datasets s on s.id = ${documents.datasetId}
    where ${leaving(documents, scope)} ${within} order by ${documents.id} ${most}`
  return database
    .cells(madeQuery(query), {})
    .map(([id, slug, title, language, published, authors, publisher, url, ...more]) => {
      const text = (cell: unknown) => (cell === null ? null : String(cell))
      const [dataset, licence, source, has] = more
      return {
        id: Number(id),
        slug: String(slug),
        title: text(title),
        language: String(language),
        published: text(published),
        authors: text(authors),
        publisher: text(publisher),
        url: text(url),
        dataset: text(dataset),
        licence: text(licence),
        source: text(source),
        hasText: has === 1 ? 1 : 0,
      }
    })
}

export function textOfMarked(database: Database, { id }: Pick<MarkedDocument, 'id'>): string {
  const text = database.value<string>('select text from documentTexts where documentId = ?', id)
  if (text === undefined) throw missingText(database, id)
  return text
}

/** All that is marked in a document and leaves, in the order of the text. */
export function marksIn(database: Database, { id }: MarkedDocument, scope: ExportScope): DocumentMark[] {
  const query = database.once(`marks ${JSON.stringify(scope)}`, () => madeQuery(marksOf(scope)))
  return database.rows<DocumentMark>(query, { document: id })
}

/** The marks of the document whose row id is asked for as `document`. */
function marksOf(scope: ExportScope): SQL {
  const id = sql.placeholder('document')
  const arms = Object.entries(kinds).map(([kind, { from, where, ...given }], rank) => {
    const { entity, column } = annotated[kind as AnnotationKind]
    const row = sql`${entity.table}`
    const { topic, label, voice, value, manner, wording, basis, reason, coder, statement } = { ...nothing, ...given }
    const isPart = kind === 'SOURCE' || kind === 'CUE'
    const notes = isPart
      ? none
      : sql`(select group_concat(n.text, char(10)) from notes n where n.aboutTable = ${getTableName(entity.table)} and n.aboutId = ${row}.id)`
    return sql`select ${rank} as rank, ${kind} as kind, ${row}.slug as slug, ${row}.${sql.identifier(column)} as passageId,
      ${topic} as topic, ${label} as label, ${voice} as voice, ${value} as value, ${manner} as manner, ${wording} as wording, ${basis} as basis, ${reason} as reason,
      ${coder === none ? none : keyOf(coders, coder)} as coder, ${statement} as statement, ${notes} as notes
      from ${from} where ${where(id)}`
  })
  return sql`
    with chosen as (select * from ${statements} where ${statements.documentId} = ${id} and ${leaving(statements, scope, id)}),
      marks as (${sql.join(arms, sql` union all `)})
    select kind, m.slug, statement, p.selector, p.exact, topic, label, voice, value, manner, wording, basis, reason, coder, notes
    from marks m join passages p on p.id = m.passageId order by p.start, p.end, rank, m.slug`
}

interface Arm {
  readonly from: SQL
  readonly where: (documentId: Placeholder) => SQL
  readonly topic?: SQL
  readonly label?: SQL
  readonly voice?: SQL
  readonly value?: SQL
  readonly manner?: SQL
  readonly wording?: SQL
  readonly basis?: SQL
  readonly reason?: SQL
  readonly coder?: SQL
  readonly statement?: SQL
}

const none = sql`null`
const nothing = {
  topic: none,
  label: none,
  voice: none,
  value: none,
  manner: none,
  wording: none,
  basis: none,
  reason: none,
  coder: none,
  statement: none,
}

/** The rows of a table whose statement leaves. */
const ofChosen = (table: SQL) => sql`${table} join chosen s on s.id = ${table}.statementId`
const all = () => sql`true`
const inDocument = (table: SQL) => (id: Placeholder) => sql`${table}.documentId = ${id}`
const chosen: Pick<Arm, 'from' | 'where' | 'coder' | 'statement'> = {
  from: sql`chosen ${statements}`,
  where: all,
  coder: sql`${statements.coderId}`,
  statement: sql`${statements.slug}`,
}
const inChosen = (table: SQL): Pick<Arm, 'from' | 'where' | 'coder' | 'statement'> => ({
  from: ofChosen(table),
  where: all,
  coder: sql`s.coderId`,
  statement: sql`s.slug`,
})
/** What is found of each speaker of a statement, in their order, a line each. */
const ofSpeakers = (found: (agent: SQL) => SQL) => sql`(select group_concat(found, char(10)) from
  (select ${found(sql`j.agentId`)} as found from ${statementSpeakers} j where j.statementId = ${statements.id} order by j.position))`
/** Who speaks: one or several; else the text through which it comes, where that is all that is named. */
const whoSpeaks = (found: (agent: SQL) => SQL, channel: SQL) =>
  sql`case ${statements.voice} when 'CHANNEL' then ${channel} else coalesce(${ofSpeakers(found)}, ${found(sql`${statements.speakerId}`)}) end`
const voiced: Pick<Arm, 'topic' | 'label'> = {
  topic: whoSpeaks(agent => keyOf(agents, agent), keyOf(channels, sql`${statements.channelId}`)),
  label: whoSpeaks(
    agent => sql`(select a.name from agents a where a.id = ${agent})`,
    sql`(select h.label from ${channels} h where h.id = ${statements.channelId})`,
  ),
}
/** On what ground that is so: a text is known to speak as it is known that the words came through it. */
const groundOfVoice = (speaker: SQL, channel: SQL) =>
  sql`case when ${statements.voice} = 'CHANNEL' and ${statements.speakerBasis} = 'STATED' then ${channel} else ${speaker} end`
/** Who gives a role or a channel that the document's own voice does not give. */
const givenIn = (statement: SQL) => sql`(select s.slug from ${statements} s where s.id = ${statement})`

const kinds: Readonly<Record<AnnotationKind, Arm>> = {
  STATEMENT: {
    ...chosen,
    ...voiced,
    voice: sql`${statements.voice}`,
    value: sql`${statements.quotation}`,
    basis: sql`${statements.basis}`,
    reason: sql`${statements.reason}`,
  },
  SOURCE: {
    ...chosen,
    ...voiced,
    basis: groundOfVoice(sql`${statements.speakerBasis}`, sql`coalesce(${statements.channelBasis}, 'STATED')`),
    reason: groundOfVoice(sql`${statements.speakerReason}`, sql`${statements.channelReason}`),
  },
  CUE: chosen,
  FIGURE_MENTION: {
    ...inChosen(sql`${figureMentions}`),
    topic: keyOf(figures, sql`${figureMentions.figureId}`),
    label: sql`coalesce((select f.label from ${figures} f where f.id = ${figureMentions.figureId}), ${figureMentions.counted}, ${figureMentions.unit})`,
    value: sql`${figureMentions.approximation}`,
    wording: sql`${figureMentions.wording}`,
    basis: sql`${figureMentions.basis}`,
    reason: sql`${figureMentions.reason}`,
  },
  FIGURE_RELATION: {
    from: sql`figureRelations join ${figures} f on f.id = figureRelations.subjectId`,
    where: id => sql`f.documentId = ${id} and figureRelations.passageId is not null`,
    topic: keyOf(figures, sql`f.id`),
    label: sql`f.label`,
    value: sql`figureRelations.kind`,
    basis: sql`figureRelations.basis`,
    reason: sql`figureRelations.reason`,
  },
  TIME_EXPRESSION: {
    from: sql`${timeExpressions}`,
    where: inDocument(sql`${timeExpressions}`),
    value: sql`${timeExpressions.edtf}`,
    basis: sql`${timeExpressions.basis}`,
    reason: sql`${timeExpressions.reason}`,
  },
  TERM_USE: {
    ...inChosen(sql`${termUses}`),
    topic: keyOf(referents, sql`${termUses.referentId}`),
    label: sql`(select r.label from ${referents} r where r.id = ${termUses.referentId})`,
    wording: sql`${termUses.wording}`,
    basis: sql`${termUses.basis}`,
    reason: sql`${termUses.reason}`,
  },
  FRAME_USE: {
    ...inChosen(sql`${frameUses}`),
    label: sql`${frameUses.function}`,
    value: sql`${frameUses.dimension}`,
    wording: sql`${frameUses.wording}`,
    basis: sql`${frameUses.basis}`,
    reason: sql`${frameUses.reason}`,
  },
  STANCE: {
    ...inChosen(sql`${stances}`),
    topic: keyOf(claims, sql`${stances.claimId}`),
    label: sql`(select c.text from ${claims} c where c.id = ${stances.claimId})`,
    value: sql`${stances.stance}`,
    manner: sql`${stances.manner}`,
    wording: sql`${stances.wording}`,
    basis: sql`${stances.basis}`,
    reason: sql`${stances.reason}`,
  },
  MEMBERSHIP: {
    from: sql`${memberships}`,
    where: inDocument(sql`${memberships}`),
    topic: keyOf(agents, sql`${memberships.memberId}`),
    label: sql`(select a.name from agents a where a.id = ${memberships.memberId})`,
    value: sql`${memberships.role}`,
    statement: givenIn(sql`${memberships.statementId}`),
    basis: sql`${memberships.basis}`,
    reason: sql`${memberships.reason}`,
  },
  CHANNEL: {
    from: sql`${channels}`,
    where: inDocument(sql`${channels}`),
    label: sql`${channels.label}`,
    value: sql`${channels.kind}`,
    statement: givenIn(sql`${channels.statementId}`),
    basis: sql`${channels.basis}`,
    reason: sql`${channels.reason}`,
  },
}

/** Somebody who speaks, and the statements of which that is so. */
export interface Voiced {
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly statements: readonly { readonly slug: string; readonly selector: string }[]
}

/** Whoever speaks in texts that leave, one at a time. */
export function speakersIn(database: Database, scope: ExportScope): IteratorObject<Voiced> {
  const condition = sql`${leaving(statements, scope)} and ${statements.documentId} in
    (select ${documentTexts.documentId} from ${documentTexts} where ${leaving(documentTexts, { ...scope, filter: null })})`
  const query = sql`select a.slug, a.name, a.kind, json_group_array(json_object('slug', said.slug, 'selector', said.selector))
    from (select who.agentId as speakerId, ${statements.slug} as slug, p.selector
      from ${statements} join passages p on p.id = ${statements.contentId}
      join (select j.statementId, j.agentId from ${statementSpeakers} j
        union select s.id, s.speakerId from ${statements} s where s.speakerId is not null) who on who.statementId = ${statements.id}
      where ${condition}) said
    join agents a on a.id = said.speakerId group by a.id order by a.slug`
  return database.cells(madeQuery(query), {}).map(([slug, name, kind, said]) => ({
    slug: String(slug),
    name: String(name),
    kind: String(kind),
    statements: JSON.parse(String(said)),
  }))
}

/** The claims and referents, which documents share, by their keys; and the coders. */
export function sharedTopics(database: Database) {
  const named = (table: SQLiteTable, label: SQL) =>
    database.all<{ readonly key: string; readonly label: string }>(
      sql`select ${keyOf(table, sql`named.id`)} as "key", ${label} as label from ${table} named order by slug`,
    )
  return {
    claims: named(claims, sql`text`),
    referents: named(referents, sql`label`),
    coders: named(coders, sql`name`),
  }
}
