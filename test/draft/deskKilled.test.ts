import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { annotationsWith } from '../../src/draft/desk/annotations.ts'
import { DecisionLog } from '../../src/draft/desk/decisionLog.ts'
import { entry, start } from '../support/cli.ts'
import { blank, deskOf, draftedSeed } from '../support/desk.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

/** Unsure of the time, a statement with its speaker and act, unsure of what stands in it, a skip, an undo. */
const keys = ['a', 'w1\n', 't1\n', 'a', '?', '?', 's', 'u', 'p', '?']

test('killed after any key, a review loses no decision that it has told of, and doubles none', async () => {
  const folder = draftedSeed()
  const told: string[] = []
  for (const [index] of keys.entries()) {
    const args = [entry, 'review', folder, '--by', 'Ada Moss']
    const { child, ended, says } = start(process.execPath, args, { DIXIT_DB: join(folder, 'none.db') })
    await says(/ left\n|First mark/)
    // All but the last are answered before; the last one may or may not have been heard.
    for (const key of keys.slice(0, index + 1)) child.stdin?.write(key)
    child.kill('SIGKILL')
    const { out } = await ended
    told.push(...(out.match(/^(?:accepted.*|left unsure|skipped.*|undone)$/gm) ?? []))

    const log = new DecisionLog(join(folder, 'decisions.jsonl'))
    expect(log.decisions.length).toBeGreaterThanOrEqual(told.length)
    const decided = log.standing.flatMap(({ proposal }) => proposal ?? [])
    expect(new Set(decided).size).toBe(decided.length)
  }
  const { log } = deskOf(folder)
  const whole = readFileSync(join(folder, 'annotations.yaml'), 'utf8')
  expect(parse(whole)).toEqual(parse(annotationsWith(blank, log.standing, [])))
})
