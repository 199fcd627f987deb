import { readEdtf } from '../../model/edtf.ts'
import { Failure } from '../../model/failure.ts'
import { Identities } from '../../model/identity.ts'
import type { DecisionKind } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { recordRevision } from '../engine/revisions.ts'
import { boundMentions, type FigureDecision, removeDecidedFigures, storeFigureDecisions } from './figureDecisions.ts'
import { decideReadings, putReadingsBack, type ReadingDecision, storeReadingDecisions } from './readingDecisions.ts'
import { agentReferences } from './references.ts'
import { idOfSlug } from './rowIds.ts'

/** A decision as a person wrote it down, in slugs. */
export interface Decision {
  readonly kind: DecisionKind
  readonly agent: string
  readonly other: string | null
  readonly dataset: string | null
  readonly words: string | null
  readonly statement: string | null
  /** The document and the time to which a decision about words is limited; `published` is what a split takes, too. */
  readonly document: string | null
  readonly published: string | null
  readonly reason: string
  readonly decidedBy: string | null
}

interface StoredDecision {
  readonly id: number
  readonly kind: DecisionKind
  readonly agentId: number
  readonly otherId: number | null
  readonly datasetId: number | null
  readonly words: string | null
  readonly statement: string | null
  readonly document: string | null
  readonly published: string | null
}

/**
 * Puts every reference back to where its source had it. No row was made or destroyed by the decisions, so that nothing
 * else is needed. The caller holds the transaction.
 */
export function setDecisionsAside(database: Database): void {
  const moves = database
    .prepare<[], { tableName: string; columnName: string; rowId: number; fromId: number | null }>(
      'select tableName, columnName, rowId, fromId from decisionMoves order by id desc',
    )
    .all()
  for (const { tableName, columnName, rowId, fromId } of moves) {
    const also = alsoBack[`${tableName}.${columnName}`]?.(fromId) ?? ''
    database.prepare(`update "${tableName}" set "${columnName}" = ?${also} where id = ?`).run(fromId, rowId)
  }
  database.prepare('delete from decisionMoves').run()
  removeDecidedFigures(database)
  putReadingsBack(database)
}

/** What goes with a reference when it is put back. */
const alsoBack: Readonly<Record<string, (fromId: number | null) => string>> = {
  'statements.speakerId': fromId => `, voice = ${fromId === null ? `'UNLINKED'` : `'AGENT'`}`,
  'statements.ruleId': () => `, basis = 'AUTOMATIC', speakerBasis = 'AUTOMATIC'`,
  'mentions.agentId': fromId =>
    fromId === null ? ', link = null, decisionId = null' : `, link = coalesce(link, 'RULE')`,
  'mentions.ruleId': () => `, basis = 'AUTOMATIC'`,
}

/** Carries the stored decisions out, noting each move so that it can be put back. The caller holds the transaction. */
export function carryDecisionsOut(database: Database): void {
  const stored = database.prepare<[], StoredDecision>('select * from decisions order by id').all()
  for (const decision of stored) if (decision.kind === 'SPLIT') split(database, decision)
  for (const decision of stored)
    if (decision.kind === 'NOT_SAME_AS' && decision.words !== null) refuseWords(database, decision)
  const same = stored.filter(({ kind }) => kind === 'SAME_AS')
  // What is said of one document holds before what is said of a time, and that before what is said of a whole dataset.
  const narrowness = ({ document, published }: StoredDecision) => (document !== null ? 0 : published !== null ? 1 : 2)
  for (const decision of same.toSorted((a, b) => narrowness(a) - narrowness(b))) {
    if (decision.words !== null) linkWords(database, decision)
  }

  decideReadings(database)
  for (const { mention, figure } of boundMentions(database)) {
    move(database, ['figureMentions', 'figureId'], 't.id = ?', [mention], figure)
  }
  const identities = new Identities<number>()
  for (const { agentId, otherId } of same) if (otherId !== null) identities.join(agentId, otherId)
  const references = agentReferences(database)
  for (const [follower, leader] of identities.followers()) {
    for (const { table, column } of references) {
      move(database, [table, column], `t."${column}" = ?`, [follower], leader)
    }
  }
}

/** What takes place of the decisions that were stored: all of them, or none if one does not hold. */
export function replaceDecisions(
  database: Database,
  decisions: readonly Decision[],
  figures: readonly FigureDecision[] = [],
  readings: readonly ReadingDecision[] = [],
): { readonly moved: number } {
  return database.write(() => {
    setDecisionsAside(database)
    const before = storedDecisions(database)
    database.prepare('delete from decisions').run()
    for (const [index, decision] of decisions.entries()) store(database, decision, index)
    storeReadingDecisions(database, readings)
    // Whether a mention fits a figure goes by what it is corrected to.
    decideReadings(database)
    storeFigureDecisions(database, figures)
    checkConsistent(database)
    carryDecisionsOut(database)
    if (storedDecisions(database) !== before) {
      const count = decisions.length + figures.length + readings.length
      recordRevision(database, `decisions ${count}`, JSON.stringify([decisions, figures, readings]))
    }
    const moved = database.prepare<[], { moved: number }>('select count(*) as moved from decisionMoves').get()?.moved
    return { moved: moved ?? 0 }
  })
}

/** What is decided, as a text: the same for the same decisions. */
function storedDecisions(database: Database): string {
  const columns = 'slug, kind, agentId, otherId, datasetId, words, statement, published, reason, decidedBy'
  return JSON.stringify([
    database.prepare(`select ${columns} from decisions order by slug`).all(),
    database.prepare('select * from figureDecisions order by slug').all(),
  ])
}

function store(database: Database, decision: Decision, index: number): void {
  const { kind, agent, other, dataset, words, statement, document, published, reason, decidedBy } = decision
  const idOf = (table: string, slug: string | null) => {
    if (slug === null) return null
    const id = idOfSlug(database, table, slug)
    if (id !== undefined) return id
    throw new Failure('BAD_INPUT', `Decision ${index + 1} names ${slug}, and ${table} has none of that name.`)
  }
  if (document !== null) idOf('documents', document)
  if (published !== null && readEdtf(published) === null) {
    throw new Failure('BAD_INPUT', `Decision ${index + 1}: “${published}” is no EDTF date or interval.`)
  }
  database
    .prepare(
      `insert into decisions (slug, kind, agentId, otherId, datasetId, words, statement, document, published, reason, decidedBy)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      `decision-${index + 1}`,
      kind,
      idOf('agents', agent),
      idOf('agents', other),
      idOf('datasets', dataset),
      words,
      statement,
      document,
      published,
      reason,
      decidedBy,
    )
}

/** @throws Failure BAD_INPUT if some decisions join what another one keeps apart */
function checkConsistent(database: Database): void {
  const rows = database
    .prepare<[], { kind: DecisionKind; agent: string; other: string }>(
      `select d.kind, a.slug as agent, o.slug as other from decisions d join agents a on a.id = d.agentId
       join agents o on o.id = d.otherId order by d.id`,
    )
    .all()
  const identities = new Identities<string>()
  for (const { kind, agent, other } of rows) if (kind === 'SAME_AS') identities.join(agent, other)
  for (const { kind, agent, other } of rows) {
    if (kind === 'NOT_SAME_AS' && identities.leaderOf(agent) === identities.leaderOf(other)) {
      throw new Failure('BAD_INPUT', `${agent} and ${other} are not the same by one decision, and the same by others.`)
    }
  }
}

/** Gives what is another's to that other. */
function split(database: Database, { agentId, otherId, statement, published }: StoredDecision): void {
  if (otherId === null) return
  const { condition, parameters } = scopeOf(statement, published)
  move(
    database,
    ['mentions', 'agentId'],
    `t.agentId = ? and t.role = 'SOURCE' and t.statementId in (select s.id from statements s join documents d on d.id = s.documentId where ${condition})`,
    [agentId, ...parameters],
    otherId,
  )
  move(
    database,
    ['statements', 'speakerId'],
    `t.speakerId = ? and t.id in (select s.id from statements s join documents d on d.id = s.documentId where ${condition})`,
    [agentId, ...parameters],
    otherId,
  )
}

function scopeOf(statement: string | null, published: string | null): { condition: string; parameters: string[] } {
  if (statement !== null) return { condition: 's.slug = ?', parameters: [statement] }
  const interval = published === null ? null : readEdtf(published)
  return {
    condition: 'd.publishedEarliest >= ? and d.publishedLatest <= ?',
    parameters: [interval?.earliest ?? '0000', interval?.latest ?? '9999-99'],
  }
}

/** The mentions of the words of a decision, in its dataset, document and time. */
function mentionsOf({ datasetId, words, document, published }: StoredDecision) {
  const interval = published === null ? null : readEdtf(published)
  const limits = [
    ...(document === null ? [] : [{ condition: 'd.slug = ?', values: [document] }]),
    ...(published === null
      ? []
      : [
          {
            condition: 'd.publishedEarliest >= ? and d.publishedLatest <= ?',
            values: [interval?.earliest ?? '0000', interval?.latest ?? '9999-99'],
          },
        ]),
  ]
  const within =
    limits.length === 0
      ? ''
      : ` and t.statementId in (select s.id from statements s join documents d on d.id = s.documentId
            where ${limits.map(({ condition }) => condition).join(' and ')})`
  return {
    condition: `t.datasetId is ? and t.words = ?${within}`,
    parameters: [datasetId, words, ...limits.flatMap(({ values }) => values)],
  }
}

/** Links the mentions with exactly these words, where the corpus itself links them to nobody; a rule gives way. */
function linkWords(database: Database, decision: StoredDecision): void {
  const { id, agentId } = decision
  const { condition, parameters } = mentionsOf(decision)
  unread(database, condition, parameters)
  note(database, ['mentions', 'agentId'], `${condition} and t.agentId is null`, parameters, agentId)
  database
    .prepare(
      `update mentions as t set agentId = ?, link = 'DECISION', decisionId = ? where ${condition} and t.agentId is null`,
    )
    .run(agentId, id, ...parameters)
  for (const [role, column] of [
    ['SOURCE', 'speakerId'],
    ['ON_BEHALF_OF', 'onBehalfOfId'],
  ] as const) {
    // Only where all who are named in that role are this one agent.
    move(
      database,
      ['statements', column],
      `t."${column}" is null
       and t.id in (select m.statementId from mentions m where m.decisionId = ? and m.role = '${role}')
       and not exists (select 1 from mentions m where m.statementId = t.id and m.role = '${role}' and m.agentId is not ?)`,
      [id, agentId],
      agentId,
    )
  }
}

/** Takes the words away from the agent to whom a rule had them lead. */
function refuseWords(database: Database, decision: StoredDecision): void {
  const { condition, parameters } = mentionsOf(decision)
  unread(database, `${condition} and t.agentId = ?`, [...parameters, decision.agentId])
}

/** Sets aside what a rule read of some mentions, and the speakers that their statements have of it. */
function unread(database: Database, condition: string, parameters: readonly Parameter[]): void {
  const read = `t.link = 'RULE' and ${condition}`
  const last = lastMove(database)
  for (const column of ['ruleId', 'agentId'] as const) note(database, ['mentions', column], read, parameters, null)
  const statements = `t.speakerBasis = 'AUTOMATIC' and t.id in (select m.statementId from mentions m
    join decisionMoves v on v.rowId = m.id where v.id > ${last} and v.tableName = 'mentions' and m.role = 'SOURCE')`
  for (const column of ['ruleId', 'speakerId'] as const) note(database, ['statements', column], statements, [], null)
  const noted = (table: string) => `select rowId from decisionMoves where id > ${last} and tableName = '${table}'`
  database
    .prepare(
      `update mentions set agentId = null, link = null, basis = null, ruleId = null where id in (${noted('mentions')})`,
    )
    .run()
  database
    .prepare(
      `update statements set speakerId = null, voice = 'UNLINKED', basis = 'STATED', speakerBasis = 'STATED', ruleId = null
       where id in (${noted('statements')})`,
    )
    .run()
}

type Parameter = string | number | null

function lastMove(database: Database): number {
  return database.value<number>('select coalesce(max(id), 0) from decisionMoves') ?? 0
}

/** Notes where some references lead before they are moved; how many there are. */
function note(
  database: Database,
  [table, column]: readonly [table: string, column: string],
  condition: string,
  parameters: readonly Parameter[],
  toId: number | null,
): number {
  return database
    .prepare<Parameter[]>(
      `insert into decisionMoves (tableName, columnName, rowId, fromId, toId)
       select '${table}', '${column}', t.id, t."${column}", ? from "${table}" t where ${condition}`,
    )
    .run(toId, ...parameters).changes
}

function move(
  database: Database,
  [table, column]: readonly [table: string, column: string],
  condition: string,
  parameters: readonly Parameter[],
  toId: number,
): void {
  const last = lastMove(database)
  if (note(database, [table, column], condition, parameters, toId) === 0) return
  const voice = column === 'speakerId' ? `, voice = 'AGENT'` : ''
  database
    .prepare(`update "${table}" set "${column}" = ?${voice} where id in (select rowId from decisionMoves where id > ?)`)
    .run(toId, last)
}
