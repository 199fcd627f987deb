import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Failure } from '../../model/failure.ts'
import { foldWords } from '../../model/text.ts'
import type { Database } from '../engine/database.ts'
import { recordRevision } from '../engine/revisions.ts'
import { agentNames, agents } from '../tables/agents.ts'
import { claims, stances } from '../tables/claims.ts'
import { documents, documentTexts } from '../tables/documents.ts'
import { figureConditions, figureMentions, figureRelations, figures } from '../tables/figures.ts'
import { frameUses } from '../tables/frames.ts'
import { memberships } from '../tables/memberships.ts'
import { notes } from '../tables/notes.ts'
import { passages } from '../tables/passages.ts'
import { referents, termUses } from '../tables/referents.ts'
import { rules } from '../tables/rules.ts'
import { statementRelations } from '../tables/statementRelations.ts'
import { channels, statements, statementTimes } from '../tables/statements.ts'
import { timeExpressions } from '../tables/times.ts'
import { carryDecisionsOut, setDecisionsAside } from './identities.ts'
import { checkRelated, restoreIncoming, takeIncoming } from './incomingRelations.ts'
import { indexWords } from './indexWords.ts'
import type { DocumentRecords } from './records.ts'
import { RowWriter } from './rowWriter.ts'
import { enterDocument, enterShared, forgetDocument, forgetIdleClaims, forgetShared } from './searchIndex.ts'

/** What a write did to the document: nothing at all where it was the same already. */
export type WriteOutcome = 'created' | 'updated' | 'unchanged'

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
  ['passages', passages],
  ['timeExpressions', timeExpressions],
  ['memberships', memberships],
  ['channels', channels],
  ['statements', statements],
  ['statementTimes', statementTimes],
  ['stances', stances],
  ['figures', figures],
  ['figureConditions', figureConditions],
  ['figureMentions', figureMentions],
  ['figureRelations', figureRelations],
  ['termUses', termUses],
  ['frameUses', frameUses],
  ['statementRelations', statementRelations],
] as const
/** What a note can be about, by the name of its table. */
const notable: ReadonlyMap<string, SQLiteTable> = new Map<string, SQLiteTable>([...shared, ...owned])

/**
 * Writes one document and all that it brings, in one immediate transaction: all of it or nothing.
 *
 * The same digest again touches no row. The same text with other annotations replaces what the document brought before;
 * another text does so only with `replace`.
 *
 * @throws Failure TEXT_CHANGED, with both digests; BAD_INPUT where an agent, claim or referent of that name is stored
 * with other content
 */
export function writeDocument(
  database: Database,
  records: DocumentRecords,
  options: { readonly replace: boolean },
): WriteOutcome {
  const { client } = database
  const [incoming] = records.documents
  if (incoming === undefined) throw new Error('the records of a document hold the document')

  return database.write((): WriteOutcome => {
    const stored = client
      .prepare<[string], { id: number; sha256: string; digest: string }>(
        'select id, sha256, digest from documents where slug = ?',
      )
      .get(incoming.slug)
    if (stored?.digest === incoming.digest) return 'unchanged'
    if (stored && stored.sha256 !== incoming.sha256 && !options.replace) {
      throw new Failure(
        'TEXT_CHANGED',
        `The document ${incoming.slug} is stored with another text: SHA-256 ${stored.sha256} is stored, ` +
          `${incoming.sha256} was read. To replace it on purpose, add --replace.`,
      )
    }

    setDecisionsAside(database)
    // Rows refer to each other in both directions (a statement to the one that it is reported in), so that the foreign
    // keys are checked when everything stands.
    client.pragma('defer_foreign_keys = ON')
    checkRelated(database, records)
    const incomingRelations = stored ? takeIncoming(database, stored.id) : []
    if (stored) {
      forgetDocument(database, stored.id)
      client.prepare('delete from documents where id = ?').run(stored.id)
    }
    forgetShared(database, records)
    const writer = new RowWriter(database)
    for (const [name, table] of shared) {
      for (const row of records[name]) writer.keep(table, row, options)
    }
    for (const row of records.agentNames) writer.insertNew(agentNames, row)
    for (const row of records.identifiers) writer.identify(row)
    for (const [name, table] of owned) writer.number(table, records[name])
    const derived = { ...records, ...derivedColumns(records) }
    for (const [name, table] of owned) for (const row of derived[name]) writer.insert(table, row)
    for (const note of records.notes) {
      const table = notable.get(note.aboutTable)
      if (table === undefined) throw new Error(`no note can be about a row of ${note.aboutTable}`)
      writer.insert(notes, { ...note, aboutId: writer.idOf(table, note.aboutId) })
    }
    restoreIncoming(database, incomingRelations)
    copyToStances(client, writer.idOf(documents, incoming.slug))
    enterShared(database, records)
    enterDocument(database, writer.idOf(documents, incoming.slug))
    indexWords(database, writer.idOf(documents, incoming.slug))
    if (stored) {
      forgetIdleClaims(database)
      client.exec('delete from claims where not exists (select 1 from stances where claimId = claims.id)')
      client.exec(
        `delete from referents where not exists (select 1 from termUses where referentId = referents.id)
          and not exists (select 1 from figures where referentId = referents.id)
          and not exists (select 1 from frameUses where targetReferentId = referents.id)
          and not exists (select 1 from frameUses where affectedReferentId = referents.id)`,
      )
    }
    carryDecisionsOut(database)
    const outcome = stored ? 'updated' : 'created'
    recordRevision(database, `document ${incoming.slug} ${outcome}`, incoming.digest)
    return outcome
  })
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
function derivedColumns({ passages, statements, termUses }: DocumentRecords) {
  const wordsOf = new Map(passages.map(({ slug, exact }) => [slug, exact]))
  return {
    statements: statements.map(row => {
      const cue = wordsOf.get(row.cueId ?? '')
      return { ...row, cueWords: cue === undefined ? null : foldWords(cue) }
    }),
    termUses: termUses.map(row => ({ ...row, folded: foldWords(row.words) })),
  }
}
