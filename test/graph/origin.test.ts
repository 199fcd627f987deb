import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rulesName } from '../../src/draft/rules.ts'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { deskOf, draftedSeed } from '../support/desk.ts'
import { dataOf, seed, testGraph } from '../support/graph.ts'

const graph = testGraph(writer => {
  importDossier(writer, seed, { replace: false })
  const folder = draftedSeed()
  const desk = deskOf(folder)
  const set = (field: string, value: string) => desk.perform({ do: 'SET', field, value })
  let accepted = 0
  for (let top = desk.top(); top !== null && accepted < 3; top = desk.top()) {
    if (top.hidden !== null) desk.perform({ do: 'SHOW' })
    else if (top.item.kind !== 'statement') desk.perform({ do: 'UNSURE' })
    else {
      set('who', 'mark-green')
      set('speechAct', 'ASSERTIVE')
      set('reason', 'a test')
      // What was wrong on purpose is not written.
      if (!desk.perform({ do: 'ACCEPT' })?.includes('wrong on purpose')) accepted += 1
    }
  }
  const file = join(folder, 'annotations.yaml')
  const own = '  by-hand: { voice: DOCUMENT, content: "This is madness", speechAct: EXPRESSIVE }\n'
  writeFileSync(file, readFileSync(file, 'utf8').replace('statements:\n', `statements:\n${own}`))
  importDossier(writer, folder, { replace: false })
})

const origins = async (filter: string) => {
  const answer = await graph.ask(`{ statements(filter: { ${filter} }) { nodes { origin madeBy reviewedBy } } }`)
  return (dataOf(answer) as { statements: { nodes: unknown[] } }).statements.nodes
}

test('what a machine proposed and a person accepted says so, and can be filtered by it', async () => {
  const machine = { origin: 'MACHINE', madeBy: rulesName, reviewedBy: 'Ada Moss' }
  const here = 'document: "wane"'
  expect(await origins(`${here}, origin: MACHINE`)).toEqual([machine, machine, machine])
  expect(await origins(`${here}, not: { origin: MACHINE }`)).toEqual([
    { origin: 'PERSON', madeBy: null, reviewedBy: null },
  ])
  expect(await origins(`${here}, reviewedBy: { eq: "Ada Moss" }`)).toHaveLength(3)
})

test('every analysis can leave it out', async () => {
  const answer = await graph.ask(`{
    all: compareFraming(speakers: ["mark-green", "tony-gonzales"]) { speakers { statementCount } }
    persons: compareFraming(
      speakers: ["mark-green", "tony-gonzales"]
      filter: { not: { origin: MACHINE } }
    ) { speakers { statementCount } }
  }`)
  const counts = dataOf(answer) as Record<'all' | 'persons', { speakers: { statementCount: number }[] }>
  const green = (name: 'all' | 'persons') => counts[name].speakers[0]?.statementCount ?? 0
  expect(green('all') - green('persons')).toBe(3)
})
