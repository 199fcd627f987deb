import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { Desk } from '../../src/draft/desk/desk.ts'
import { plantedIn } from '../../src/draft/desk/planted.ts'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { readDraft, writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { entry, start } from '../support/cli.ts'
import { articleFolder, deskOf, head } from '../support/desk.ts'

// A program is started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const article = `Ada Moss and Bo Lind said that 40 boats lay in the harbour on Monday.

“We counted twice,” Moss said. Cy Holm said the count was wrong.
`

const before = `${head}agents:
  ada-moss: { person: Ada Moss }
  bo-lind: { person: Bo Lind }
  cy-holm: { person: Cy Holm }
`

let folder: string

beforeEach(() => {
  folder = articleFolder(article)
  writeFileSync(join(folder, 'annotations.yaml'), before)
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
})

const annotations = () => readFileSync(join(folder, 'annotations.yaml'), 'utf8')
const statements = () => parse(annotations()).statements
const counted = '40 boats lay in the harbour on Monday'

function set(desk: Desk, values: Readonly<Record<string, string>>): void {
  for (const [field, value] of Object.entries(values)) desk.perform({ do: 'SET', field, value })
}

function add(
  desk: Desk,
  kind: 'statement' | 'figure' | 'time' | 'aside' | 'membership',
  values: Record<string, string>,
) {
  desk.perform({ do: 'ADD', kind, at: null })
  set(desk, values)
  desk.perform({ do: 'ACCEPT' })
}

/** A statement with a figure, a term, a stance and a relation to another one. */
function coded(): Desk {
  const desk = deskOf(folder)
  add(desk, 'statement', { content: counted, source: 'Ada Moss', cue: 'said', who: 'ada-moss', speechAct: 'DIRECTIVE' })
  add(desk, 'figure', { words: '40', label: 'boats in the harbour', unit: 'boat', key: 'boats' })
  add(desk, 'statement', { content: 'the count was wrong', source: 'Cy Holm', who: 'cy-holm', speechAct: 'ASSERTIVE' })
  for (const [kind, values] of [
    ['term', { words: 'boats', newReferent: 'Boats' }],
    ['stance', { newClaim: 'Forty boats lay there.', stance: 'SUPPORTS' }],
  ] as const) {
    desk.perform({ do: 'CODE', kind, statement: 'statement-added-1' })
    set(desk, values)
    desk.perform({ do: 'ACCEPT' })
  }
  return desk
}

/** The same annotations come from the log alone, and opening the desk again changes nothing. */
function comesAgain(): void {
  const whole = annotations()
  deskOf(folder)
  expect(annotations()).toBe(whole)
  writeFileSync(join(folder, 'annotations.yaml'), before)
  deskOf(folder, { isRestoring: true })
  expect(parse(annotations())).toEqual(parse(whole))
  writeFileSync(join(folder, 'annotations.yaml'), whole)
}

test('a statement that stands is reopened, changed, and taken back', () => {
  const desk = coded()
  const stood = annotations()
  desk.perform({ do: 'REOPEN', what: 'statements/statement-added-1' })
  const { now } = stateOf(desk)
  expect(now?.origin).toBe('REOPENED')
  expect(now?.fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value])).toEqual([
    ['who', 'ada-moss'],
    ['speechAct', 'DIRECTIVE'],
    ['content', counted],
    ['source', 'Ada Moss'],
    ['cue', 'said'],
  ])
  set(desk, { source: 'Ada Moss and Bo Lind', others: 'bo-lind', speechAct: 'ASSERTIVE' })
  desk.perform({ do: 'ACCEPT' })
  const [first] = Object.values<Record<string, unknown>>(statements())
  expect(first).toMatchObject({
    speaker: ['ada-moss', 'bo-lind'],
    speechAct: 'ASSERTIVE',
    source: 'Ada Moss and Bo Lind',
  })
  // What else stands under it stays.
  expect(first).toMatchObject({ figures: [{ figure: 'boats' }], terms: [{}], stances: [{}] })
  expect(checkDossier(folder).problems).toEqual([])
  expect(stateOf(desk).tally).toMatchObject({ added: 5, revised: 1 })
  expect(
    stateOf(desk)
      .decided.filter(({ words }) => words === counted)
      .map(({ answer }) => answer),
  ).toEqual(['REVISE'])
  comesAgain()

  const again = deskOf(folder)
  again.perform({ do: 'UNDO' })
  expect(parse(annotations())).toEqual(parse(stood))
  comesAgain()
})

test('opened twice, it stands as it was changed last', () => {
  const desk = coded()
  for (const [speechAct, reason] of [
    ['ASSERTIVE', 'they counted'],
    ['EXPRESSIVE', ''],
  ] as const) {
    desk.perform({ do: 'REOPEN', what: 'statements/statement-added-1' })
    set(desk, { speechAct, reason })
    desk.perform({ do: 'ACCEPT' })
  }
  expect(statements()['statement-added-1']).toMatchObject({ speechAct: 'EXPRESSIVE' })
  expect(statements()['statement-added-1'].reason).toBeUndefined()
  comesAgain()
})

test('left as it stands, it is no decision', () => {
  const desk = coded()
  const decisions = desk.log.decisions.length
  for (const { what } of stateOf(desk).reopenable) {
    desk.perform({ do: 'REOPEN', what })
    expect(desk.perform({ do: 'ACCEPT' })).toBe('left as it was')
    desk.perform({ do: 'REOPEN', what })
    expect(desk.perform({ do: 'UNDO' })).toBe('left')
  }
  expect(
    stateOf(desk)
      .reopenable.map(({ kind }) => kind)
      .toSorted(),
  ).toEqual(['figure', 'statement', 'statement', 'stance', 'term'].toSorted())
  expect(desk.log.decisions).toHaveLength(decisions)
})

test('a figure, a time, a role and a code are opened again, too', () => {
  const desk = coded()
  add(desk, 'time', { words: 'Monday', date: '2026-03-02', key: 'day' })
  add(desk, 'aside', { words: 'twice', reason: 'no figure' })
  add(desk, 'membership', { words: 'Moss', who: 'ada-moss', role: 'counter', reason: 'she counts' })
  const change = (kind: string, values: Readonly<Record<string, string>>) => {
    const what = stateOf(desk).reopenable.find(each => each.kind === kind)?.what ?? ''
    desk.perform({ do: 'REOPEN', what })
    set(desk, values)
    desk.perform({ do: 'ACCEPT' })
  }
  change('figure', { value: '41', unit: 'vessel' })
  change('time', { date: '' })
  change('aside', { reason: 'how often' })
  change('membership', { role: 'harbour master' })
  change('stance', { stance: 'OPPOSES' })
  change('term', { words: '40 boats' })
  const whole = parse(annotations())
  expect(whole).toMatchObject({
    figures: { boats: { value: 41, unit: 'vessel', label: 'boats in the harbour' } },
    times: { day: { words: 'Monday', reason: expect.any(String) } },
    setAside: [{ words: 'twice', reason: 'how often' }],
    memberships: [{ member: 'ada-moss', role: 'harbour master', words: { exact: 'Moss' }, reason: 'she counts' }],
    statements: { 'statement-added-1': { stances: [{ stance: 'OPPOSES' }], terms: [{ words: '40 boats' }] } },
  })
  expect(whole.times.day.edtf).toBeUndefined()
  comesAgain()
})

test('what is taken away goes with what belongs to it alone, and comes back whole', () => {
  const desk = coded()
  const stood = annotations()
  desk.perform({ do: 'REOPEN', what: 'statements/statement-added-1' })
  expect(desk.perform({ do: 'REFUSE', reason: 'nobody says it' })).toBe('removed')
  expect(Object.keys(statements())).toEqual(['statement-added-3'])
  expect(parse(annotations()).figures).toBeUndefined()
  comesAgain()
  deskOf(folder).perform({ do: 'UNDO' })
  expect(parse(annotations())).toEqual(parse(stood))
})

test('what something else names is not taken away', () => {
  const desk = coded()
  desk.perform({ do: 'CODE', kind: 'relation', statement: 'statement-added-3' })
  set(desk, { relation: 'CONTRASTS_WITH', other: 'statement-added-1' })
  desk.perform({ do: 'ACCEPT' })
  desk.perform({ do: 'REOPEN', what: 'statements/statement-added-1' })
  expect(() => desk.perform({ do: 'REFUSE', reason: '' })).toThrow(
    'Not yet: statements/statement-added-3 refers to it.',
  )
})

test('a statement that was written by hand is opened again, and keeps all that the desk has no field for', () => {
  const written = `${before}statements:
  boats:
    speaker: ada-moss # as the article says
    source: Ada Moss
    cue: said
    content: ${counted}
    certainty: CERTAIN
    speechAct: ASSERTIVE
    note: Read twice.
`
  writeFileSync(join(folder, 'annotations.yaml'), written)
  const desk = deskOf(folder)
  expect(stateOf(desk).reopenable).toMatchObject([{ what: 'statements/boats', answer: 'WRITTEN' }])
  desk.perform({ do: 'REOPEN', what: 'statements/boats' })
  set(desk, { source: 'Ada Moss and Bo Lind' })
  desk.perform({ do: 'ACCEPT' })
  expect(annotations()).toBe(written.replace('source: Ada Moss', 'source: Ada Moss and Bo Lind'))
  desk.perform({ do: 'UNDO' })
  expect(annotations()).toBe(written)
})

test('what was changed by hand after that stays as the hand left it', () => {
  const desk = coded()
  desk.perform({ do: 'REOPEN', what: 'statements/statement-added-1' })
  set(desk, { speechAct: 'ASSERTIVE' })
  desk.perform({ do: 'ACCEPT' })
  const byHand = annotations().replace('speechAct: ASSERTIVE', 'speechAct: EXPRESSIVE')
  writeFileSync(join(folder, 'annotations.yaml'), byHand)
  deskOf(folder).perform({ do: 'UNSURE' })
  expect(annotations()).toBe(byHand)
})

test('what was refused or left unsure comes back; what was wrong on purpose never does', () => {
  const desk = deskOf(folder)
  while (stateOf(desk).left > 0) {
    const isHidden = stateOf(desk).hidden !== null
    desk.perform(isHidden ? { do: 'SHOW' } : { do: 'REFUSE', reason: 'no' })
  }
  const draft = readDraft(folder)
  const refused = stateOf(desk).reopenable.filter(({ answer }) => answer === 'REFUSE')
  expect(refused.map(({ what }) => what).toSorted()).toEqual(draft.proposals.map(({ key }) => key).toSorted())
  for (const { proposal } of plantedIn(draft.proposals, draft.article).values()) {
    expect(() => desk.perform({ do: 'REOPEN', what: proposal.key })).toThrow(/^There is no/)
  }
  const [time] = refused.filter(({ kind }) => kind === 'time')
  desk.perform({ do: 'REOPEN', what: time?.what ?? '' })
  expect(stateOf(desk).now).toMatchObject({ kind: 'time', origin: 'PROPOSED' })
  desk.perform({ do: 'ACCEPT' })
  expect(parse(annotations()).times).toBeDefined()
  expect(stateOf(desk).left).toBe(0)
  comesAgain()
})

test('killed between the log and the annotations, what was opened again is there when the desk opens', () => {
  coded()
  const dying = new Desk(folder, {
    by: 'Ada Moss',
    now: () => new Date(0),
    write: () => {
      throw new Error('killed')
    },
  })
  dying.perform({ do: 'REOPEN', what: 'statements/statement-added-1' })
  set(dying, { speechAct: 'ASSERTIVE' })
  expect(() => dying.perform({ do: 'ACCEPT' })).toThrow('killed')
  expect(annotations()).toContain('DIRECTIVE')
  deskOf(folder)
  expect(annotations()).not.toContain('DIRECTIVE')
  comesAgain()
})

test('in the terminal, g opens again, m says who else, r takes away', async () => {
  coded()
  const { child, ended } = start(process.execPath, [entry, 'review', folder, '--by', 'Ada Moss'], {
    DIXIT_DB: join(folder, 'none.db'),
  })
  const listed = stateOf(deskOf(folder)).reopenable
  const place = listed.findIndex(({ what }) => what === 'statements/statement-added-1')
  const figure = listed.findIndex(({ kind }) => kind === 'figure')
  child.stdin?.end(`g${place + 1}\nmbo-lind\n1ag${figure + 1}\nr\nq`)
  const { out } = await ended
  expect(out).toContain('statement, reopened: a saves the change, r removes it, u leaves it as it was')
  expect(out).toContain('  m  who else says it: bo-lind')
  expect(statements()['statement-added-1']).toMatchObject({ speaker: ['ada-moss', 'bo-lind'], speechAct: 'ASSERTIVE' })
  expect(out).toMatch(/reopened and changed or removed: 2/)
})

test('the number, and what is counted, is read in the words of a figure that is added', () => {
  const desk = deskOf(folder)
  desk.perform({ do: 'ADD', kind: 'figure', at: null })
  desk.perform({ do: 'SET', field: 'words', value: '40 boats' })
  const value = (name: string) => stateOf(desk).now?.fields.find(field => field.name === name)?.value
  expect([value('value'), value('unit')]).toEqual(['40', 'boat'])
})

test('several who are named as one source are proposed together, where each is known', () => {
  const desk = deskOf(folder)
  for (let now = desk.top(); now !== null && now.item.kind !== 'statement'; now = desk.top())
    desk.perform({ do: 'UNSURE' })
  const value = (name: string) => stateOf(desk).now?.fields.find(field => field.name === name)?.value
  expect([value('who'), value('others')]).toEqual(['ada-moss', 'bo-lind'])
  set(desk, { speechAct: 'ASSERTIVE', others: 'bo-lind' })
  expect(value('others')).toBe('')
  set(desk, { others: 'bo-lind' })
  desk.perform({ do: 'ACCEPT' })
  expect(statements()['statement-1'].speaker).toEqual(['ada-moss', 'bo-lind'])
  expect(checkDossier(folder).problems).toEqual([])
  desk.perform({ do: 'REOPEN', what: 'statements/statement-1' })
  set(desk, { who: 'UNIDENTIFIED' })
  expect(() => desk.perform({ do: 'ACCEPT' })).toThrow('Not yet: a named speaker')
})
