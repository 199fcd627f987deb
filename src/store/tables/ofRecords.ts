import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { RecordType } from '../../model/interchange.ts'
import { getTableName } from '../engine/drizzle.ts'
import { agents } from './agents.ts'
import { claims, stances } from './claims.ts'
import { coders } from './coders.ts'
import { datasets } from './datasets.ts'
import { documents } from './documents.ts'
import { figureMentions, figureRelations, figures } from './figures.ts'
import { frameUses } from './frames.ts'
import { memberships } from './memberships.ts'
import { notes } from './notes.ts'
import { referents, termUses } from './referents.ts'
import { rules } from './rules.ts'
import { statementRelations } from './statementRelations.ts'
import { channels, statements } from './statements.ts'
import { timeExpressions } from './times.ts'

/** The table of each kind of record. */
export const tableOfRecord = {
  agent: agents,
  channel: channels,
  claim: claims,
  coder: coders,
  dataset: datasets,
  document: documents,
  figure: figures,
  figureRelation: figureRelations,
  membership: memberships,
  note: notes,
  referent: referents,
  rule: rules,
  statement: statements,
  statementRelation: statementRelations,
  time: timeExpressions,
} as const satisfies Record<RecordType, SQLiteTable>

/** The tables of what stands in a statement's words, which have names of their own. */
const partTables = { figureMention: figureMentions, frame: frameUses, stance: stances, term: termUses } as const

const tables = { ...tableOfRecord, ...partTables }

/** What has a name. */
export type Kind = keyof typeof tables

/** The name of the table of what has a name. */
export function tableNameOf(kind: Kind): string {
  return getTableName(tables[kind])
}

/** What the rows of a table are; undefined for a table whose rows have no names of their own. */
export function kindIn(tableName: string): Kind | undefined {
  return kindOfTable.get(tableName)
}

const kindOfTable = new Map<string, Kind>(
  Object.entries(tables).map(([kind, table]) => [getTableName(table), kind as Kind]),
)
