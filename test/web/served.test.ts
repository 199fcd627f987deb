import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { parse, validate } from 'graphql'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { createApi } from '../../src/server/api.ts'
import { createCore } from '../../src/server/core.ts'
import { readExplorer } from '../../src/server/explorer.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { mostQuotations } from '../../src/web/compare/mostQuotations.ts'
import { compareRead, compareSaid } from '../../src/web/documents/compare.ts'
import { builtExplorer } from '../support/explorer.ts'
import { testDatabase } from '../support/graph.ts'

const explorer = await builtExplorer()
const { build } = explorer()
const database = openReader(testDatabase())
const silent = pino({ level: 'silent' })
const apiWith = (settings: Readonly<Record<string, string>>) => {
  const given = readSettings(settings)
  return createApi(database, silent, { settings: given, core: createCore(database, silent, given, { explorer }) })
}
const open = apiWith({})
const trusted = apiWith({ TRUSTED_ONLY: 'true' })
const bare = createApi(database, silent)

const page = { accept: 'text/html,application/xhtml+xml' }
const get = async (path: string, headers: Record<string, string> = page, api = open) =>
  api.fetch(new URL(path, 'http://dixit.test').href, { headers, redirect: 'manual' })

describe('the page', () => {
  test.each([
    ['/', 200],
    ['/compare?speakers=mark-green,tony-gonzales', 200],
    ['/docs/graph', 200],
    ['/id/Person/mark-green', 200],
    ['/id/Figure/wane-ice-435000/convicted', 200],
    ['/id/Person/nobody', 404],
    ['/nothing', 404],
  ])('stands at %s for a browser, with status %i', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('<div id="page">')
  })

  test.each(['/', '/docs/graph', '/statements?quotation=MIXED', '/number'])(
    'stands at %s for curl, which takes anything',
    async path => {
      for (const headers of [{ accept: '*/*' }, {}]) {
        const response = await get(path, headers)
        expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      }
    },
  )

  test('runs no script or style but its files, and asks nobody but its server', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toContain('unsafe')
    const html = await (await get('/')).text()
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|https?:/)
  })

  test('is not sent again to who has it', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { ...page, 'if-none-match': etag })).status).toBe(304)
  })

  test('is for browsers: a program is sent to the API, and gets JSON where there is nothing', async () => {
    expect((await get('/', { accept: 'application/json' })).headers.get('location')).toBe('/graphql')
    expect((await get('/id/Person/mark-green', { accept: 'application/json' })).status).toBe(303)
    expect(await (await get('/nothing', { accept: 'application/json' })).json()).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    })
  })

  test('is not there where none was built: a browser is sent to GraphiQL', async () => {
    expect((await get('/', page, bare)).headers.get('location')).toBe('/graphql')
  })
})

describe('its files', () => {
  test('are kept for ever, each with its type', async () => {
    const of = (ending: string) => [...build.files].find(name => name.endsWith(ending)) ?? ''
    for (const [ending, type] of [
      ['.js', 'text/javascript; charset=utf-8'],
      ['.css', 'text/css; charset=utf-8'],
      ['.woff2', 'font/woff2'],
      ['.svg', 'image/svg+xml'],
    ] as const) {
      const { status, headers } = await get(`/assets/${of(ending)}`, {})
      expect([status, headers.get('content-type')]).toEqual([200, type])
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
  })

  test('are sent as they were compressed, and fonts byte for byte', async () => {
    const font = [...build.files].find(name => name.endsWith('.woff2')) ?? ''
    const sent = Buffer.from(await (await get(`/assets/${font}`, { 'accept-encoding': 'br' })).arrayBuffer())
    expect(sent.equals(readFileSync(join(build.folder, font)))).toBe(true)
    const style = [...build.files].find(name => name.endsWith('.css')) ?? ''
    const response = await get(`/assets/${style}`, { 'accept-encoding': 'br' })
    expect(response.headers.get('content-encoding')).toBe('br')
    const text = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(text).toBe(readFileSync(join(build.folder, style), 'utf8'))
  })

  test.each(['/assets/..%2fexplorer.json', '/assets/../explorer.json', '/assets/nothing.js', '/explorer.json'])(
    'are those of the folder alone: %s is none',
    async path => {
      expect((await get(path, {})).status).toBe(404)
    },
  )

  test('that the first view loads are at most 100 kB of compressed script', () => {
    const sizes = [...firstScripts()].map(name => readFileSync(join(build.folder, `${name}.br`)).byteLength)
    expect(sizes.length).toBeGreaterThan(1)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000)
  })
})

/** The scripts of the start page: that of the page, that of the view, and whatever these import at once. */
function firstScripts(): Set<string> {
  const html = build.page
  const start = [...build.files].filter(name => /^start-.*\.js$/.test(name))
  const found = new Set([...html.matchAll(/assets\/([^"]+\.js)"/g)].flatMap(([, name]) => name ?? []).concat(start))
  for (const name of found) {
    const code = readFileSync(join(build.folder, name), 'utf8')
    for (const [, other] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) if (other) found.add(other)
  }
  return found
}

describe('its documents', () => {
  const documents = Object.entries(build.documents)

  test('are there, and the schema has all that they ask for', () => {
    expect(documents.length).toBeGreaterThan(20)
    for (const [, text] of documents) expect(validate(schema, parse(text))).toEqual([])
  })

  test('are trusted: a server that answers nothing else answers them', async () => {
    const [[id = ''] = []] = documents.filter(([, text]) => text.includes('query StartPage'))
    const asked = `/graphql?${new URLSearchParams({ documentId: id })}`
    const { data } = await (await get(asked, { accept: 'application/json' }, trusted)).json()
    expect(data).toMatchObject({ statements: { totalCount: 41 } })
    const other = await get('/graphql?query={documents{totalCount}}', { accept: 'application/json' }, trusted)
    expect(await other.json()).toMatchObject({ errors: [{ extensions: { code: 'UNTRUSTED_DOCUMENT' } }] })
  })
})

test('behind a proxy, in a folder of another site, the page names its files and paths in that folder', () => {
  const { page } = readExplorer('/dixit', dirname(build.folder))?.().build ?? { page: '' }
  expect(page).toContain('name="base-path" content="/dixit"')
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)
  expect(files.filter(address => !address?.startsWith('/dixit/assets/'))).toEqual(['/graphql'])
})

test('a comparison with every quotation of a cell costs no more than the server answers', async () => {
  const speakers = ['mark-green', 'tony-gonzales', 'patrick-lechleitner']
  const variables = { speakers, wording: ['SPEAKER', 'REPORTER', 'DOUBTFUL'], quotations: mostQuotations }
  const costs: number[] = []
  for (const { text: query } of [compareSaid, compareRead]) {
    const answer = await open.fetch('http://dixit.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables, extensions: { cost: true } }),
    })
    const { data, extensions } = (await answer.json()) as { data: object; extensions: { cost: { value: number } } }
    expect(data).toMatchObject({ compareFraming: {} })
    costs.push(extensions.cost.value)
  }
  // There is room for what the page may ask for one day: it cost 97% of what is answered when it was one question.
  expect(Math.max(...costs)).toBeLessThan(150_000)
})
