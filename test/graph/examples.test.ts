import { Kind, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readExamples } from '../../src/server/examples.ts'
import { dataOf, testGraph } from '../support/graph.ts'

const graph = testGraph()

describe('the worked examples', () => {
  test.each(readExamples())('$name has a name and says what it is for', ({ query }) => {
    const operations = parse(query).definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
    for (const { name } of operations) expect(name?.value).toMatch(/^[A-Z]/)
    expect(query).toMatch(/^# \S/)
  })

  test.each(readExamples())('$name answers from the seed', async ({ name, query }) => {
    const answer = await graph.ask(query)
    const snapshot = JSON.stringify({ data: dataOf(answer), sql: answer.sql }, null, 2)
    await expect(`${snapshot}\n`).toMatchFileSnapshot(`snapshots/${name.replace('.graphql', '.json')}`)
  })
})
