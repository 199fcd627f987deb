import { expect, test } from 'vitest'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { markedDocuments, marksIn } from '../../src/store/query/documentMarks.ts'
import { fillWithSeed, testDatabase } from '../support/graph.ts'

test('to read the marks of a document, a filter looks at the statements of no other', () => {
  const database = openReader(testDatabase(fillWithSeed))
  const scope = { filter: { not: { quotation: { in: ['MIXED'] } } }, withTexts: true }
  const asked: string[] = []
  database.onQuery = text => asked.push(text)
  const marks = markedDocuments(database, scope)
    .toArray()
    .map(document => marksIn(database, document, scope))
  expect(marks.map(({ length }) => length > 0)).toEqual([true])

  const text = asked.at(-1) ?? ''
  const plan = database.client
    .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
    .all(text.split('?').slice(1))
    .map(({ detail }) => detail)
  const sought = plan.filter(step => /^(?:SCAN|SEARCH) (?:statements|t\d+) /.test(step))
  expect(new Set(sought.map(step => step.replace(/ (?:statements|t\d+) /, ' … ')))).toEqual(
    new Set(['SEARCH … USING INDEX statements_by_document (documentId=?)']),
  )
  database.close()
})
