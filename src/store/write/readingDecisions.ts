/** What people decided about the readings of rules: that words are not a quantity, or say another. */

import { Failure } from '../../model/failure.ts'
import type { CommittedQuantity } from '../../model/intervals.ts'
import type { Database } from '../engine/database.ts'
import { idOfSlug } from './rowIds.ts'

/** A mention of a number that a person refuses or corrects, by its slug. */
export interface ReadingDecision {
  readonly mention: string
  /** What the words say; null where they are not a quantity. */
  readonly corrected: CorrectedReading | null
  readonly reason: string
  readonly decidedBy: string | null
}

export interface CorrectedReading extends CommittedQuantity {
  readonly unit: string | null
  readonly counted: string | null
}

interface StoredReading extends CorrectedReading {
  readonly id: number
  readonly kind: 'CORRECTS' | 'REFUSES'
  readonly mention: string
  readonly original: string | null
}

const NO_READING = { approximation: null, value: null, lower: null, upper: null, unit: null, counted: null }

type MentionRow = Readonly<Record<string, string | number | null>>

/** Takes the place of all decisions on readings. The caller holds the transaction. @throws Failure BAD_INPUT */
export function storeReadingDecisions(database: Database, decisions: readonly ReadingDecision[]): void {
  database.prepare(`delete from figureDecisions where kind <> 'BINDS'`).run()
  const insert = database.prepare(
    `insert into figureDecisions (slug, kind, mention, approximation, value, lower, upper, unit, counted, reason, decidedBy)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const decided = new Set<string>()
  for (const { mention, corrected, reason, decidedBy } of decisions) {
    const row = mentionRow(database, mention)
    if (row === undefined) bad(`there is no mention ${mention} of a number`)
    if (row.basis !== 'AUTOMATIC') bad(`${mention} was read by no rule: mend it in its source`)
    if (decided.has(mention)) bad(`${mention} is decided twice`)
    decided.add(mention)
    const { approximation, value, lower, upper, unit, counted } = corrected ?? NO_READING
    const kind = corrected === null ? 'REFUSES' : 'CORRECTS'
    const said = [approximation, value, lower, upper, unit, counted]
    insert.run(`reading-decision-${mention}`, kind, mention, ...said, reason, decidedBy)
  }
}

/** Puts back what rules have read where decisions held over it. The caller holds the transaction. */
export function putReadingsBack(database: Database): void {
  for (const { id, original } of storedReadings(database)) {
    if (original === null) continue
    const row: MentionRow = JSON.parse(original)
    const columns = Object.keys(row)
    const names = columns.map(name => `"${name}"`).join(', ')
    database
      .prepare(
        `insert or replace into figureMentions (${names}) select ${columns.map(() => '?').join(', ')}
         where exists (select 1 from statements where id = ?)`,
      )
      .run(...columns.map(name => row[name]), row.statementId)
    database.prepare('update figureDecisions set original = null where id = ?').run(id)
  }
}

/** Lets the decisions hold over what rules have read; of what is not there now, nothing follows. The caller holds the transaction. */
export function decideReadings(database: Database): void {
  for (const { id, kind, mention, approximation, value, lower, upper, unit, counted } of storedReadings(database)) {
    const row = mentionRow(database, mention)
    if (row === undefined || row.basis !== 'AUTOMATIC') continue
    database.prepare('update figureDecisions set original = ? where id = ?').run(JSON.stringify(row), id)
    if (kind === 'REFUSES') database.prepare('delete from figureMentions where id = ?').run(row.id)
    else {
      database
        .prepare(
          `update figureMentions set approximation = ?, value = ?, lower = ?, upper = ?, unit = ?, counted = ?,
             basis = 'STATED', ruleId = null where id = ?`,
        )
        .run(approximation, value, lower, upper, unit, counted, row.id)
    }
  }
}

function storedReadings(database: Database): StoredReading[] {
  return database.prepare<[], StoredReading>(`select * from figureDecisions where kind <> 'BINDS' order by id`).all()
}

function mentionRow(database: Database, slug: string): MentionRow | undefined {
  const id = idOfSlug(database, 'figureMentions', slug)
  return database.prepare<[number], MentionRow>('select * from figureMentions where id = ?').get(id ?? 0)
}

function bad(what: string): never {
  throw new Failure('BAD_INPUT', `A decision about a number does not hold: ${what}.`)
}
