import { expect, test } from 'vitest'
import { dataOf, testGraph } from '../support/graph.ts'

test('a reason is labelled as that of the voice where nobody is the speaker', async () => {
  const query = '{ statements(first: 100, filter: { basis: [INFERRED] }) { nodes { voice speakerReason reason } } }'
  const { statements } = Object(dataOf(await testGraph().ask(query)))
  type Node = { voice: string; speakerReason: string | null; reason: string }
  const labels = (statements.nodes as Node[]).flatMap(({ voice, speakerReason, reason }) =>
    speakerReason === null ? [] : [[voice, reason.split(/:| and|,/)[0]]],
  )
  expect(new Set(labels.map(String))).toEqual(new Set(['AGENT,Speaker', 'DOCUMENT,Voice']))
})
