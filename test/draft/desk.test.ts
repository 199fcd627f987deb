import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { isScalar, parse, parseDocument, stringify } from 'yaml'
import type { Action } from '../../src/draft/desk/actions.ts'
import { DecisionLog } from '../../src/draft/desk/decisionLog.ts'
import { Desk } from '../../src/draft/desk/desk.ts'
import { plantedIn } from '../../src/draft/desk/planted.ts'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { readDraft, writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { temporaryFolder } from '../ingest/dossiers.ts'
import { dixit, entry, start } from '../support/cli.ts'
import { seed } from '../support/graph.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let folder: string
const base = '# by hand\ndossier: 1\nuse: [../agents.yaml] # the register\ndocument: { language: en }\n'

beforeEach(() => {
  const above = temporaryFolder()
  folder = join(above, 'wane')
  cpSync(join(seed, '../agents.yaml'), join(above, 'agents.yaml'))
  cpSync(join(seed, 'article.txt'), join(folder, 'article.txt'))
  writeFileSync(join(folder, 'annotations.yaml'), base)
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draftFolder(folder, { graphNames: [], model: null })))
})

const annotations = () => readFileSync(join(folder, 'annotations.yaml'), 'utf8')
const desk = (write = (file: string, text: string) => writeFileSync(file, text), isRestoring = false) =>
  new Desk(folder, { by: 'Ada', now: () => new Date('2026-03-04T05:06:07Z'), write, isRestoring })

const readLog = () => new DecisionLog(join(folder, 'decisions.jsonl')).decisions
const set = (at: Desk, values: Record<string, string>) => {
  for (const [field, value] of Object.entries(values)) at.perform({ do: 'SET', field, value })
}

/** What a person would set of each kind who reads nothing. */
const settings: Readonly<Record<string, Record<string, string>>> = {
  statement: { who: 'mark-green', speechAct: 'ASSERTIVE', reason: 'a test' },
  figure: { label: 'x', unit: 'people' },
  agent: { type: 'person' },
  time: {},
  membership: {},
}

/** Accepts what can be accepted, and refuses the rest. */
function readAll(at: Desk, most = Number.POSITIVE_INFINITY): number {
  let read = 0
  for (let now = at.top(); now !== null && read < most; now = at.top()) {
    if (now.hidden !== null) {
      at.perform({ do: 'SHOW' })
      continue
    }
    const { who, ...others } = settings[now.item.kind] ?? {}
    // Whoever reads nothing takes whom the draft names.
    set(at, { ...others, ...(who !== undefined && now.item.values.who === undefined && { who }) })
    const top = at.top()
    const isReady = top !== null && !('missing' in at.entryOf(top.item))
    at.perform(isReady ? { do: 'ACCEPT' } : { do: 'REFUSE', reason: 'no' })
    read += 1
  }
  return read
}

/** Does with each of a kind what is said, until there is none left; the others are left unsure. */
function toFirst(at: Desk, kind: string): void {
  for (let now = at.top(); now !== null && (now.hidden !== null || now.item.kind !== kind); now = at.top()) {
    at.perform(now.hidden === null ? { do: 'UNSURE' } : { do: 'SHOW' })
  }
}

/** Runs the command with keys piped in. */
function review(keys: string) {
  const { child, ended } = start(process.execPath, [entry, 'review', folder, '--by', 'Ada'], environment())
  child.stdin?.end(keys)
  return ended
}

const environment = () => ({ DIXIT_DB: join(folder, 'none.db') })

test('a wrong source on purpose is never another word for the right one', () => {
  const statement = (key: string, source: string) => ({
    ...{ key, source, kind: 'statement' as const, confidence: 'LOW' as const, why: '', content: key, start: 0, end: 1 },
    quotation: 'INDIRECT' as const,
  })
  const sources = ['Ada Moss', 'she', 'Harbour Master Ada Moss', 'Bo Lind', 'he', 'Moss']
  const proposals = Array.from({ length: 300 }, (_, index) =>
    statement(`statement-${index}`, sources[index % sources.length] ?? ''),
  )
  const planted = [...plantedIn(proposals, 'an article').values()].map(({ proposal }) => [
    sources[Number(proposal.key.split('-')[1]) % sources.length],
    proposal.source,
  ])
  expect(planted).toHaveLength(25)
  for (const pair of planted) expect(pair).toContain('Bo Lind')
})

describe('the desk', () => {
  test('writes what is accepted, and keeps comments', () => {
    expect(readAll(desk())).toBeGreaterThan(50)
    expect(annotations()).toMatch(/^# by hand\ndossier: 1\nuse: \[ ?\.\.\/agents\.yaml ?\] # the register\n/)
    expect(annotations()).toMatch(/statement-1:\n {4}speaker: mark-green\n/)
    expect(annotations()).toMatch(/figures:\n {6}- figure: figure-1\n/)
  })

  test('accepts nothing before who and act are set', () => {
    const at = desk()
    toFirst(at, 'statement')
    expect(() => at.perform({ do: 'ACCEPT' })).toThrow(/^Not yet: /)
    expect(annotations()).not.toContain('statement')
    set(at, { who: 'mark-green', reason: 'a test' })
    expect(() => at.perform({ do: 'ACCEPT' })).toThrow('Not yet: the speech act (t).')
    set(at, { speechAct: 'ASSERTIVE' })
    at.perform({ do: 'ACCEPT' })
    expect(annotations()).toContain('speaker: mark-green')
  })

  test('what is wrong on purpose is never written, and is counted', () => {
    const draft = readDraft(folder)
    const planted = plantedIn(draft.proposals, draft.article)
    expect(planted.size).toBeGreaterThan(0)
    const at = desk()
    readAll(at)
    expect(annotations()).not.toContain('-check')
    expect(stateOf(at).tally).toMatchObject({ planted: planted.size, caught: 0 })
    for (const { accepted, proposal } of readLog()) {
      if (proposal?.endsWith('-check')) expect(accepted).toBeNull()
    }
  })

  test('undo takes the last decision back, out of the annotations too', () => {
    const at = desk()
    readAll(at, 6)
    const before = annotations()
    readAll(at, 1)
    at.perform({ do: 'UNDO' })
    expect(annotations()).toBe(before)
  })

  test('undo does not take out an anchor that a hand used elsewhere', () => {
    const at = desk()
    readAll(at, 1)
    while (readLog().at(-1)?.accepted?.section !== 'statements') readAll(at, 1)
    const byHand = parseDocument(annotations())
    const path = ['statements', readLog().at(-1)?.accepted?.key]
    byHand.setIn(['statements', 'by-hand'], byHand.createNode(parse(annotations()).statements[`${path[1]}`]))
    const content = byHand.getIn([...path, 'content'], true)
    if (!isScalar(content)) throw new Error('a statement has a content')
    byHand.setIn(['statements', 'by-hand', 'content'], byHand.createAlias(content, 'p'))
    writeFileSync(join(folder, 'annotations.yaml'), String(byHand))
    const [text, decisions] = [annotations(), readLog()]
    expect(() => at.perform({ do: 'UNDO' })).toThrow('annotations.yaml uses *p')
    expect([annotations(), readLog()]).toEqual([text, decisions])
    writeFileSync(join(folder, 'annotations.yaml'), text.replace('*p', 'by hand'))
    at.perform({ do: 'UNDO' })
    expect(annotations()).not.toContain('&p')
  })

  test('killed between log and annotations, it loses and doubles nothing', () => {
    let writes = 0
    const dying = desk((file, text) => {
      writes += 1
      if (writes === 8) throw new Error('killed')
      writeFileSync(file, text)
    })
    expect(() => readAll(dying)).toThrow('killed')
    const decided = readLog().length
    readAll(desk())
    const whole = annotations()
    expect(readLog().length).toBeGreaterThan(decided)
    expect(new Set(readLog().map(({ proposal }) => proposal)).size).toBe(readLog().length)

    // From the log alone the same annotations come again.
    writeFileSync(join(folder, 'annotations.yaml'), base)
    desk(writeFileSync, true)
    expect(annotations()).toBe(whole)
  })

  test('what was changed by hand since stays so: opening writes nothing, and a decision brings nothing else back', () => {
    readAll(desk(), 12)
    expect(desk().opened).toBeNull()
    const dossier = parse(annotations())
    expect(Object.keys(dossier.times).length).toBeGreaterThan(1)
    const [first = '', ...others] = Object.keys(dossier.times)
    const times = Object.fromEntries(others.map(key => [`renamed-${key}`, dossier.times[key]]))
    const byHand = `# mended\n${stringify({ ...dossier, times }).replace('use:\n  - ../agents.yaml', 'use: [ ../agents.yaml ]')}`
    writeFileSync(join(folder, 'annotations.yaml'), byHand)

    const at = desk()
    expect(annotations()).toBe(byHand)
    expect(at.opened).toMatch(/^annotations\.yaml was edited/)
    readAll(at, 4)
    const after = parse(annotations())
    expect(after.times).toMatchObject(times)
    expect(after.times).not.toHaveProperty(first)
    for (const key of others) expect(after.times).not.toHaveProperty(key)
    expect(annotations()).toContain('# mended')
    expect(desk().opened).toBeNull()
  })

  test('a line that was cut off is left out, and no later one is lost', () => {
    readAll(desk(), 3)
    const log = readFileSync(join(folder, 'decisions.jsonl'), 'utf8')
    writeFileSync(join(folder, 'decisions.jsonl'), log.slice(0, -20))
    expect(readLog()).toHaveLength(2)
    readAll(desk(), 2)
    expect(readLog()).toHaveLength(4)
  })

  test('what is skipped comes back, each in its turn; what is unsure does not', () => {
    const at = desk()
    const keys: string[] = []
    const answer = (action: Action) => {
      const top = at.top()
      if (top?.hidden) {
        at.perform({ do: 'SHOW' })
        answer(action)
      } else {
        keys.push(top?.item.key ?? '')
        at.perform(action)
      }
    }
    answer({ do: 'SKIP' })
    answer({ do: 'SKIP' })
    answer({ do: 'UNSURE' })
    while (stateOf(at).left > 2) answer({ do: 'REFUSE', reason: '' })
    const [first, second, third] = keys
    expect(at.top()?.item.key).toBe(first)
    answer({ do: 'SKIP' })
    expect(at.top()?.item.key).toBe(second)
    answer({ do: 'REFUSE', reason: '' })
    expect(at.top()?.item.key).toBe(first)
    expect(keys.filter(key => key === third)).toHaveLength(1)
  })

  test('two windows cannot overwrite each other, in one process or in two', () => {
    const at = desk()
    const seen = at.revision
    at.perform({ do: 'UNSURE' }, seen)
    expect(() => at.perform({ do: 'UNSURE' }, seen)).toThrow(/Another window has decided/)
    expect(readLog()).toHaveLength(1)

    const other = desk()
    other.perform({ do: 'UNSURE' })
    expect(() => at.perform({ do: 'REFUSE', reason: '' })).toThrow(/Another window has decided/)
    expect(readLog().map(({ answer }) => answer)).toEqual(['UNSURE', 'UNSURE'])
    // It has seen what the other one did, and goes on.
    at.perform({ do: 'REFUSE', reason: '' })
    expect(readLog()).toHaveLength(3)
  })

  test('the lock of a process that was killed holds nobody up', () => {
    writeFileSync(join(folder, 'decisions.jsonl.lock'), '999999999')
    desk().perform({ do: 'UNSURE' })
    expect(readLog()).toHaveLength(1)
  })

  test('a proposal shows nothing of itself before the passage was read, or marked', () => {
    const at = desk()
    at.perform({ do: 'READ_FIRST', on: true })
    expect(stateOf(at)).toMatchObject({ hidden: 'READ_FIRST', now: null })
    expect(() => at.perform({ do: 'UNSURE' })).toThrow(/Read the passage first/)
    at.perform({ do: 'SHOW' })
    expect(stateOf(at)).toMatchObject({ hidden: null, now: { kind: 'time' } })
    at.perform({ do: 'READ_FIRST', on: false })
    const hidden: string[] = []
    for (let top = at.top(); top !== null; top = at.top()) {
      if (top.hidden === 'MARK_FIRST') {
        const { paragraph, now, text } = stateOf(at)
        expect(now).toBeNull()
        hidden.push(text.slice(paragraph?.start, paragraph?.end))
        at.perform({ do: 'SHOW' })
      } else at.perform({ do: 'UNSURE' })
    }
    expect(hidden.length).toBeGreaterThan(0)
  })

  test('what is marked before the proposals show is set beside them', () => {
    const at = desk()
    for (let top = at.top(); top !== null && top.hidden === null; top = at.top()) at.perform({ do: 'UNSURE' })
    const { paragraph } = stateOf(at)
    const proposal = readDraft(folder).proposals.find(
      ({ kind, start }) =>
        kind === 'statement' && paragraph !== null && start >= paragraph.start && start < paragraph.end,
    )
    if (!proposal) throw new Error('a statement is proposed there')
    at.perform({ do: 'ADD', kind: 'statement', at: { start: proposal.start, end: proposal.end } })
    set(at, { who: 'mark-green', speechAct: 'ASSERTIVE', reason: 'a test' })
    at.perform({ do: 'ACCEPT' })
    expect(stateOf(at)).toMatchObject({ hidden: 'MARK_FIRST', tally: { added: 1, markedFirst: 1, alsoDrafted: 1 } })
    at.perform({ do: 'SHOW' })
    toFirst(at, 'statement')
    expect(stateOf(at).now?.overlaps).toMatch(/^Mark Green: /)
  })

  test('words are changed by where they stand, or as they are typed', () => {
    const at = desk()
    toFirst(at, 'figure')
    const before = stateOf(at).now
    expect(() => at.perform({ do: 'SET', field: 'words', value: 'no such words' })).toThrow(/not in the article/)
    const [span] = before?.spans ?? []
    if (!span) throw new Error('a figure has words')
    at.perform({ do: 'SET', field: 'words', value: { start: span.start, end: span.end + 4 } })
    expect(stateOf(at).now?.spans).toEqual([{ start: span.start, end: span.end + 4 }])
    expect(() => at.perform({ do: 'SET', field: 'same', value: 'nothing' })).toThrow(/not one of the choices/)
  })

  test('frames, terms, claims and relations are added to a statement, and what they need', () => {
    const graph = {
      agents: [{ key: 'ada-moss', type: 'person' as const, kind: null, names: ['Ada Moss'] }],
      claims: [{ key: 'pier-unsafe', label: 'The pier is unsafe.' }],
      referents: [],
    }
    const write = (file: string, text: string) => writeFileSync(file, text)
    const at = new Desk(folder, { by: 'Ada', now: () => new Date(0), write, graph })
    readAll(at)
    const before = annotations()
    const [first, second] = stateOf(at).statements
    if (!first || !second) throw new Error('there are statements')
    const code = (kind: 'frame' | 'term' | 'stance' | 'relation', values: Record<string, string>) => {
      at.perform({ do: 'CODE', kind, statement: first.key })
      set(at, values)
      at.perform({ do: 'ACCEPT' })
    }
    const words = first.words.split(' ').slice(0, 4).join(' ')
    code('frame', { words, function: 'PROBLEM_DEFINITION', target: 'ada-moss' })
    code('term', { words, newReferent: 'people counted' })
    code('stance', { claim: 'pier-unsafe', stance: 'SUPPORTS' })
    code('relation', { relation: 'REPEATS', other: second.key })
    const written = annotations()
    expect(written).toContain('  ada-moss:\n    person: Ada Moss\n')
    expect(written).toContain('referents:\n  people-counted: people counted\n')
    expect(written).toContain('claims:\n  pier-unsafe: The pier is unsafe.\n')
    expect(checkDossier(folder).problems).toEqual([])
    for (let times = 0; times < 4; times += 1) at.perform({ do: 'UNDO' })
    expect(annotations()).toBe(before)
  })

  test('each code is shown with the definition of the codebook', () => {
    const at = desk()
    toFirst(at, 'statement')
    const acts = stateOf(at).now?.fields.find(({ name }) => name === 'speechAct')?.choices
    expect(acts?.find(({ value }) => value === 'COMMISSIVE')?.meaning).toBe('binds the speaker')
  })

  test('another text needs another draft', () => {
    writeFileSync(join(folder, 'article.txt'), 'Another text.\n')
    expect(() => desk()).toThrow(/the text has changed since the draft was made/)
  })
})

test('in the terminal: keys decide, and the passage stands before its proposal', async () => {
  const { code, out } = await review('aaw1\nt1\naq')
  expect(code).toBe(0)
  expect(out.indexOf('⟦this week⟧')).toBeLessThan(out.indexOf('time, fair'))
  expect(out).toContain('Not yet: who says it (w)')
  expect(out).toContain('accepted 2, ')
  expect(annotations()).toMatch(/statement-1:\n {4}(speaker|voice): /)
  expect(checkDossier(folder).problems).toEqual([])
})

test('in the terminal Escape leaves a question, which says so, and arrow keys type nothing', async () => {
  const { out } = await review('r\x1br\x1b[Dno time\nq')
  expect(out).toContain('why (optional): [Escape: back]')
  expect(out).toContain('refused 1, ')
  expect(readFileSync(join(folder, 'decisions.jsonl'), 'utf8')).toContain('"no time"')
})

test('only an organization is asked what kind of organization it is', () => {
  const at = desk()
  const asked = () => stateOf(at).now?.fields.map(({ name }) => name)
  at.perform({ do: 'ADD', kind: 'agent', at: null })
  expect(asked()).not.toContain('organizationKind')
  at.perform({ do: 'SET', field: 'type', value: 'organization' })
  expect(asked()).toContain('organizationKind')
  at.perform({ do: 'SET', field: 'type', value: 'person' })
  expect(asked()).not.toContain('organizationKind')
})

test('a placeholder is nobody who reads', async () => {
  expect(await dixit(['review', folder, '--by', 'your name'], environment())).toMatchObject({
    code: 2,
    err: 'dixit: “your name” is not a name. --by needs your name: it is recorded with every decision you make.\n',
  })
})
