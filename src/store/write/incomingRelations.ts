import { Failure } from '../../model/failure.ts'
import type { InterchangeRecord } from '../../model/interchange.ts'
import { namesOfRelation, type RelationRecord } from '../../model/relationName.ts'
import type { Database } from '../engine/database.ts'
import { figureRelationsReader } from '../query/records/figureRelationRecords.ts'
import { statementRelationsIn } from '../query/records/statementRelationRecords.ts'

/** A relation that leads to something in a document which is about to be replaced, and the notes about its rows, by their names. */
export interface IncomingRelation {
  readonly record: RelationRecord
  readonly notes: ReadonlyMap<string, NoteRow>
}

interface NoteRow {
  readonly slug: string
  readonly documentId: number
  readonly text: string
}

const tables = { figureRelation: 'figureRelations', statementRelation: 'statementRelations' } as const
const ends = { figureRelation: 'figures', statementRelation: 'statements' } as const

/** The relations that lead to what stands in a document: they would go with it. */
export function takeIncoming(database: Database, documentId: number): IncomingRelation[] {
  const everything = { condition: () => 'true' }
  const records: RelationRecord[] = [
    ...figureRelationsReader(database, everything).leadingTo(documentId),
    ...statementRelationsIn(
      database,
      `t.objectId in (select s.id from statements s where s.documentId = ${documentId})`,
    ),
  ]
  return records.map(record => ({ record, notes: notesAbout(database, record) }))
}

/**
 * Those of them that have gone with what they led to, while what they begin at still stands. What is left of a sum, some of whose parts
 * have gone, goes too.
 */
export function gone(database: Database, relations: readonly IncomingRelation[]): IncomingRelation[] {
  return relations.filter(({ record }) => {
    const table = tables[record.type]
    const names = namesOfRelation(record)
    const isThere = (name: string) => database.value(`select 1 from "${table}" where slug = ?`, name) !== undefined
    const isWhole = names.every(isThere)
    const begins = database.value(`select 1 from "${ends[record.type]}" where slug = ?`, record.subject) !== undefined
    if (isWhole || !begins) return false
    for (const name of names) database.prepare(`delete from "${table}" where slug = ?`).run(name)
    return true
  })
}

/** Puts the notes about relations that were written again back to them; those too that went with the relation. */
export function restoreNotes(database: Database, relations: readonly IncomingRelation[]): void {
  for (const { record, notes } of relations) {
    const table = tables[record.type]
    const put = database.prepare(
      `insert into notes (slug, documentId, aboutTable, aboutId, text)
       select ?, ?, '${table}', t.id, ? from "${table}" t where t.slug = ?
       on conflict (slug) do update set aboutId = excluded.aboutId`,
    )
    for (const [name, { slug, documentId, text }] of notes) put.run(slug, documentId, text, name)
  }
}

/**
 * Statements of other documents to which those of a document stand are there.
 *
 * @throws Failure BAD_INPUT with the first that is not
 */
export function checkRelated(database: Database, document: string, records: readonly InterchangeRecord[]): void {
  for (const record of records) {
    if (record.type !== 'statementRelation' || record.object.startsWith(`${document}/`)) continue
    if (database.value('select 1 from statements where slug = ?', record.object) !== undefined) continue
    const message = `There is no statement ${record.object}, to which a statement of ${document} stands: import its document first.`
    throw new Failure('BAD_INPUT', message)
  }
}

function notesAbout(database: Database, record: RelationRecord): ReadonlyMap<string, NoteRow> {
  const table = tables[record.type]
  return new Map(
    namesOfRelation(record).flatMap(name => {
      const note = database
        .prepare<[string], NoteRow>(
          `select n.slug, n.documentId, n.text from notes n join "${table}" t on t.id = n.aboutId
           where n.aboutTable = '${table}' and t.slug = ?`,
        )
        .get(name)
      return note === undefined ? [] : [[name, note]]
    }),
  )
}
