import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { Desk } from '../../src/draft/desk/desk.ts'
import { differences } from '../../src/draft/desk/matching.ts'
import { Settling } from '../../src/draft/desk/settling.ts'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { dixit, entry, start } from '../support/cli.ts'
import { blank, deskOf, draftedSeed } from '../support/desk.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** Reads the first statements: who says each, in order; null is refused. */
function read(desk: Desk, speakers: readonly (string | null)[]): void {
  let at = 0
  for (let top = desk.top(); top !== null && at < speakers.length; top = desk.top()) {
    const who = speakers[at] ?? null
    if (top.hidden !== null) desk.perform({ do: 'SHOW' })
    else if (top.item.kind !== 'statement' || top.next?.planted) desk.perform({ do: 'UNSURE' })
    else {
      at += 1
      if (who === null) desk.perform({ do: 'REFUSE', reason: '' })
      else {
        desk.perform({ do: 'SET', field: 'who', value: who })
        desk.perform({ do: 'SET', field: 'speechAct', value: 'ASSERTIVE' })
        desk.perform({ do: 'SET', field: 'reason', value: 'a test' })
        desk.perform({ do: 'ACCEPT' })
      }
    }
  }
}

function twoReviews(): string {
  const folder = draftedSeed()
  read(deskOf(folder), ['mark-green', 'mark-green', null, 'tony-gonzales'])
  const second = new Desk(folder, { by: 'Bo Lind', now: () => new Date(0), write: writeFileSync, isSecond: true })
  read(second, ['mark-green', 'tony-gonzales', 'tony-gonzales', null])
  return folder
}

const annotations = (folder: string) => readFileSync(join(folder, 'annotations.yaml'), 'utf8')

test('a second coder sees nothing of the first, and writes into no file of theirs', () => {
  const folder = draftedSeed()
  read(deskOf(folder), ['mark-green', 'mark-green'])
  const before = annotations(folder)
  const log = readFileSync(join(folder, 'decisions.jsonl'), 'utf8')
  const second = new Desk(folder, { by: 'Bo Lind', now: () => new Date(0), write: writeFileSync, isSecond: true })
  expect(stateOf(second)).toMatchObject({ decided: [], statements: [], problems: null })
  read(second, ['tony-gonzales'])
  expect(stateOf(second).statements).toHaveLength(1)
  expect(annotations(folder)).toBe(before)
  expect(readFileSync(join(folder, 'decisions.jsonl'), 'utf8')).toBe(log)
  expect(readFileSync(join(folder, 'decisions-bo-lind.jsonl'), 'utf8')).toContain('"by":"Bo Lind"')
})

test('how two agree is counted before anything is settled', async () => {
  const folder = twoReviews()
  const { out } = await dixit(['agreement', '--dossier', folder, '--format', 'json'])
  expect(JSON.parse(out)).toEqual([
    { what: 'statements', first: 3, second: 3, both: 2 },
    { what: 'speaker', first: null, second: null, both: 1 },
    { what: 'speechAct', first: null, second: null, both: 2 },
    { what: 'content', first: null, second: null, both: 2 },
    { what: 'source', first: null, second: null, both: 2 },
    { what: 'cue', first: null, second: null, both: 2 },
  ])
  const alone = await dixit(['agreement', '--dossier', draftedSeed()])
  expect(alone).toMatchObject({ code: 3, err: expect.stringContaining('nobody else has coded it') })
})

test('differences are settled one by one; what is taken back is as it was', () => {
  const folder = twoReviews()
  const settling = new Settling(folder, { by: 'Cy Holm', now: () => new Date(0), write: writeFileSync })
  const before = annotations(folder)
  expect(settling.open.map(differences)).toEqual([['speaker'], ['there'], ['there']])
  for (const choice of ['SECOND', 'SECOND', 'NEITHER'] as const) settling.perform({ do: 'SETTLE', choice })
  expect(settling.open).toEqual([])
  const settled = annotations(folder)
  expect(settled.match(/speaker: [\w-]+/g)).toEqual([
    'speaker: mark-green',
    'speaker: tony-gonzales',
    'speaker: tony-gonzales',
  ])
  expect(checkDossier(folder).problems).toEqual([])

  // From the log alone the same annotations come again.
  writeFileSync(join(folder, 'annotations.yaml'), blank)
  deskOf(folder, { isRestoring: true })
  expect(annotations(folder)).toBe(settled)

  while (settling.perform({ do: 'UNDO' }) === 'undone');
  expect(settling.open).toHaveLength(3)
  expect(annotations(folder).split('\n').toSorted()).toEqual(before.split('\n').toSorted())
})

test('in the terminal each difference shows both readings', async () => {
  const folder = twoReviews()
  const args = [entry, 'settle', folder, '--by', 'Cy Holm']
  const { child, ended } = start(process.execPath, args)
  child.stdin?.end('21q')
  const { code, out } = await ended
  expect(code).toBe(0)
  expect(out).toMatch(/1 Ada Moss:\n.*≠ speaker: mark-green/s)
  expect(out).toMatch(/2 Bo Lind:\n.*≠ speaker: tony-gonzales/s)
  expect(out).toContain('1 Ada Moss: no statement')
  expect(out).toContain('1 differences are left')
})
