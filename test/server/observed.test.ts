import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../../src/server/server.ts'
import { TrustedDocuments } from '../../src/server/trustedDocuments.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { entry, start } from '../support/cli.ts'
import { endlessQuery, writeCorpus } from '../support/corpus.ts'
import { testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'

vi.setConfig({ testTimeout: 120_000 })

const path = testDatabase()

/** The value of each line of the metrics, by its name and labels. */
async function metricsOf(address: string): Promise<Map<string, number>> {
  const lines = (await (await fetch(`${address}/metrics`)).text()).split('\n')
  return new Map(
    lines.filter(line => /^\w/.test(line)).map(line => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]),
  )
}

test('requests are counted by trusted document and by the code of their errors, whatever way they take', async () => {
  const server = await testServer({}, path)
  await server.request('/graphql?documentId=5-sums-roundings-and-tensions')
  expect(await server.post({ documentId: '5-sums-roundings-and-tensions' })).toMatchObject({ status: 200, errors: [] })
  await server.post({ query: '{ documents { totalCount } }' })
  await server.post({ query: '{ nothing }' })
  await server.request('/graphql', { method: 'POST', body: 'x' })
  await setTimeout(50)
  const metrics = await metricsOf(server.address)
  expect(metrics.get('dixit_requests_total{method="GET",status="200",document="5-sums-roundings-and-tensions"}')).toBe(
    1,
  )
  expect(metrics.get('dixit_requests_total{method="POST",status="200",document="5-sums-roundings-and-tensions"}')).toBe(
    1,
  )
  expect(metrics.get('dixit_request_seconds_count{document="5-sums-roundings-and-tensions"}')).toBe(2)
  expect(metrics.get('dixit_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1)
  expect(metrics.get('dixit_errors_total{code="UNSUPPORTED_MEDIA_TYPE"}')).toBe(1)
  expect(metrics.get('dixit_ready')).toBe(1)
  expect(metrics.get('dixit_revision')).toBe(1)
  expect(metrics.get('dixit_data_age_seconds')).toBeGreaterThan(0)
  expect(metrics.get('dixit_operation_processes')).toBe(1)
})

test("SQLite's time and the bytes of caches are counted, of the server and of its processes", async () => {
  const server = await testServer({}, path)
  const usage = async () => {
    const metrics = await metricsOf(server.address)
    const of = (name: string, ...labels: string[]) => metrics.get(`${name}{${labels.join()}}`) ?? -1
    return Object.fromEntries(
      ['server', 'processes'].map(by => [
        by,
        {
          seconds: of('dixit_sql_seconds_total', `by="${by}"`),
          operations: of('dixit_cache_bytes', `by="${by}"`, 'cache="operations"'),
          statements: of('dixit_cache_bytes', `by="${by}"`, 'cache="statements"'),
        },
      ]),
    )
  }
  const before = await usage()
  // One that is small, and one that is not.
  await server.post({ query: '{ statements(first: 5) { nodes { text } } }' })
  await server.post({ query: '{ reportingVerbs { statements } }' })
  const after = await usage()
  for (const by of ['server', 'processes']) {
    expect(after[by]?.seconds).toBeGreaterThan(before[by]?.seconds ?? 0)
    expect(after[by]?.operations).toBeGreaterThan(before[by]?.operations ?? 0)
    expect(after[by]?.statements).toBeGreaterThan(before[by]?.statements ?? 0)
    expect(before[by]?.seconds).toBeGreaterThanOrEqual(0)
  }
})

test('what an operator watches is there', async () => {
  const names = [...(await metricsOf((await testServer({}, path)).address)).keys()].map(name =>
    name.replace(/\{.*/, ''),
  )
  expect(names).toEqual(
    expect.arrayContaining([
      'dixit_request_seconds_bucket',
      'dixit_sql_seconds_total',
      'dixit_operations_waiting',
      'dixit_cache_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'dixit_operation_processes',
      'dixit_connections',
      'dixit_revision',
      'dixit_data_age_seconds',
    ]),
  )
})

test('nobody can make new labels', async () => {
  const server = await testServer({}, path)
  for (let n = 0; n < 30; n += 1) {
    await fetch(`${server.address}/graphql?query={a${n}}`)
    await fetch(`${server.address}/graphql`, { method: 'PROPFIND' })
    await server.post({ query: `query Name${n} { documents { totalCount } }`, operationName: `Name${n}` })
  }
  const metrics = await metricsOf(server.address)
  const ours = [...metrics.keys()].filter(name => name.startsWith('dixit_'))
  expect(ours.length).toBeLessThan(60)
  expect(ours.join()).not.toMatch(/Name|PROPFIND/)
})

test('the metrics have a port of their own, or none', async () => {
  const log = pino({ level: 'silent' })
  const apart = await startServer(readSettings({ PORT: '0', DIXIT_DB: path, METRICS_PORT: '0' }), log)
  onTestFinished(() => apart.close())
  expect((await fetch(`${apart.address}/metrics`)).status).toBe(404)
  expect((await metricsOf(apart.metricsAddress ?? '')).get('dixit_ready')).toBeDefined()
  const none = await testServer({ METRICS_PORT: 'none' }, path)
  expect((await fetch(`${none.address}/metrics`)).status).toBe(404)
})

test('/ready says no while operations are refused, and neither it nor /health is ever refused', async () => {
  const large = testDatabase(writer => writeCorpus(writer))
  const server = await testServer(
    { MAX_WAITING: '2', MAX_OPERATION_MS: '8000', MAX_WAIT_MS: '60000', FAST_PATH_COST: '0' },
    large,
  )
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const asked = Array.from({ length: 30 }, () =>
    server.post({ query: endlessQuery }, {}, stop.signal).catch(() => null),
  )
  await setTimeout(500)
  expect(await server.request('/ready')).toMatchObject({
    status: 503,
    errors: [{ message: 'Too many operations are waiting.' }],
  })
  const lives = await Promise.all(Array.from({ length: 50 }, () => server.request('/health')))
  expect(lives.every(({ status }) => status === 200)).toBe(true)
  stop.abort()
  const refused = (await Promise.all(asked)).filter(seen => seen?.status === 503)
  expect(refused.length).toBeGreaterThan(20)
})

test('a fault has the id of its request, in the answer and in the log', async () => {
  const server = await testServer({ FAST_PATH_COST: '0' }, testDatabase())
  // As a bug would: the server's own reader does what it cannot.
  const fault = vi.spyOn(TrustedDocuments.prototype, 'queryOf').mockImplementation(() => {
    throw new Error('select * from secrets')
  })
  onTestFinished(() => fault.mockRestore())
  const seen = await server.request('/graphql?documentId=x', { headers: { 'x-request-id': 'mine-7' } })
  expect(seen).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'mine-7' } }] })
  expect(JSON.stringify(seen)).not.toContain('secrets')
  expect(server.log.map(line => JSON.parse(line))).toMatchObject([{ requestId: 'mine-7', msg: 'internal fault' }])
})

test('the access log has a line a request, and nothing of what was asked', async () => {
  const running = start(process.execPath, [entry, 'serve'], { PORT: '0', DIXIT_DB: path, ACCESS_LOG: 'true' })
  onTestFinished(() => void running.child.kill('SIGKILL'))
  const [, address = ''] = await running.says(/API +(http:\S+)/)
  const headers = { accept: 'application/json', 'x-request-id': 'mine-1', authorization: 'Bearer secret-secret-secret' }
  await fetch(`${address}?query={person(slug:"mark-green"){name}}`, { headers })
  await fetch(`${address}?query={nothing}`, { headers: { ...headers, 'x-request-id': 'mine-2' } })
  running.child.kill('SIGTERM')
  const { out, code } = await running.ended
  expect(code).toBe(0)
  const lines = out
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line))
  expect(lines).toMatchObject([
    { requestId: 'mine-1', method: 'GET', path: '/graphql', status: 200, milliseconds: expect.any(Number) },
    { requestId: 'mine-2', method: 'GET', path: '/graphql', code: 'GRAPHQL_VALIDATION_FAILED' },
  ])
  expect(out).not.toMatch(/mark-green|secret/)
})

test('spans go where OpenTelemetry is told, within the trace of who asked', async () => {
  const received: string[] = []
  const collector = createServer(async (request, response) => {
    received.push(await text(request))
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void collector.close())
  await once(collector, 'listening')
  const address = collector.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const running = start(process.execPath, [entry, 'serve'], {
    PORT: '0',
    DIXIT_DB: path,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_SERVICE_NAME: 'dixit-newsroom',
  })
  onTestFinished(() => void running.child.kill('SIGKILL'))
  const [, api = ''] = await running.says(/API +(http:\S+)/)
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  await fetch(`${api}?documentId=5-sums-roundings-and-tensions`, {
    headers: { traceparent, accept: 'application/json' },
  })
  running.child.kill('SIGTERM')
  expect(await running.ended).toMatchObject({ code: 0, err: '' })
  const spans = received.join()
  expect(spans).toContain('GET 5-sums-roundings-and-tensions')
  expect(spans).toContain('0af7651916cd43dd8448eb211c80319c')
  expect(spans).toContain('"parentSpanId":"b7ad6b7169203331"')
  expect(spans).toContain('dixit-newsroom')
})

test('spans that nobody takes keep nobody from answering or ending', async () => {
  const environment = {
    PORT: '0',
    DIXIT_DB: path,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
  }
  const running = start(process.execPath, [entry, 'serve'], environment)
  onTestFinished(() => void running.child.kill('SIGKILL'))
  const [, api = ''] = await running.says(/API +(http:\S+)/)
  expect((await fetch(`${api}?query={__typename}`, { headers: { accept: 'application/json' } })).status).toBe(200)
  running.child.kill('SIGTERM')
  expect(await running.ended).toMatchObject({ code: 0 })
})
