import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type DeskServer, startDeskServer } from '../../src/cli/desk/deskServer.ts'
import { reviewed } from '../../src/cli/desk/reviewed.ts'
import { SettlingServers } from '../../src/cli/desk/settlingServers.ts'
import type { Desk } from '../../src/draft/desk/desk.ts'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { deskOf, draftedSeed, twoCodings } from '../support/desk.ts'
import { temporaryFolder } from '../support/graph.ts'

const pages = temporaryFolder()
mkdirSync(join(pages, 'assets'), { recursive: true })
writeFileSync(join(pages, 'desk.html'), '<!doctype html><title>desk</title>')
writeFileSync(join(pages, 'assets/desk-1.js'), 'export {}')
writeFileSync(join(pages, 'secret.txt'), 'not to be served')

let folder: string
let desk: Desk
let server: DeskServer
let root: string
const importNow = vi.fn(() => 'imported')

beforeAll(async () => {
  folder = draftedSeed()
  desk = deskOf(folder)
  server = await startDeskServer(reviewed(desk), { port: 0, importNow, pages })
  root = new URL(server.address).origin
})
afterAll(() => server.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: root, ...headers },
    body: JSON.stringify(body),
  })
const decisions = () => desk.log.decisions.length

/** As `fetch` cannot: with another name in the header Host, or a path that is none. */
function statusFor(host: string, path = `${new URL(server.address).pathname}state`): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.address)
    request({ host: '127.0.0.1', port, path, headers: { host } }, response => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the server of the desk', () => {
  test('answers nobody without the token of its address', async () => {
    expect(new URL(server.address).hostname).toBe('127.0.0.1')
    for (const path of ['/', '/state', '/assets/desk-1.js', '/desk.html', `/${'x'.repeat(32)}/state`]) {
      expect((await fetch(root + path)).status, path).toBe(404)
    }
    expect((await fetch(`${server.address}state`)).status).toBe(200)
  })

  test('answers no other name than that of this machine', async () => {
    const { port } = new URL(server.address)
    expect(await statusFor(`127.0.0.1:${port}`)).toBe(200)
    expect(await statusFor(`localhost:${port}`)).toBe(200)
    expect(await statusFor(`evil.example:${port}`)).toBe(421)
    expect(await statusFor('127.0.0.1')).toBe(421)
    for (const path of ['//', '///evil.example', '/\\', '*']) {
      expect(await statusFor(`127.0.0.1:${port}`, path), path).toBe(404)
    }
  })

  test.each([
    ['from a page of another site', { origin: 'https://evil.example' }, 403],
    ['from nowhere', { origin: 'null' }, 403],
    ['as a form would', { 'content-type': 'text/plain' }, 415],
  ])('decides nothing %s', async (_, headers, status) => {
    const before = decisions()
    const body = { revision: desk.revision, action: { do: 'UNSURE' } }
    expect((await post('act', body, headers)).status).toBe(status)
    expect(decisions()).toBe(before)
  })

  test('serves its page and the files that were built, and no other', async () => {
    const page = await fetch(server.address)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect((await fetch(`${server.address}assets/desk-1.js`)).status).toBe(200)
    for (const path of ['secret.txt', 'assets/..%2fsecret.txt', 'assets/../secret.txt', 'assets/%2e%2e/secret.txt']) {
      expect((await fetch(server.address + path)).status, path).toBe(404)
    }
  })

  test('a window that has not seen the last decision decides nothing, and sees it', async () => {
    const revision = desk.revision
    const first = await post('act', { revision, action: { do: 'UNSURE' } })
    expect(first.status).toBe(200)
    const second = await post('act', { revision, action: { do: 'REFUSE', reason: '' } })
    expect(second.status).toBe(409)
    const answer = await second.json()
    expect(answer).toMatchObject({
      said: expect.stringContaining('Another window'),
      state: { revision: desk.revision },
    })
    expect(desk.log.decisions.map(({ answer }) => answer)).toEqual(['UNSURE'])
  })

  test('what cannot be done yet is said, and so is nonsense', async () => {
    while (desk.top()?.item.kind !== 'statement') desk.perform({ do: 'UNSURE' })
    const early = await post('act', { revision: desk.revision, action: { do: 'ACCEPT' } })
    expect([early.status, (await early.json()).said]).toEqual([422, expect.stringMatching(/^Not yet: /)])
    for (const body of [null, {}, { revision: 1 }, { revision: desk.revision, action: { do: 'ACCEPT_ALL' } }]) {
      expect((await post('act', body)).status).toBe(400)
    }
    expect((await post('act', { revision: desk.revision, action: { do: 'x'.repeat(300_000) } })).status).toBe(400)
  })

  test('a decision is on the disk when the answer comes', async () => {
    for (const [field, value] of [
      ['who', 'mark-green'],
      ['speechAct', 'ASSERTIVE'],
    ]) {
      await post('act', { revision: desk.revision, action: { do: 'SET', field, value } })
    }
    const accepted = await post('act', { revision: desk.revision, action: { do: 'ACCEPT' } })
    expect(await accepted.json()).toMatchObject({ said: 'accepted' })
    expect(readFileSync(join(folder, 'decisions.jsonl'), 'utf8').split('\n').at(-2)).toContain('"answer":"ACCEPT"')
    expect(readFileSync(join(folder, 'annotations.yaml'), 'utf8')).toContain('speaker: mark-green')
  })

  test('a review leads to the page on which differences with another coder are settled', async () => {
    const both = twoCodings()
    const first = deskOf(both)
    while (first.top() !== null) first.perform(first.top()?.hidden === null ? { do: 'UNSURE' } : { do: 'SHOW' })
    expect(stateOf(first).otherCoders).toEqual(['Bo Lind'])
    const options = { by: 'Ada Moss', now: () => new Date(0), write: writeFileSync }
    const settling = new SettlingServers(both, options, { importNow: () => '', pages })
    writeFileSync(join(pages, 'settle.html'), '<!doctype html><title>settle</title>')
    const review = await startDeskServer(
      reviewed(first, coder => settling.with(coder)),
      { port: 0, importNow, pages },
    )
    try {
      const found = await fetch(`${review.address}settle?with=Bo%20Lind`)
      expect(await found.text()).toContain('settle')
      expect(new URL(found.url).origin).not.toBe(new URL(review.address).origin)
      expect((await fetch(`${review.address}settle?with=Cy`)).status).toBe(404)
      expect((await fetch(`${server.address}settle?with=Bo%20Lind`)).status).toBe(404)
    } finally {
      await review.close()
      await settling.close()
    }
  })

  test('one button brings it into the graph', async () => {
    expect(await (await post('import', {})).json()).toMatchObject({ said: 'imported' })
    expect(importNow).toHaveBeenCalledTimes(1)
    expect((await post('import', {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect(importNow).toHaveBeenCalledTimes(1)
  })
})
