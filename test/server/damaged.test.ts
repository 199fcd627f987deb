import { expect, test } from 'vitest'
import { damage } from '../support/damaged.ts'
import { testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

const path = testDatabase()
damage(path, 'statements')

const asked = ['/export/statements.csv', '/export/network.csv', '/export/annotations.json?limit=100']
const question = { query: '{ statements { nodes { text } } }' }
const notReady = { status: 503, errors: [{ extensions: { code: 'NOT_READY' } }] }

test.each([
  { by: 'the server itself', settings: {} },
  { by: 'its processes', settings: { FAST_PATH_COST: '0' } },
])(
  'of a database that is damaged in its midst $by says so on every path, and nothing of its insides',
  async ({ settings }) => {
    const server = await testServer(settings, path)
    // Where resolvers answer, the rest of an answer stands beside its errors.
    expect((await server.post(question)).errors).toMatchObject(notReady.errors)
    for (const each of asked) {
      const { status, errors } = await server.request(each)
      expect({ each, status, errors }).toMatchObject({ each, ...notReady })
      expect(JSON.stringify(errors)).not.toMatch(/Sqlite|malformed|\.ts/)
    }
    const aliases = Array.from(
      { length: 20 },
      (_, at) => `a${at}: statements(first: ${at + 1}) { nodes { text @include(if: true) } }`,
    )
    expect((await server.post({ query: `{ ${aliases.join(' ')} }` })).errors).toMatchObject(notReady.errors)
    // What does not need the damaged part is answered, by the processes too.
    expect(await server.post({ query: '{ documents { nodes { slug @include(if: true) } } }' })).toMatchObject({
      status: 200,
      data: { documents: { nodes: [{ slug: 'wane-ice-435000' }] } },
    })
    expect(server.log.map(line => JSON.parse(line).msg)).toContain('internal fault')
    // However many fields of an answer fail alike, the log hears of it once.
    const faults = server.log.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'internal fault')
    const requests = faults.map(({ requestId }) => requestId)
    expect(requests).toEqual([...new Set(requests)])
    expect(server.log.join('')).not.toContain('process that runs operations')
  },
)
