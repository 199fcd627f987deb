import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dixit as run } from '../support/cli.ts'
import { databaseIn, graphIn } from '../support/corpora.ts'
import { dataOf, temporaryFolder } from '../support/graph.ts'

const table = 'Quote,Who\nIt is over.,Bo Lindquist\nIt is not over.,Bo Lindqvist\nIt is late.,Bo Lindqvist\n'
const mapping = 'mapping: 1\ncontent: Quote\nspeaker: Who\nspeakerKind: PERSON\nlanguage: en\n'
const decided = `decisions: 1
decidedBy: Joan Lind
sameAs:
  - { agent: table-bo-lindqvist-840e17b9, agents: [table-bo-lindquist-f1068296], reason: One man in two spellings. }
`

/** A table with two spellings of one name, and what runs `dixit` on it. */
async function twoSpellings() {
  const folder = temporaryFolder()
  const dixit = (...args: string[]) => run(args, { DIXIT_DB: databaseIn(folder) })
  const file = (name: string, content: string) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  file('t.csv.mapping.yaml', mapping)
  const { code } = await dixit('import', 'table', file('t.csv', table))
  expect(code).toBe(0)
  return { folder, dixit, decisions: file('decisions.yaml', decided) }
}

test('two spellings in one table are no candidates, and resolve says why', async () => {
  const { dixit } = await twoSpellings()
  const { out, err } = await dixit('resolve')
  expect(out).toContain('candidates: []')
  expect(err).toContain('Two records of one dataset are never proposed, since their source tells them apart')
})

test('an agent that is the same as another leads there, wherever it is asked for', async () => {
  const { folder, dixit, decisions } = await twoSpellings()
  const applied = await dixit('resolve', 'apply', decisions)
  expect(applied.out).toMatch(/^1 decision stands; \d+ references follow it\n$/)

  const query = `{
    from: agent(slug: "table-bo-lindquist-f1068296") { decisions { agent { slug } other { slug } } }
    into: agent(slug: "table-bo-lindqvist-840e17b9") { decisions { agent { slug } other { slug } } }
  }`
  const [lindquist, lindqvist] = [{ slug: 'table-bo-lindquist-f1068296' }, { slug: 'table-bo-lindqvist-840e17b9' }]
  expect(dataOf(await graphIn(folder).ask(query))).toEqual({
    from: { decisions: [{ agent: lindquist, other: lindqvist }] },
    into: { decisions: [{ agent: lindqvist, other: lindquist }] },
  })

  const note = 'Bo Lindquist is the same as Bo Lindqvist (a decision): One man in two spellings. (Joan Lind)'
  const said = await dixit('statements', '--speaker', 'Bo Lindquist', '--format', 'json')
  expect({ code: said.code, count: JSON.parse(said.out).length }).toEqual({ code: 0, count: 3 })
  expect(said.err).toContain(note)
  const shown = await dixit('show', 'Bo Lindquist', '--format', 'json')
  expect(JSON.parse(shown.out)[0]).toMatchObject({
    field: 'sameAs',
    value: 'Bo Lindqvist',
    slug: 'table-bo-lindqvist-840e17b9',
  })
  expect(shown.err).toContain(`${note}\nAll that refers to it is there: dixit show table-bo-lindqvist-840e17b9`)
  const people = await dixit('list', 'people', '--format', 'json')
  expect(JSON.parse(people.out)).toMatchObject([
    { slug: 'table-bo-lindquist-f1068296', statements: 0, sameAs: 'table-bo-lindqvist-840e17b9' },
    { slug: 'table-bo-lindqvist-840e17b9', statements: 3, sameAs: null },
  ])
})
