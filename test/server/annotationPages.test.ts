import { expect, test } from 'vitest'
import { documentOf } from '../support/documents.ts'
import { testGraph } from '../support/graph.ts'
import { writeDocument } from '../support/writeDocument.ts'

test('a page of Web Annotations covers at most a hundred documents, and leads to the rest', async () => {
  const graph = testGraph(writer => {
    for (let n = 0; n < 101; n += 1) {
      writeDocument(writer, documentOf(`d${n}`, [{ speaker: null, words: `It rose ${n} times.` }]), { replace: false })
    }
  })
  const ids: string[] = []
  let pages = 0
  for (let url: string | undefined = '/export/annotations.json?limit=1000'; url !== undefined; pages += 1) {
    const page: { items: { id: string }[]; next?: string } = await (await graph.get(url)).json()
    // Each document has one statement, and nothing else.
    expect(page.items.length).toBeLessThanOrEqual(100)
    ids.push(...page.items.map(({ id }) => id))
    url = page.next?.slice(page.next.indexOf('/export/'))
  }
  expect([pages > 1, new Set(ids).size]).toEqual([true, 101])
})
