import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { root, start } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { freePort } from '../support/ports.ts'
import { type TestServer, testServer } from '../support/server.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const installed = await start('caddy', ['version']).ended.catch(() => ({ code: 'absent' }))
const recipe = join(root, 'deploy/Caddyfile')
const path = testDatabase()
const running: ChildProcess[] = []
afterAll(() => running.forEach(child => void child.kill('SIGTERM')))

/** Node's fetch sets Host itself, which is what the recipe goes by: the server is told the public name as well. */
const settings = { BASE_URL: 'https://dixit.example.org', USER_HEADER: 'X-Forwarded-User' }
const query = '/graphql?query={documents{totalCount}}'

/** Runs Caddy with the recipe, but for the certificate; returns the address. */
async function caddy(server: TestServer): Promise<string> {
  const folder = temporaryFolder()
  const address = `http://127.0.0.1:${await freePort()}`
  const site = readFileSync(recipe, 'utf8')
    .replace('dixit.example.org {', `${address} {`)
    .replace('127.0.0.1:4000', new URL(server.address).host)
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`)
  const child = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: 'ignore',
  })
  running.push(child)
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(`${address}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return address
    await setTimeout(50)
  }
  throw new Error('Caddy does not answer')
}

describe.skipIf(installed.code !== 0)('Caddy before Dixit', () => {
  test('takes the recipe as it is, in its own form', async () => {
    const checked = await start('caddy', ['validate', '--adapter', 'caddyfile', '--config', recipe], {
      XDG_DATA_HOME: temporaryFolder(),
      XDG_CONFIG_HOME: temporaryFolder(),
    }).ended
    expect({ code: checked.code, err: checked.err.includes('Valid configuration') || checked.out }).toMatchObject({
      code: 0,
    })
    expect((await start('caddy', ['fmt', recipe]).ended).out).toBe(readFileSync(recipe, 'utf8'))
  })

  test('hides the metrics, names requests, and believes no client who he is', async () => {
    const server = await testServer(settings, path)
    const address = await caddy(server)
    expect((await fetch(`${address}/metrics`)).status).toBe(404)
    const headers = { accept: 'application/json', 'x-forwarded-user': 'joan', 'x-request-id': 'mine' }
    const claimed = await fetch(address + query, { headers })
    expect(claimed.status).toBe(401)
    expect(claimed.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('passes answers on with what they say of themselves', async () => {
    const server = await testServer({ BASE_URL: settings.BASE_URL }, path)
    const address = await caddy(server)
    const first = await fetch(address + query, { headers: { accept: 'application/json' } })
    expect(await first.json()).toEqual({ data: { documents: { totalCount: 1 } } })
    const held = first.headers.get('etag') ?? ''
    const headers = { accept: 'application/json', 'if-none-match': held }
    expect((await fetch(address + query, { headers })).status).toBe(304)
    const long = { method: 'POST', headers: { 'content-type': 'application/json' }, body: ' '.repeat(1_100_000) }
    const refused = await fetch(`${address}/graphql`, long)
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] })
  })
})
