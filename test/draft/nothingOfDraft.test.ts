import { cpSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { importAll } from '../../src/cli/importAll.ts'
import type { Desk } from '../../src/draft/desk/desk.ts'
import { plantedIn } from '../../src/draft/desk/planted.ts'
import { readDraft } from '../../src/draft/draftFile.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { deskOf, draftedSeed } from '../support/desk.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

/** Refuses, skips, leaves unsure and takes back whatever is proposed; what is wrong on purpose it accepts. */
function acceptNothing(desk: Desk): void {
  for (let top = desk.top(); top !== null && top.next !== null; top = desk.top()) {
    if (top.hidden !== null) desk.perform({ do: 'SHOW' })
    else if (top.next.planted) {
      for (const [field, value] of [
        ['who', 'mark-green'],
        ['speechAct', 'ASSERTIVE'],
      ] as const) {
        if (field !== 'who' || top.item.values.who === undefined) desk.perform({ do: 'SET', field, value })
      }
      desk.perform({ do: 'ACCEPT' })
    } else desk.perform(top.item.key.endsWith('1') ? { do: 'UNSURE' } : { do: 'REFUSE', reason: 'no' })
  }
}

test('nothing of a draft is in the graph by any route, nor what is wrong on purpose', async () => {
  const folder = draftedSeed()
  const { proposals, article } = readDraft(folder)
  expect(plantedIn(proposals, article).size).toBeGreaterThan(0)
  const desk = deskOf(folder)
  acceptNothing(desk)
  expect(desk.log.decisions.some(({ answer }) => answer === 'PLANT_MISSED')).toBe(true)
  // Another coder's reading is nobody's annotation either.
  cpSync(join(folder, 'decisions.jsonl'), join(folder, 'decisions-bo-lind.jsonl'))

  const environment = { DIXIT_DB: join(dirname(folder), 'routes.db') }
  const draft = join(folder, 'draft.yaml')
  const log = join(folder, 'decisions.jsonl')
  const routes = [
    ['import', folder],
    ['import', dirname(folder)],
    ['import', '--replace', folder],
    ['import', draft],
    ['import', 'jsonl', draft],
    ['import', 'jsonl', log],
    ['import', 'jsonl', folder],
    ['check', folder],
  ]
  for (const route of routes) await dixit(route, environment)
  // What `dixit seed` does with its folder.
  const writer = openWriter(environment.DIXIT_DB)
  importAll(writer, dirname(folder), { replace: true })
  writer.close()
  const database = openReader(environment.DIXIT_DB)
  try {
    const count = (table: string) => database.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n
    expect(count('documents')).toBe(1)
    for (const table of ['statements', 'figures', 'figureMentions', 'timeExpressions', 'memberships']) {
      expect(count(table), table).toBe(0)
    }
  } finally {
    database.close()
  }
  expect(readFileSync(join(folder, 'annotations.yaml'), 'utf8')).not.toContain('statement-')
})
