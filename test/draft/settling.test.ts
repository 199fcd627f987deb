import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { Settling } from '../../src/draft/desk/settling.ts'
import type { SettlingAction } from '../../src/draft/desk/settlingActions.ts'
import { settlingStateOf } from '../../src/draft/desk/settlingStateOf.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { dixit, entry, start } from '../support/cli.ts'
import { blank, deskOf, twoCodings } from '../support/desk.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

function settlingOf(folder: string): Settling {
  return new Settling(folder, { by: 'Cy Holm', now: () => new Date(0), write: writeFileSync })
}

const text = (folder: string) => readFileSync(join(folder, 'annotations.yaml'), 'utf8')
const annotations = (folder: string) => parse(text(folder))
const choose = (choice: 'FIRST' | 'SECOND' | 'NEITHER'): SettlingAction => ({ do: 'SETTLE', choice })

test('each kind of difference shows with both readings, a statement before what belongs to it', () => {
  const settling = settlingOf(twoCodings())
  const shown = []
  for (let state = settlingStateOf(settling); state.now !== null; state = settlingStateOf(settling)) {
    const { kind, first, second } = state.now
    const of = (reading: typeof first) =>
      reading === null
        ? null
        : Object.fromEntries(reading.fields.flatMap(each => (each.isOther ? [[each.name, each.value]] : [])))
    shown.push([kind, of(first), of(second)])
    settling.perform(choose('FIRST'))
  }
  expect(shown).toEqual([
    ['time', { edtf: '2024-07-21' }, { edtf: '2023-07-21' }],
    ['figure', { label: 'noncitizens with criminal histories' }, { label: 'people on the docket' }],
    ['frame', { function: 'PROBLEM_DEFINITION' }, { function: 'CAUSAL_INTERPRETATION' }],
    ['term', { referent: 'immigrants' }, { referent: 'people' }],
    ['stance', { claim: 'many-people-on-the-docket-have-a-record' }, { claim: 'the-docket-is-long' }],
    ['statement', null, {}],
  ])
})

test('the second readings are taken with what they need, and taken back they leave what was there', () => {
  const folder = twoCodings()
  const before = annotations(folder)
  const settling = settlingOf(folder)
  while (settling.top() !== null) settling.perform(choose('SECOND'))
  const after = annotations(folder)
  const [first, second] = Object.keys(after.statements)
  expect(after).toMatchObject({
    claims: { 'the-docket-is-long': 'The docket is long.' },
    referents: { people: 'People' },
    agents: { 'pat-letter': { person: 'Pat Letter' } },
    figures: {
      all: { label: 'people on the docket', value: 662_566 },
      'removed-second': { label: 'people removed' },
    },
    times: { 'as-of': { words: 'July 21', edtf: '2023-07-21' } },
  })
  expect(Object.keys(after.claims)).toEqual(['the-docket-is-long'])
  expect(Object.keys(after.referents)).toEqual(['people'])
  expect(after.statements[first ?? '']).toMatchObject({
    figures: [{ figure: 'all', words: '662,566' }],
    frames: [{ function: 'CAUSAL_INTERPRETATION', words: 'criminal histories' }],
    terms: [{ referent: 'people' }],
    stances: [{ claim: 'the-docket-is-long' }],
  })
  expect(after.statements[second ?? '']).toMatchObject({
    speaker: 'pat-letter',
    figures: [{ figure: 'removed-second', words: 'nearly 900,000' }],
  })
  expect(checkDossier(folder).problems).toEqual([])

  // From the log alone the same annotations come again.
  const settled = text(folder)
  writeFileSync(join(folder, 'annotations.yaml'), blank)
  deskOf(folder, { isRestoring: true })
  expect(annotations(folder)).toEqual(parse(settled))

  while (settling.perform({ do: 'UNDO' }) === 'undone');
  expect(annotations(folder)).toEqual(before)
})

test('what neither is right in goes, with what belongs to it alone', () => {
  const folder = twoCodings()
  const settling = settlingOf(folder)
  while (settling.top() !== null) settling.perform(choose('NEITHER'))
  const after = annotations(folder)
  expect(Object.keys(after)).not.toContain('figures')
  expect(Object.keys(after)).not.toContain('times')
  expect(Object.keys(after)).not.toContain('claims')
  expect(Object.values(after.statements)).toEqual([expect.not.objectContaining({ frames: expect.anything() })])
})

test('what belongs to a statement that only the second has can be settled once that one stands', () => {
  const folder = twoCodings()
  const settling = settlingOf(folder)
  const kinds = () => settling.open.map(({ first, second }) => (first ?? second)?.kind)
  expect(kinds().filter(kind => kind === 'figure')).toHaveLength(1)
  while (settling.top()?.first !== null) settling.perform({ do: 'LATER' })
  settling.perform(choose('SECOND'))
  expect(kinds().filter(kind => kind === 'figure')).toHaveLength(2)
  settling.perform({ do: 'UNDO' })
  expect(kinds().filter(kind => kind === 'figure')).toHaveLength(1)
})

test('two who settle at once cannot write over each other', () => {
  const folder = twoCodings()
  const [one, two] = [settlingOf(folder), settlingOf(folder)]
  one.perform(choose('FIRST'))
  expect(() => two.perform(choose('SECOND'))).toThrow('Another window has decided')
  expect(two.open).toHaveLength(one.open.length)
})

test('in the terminal, keys settle all kinds, and the end says that the dossier is sound', async () => {
  const folder = twoCodings()
  const { child, ended } = start(process.execPath, [entry, 'settle', folder, '--by', 'Cy Holm'])
  child.stdin?.end('s1x202222222uq')
  const { code, out } = await ended
  expect(out).toMatch(
    /figure, for “there were 662,566.*1 Ada Moss:\n {2}≠ label: noncitizens.*2 Bo Lind:\n {2}≠ label: people/s,
  )
  expect(out).toContain('1 Ada Moss: no statement')
  expect(out).toContain('1 the first reading   2 the second')
  expect(out).toContain('All differences are settled.')
  expect(out).not.toContain('still to fix')
  expect(out).toContain('1 differences are left')
  expect(code).toBe(0)
  expect(await dixit(['check', folder])).toMatchObject({ code: 0 })
})
