import type { Database } from '../engine/database.ts'
import { referencesTo } from './references.ts'

/** What stands in a document and goes once nothing refers to it: what refers to others first. */
const supporting = ['figures', 'channels', 'timeExpressions', 'passagePlaces'] as const

/**
 * Takes out what one coder said of a document, with what of it only those statements named, so that it can be written anew.
 * What other coders said stays as it is.
 */
export function forgetCoding(database: Database, documentId: number, coder: string): void {
  const isTheirs = 'documentId = ? and coderId = (select id from coders where slug = ?)'
  // What nothing referred to before is nobody's in particular, and stays.
  const idle = new Map(supporting.map(table => [table, unnamedIn(database, documentId, table)]))
  // Words that only the statement kept, whose content they are, are kept by themselves for others that stand on them.
  database
    .prepare(
      `update passagePlaces set exact = (select s.text from statements s where s.contentId = passagePlaces.id limit 1)
       where exact is null and id in (select contentId from statements where ${isTheirs})`,
    )
    .run(documentId, coder)
  database
    .prepare(`delete from memberships where statementId in (select id from statements where ${isTheirs})`)
    .run(documentId, coder)
  database.prepare(`delete from statements where ${isTheirs}`).run(documentId, coder)
  for (const table of supporting) {
    const kept = new Set(idle.get(table))
    const forget = database.prepare(`delete from "${table}" where id = ?`)
    for (const id of unnamedIn(database, documentId, table)) if (!kept.has(id)) forget.run(id)
  }
  forgetNotes(database, documentId)
}

/** Takes out the notes of a document about what is no longer there. */
function forgetNotes(database: Database, documentId: number): void {
  const tables = database
    .prepare<[number], { name: string }>('select distinct aboutTable as name from notes where documentId = ?')
    .all(documentId)
  for (const { name } of tables) {
    database
      .prepare(
        `delete from notes where documentId = ? and aboutTable = ?
         and not exists (select 1 from "${name}" t where t.id = notes.aboutId)`,
      )
      .run(documentId, name)
  }
}

/** The rows of a document to which nothing refers but what is a part of them, and goes with them. */
function unnamedIn(database: Database, documentId: number, table: (typeof supporting)[number]): number[] {
  const parts = ['figureConditions', 'figureRelations', 'statementTimes']
  const uses = referencesTo(database, table)
    .filter(each => !parts.includes(each.table))
    .map(each => `not exists (select 1 from "${each.table}" u where u."${each.column}" = t.id)`)
  return database
    .prepare<[number], { id: number }>(`select t.id from "${table}" t where t.documentId = ? and ${uses.join(' and ')}`)
    .all(documentId)
    .map(({ id }) => id)
}
