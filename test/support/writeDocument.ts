import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { foldWords } from '../../src/model/text.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { recordRevision } from '../../src/store/engine/revisions.ts'
import { agentNames, agents, identifiers } from '../../src/store/tables/agents.ts'
import { claims, stances } from '../../src/store/tables/claims.ts'
import { documents, documentTexts } from '../../src/store/tables/documents.ts'
import {
  figureConditions,
  figureMentions,
  figures,
  figureRelations as relations,
} from '../../src/store/tables/figures.ts'
import { frameUses } from '../../src/store/tables/frames.ts'
import { memberships } from '../../src/store/tables/memberships.ts'
import { notes } from '../../src/store/tables/notes.ts'
import { passagePlaces } from '../../src/store/tables/passages.ts'
import { referents, termUses } from '../../src/store/tables/referents.ts'
import { rules } from '../../src/store/tables/rules.ts'
import { statementRelations } from '../../src/store/tables/statementRelations.ts'
import { channels, statementSpeakers, statements, statementTimes } from '../../src/store/tables/statements.ts'
import { timeExpressions } from '../../src/store/tables/times.ts'
import { carryDecisionsOut, setDecisionsAside } from '../../src/store/write/identities.ts'
import { indexWords } from '../../src/store/write/indexWords.ts'
import { enterDocument, enterShared, forgetDocument, forgetShared } from '../../src/store/write/searchIndex.ts'
import type { DocumentRecords } from './documentRows.ts'
import { RowWriter } from './rowWriter.ts'

/** The tables that documents share: a row that is there already is kept, and must say the same. */
const shared = [
  ['rules', rules],
  ['agents', agents],
  ['claims', claims],
  ['referents', referents],
] as const
/** The tables that belong to one document and go with it. */
const owned = [
  ['documents', documents],
  ['documentTexts', documentTexts],
  ['passages', passagePlaces],
  ['timeExpressions', timeExpressions],
  ['memberships', memberships],
  ['channels', channels],
  ['statements', statements],
  ['statementSpeakers', statementSpeakers],
  ['statementTimes', statementTimes],
  ['stances', stances],
  ['figures', figures],
  ['figureConditions', figureConditions],
  ['figureMentions', figureMentions],
  ['figureRelations', relations],
  ['termUses', termUses],
  ['frameUses', frameUses],
  ['statementRelations', statementRelations],
] as const
/** What a note can be about, by the name of its table. */
const notable: ReadonlyMap<string, SQLiteTable> = new Map<string, SQLiteTable>([...shared, ...owned])

/**
 * Writes the rows of a document as they are, past the door: what tests make up (numbers and texts at which comparisons go
 * wrong, thousands of statements) need not be what an article could say. What a stored document brought is replaced.
 */
export function writeDocument(
  database: Database,
  rows: DocumentRecords,
  _options?: { readonly replace: boolean },
): 'created' | 'updated' {
  const [incoming] = rows.documents
  if (incoming === undefined) throw new Error('the rows of a document hold the document')
  return database.write(() => {
    const { client } = database
    setDecisionsAside(database)
    client.pragma('defer_foreign_keys = ON')
    const stored = database.value<number>('select id from documents where slug = ?', incoming.slug)
    if (stored !== undefined) {
      forgetDocument(database, stored)
      client.prepare('delete from documents where id = ?').run(stored)
    }
    const named = { agents: rows.agents.map(({ slug }) => slug), claims: rows.claims.map(({ slug }) => slug) }
    forgetShared(database, named)
    writeRows(new RowWriter(database), rows)
    const id = database.value<number>('select id from documents where slug = ?', incoming.slug) ?? 0
    copyToStances(client, id)
    enterShared(database, named)
    enterDocument(database, id)
    indexWords(database, id)
    carryDecisionsOut(database)
    recordRevision(database, `document ${incoming.slug} written`, incoming.digest)
    return stored === undefined ? 'created' : 'updated'
  })
}

function writeRows(writer: RowWriter, rows: DocumentRecords): void {
  for (const [name, table] of shared) for (const row of rows[name]) writer.keep(table, row)
  for (const row of rows.agentNames) writer.insertNew(agentNames, row)
  for (const row of rows.identifiers) writer.insertNew(identifiers, row)
  const derived = { ...rows, ...derivedColumns(rows) }
  for (const [name, table] of owned) writer.number(table, derived[name])
  for (const [name, table] of owned) for (const row of derived[name]) writer.insert(table, row)
  for (const note of rows.notes) {
    const table = notable.get(note.aboutTable)
    if (table === undefined) throw new Error(`no note can be about a row of ${note.aboutTable}`)
    writer.insert(notes, { ...note, aboutId: writer.idOf(table, note.aboutId) })
  }
}

/** Copies to the stances of a document what networks count of its statements. */
function copyToStances(client: Database['client'], documentId: number): void {
  client
    .prepare(
      `update stances set (speakerId, documentId, timeId, onBehalfOfId, nested) =
         (select s.speakerId, s.documentId, s.timeId, s.onBehalfOfId, iif(s.reportedInId is null, null, 1)
          from statements s where s.id = statementId)
       where statementId in (select id from statements where documentId = ?)`,
    )
    .run(documentId)
}

/** The rows that have words in them, with those words as they are counted. */
function derivedColumns({ passages, statements, termUses, figureRelations }: DocumentRecords) {
  const wordsOf = new Map(passages.map(({ slug, exact }) => [slug, exact]))
  return {
    passages: passages.map(({ selector, ...row }) => ({ ...row, pieces: selector.includes(',') ? selector : null })),
    statements: statements.map(row => {
      const cue = wordsOf.get(row.cueId ?? '')
      return { ...row, cueWords: cue === undefined ? null : foldWords(cue) }
    }),
    figureRelations: figureRelations.map(({ rounded, ...row }) => row),
    termUses: termUses.map(row => ({ ...row, folded: foldWords(row.words) })),
  }
}
