import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { testGraph } from '../support/graph.ts'

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
const [, table = ''] = /\n## You want to know\n(.*?)\n## /s.exec(page) ?? []
const questions = [...table.matchAll(/^\| (.*\?) \| `(.*)` \|$/gm)].map(([, question = '', query = '']) => [
  question,
  query,
])

describe('what people want to know is answered as docs/api.md says', async () => {
  const graph = testGraph()

  test('there are many questions', () => {
    expect(questions.length).toBeGreaterThan(20)
  })

  test.each(questions)('%s', async (_, query) => {
    const { data, errors, extensions } = await graph.ask(query ?? '')
    expect(errors).toBeUndefined()
    // None leads to nothing: neither to a name that is not there, nor to empty lists alone.
    expect(JSON.stringify(extensions ?? {})).not.toContain('NOT_FOUND')
    expect(JSON.stringify(data)).toMatch(/":(?:"[^"]|\d)/)
  })
})
