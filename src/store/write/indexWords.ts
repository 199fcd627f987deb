import { wordsOfStatement } from '../../model/statementWords.ts'
import { quotedStretches, wordingOf } from '../../model/wording.ts'
import type { Database } from '../engine/database.ts'
import { DocumentWords } from '../query/documentWords.ts'

/** What quotes words of a statement, and so knows whose they are. */
const WORDED = ['termUses', 'figureMentions', 'frameUses', 'stances'] as const

/**
 * Derives from the quotation marks of a document what its statements' words are and whose, within the transaction that is
 * open: for every statement and annotation that it is not known of yet.
 */
export function indexWords(database: Database, documentId: number): void {
  const words = DocumentWords.read(database, documentId)
  if (words === null) return
  countWords(database, words)
  for (const table of WORDED) tellWordings(database, table, documentId, words)
}

/** The words of each statement that has none yet, as they are counted. */
function countWords(database: Database, words: DocumentWords): void {
  const insert = database.prepare<[number, string | null, string | null]>(
    'insert or ignore into statementWords (statementId, own, whole) values (?, ?, ?)',
  )
  for (const id of words.statementIds) {
    const statement = words.statement(id)
    if (statement === null) continue
    const { own, whole } = wordsOfStatement(statement, words.text, words.language, quotedStretches(statement, words))
    insert.run(id, own, whole)
  }
}

function tellWordings(
  database: Database,
  table: (typeof WORDED)[number],
  documentId: number,
  words: DocumentWords,
): void {
  const rows = database
    .prepare<[number], { id: number; statementId: number; selector: string }>(
      `select a.id, a.statementId, p.selector from statements s join "${table}" a on a.statementId = s.id
       join passages p on p.id = a.passageId where s.documentId = ? and a.wording is null`,
    )
    .all(documentId)
  const update = database.prepare<[string | null, number]>(`update "${table}" set wording = ? where id = ?`)
  for (const { id, statementId, selector } of rows) {
    const statement = words.statement(statementId)
    if (statement !== null) update.run(wordingOf(words.spansOf(selector), statement, words), id)
  }
}
