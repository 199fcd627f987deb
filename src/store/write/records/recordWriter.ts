import type { InterchangeRecord, RecordType } from '../../../model/interchange.ts'
import type { RecordRefusal } from '../../../model/records/refusal.ts'
import { controlInName } from '../../../model/text.ts'
import type { Database } from '../../engine/database.ts'
import { writeAgent } from './agents.ts'
import { type RecordOutcome, WriteContext, type WriteTarget } from './context.ts'
import { writeDataset } from './dataset.ts'
import { writeChannel, writeDocument, writeNote, writeTime } from './documents.ts'
import { writeFigure, writeFigureRelation } from './figures.ts'
import { writeMembership } from './memberships.ts'
import { RecordRefused, refuseRecord } from './refused.ts'
import { writeStatementRelation } from './relations.ts'
import { writeClaim, writeCoder, writeReferent, writeRule } from './shared.ts'
import { writeStatement } from './statements.ts'

/** What became of a record: UNCHANGED stands there already, as it is. */
export type Outcome = RecordOutcome | RecordRefusal

/**
 * The one door into the graph: writes the records of dossiers and corpora, each wholly, or not at all if it does not hold.
 * The caller holds the transaction.
 *
 * Row ids are given out here, and names that come again soon are remembered, so that a row costs its insert and little
 * else. Memory is bounded however many records come.
 */
export class RecordWriter {
  readonly #context: WriteContext

  constructor(database: Database, target: WriteTarget) {
    this.#context = new WriteContext(database, target)
  }

  /** Whether a row that stood before was changed, and not only new ones were added. */
  get hasRenewed(): boolean {
    return this.#context.hasRenewed
  }

  /** The datasets that records name beside the one that is written, by slug. */
  get datasets(): string[] {
    const { datasets, target } = this.#context
    return [...datasets].flatMap(([slug, id]) => (id === target.datasetId ? [] : [slug]))
  }

  /** How many rows have been written, of all tables. */
  get rows(): number {
    return this.#context.rows.rows
  }

  /** Writes a record, if it holds. */
  write(record: InterchangeRecord): Outcome {
    try {
      const control = controlIn(record)
      return control === null ? this.#write(record) : refuseRecord('CONTROL_CHARACTER', `it holds ${control}`)
    } catch (error) {
      if (!(error instanceof RecordRefused)) throw error
      if ('slug' in record) this.refuse(record.type, record.slug)
      return error.refusal
    }
  }

  /** Notes that a record of this source is refused: what names it goes with it. */
  refuse(type: RecordType, slug: string): void {
    this.#context.names.refuse(type, slug)
  }

  #write(record: InterchangeRecord): RecordOutcome {
    const context = this.#context
    switch (record.type) {
      case 'statement':
        return writeStatement(record, context)
      case 'document':
        return writeDocument(record, context)
      case 'figure':
        return writeFigure(record, context)
      case 'figureRelation':
        return writeFigureRelation(record, context)
      case 'agent':
        return writeAgent(record, context)
      case 'membership':
        return writeMembership(record, context)
      case 'time':
        return writeTime(record, context)
      case 'channel':
        return writeChannel(record, context)
      case 'claim':
        return writeClaim(record, context)
      case 'referent':
        return writeReferent(record, context)
      case 'statementRelation':
        return writeStatementRelation(record, context)
      case 'note':
        return writeNote(record, context)
      case 'coder':
        return writeCoder(record, context)
      case 'rule':
        return writeRule(record, context)
      case 'dataset':
        return writeDataset(record, context)
    }
  }
}

/** The first control character in any text of a record but a document's, which is held to be normalised. */
function controlIn(value: unknown): string | null {
  if (typeof value === 'string') return controlInName(value)
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return firstOf(value, controlIn)
  // These stand in the document's text, or are it.
  if ('at' in value) return null
  const words = 'span' in value ? 'words' : 'type' in value && value.type === 'document' ? 'text' : null
  return firstOf(Object.keys(value), key => (key === words ? null : controlIn(Reflect.get(value, key))))
}

function firstOf<T>(values: readonly T[], find: (value: T) => string | null): string | null {
  for (const value of values) {
    const found = find(value)
    if (found !== null) return found
  }
  return null
}
