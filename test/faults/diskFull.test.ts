import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { entry, start } from '../support/cli.ts'
import { databaseIn } from '../support/corpora.ts'
import { faults } from '../support/faults.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { makeOlderDatabase } from '../support/olderDatabase.ts'

/** How often each command finds the disk full, each time with other room. */
const times = faults
vi.setConfig({ testTimeout: 60_000 + times * 60_000 })

// A disk of a size that is chosen: in a namespace of its own, so that nothing is left of it.
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

const seeded = testDatabase()

const rivers = Array.from({ length: 500 }, (_, n) => {
  const text = `Speaker ${n} said that ${n} rivers rise.`
  return `${JSON.stringify({ type: 'document', slug: `d${n}`, title: `Report ${n}`, text, language: 'en' })}\n`
}).join('')

interface Case {
  readonly name: string
  /** What is run, in a folder on the disk. */
  readonly args: readonly string[]
  /** Kilobytes of room for what it writes: from none to more than enough. */
  readonly most: number
  /** Makes the database that stands there before. */
  prepare(path: string): void
}

const cases: readonly Case[] = [
  { name: 'a first start', args: ['seed'], most: 4_000, prepare: () => undefined },
  {
    name: 'an older database that is brought up to date',
    args: ['seed'],
    most: 4_000,
    prepare: path => makeOlderDatabase(path, 4, `insert into agents(slug, kind, name) values ('zoe', 'PERSON', 'Zoë')`),
  },
  {
    name: 'an import',
    args: ['import', 'jsonl', 'rivers.jsonl'],
    most: 1_000,
    prepare: path => copyFileSync(seeded, path),
  },
  {
    name: 'an import without room for a file beside the WAL',
    args: ['import', 'jsonl', 'rivers.jsonl'],
    most: 60,
    prepare: path => copyFileSync(seeded, path),
  },
  { name: 'a backup', args: ['backup', 'backup.db'], most: 2_000, prepare: path => copyFileSync(seeded, path) },
  {
    name: 'an export',
    args: ['export', 'csv', '--out', 'tables'],
    most: 400,
    prepare: path => copyFileSync(seeded, path),
  },
  {
    name: 'a new dossier',
    args: ['new', 'rising', '--from', 'rivers.jsonl'],
    most: 200,
    prepare: path => copyFileSync(seeded, path),
  },
]

/** Runs the command on a disk with so much room, makes room, runs it again, and examines what stands there. */
const script = `
set -e
disk=$1 before=$2 room=$3; shift 3
mount -t tmpfs -o size=64m full "$disk"
cp -r "$before"/. "$disk"
cd "$disk"
export DIXIT_DB=$disk/dixit.db
mount -o remount,size=$(($(df -k --output=used . | tail -1) + room))k "$disk"
code=0; said=$("$@" 2>&1 > /dev/null) || code=$?
mount -o remount,size=64m "$disk"
[ $code = 0 ] || "$@" > /dev/null
"$1" "$2" doctor > /dev/null
printf '%s\\n%s\\n' "$said" $code
`

test.skipIf(!canMount).each(cases)(
  '$name on a disk that fills up fails with a sentence, and done again it is done (skipped where nothing can be mounted)',
  async ({ name, args, most, prepare }) => {
    const before = temporaryFolder()
    prepare(databaseIn(before))
    writeFileSync(join(before, 'rivers.jsonl'), rivers)
    const disk = join(temporaryFolder(), 'disk')
    mkdirSync(disk)
    let failed = 0
    for (let n = 0; n < times; n += 1) {
      const room = Math.floor(((n + Math.random()) / times) * most)
      const given = [disk, before, String(room), process.execPath, entry, ...args]
      const { code, out, err } = await start('unshare', ['-rm', 'sh', '-c', script, 'sh', ...given]).ended
      expect({ room, code, out, err }).toMatchObject({ code: 0 })
      const lines = out.trim().split('\n')
      const [exit, said] = [lines.pop(), lines.join('\n')]
      expect(said).not.toMatch(/^ +at /m)
      if (exit !== '0') {
        expect({ room, said }).toMatchObject({ said: expect.stringContaining('the disk is full') })
        failed += 1
      }
    }
    console.log(`${name}: ${times} disks, of which ${failed} were too small`)
  },
)
