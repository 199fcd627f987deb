import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dixit, root, start } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { expectSame } from '../support/lake.ts'
import { freePort } from '../support/ports.ts'
import { pythonWith } from '../support/python.ts'

// Each question starts a driver of Spark's: half a minute, and more beside other work.
vi.setConfig({ testTimeout: 1_200_000 })

const hasJava = (await start('java', ['-version']).ended.catch(() => ({ code: 'absent' }))).code === 0
const isThere = hasJava && pythonWith('pyspark') !== null

const folder = join(temporaryFolder(), 'cluster')
const port = await freePort()

async function deploy(script: 'up' | 'down'): Promise<void> {
  const ended = await start(join(root, 'deploy/cluster', script), [folder], { PORT: String(port) }).ended
  if (ended.code !== 0) throw new Error(`${script}: ${ended.out}${ended.err}`)
}

describe.skipIf(!isThere)('a cluster of Spark with two workers (skipped without java and pyspark)', () => {
  let pids: number[] = []
  beforeAll(async () => {
    await deploy('up')
    const files = readdirSync(join(folder, 'run'))
    pids = files.map(file => Number(readFileSync(join(folder, 'run', file), 'utf8')))
  }, 300_000)
  afterAll(async () => {
    await deploy('down')
    expect(existsSync(folder)).toBe(false)
    expect(pids.filter(pid => existsSync(`/proc/${pid}/exe`))).toEqual([])
  }, 120_000)

  test('answers as a database does, from what was exported of it', async () => {
    const DIXIT_DB = testDatabase()
    const lake = join(temporaryFolder(), 'lake')
    await dixit(['export', 'parquet', '--out', lake], { DIXIT_DB })
    await expectSame(DIXIT_DB, `spark://127.0.0.1:${port}${lake}`, [
      ['verbs', '--format', 'json'],
      ['network', '--mode', 'two', '--duplicates', 'month', '--qualifies', 'middle'],
      ['wording', 'mark-green', '--with-paraphrase', '--during', '2021/..', '--format', 'json'],
    ])
    expect(pids).toHaveLength(3)
  })

  test('says so where there is no cluster, or no such folder', async () => {
    const { code, err } = await dixit(['stats', '--exported', `spark://127.0.0.1:${port}/nowhere`])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('/nowhere was not written by dixit export') })
  })
})
