import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createYoga } from 'graphql-yoga'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
import { createApi } from '../../src/server/api.ts'
import { createCore } from '../../src/server/core.ts'
import { readExplorer } from '../../src/server/explorer.ts'
import { readGraphiql, useGraphiql } from '../../src/server/graphiql.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'

const folder = temporaryFolder()
const assets = join(folder, 'assets')

/** As a build does: all files are taken away, and written under other names. */
function take() {
  for (const name of ['assets', 'index.html', 'explorer.json'])
    rmSync(join(folder, name), { recursive: true, force: true })
}

function write(build: string) {
  mkdirSync(assets)
  const documents = { [`id-${build}`]: `query ${build} { documents { totalCount } }` }
  writeFileSync(join(folder, 'explorer.json'), JSON.stringify({ pages: ['', 'claims'], documents }))
  writeFileSync(join(folder, 'index.html'), `<script src="./assets/main-${build}.js"></script>`)
}

const writeScript = (build: string) => writeFileSync(join(assets, `main-${build}.js`), `'${build}'`)

test('a build under a running server: 503 and a sentence while it lasts, then the new files', async () => {
  write('One')
  writeScript('One')
  const settings = readSettings({})
  const silent = pino({ level: 'silent' })
  const database = openReader(testDatabase())
  const core = createCore(database, silent, settings, { explorer: readExplorer('', folder) })
  const api = createApi(database, silent, { settings, core })
  const get = async (path: string, accept = 'text/html') => {
    const response = await api.fetch(`http://dixit.test${path}`, { headers: { accept } })
    return { status: response.status, text: await response.text() }
  }
  const total = { status: 200, text: expect.stringContaining('"totalCount":') }
  expect(await get('/claims')).toEqual({ status: 200, text: expect.stringContaining('main-One.js') })
  expect(await get('/assets/main-One.js', '*/*')).toEqual({ status: 200, text: "'One'" })
  expect(await get('/graphql?documentId=id-One', 'application/json')).toEqual(total)

  const unfinished = { status: 503, text: expect.stringContaining('Load this page again in a few seconds.') }
  const paths = ['/claims', '/id/Person/mark-green', '/assets/main-One.js']
  take()
  for (const path of paths) expect(await get(path), path).toEqual(unfinished)
  write('Second')
  for (const path of paths) expect(await get(path), path).toEqual(unfinished)

  writeScript('Second')
  for (const path of ['/claims', '/id/Person/mark-green', '/nothing']) {
    expect((await get(path)).text, path).toContain('main-Second.js')
  }
  expect(await get('/assets/main-Second.js', '*/*')).toEqual({ status: 200, text: "'Second'" })
  expect((await get('/assets/main-One.js', '*/*')).status).toBe(404)
  // A page of the build before, open in a browser, can go on asking.
  for (const id of ['id-One', 'id-Second']) {
    expect(await get(`/graphql?documentId=${id}`, 'application/json'), id).toEqual(total)
  }
})

test('a build of GraphiQL under a running server: the same', async () => {
  const folder = temporaryFolder()
  const assets = join(folder, 'graphiql-assets')
  const write = (build: string) => {
    mkdirSync(assets)
    writeFileSync(join(folder, 'index.html'), `<script src="./graphiql-assets/index-${build}.js"></script>`)
  }
  const writeScript = (build: string) => writeFileSync(join(assets, `index-${build}.js`), `'${build}'`)
  write('One')
  writeScript('One')
  const plugins = [useGraphiql('/graphql', '/graphql', readGraphiql(folder))]
  const api = createYoga({ schema, plugins, graphiql: false, landingPage: false })
  const get = async (path: string) => {
    const response = await api.fetch(`http://dixit.test${path}`, { headers: { accept: 'text/html' } })
    return { status: response.status, text: await response.text() }
  }
  expect(await get('/graphql')).toEqual({ status: 200, text: expect.stringContaining('index-One.js') })
  expect(await get('/graphiql-assets/index-One.js')).toEqual({ status: 200, text: "'One'" })

  const unfinished = { status: 503, text: expect.stringContaining('GraphiQL is being built') }
  const paths = ['/graphql', '/graphiql-assets/index-One.js']
  for (const name of ['graphiql-assets', 'index.html']) rmSync(join(folder, name), { recursive: true })
  for (const path of paths) expect(await get(path), path).toEqual(unfinished)
  write('Second')
  for (const path of paths) expect(await get(path), path).toEqual(unfinished)

  writeScript('Second')
  expect(await get('/graphql')).toEqual({ status: 200, text: expect.stringContaining('index-Second.js') })
  expect(await get('/graphiql-assets/index-Second.js')).toEqual({ status: 200, text: "'Second'" })
  expect((await get('/graphiql-assets/index-One.js')).status).toBe(404)
})
