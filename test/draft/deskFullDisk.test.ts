import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { start } from '../support/cli.ts'
import { temporaryFolder } from '../support/graph.ts'

const log = new URL('../../src/draft/desk/decisionLog.ts', import.meta.url).href
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

/** Decides on a disk that is full, and again when there is room. */
const program = `
import { existsSync, rmSync } from 'node:fs'
import { DecisionLog } from '${log}'
const log = new DecisionLog('decisions.jsonl')
const decide = () => {
  try {
    return log.whileAlone(() => 'decided')
  } catch (error) {
    return error.code
  }
}
const full = decide()
const isLocked = existsSync('decisions.jsonl.lock')
rmSync('filler')
console.log(JSON.stringify([full, isLocked, decide()]))
`

test.skipIf(!canMount)(
  'a full disk leaves no lock at the desk, which would hold everybody up (skipped where nothing can be mounted)',
  async () => {
    const folder = temporaryFolder()
    const [disk, file] = [join(folder, 'disk'), join(folder, 'decide.mjs')]
    mkdirSync(disk)
    writeFileSync(file, program)
    const script =
      'mount -t tmpfs -o size=64k none "$1" && cd "$1" && { head -c 1000000 /dev/zero > filler 2> /dev/null; exec "$2" "$3"; }'
    const { out, err } = await start('unshare', ['-rm', 'sh', '-c', script, 'sh', disk, process.execPath, file]).ended
    expect({ out: out.trim(), err }).toEqual({ out: '["ENOSPC",false,"decided"]', err: '' })
  },
)
