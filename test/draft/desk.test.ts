import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readLog } from '../../src/draft/desk/decisionLog.ts'
import { Desk } from '../../src/draft/desk/desk.ts'
import { plantedIn } from '../../src/draft/desk/planted.ts'
import { readDraft, writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { temporaryFolder } from '../ingest/dossiers.ts'
import { entry } from '../support/cli.ts'
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
const desk = (write = (file: string, text: string) => writeFileSync(file, text)) =>
  new Desk(folder, { by: 'Ada', now: () => new Date('2026-03-04T05:06:07Z'), write })

/** Accepts what can be accepted, with an act and a speaker for each statement, and refuses the rest. */
function readAll(at: Desk, most = Number.POSITIVE_INFINITY): number {
  let read = 0
  for (let now = at.next(); now !== null && read < most; now = at.next()) {
    if (now.isHidden) {
      at.reveal(now)
      continue
    }
    const settings = {
      act: 'ASSERTIVE',
      who: now.proposal.kind === 'agent' ? 'person' : 'mark-green',
      label: 'x',
      unit: 'people',
    }
    if ('missing' in at.entryOf(now.proposal, settings)) at.refuse(now.proposal, 'no')
    else at.accept(now.proposal, settings, null)
    read += 1
  }
  return read
}

/** Runs the command with keys piped in. */
async function review(keys: string) {
  const child = spawn(process.execPath, [entry, 'review', folder, '--by', 'Ada'])
  let out = ''
  child.stdout.on('data', chunk => (out += chunk))
  child.stdin.end(keys)
  const [code] = await once(child, 'close')
  return { code, out }
}

describe('the desk', () => {
  test('writes what is accepted, and keeps comments', () => {
    expect(readAll(desk())).toBeGreaterThan(50)
    expect(annotations()).toMatch(/^# by hand\ndossier: 1\nuse: \[ ?\.\.\/agents\.yaml ?\] # the register\n/)
    expect(annotations()).toMatch(/statement-1:\n {4}speaker: mark-green\n/)
    expect(annotations()).toMatch(/figures:\n {6}- figure: figure-1\n/)
  })

  test('accepts nothing before who and act are set', () => {
    const at = desk()
    for (let now = at.next(); now !== null; now = at.next()) {
      if (now.proposal.kind === 'statement') {
        const { proposal } = now
        expect(() => at.accept(proposal, {}, null)).toThrow(/^Not yet: /)
        expect(annotations()).not.toContain('statement')
        return
      }
      at.leave(now.proposal, 'UNSURE')
    }
    expect.unreachable('there are statements')
  })

  test('what is wrong on purpose is never written, and is counted', () => {
    const draft = readDraft(folder)
    const planted = plantedIn(draft.proposals, draft.article)
    expect(planted.size).toBeGreaterThan(0)
    const at = desk()
    readAll(at)
    expect(annotations()).not.toContain('-check')
    expect(at.tally()).toMatchObject({ planted: planted.size, caught: 0 })
    for (const { accepted, proposal } of readLog(folder)) {
      if (proposal?.endsWith('-check')) expect(accepted).toBeNull()
    }
  })

  test('undo takes the last decision back, out of the annotations too', () => {
    const at = desk()
    readAll(at, 6)
    const before = annotations()
    readAll(at, 1)
    at.undo()
    expect(annotations().replace(/^\w+: \{\}\n/gm, '')).toBe(before)
  })

  test('killed between log and annotations, it loses and doubles nothing', () => {
    let writes = 0
    const dying = desk((file, text) => {
      writes += 1
      if (writes === 8) throw new Error('killed')
      writeFileSync(file, text)
    })
    expect(() => readAll(dying)).toThrow('killed')
    const decided = readLog(folder).length
    readAll(desk())
    const whole = annotations()
    expect(readLog(folder).length).toBeGreaterThan(decided)
    expect(new Set(readLog(folder).map(({ proposal }) => proposal)).size).toBe(readLog(folder).length)

    // From the log alone the same annotations come again.
    writeFileSync(join(folder, 'annotations.yaml'), base)
    desk()
    expect(annotations()).toBe(whole)
  })

  test('a line that was cut off is left out, and no later one is lost', () => {
    readAll(desk(), 3)
    const log = readFileSync(join(folder, 'decisions.jsonl'), 'utf8')
    writeFileSync(join(folder, 'decisions.jsonl'), log.slice(0, -20))
    expect(readLog(folder)).toHaveLength(2)
    readAll(desk(), 2)
    expect(readLog(folder)).toHaveLength(4)
  })

  test('what is skipped comes back; what is unsure does not', () => {
    const at = desk()
    const first = at.next()
    if (!first) throw new Error('there is a proposal')
    at.leave(first.proposal, 'SKIP')
    const second = at.next()
    expect(second?.proposal.key).not.toBe(first.proposal.key)
    if (second) at.leave(second.proposal, 'UNSURE')
    const seen = new Set<string>()
    for (let now = at.next(); now !== null && !seen.has(now.proposal.key); now = at.next()) {
      seen.add(now.proposal.key)
      if (now.proposal.key === first.proposal.key) break
      at.refuse(now.proposal, null)
    }
    expect(seen).toContain(first.proposal.key)
    expect(seen).not.toContain(second?.proposal.key)
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

test('a placeholder is nobody who reads', async () => {
  const child = spawn(process.execPath, [entry, 'review', folder, '--by', 'your name'])
  let err = ''
  child.stderr.on('data', chunk => (err += chunk))
  const [code] = await once(child, 'close')
  expect({ code, err }).toEqual({ code: 2, err: 'dixit: “your name” is no name: say who reads.\n' })
})
