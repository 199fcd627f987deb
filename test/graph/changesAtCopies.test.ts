import { expect, test } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { documentOf } from '../support/documents.ts'
import { dataOf, graphAt, testDatabase } from '../support/graph.ts'
import { writeAsDossier } from '../support/writeAsDossier.ts'

test('a cursor of changes holds at a copy of the graph, which is opened anew', async () => {
  // Two files of the same bytes.
  const [path, copy] = [testDatabase(), testDatabase()]
  const { cursor } = Object(dataOf(await graphAt(path).ask('{ changes { cursor } }'))).changes
  const writer = openWriter(copy)
  writeAsDossier(writer, documentOf('two', [{ speaker: 'bob', words: 'Roads fall.' }]), { replace: false })
  writer.close()
  const query = 'query ($after: String) { changes(after: $after) { hasMore nodes { kind typename slug } } }'
  expect(dataOf(await graphAt(copy).ask(query, { after: cursor }))).toEqual({
    changes: {
      hasMore: false,
      nodes: expect.arrayContaining([{ kind: 'ADDED', typename: 'Document', slug: 'two' }]),
    },
  })
  expect(dataOf(await graphAt(path).ask(query, { after: cursor }))).toEqual({ changes: { hasMore: false, nodes: [] } })
})
