import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { root, start } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { freePort } from '../support/ports.ts'
import { type TestServer, testServer } from '../support/server.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const installed = await start('nginx', ['-v']).ended.catch(() => ({ code: 'absent' }))
const path = testDatabase()
const running: ChildProcess[] = []
afterAll(() => running.forEach(child => void child.kill('SIGTERM')))

/** Runs nginx with the recipe, but for the certificate and the places of its files; returns the address. */
async function nginx(server: TestServer, change = (recipe: string) => recipe): Promise<string> {
  const folder = temporaryFolder()
  const port = await freePort()
  mkdirSync(join(folder, 'cache'))
  const recipe = change(readFileSync(join(root, 'deploy/nginx.conf'), 'utf8'))
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replaceAll(/^ *ssl_certificate.*$/gm, '')
    .replace('127.0.0.1:4000', new URL(server.address).host)
    .replace('/var/cache/nginx-dixit', join(folder, 'cache'))
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
     ${process.getuid?.() === 0 ? 'user root;' : ''}
     events {} http { access_log off; ${paths.join(' ')} ${recipe} }`,
  )
  const child = spawn('nginx', ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
    stdio: 'inherit',
  })
  running.push(child)
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 200; tries += 1) {
    if (await fetch(address, { redirect: 'manual' }).then(Boolean, () => false)) return address
    await setTimeout(50)
  }
  throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'))
}

const query = '/graphql?query={documents{totalCount}}'
const headers = { accept: 'application/json', host: 'dixit.example.org' }

/** Node's fetch sets Host itself, which is what the recipe goes by: the server is told that name as well. */
const settings = { BASE_URL: 'https://dixit.example.org' }

describe.skipIf(installed.code !== 0)('nginx before Dixit', () => {
  test('keeps answers, asks whether they hold, and gives them again while Dixit is away', async () => {
    const server = await testServer(settings, path)
    const address = await nginx(server)
    const get = async () => {
      const response = await fetch(`${address}${query}`, { headers })
      return [response.headers.get('x-cache'), JSON.parse(await response.text())]
    }
    const data = { data: { documents: { totalCount: 1 } } }
    expect(await get()).toEqual(['MISS', data])
    expect(await get()).toEqual(['HIT', data])
    await setTimeout(2_600)
    expect(await get()).toEqual(['REVALIDATED', data])
    await server.close()
    await setTimeout(2_600)
    expect(await get()).toEqual(['STALE', data])
  })

  test('hides the metrics, passes the id of a request on, and believes no client who he is', async () => {
    const server = await testServer({ ...settings, USER_HEADER: 'X-Forwarded-User' }, path)
    const address = await nginx(server)
    expect((await fetch(`${address}/metrics`)).status).toBe(404)
    const claimed = await fetch(`${address}${query}`, { headers: { ...headers, 'x-forwarded-user': 'joan' } })
    expect(claimed.status).toBe(401)
    expect(claimed.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
  })

  test('puts a client off who asks too much', async () => {
    const server = await testServer(settings, path)
    const address = await nginx(server)
    const statuses = await Promise.all(
      Array.from({ length: 150 }, async () => (await fetch(`${address}/health`)).status),
    )
    expect(statuses.filter(status => status === 429).length).toBeGreaterThan(20)
    expect(statuses.filter(status => status === 200).length).toBeGreaterThan(10)
  })

  test('asks for passwords where the graph is not for everyone', async () => {
    const server = await testServer({ ...settings, USER_HEADER: 'X-Forwarded-User' }, path)
    const file = join(temporaryFolder(), 'htpasswd')
    writeFileSync(file, `joan:{SHA}${createHash('sha1').update('rivers').digest('base64')}\n`)
    const users = readFileSync(join(root, 'deploy/nginx-users.conf'), 'utf8')
    const address = await nginx(server, recipe =>
      recipe
        .replace(/ {2}location \/ \{.*?\n {2}\}\n/s, users.slice(users.indexOf('\nlocation / {')))
        .replace('/etc/nginx/dixit.htpasswd', file),
    )
    const ask = (authorization: string) => fetch(`${address}${query}`, { headers: { ...headers, authorization } })
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
    expect((await ask(basic('joan:rivers'))).status).toBe(200)
    expect((await ask(basic('joan:streams'))).status).toBe(401)
    expect((await fetch(`${address}${query}`, { headers: { ...headers, 'x-forwarded-user': 'joan' } })).status).toBe(
      401,
    )
  })
})
