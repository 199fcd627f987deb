import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { documentOf } from '../support/documents.ts'
import { testGraph } from '../support/graph.ts'
import { writeDocument } from '../support/writeDocument.ts'

const words = '=SUM(A1:A9) is what they wrote.'
const graph = testGraph(writer => {
  writeDocument(writer, documentOf('sheet', [{ speaker: 'ada', words }]), { replace: false })
})

test.each([
  ['/export/statements.csv', `'${words}`],
  ['/export/statements.csv?formulas=true', words],
])('%s has what a spreadsheet would run as %s', async (path, text) => {
  expect(parse(await (await graph.get(path)).text(), { columns: true })).toMatchObject([{ text }])
})
