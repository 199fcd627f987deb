import { Kind, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readExamples, textsOf } from '../../src/server/examples.ts'
import { dataOf, testGraph } from '../support/graph.ts'

const graph = testGraph()

describe('the worked examples', () => {
  test.each(readExamples())('$name has a name and says what it is for', ({ name: file, query }) => {
    const operations = parse(query).definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
    for (const { name } of operations) expect(name?.value).toMatch(/^[A-Z]/)
    const { group, title, meaning, variables } = textsOf({ name: file, query })
    for (const text of [group, title, meaning, ...variables.map(each => each.meaning)]) expect(text).toMatch(/^[A-Z]/)
    expect(title.length).toBeLessThan(50)
    expect(meaning).toMatch(/\.$/)
  })

  test.each(readExamples())('$name answers from the seed', async ({ name, query }) => {
    const answer = await graph.ask(query)
    const snapshot = JSON.stringify({ data: dataOf(answer), sql: answer.sql }, null, 2)
    await expect(`${snapshot}\n`).toMatchFileSnapshot(`snapshots/${name.replace('.graphql', '.json')}`)
  })

  test.each(readExamples())('$name asks for nothing that is empty throughout', async ({ query }) => {
    const { filled, asked } = listsIn(dataOf(await graph.ask(query)))
    expect([...asked].filter(path => !filled.has(path))).toEqual([])
  })
})

/** The paths of the lists in an answer, and of those that hold something somewhere. */
function listsIn(data: unknown, path = '', found = { asked: new Set<string>(), filled: new Set<string>() }) {
  if (Array.isArray(data)) {
    found.asked.add(path)
    if (data.length > 0) found.filled.add(path)
    for (const each of data) listsIn(each, path, found)
  } else if (typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) listsIn(value, `${path}/${name}`, found)
  }
  return found
}
