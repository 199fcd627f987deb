import { describe, expect, test, vi } from 'vitest'
import { KnownOperations } from '../../src/server/operations/knownOperations.ts'
import { Runner } from '../../src/server/operations/runner.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader, openWriter } from '../../src/store/engine/openDatabase.ts'
import { testDatabase } from '../support/graph.ts'

const path = testDatabase()
const baseUrl = 'https://dixit.example'
// Nothing is small enough for the server itself.
const settings = readSettings({ FAST_PATH_COST: '1' })

/** Asks a runner whose processes answer with how often they were asked. */
function asking(given: Partial<typeof settings> = {}, errors: readonly { readonly message: string }[] = []) {
  const known = new KnownOperations({ limits: settings, usePlans: true, maxBytes: 1_000_000 })
  let asked = 0
  const runner = new Runner(openReader(path), { ...settings, ...given }, ({ operation }) => {
    asked += 1
    operation.took(1_000)
    return Promise.resolve({ json: JSON.stringify({ data: { asked } }), errors: [...errors] })
  })
  return async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<number> => {
    const found = known.find({ query, operationName: undefined, variables })
    if (found.kind !== 'runnable') throw new Error('it is refused')
    const operation = { query, operationName: undefined, variables, baseUrl }
    const client = { address: '', connection: '' }
    const { json } = await runner.run(found, operation, client, new AbortController().signal)
    return JSON.parse(json).data.asked
  }
}

const counts = 'query ($n: Int) { statements(first: $n) { totalCount } documents { totalCount } }'

test('what processes answered is answered again without them, until something else is stored', async () => {
  const ask = asking()
  expect([await ask(counts), await ask(counts)]).toEqual([1, 1])
  expect(await ask(counts, { n: 3 })).toBe(2)
  expect(await ask('{ statements { totalCount } }')).toBe(3)
  expect(await ask(counts)).toBe(1)

  const writer = openWriter(path)
  writer.write(() => writer.prepare(`update documents set title = title || ' '`).run())
  writer.close()
  expect(await ask(counts)).toBe(4)
})

test('notes are found again once something else is stored', () => {
  const known = new KnownOperations({ limits: settings, usePlans: true, maxBytes: 1_000_000 })
  const runner = new Runner(openReader(path), readSettings({ FAST_PATH_COST: '1000', KEPT_ANSWER_BYTES: '0' }), () => {
    throw new Error('it is small')
  })
  const notesOn = (slug: string) => {
    const query = 'query ($slug: Reference!) { statements(filter: { speaker: $slug }, first: 1) { nodes { slug } } }'
    const found = known.find({ query, operationName: undefined, variables: { slug } })
    if (found.kind !== 'runnable') throw new Error('it is refused')
    return JSON.parse(String(runner.runHere(found, baseUrl))).extensions?.notes ?? []
  }
  const renamed = (from: string, to: string) => {
    const writer = openWriter(path)
    writer.write(() => writer.prepare('update agents set slug = ? where slug = ?').run(to, from))
    writer.close()
  }
  const missing = [expect.objectContaining({ code: 'NOT_FOUND', notFound: 'verdant' })]
  expect([notesOn('mark-green'), notesOn('verdant')]).toEqual([[], missing])
  expect([notesOn('mark-green'), notesOn('verdant')]).toEqual([[], missing])
  renamed('mark-green', 'verdant')
  expect([notesOn('mark-green'), notesOn('verdant')]).toEqual([
    [expect.objectContaining({ notFound: 'mark-green' })],
    [],
  ])
  renamed('verdant', 'mark-green')
  expect(notesOn('mark-green')).toEqual([])
})

test('errors are not kept, and nothing where nothing shall be', async () => {
  const failing = asking({}, [{ message: 'too bad' }])
  expect([await failing(counts), await failing(counts)]).toEqual([1, 2])
  const forgetful = asking({ KEPT_ANSWER_BYTES: 0 })
  expect([await forgetful(counts), await forgetful(counts)]).toEqual([1, 2])
})

describe('what held the server', () => {
  function asked() {
    const known = new KnownOperations({ limits: settings, usePlans: true, maxBytes: 1_000_000 })
    let elsewhere = 0
    const runner = new Runner(openReader(path), readSettings({}), () => {
      elsewhere += 1
      return Promise.resolve({ json: '{}', errors: [] })
    })
    const ask = async (slug: string) => {
      const query = 'query ($slug: String!) { claim(slug: $slug) { slug } }'
      const found = known.find({ query, operationName: undefined, variables: { slug } })
      if (found.kind !== 'runnable') throw new Error('it is refused')
      const operation = { query, operationName: undefined, variables: { slug }, baseUrl }
      const client = { address: '', connection: '' }
      return (await runner.run(found, operation, client, new AbortController().signal)).json
    }
    return { ask, elsewhere: () => elsewhere }
  }

  /** The first answer, which takes 150 milliseconds by a clock. */
  async function slowly<Clock extends { mockRestore(): void }>(
    clock: (next: () => number) => Clock,
    answer: () => Promise<string>,
  ): Promise<string> {
    let now = 0
    const mocked = clock(() => {
      now += 150
      return now
    })
    const slow = await answer()
    mocked.mockRestore()
    return slow
  }

  test('for long is kept, and others like it go to a process for a while', async () => {
    const { ask, elsewhere } = asked()
    const processor = (next: () => number) =>
      vi.spyOn(process, 'threadCpuUsage').mockImplementation(() => ({ user: 1_000 * next(), system: 0 }))
    const slow = await slowly(processor, () => ask('one'))
    expect([await ask('one'), elsewhere()]).toEqual([slow, 0])
    await ask('other')
    expect(elsewhere()).toBe(1)
  })

  test('only because it had to wait for the processor is tried there again', async () => {
    const { ask, elsewhere } = asked()
    await slowly(
      next => vi.spyOn(performance, 'now').mockImplementation(next),
      () => ask('one'),
    )
    await ask('other')
    expect(elsewhere()).toBe(0)
  })
})
