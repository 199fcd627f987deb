import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { examinations } from '../../src/store/write/soundness.ts'
import { entry, type Running, start } from '../support/cli.ts'
import { fixture } from '../support/corpora.ts'
import { faults } from '../support/faults.ts'
import { fillWithSeed, temporaryFolder } from '../support/graph.ts'
import { makeOlderDatabase } from '../support/olderDatabase.ts'

/** How often each command is killed. */
const kills = faults
vi.setConfig({ testTimeout: 60_000 + kills * 60_000 })

const root = temporaryFolder()
const database = (folder: string) => join(folder, 'dixit.db')

/** A command that is killed, and what must hold afterwards. */
interface Case {
  readonly name: string
  readonly args: (folder: string) => readonly string[]
  /** What stands before, in an empty folder. */
  prepare(folder: string): void
  /** Waits until it is done, for a command that does not end by itself. */
  done?(running: Running): Promise<unknown>
  /** What it writes besides the database: not there, or the same as when nobody disturbs it. */
  readonly writes?: string
}

const seeded = join(root, 'seeded.db')

function filled(folder: string): void {
  if (!existsSync(seeded)) {
    const writer = openWriter(seeded)
    fillWithSeed(writer)
    writer.close()
  }
  copyFileSync(seeded, database(folder))
}

const statements = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const text = `Speaker ${n} said that ${n} rivers rise.`
    const document = { type: 'document', slug: `d${n}`, title: `Report ${n}`, text, language: 'en' }
    return `${JSON.stringify(document)}\n`
  }).join('')

const corpus = (folder: string, count: number) => writeFileSync(join(folder, 'rivers.jsonl'), statements(count))

const decisions = `decisions: 1
decidedBy: Joan Lind
notSameAs:
  - { agents: [legislators-r000001, legislators-l000002], reason: Two people. }
`

const cases: readonly Case[] = [
  {
    name: 'a first start',
    args: () => ['serve'],
    prepare: () => undefined,
    done: running => running.says(/Ctrl-C/),
  },
  {
    name: 'a start that brings an older database up to date',
    args: () => ['serve'],
    prepare: folder =>
      makeOlderDatabase(database(folder), 4, `insert into agents(slug, kind, name) values ('zoe', 'PERSON', 'Zoë')`),
    done: running => running.says(/Ctrl-C/),
  },
  {
    name: 'an import of dossiers',
    args: folder => ['import', join(folder, 'dossier')],
    prepare: folder =>
      cpSync(new URL('../../seed', import.meta.url).pathname, join(folder, 'dossier'), { recursive: true }),
  },
  {
    name: 'an import of a corpus',
    args: folder => ['import', 'jsonl', join(folder, 'rivers.jsonl')],
    prepare(folder) {
      filled(folder)
      corpus(folder, 2_000)
    },
  },
  {
    name: 'an import that replaces a corpus',
    args: folder => ['import', 'jsonl', '--replace', join(folder, 'rivers.jsonl')],
    prepare(folder) {
      copyFileSync(join(root, 'imported.db'), database(folder))
      corpus(folder, 1_500)
    },
  },
  {
    name: 'an export',
    args: folder => ['verbs', '--force', '--out', join(folder, 'verbs.csv')],
    prepare: filled,
    writes: 'verbs.csv',
  },
  {
    name: 'a review that is applied',
    args: folder => ['resolve', 'apply', join(folder, 'decisions.yaml')],
    prepare(folder) {
      copyFileSync(join(root, 'legislators.db'), database(folder))
      writeFileSync(join(folder, 'decisions.yaml'), decisions)
    },
  },
  {
    name: 'a backup',
    args: folder => ['backup', join(folder, 'backup.db')],
    prepare: filled,
    writes: 'backup.db',
  },
  {
    name: 'a restore',
    args: () => ['restore', '--replace', join(root, 'imported.db')],
    prepare: filled,
  },
]

/** What a database holds, by its last change; null if it is empty or not there. It must be sound. */
function contentOf(folder: string): string | null {
  if (!existsSync(database(folder))) return null
  const writer = openWriter(database(folder))
  try {
    expect(Object.values(examinations).flatMap(examine => examine(writer).flaws)).toEqual([])
    // The changes, without the random name of one that only says that the tables were brought up to date.
    return writer.value<string>('select group_concat(change) from revisions') ?? null
  } finally {
    writer.close()
  }
}

/** Runs a command to its end, and returns how long that took, in milliseconds. */
async function run({ args, done }: Case, folder: string): Promise<number> {
  const begin = performance.now()
  const running = start(process.execPath, [entry, ...args(folder)], { DIXIT_DB: database(folder), PORT: '0' })
  if (done) {
    await done(running)
    running.child.kill('SIGTERM')
  }
  const { code, err } = await running.ended
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return performance.now() - begin
}

async function imported(name: string, args: readonly string[], prepare: (folder: string) => void) {
  const folder = mkdtempSync(join(root, 'made-'))
  prepare(folder)
  await run({ name, args: () => args.map(arg => arg.replace('FOLDER', folder)), prepare }, folder)
  copyFileSync(database(folder), join(root, name))
}

test('what is killed was made before', async () => {
  await imported('imported.db', ['import', 'jsonl', 'FOLDER/rivers.jsonl'], folder => {
    filled(folder)
    corpus(folder, 2_000)
  })
  await imported('legislators.db', ['import', 'legislators', fixture('legislators')], filled)
})

test.each(cases)(
  '$name that is killed at any moment leaves the old or the new, and done again it is done',
  async each => {
    const whole = mkdtempSync(join(root, 'whole-'))
    each.prepare(whole)
    const before = contentOf(whole)
    const time = await run(each, whole)
    const after = contentOf(whole)
    const written = each.writes === undefined ? null : readFileSync(join(whole, each.writes))
    const ends = { old: 0, new: 0 }
    for (let n = 0; n < kills; n += 1) {
      const folder = mkdtempSync(join(root, 'killed-'))
      each.prepare(folder)
      const environment = { DIXIT_DB: database(folder), PORT: '0' }
      const { child, ended } = start(process.execPath, [entry, ...each.args(folder)], environment)
      await Promise.race([setTimeout(time * (0.2 + 0.9 * Math.random())), ended])
      child.kill('SIGKILL')
      await ended
      const left = contentOf(folder)
      // An import is committed before its numbers and speakers are read, each of which is a change of its own.
      expect(left === before || (after?.startsWith(left ?? '-') ?? false)).toBe(true)
      const hasWritten = each.writes !== undefined && existsSync(join(folder, each.writes))
      if (hasWritten && each.writes === 'verbs.csv') expect(readFileSync(join(folder, each.writes))).toEqual(written)
      if (hasWritten && each.writes === 'backup.db') {
        // Verified when it got its name, and never overwritten.
        expect(readFileSync(join(folder, each.writes)).length).toBe(written?.length)
        rmSync(join(folder, each.writes))
      }
      ends[left === before ? 'old' : 'new'] += 1
      await run(each, folder)
      expect(contentOf(folder)).toBe(after)
      rmSync(folder, { recursive: true })
    }
    console.log(`${each.name}: ${kills} kills, ${ends.old} ended in the old state, ${ends.new} in the new`)
  },
)
