import { renameSync } from 'node:fs'
import { platform } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { treeOf } from '../../bench/processes.ts'
import { entry, start } from '../support/cli.ts'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'

/** A server that is a program of its own, so that the processes that it starts are told from others. */
async function served(path: string) {
  const { child, says } = start(process.execPath, [entry, 'serve'], {
    PORT: '0',
    DIXIT_DB: path,
    OPERATION_PROCESSES: '1',
    MAX_OPERATION_MS: '1000',
    // A process takes long to begin on a busy machine, and what waits for it is not refused meanwhile.
    MAX_WAIT_MS: '60000',
    KEPT_ANSWER_BYTES: '0',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [, address = ''] = await says(/API +(http:\S+)\/graphql/)
  while (!(await fetch(`${address}/ready`)).ok) await setTimeout(20)
  const server = child.pid ?? 0
  return {
    killProcess() {
      const [operations = 0] = treeOf(server).filter(pid => pid !== server)
      process.kill(operations, 'SIGKILL')
    },
    async ask(query: string) {
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
      const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
      const { data, errors } = await response.json()
      return { status: response.status, data, code: errors?.[0]?.extensions?.code }
    },
  }
}

const heavy = '{ reportingVerbs { lemmaCount } }'
const small = '{ documents { totalCount } }'

describe.skipIf(platform() !== 'linux')('a process that is killed', () => {
  test('in the midst of an operation has another run it again', async () => {
    const { ask, killProcess } = await served(testDatabase(writeCorpus))
    const answer = ask(endlessQuery)
    await setTimeout(500)
    killProcess()
    // It takes too long for the second one too, which says so.
    expect(await answer).toMatchObject({ status: 503, code: 'TOO_SLOW' })
    expect(await ask(heavy)).toMatchObject({ status: 200 })
  })

  test('and cannot begin again, as the database is gone, leaves nobody waiting', async () => {
    const path = testDatabase()
    const { ask, killProcess } = await served(path)
    renameSync(path, `${path}.away`)
    killProcess()
    await vi.waitFor(async () => expect(await ask(heavy)).toMatchObject({ status: 503, code: 'NOT_READY' }), 100_000)
    expect(await ask(small)).toMatchObject({ status: 200, data: { documents: { totalCount: 1 } } })
    renameSync(`${path}.away`, path)
    await vi.waitFor(async () => expect(await ask(heavy)).toMatchObject({ status: 200 }), 100_000)
  })
})
