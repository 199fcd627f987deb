import { expect, test } from 'vitest'
import { readerAnnotations } from '../../src/web/documents/reader.ts'
import { testDatabase } from '../support/graph.ts'
import { testServer } from '../support/server.ts'
import { inBrowser, opened, violations } from './browser.ts'
import { views } from './views.ts'

inBrowser('when there is no answer', async () => {
  const { address } = await testServer()
  const bare = await testServer(
    {},
    testDatabase(() => undefined),
  )

  test('an empty graph says so on every page', async () => {
    for (const path of ['/', '/documents', '/statements', '/network', '/timeline', '/datasets', '/search?q=ice']) {
      const { page, faults } = await opened(bare.address, path)
      expect(await page.locator('.empty').count(), path).toBeGreaterThan(0)
      expect(faults).toEqual([])
      await page.context().close()
    }
  })

  test.each([
    '/id/Person/nobody',
    '/id/Figure/none',
    '/id/Document/none',
    '/id/Statement/none',
    '/docs/none',
    '/id/Coder/x',
  ])('%s is not found, and leads on', async path => {
    const { page } = await opened(address, path)
    await page.getByRole('heading', { name: 'Not found' }).waitFor()
    expect(await page.getByRole('main').getByRole('link', { name: 'Search' }).count()).toBe(1)
  })

  test.each([
    ['/id/Person/mark-gren', 'Did you mean mark-green'],
    ['/id/Organization/icee', 'Did you mean ice'],
    ['/id/Claim/system-is-brocken', 'Did you mean system-is-broken'],
    ['/id/Figure/wane-ice-435000/convictd', 'Did you mean wane-ice-435000/convicted'],
  ])('%s is not found, and what is spelt alike is named', async (path, meant) => {
    const { page } = await opened(address, path)
    await page.getByText(meant).waitFor({ timeout: 10_000 })
    await page.context().close()
  })

  test('what the server refuses is said, with its code, and asked again', async () => {
    const { page } = await opened(address, '/figures')
    const refusal = { errors: [{ message: 'Refused: 300000 fields.', extensions: { code: 'TOO_COSTLY' } }] }
    await page.route('**/graphql?*', route => route.fulfill({ status: 400, json: refusal }))
    await page.getByRole('link', { name: 'Speakers' }).first().click()
    await page.getByRole('alert').getByText('Refused: 300000 fields.').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('TOO_COSTLY')
    expect(await violations(page)).toEqual([])
    await page.unroute('**/graphql?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('checkbox', { name: 'Compare Mark Green' }).waitFor()
  })

  test('a server that has gone is said', async () => {
    const { page } = await opened(address, '/figures')
    await page.route('**/graphql?*', route => route.abort())
    await page.getByRole('link', { name: 'Timeline' }).first().click()
    await page.getByText('The server cannot be reached.').waitFor()
  })

  test('a document shows its text once its numbers and times are there', async () => {
    const { page } = await opened(address, '/figures')
    const { promise: shown, resolve: show } = Promise.withResolvers<void>()
    await page.route(`**/graphql?*${readerAnnotations.id}*`, async route => {
      await shown
      await route.continue()
    })
    await page.goto(`${address}/id/Document/wane-ice-435000`)
    await page.getByText('Loading who speaks, the numbers and the times…').waitFor()
    expect(await page.locator('.para-row').count()).toBe(0)
    show()
    await page.getByText('41 statements, 21 numbers and 12 times are marked.').waitFor()
    expect(await page.locator('.para-row .fig').count()).toBe(21)
    await page.context().close()
  })

  test('a server that is busy is asked again', async () => {
    const { page } = await opened(address, '/figures')
    const refused = { errors: [{ message: 'Busy.', extensions: { code: 'BUSY' } }] }
    await page.route('**/graphql?*', route => route.fulfill({ status: 503, json: refused }), { times: 6 })
    await page.getByRole('link', { name: 'Claims' }).first().click()
    await page.getByText('41 found').waitFor()
    await page.context().close()
  })

  test('a proxy that has no server is asked again, and what else it answers is told', async () => {
    const { page } = await opened(address, '/figures')
    const answer = (status: number) => ({ status, contentType: 'text/html', body: `<h1>${status}</h1>` })
    await page.route('**/graphql?*', route => route.fulfill(answer(503)), { times: 2 })
    await page.getByRole('link', { name: 'Claims' }).first().click()
    await page.getByText('41 found').waitFor()
    await page.route('**/graphql?*', route => route.fulfill(answer(502)))
    await page.getByRole('link', { name: 'Timeline' }).first().click()
    await page.getByRole('alert').getByText('The server answered 502 without data.').waitFor()
    await page.context().close()
  })

  test('each box of the start page waits for a server that is busy', async () => {
    const { page } = await opened(address, '/figures')
    const refused = { errors: [{ message: 'Busy.', extensions: { code: 'BUSY' } }] }
    const asked = new Map<string, number>()
    await page.route('**/graphql?*', async route => {
      const url = route.request().url()
      const times = (asked.get(url) ?? 0) + 1
      asked.set(url, times)
      await (times > 5 ? route.continue() : route.fulfill({ status: 503, json: refused }))
    })
    await page.goto(address)
    await page.getByRole('heading', { name: 'In whose voice' }).waitFor()
    await page.getByRole('link', { name: 'Which times does the text leave open?' }).waitFor()
    await page.getByText('The graph holds only these documents.').waitFor()
    await page.getByText(/^All 7 times left open, and the times with a date$/).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.context().close()
  })

  test('a proxy that names a date is asked again after a second, and not without end', async () => {
    const { page } = await opened(address, '/figures')
    const refused = { errors: [{ message: 'Busy.', extensions: { code: 'BUSY' } }] }
    const headers = { 'retry-after': 'Fri, 27 Nov 2026 17:30:00 GMT' }
    let asked = 0
    await page.route('**/graphql?*', route => {
      asked++
      return route.fulfill({ status: 503, json: refused, headers })
    })
    await page.getByRole('link', { name: 'Claims' }).first().click()
    await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(1)
    expect(asked).toBeLessThan(20)
    await page.context().close()
  })

  test('a question that is too slow is not asked again by itself', async () => {
    const { page } = await opened(address, '/figures')
    const refused = { errors: [{ message: 'Too slow.', extensions: { code: 'TOO_SLOW' } }] }
    const asked: string[] = []
    await page.route('**/graphql?*', route => {
      asked.push(route.request().url())
      return route.fulfill({ status: 503, json: refused })
    })
    await page.getByRole('link', { name: 'Claims' }).first().click()
    await page.getByRole('alert').getByText('Too slow.').waitFor()
    expect(asked).toEqual([...new Set(asked)])
    await page.context().close()
  })

  test('a document whose annotations cannot be had says so', async () => {
    const { page } = await opened(address, '/figures')
    await page.route(`**/graphql?*${readerAnnotations.id}*`, route => route.abort())
    await page.goto(`${address}/id/Document/wane-ice-435000`)
    await page.getByText('The server cannot be reached.').waitFor()
    expect(await page.locator('.para-row').count()).toBeGreaterThan(0)
    await page.unroute('**/graphql?*')
    await page.context().close()
  })

  test('what takes long shows that it is loading, and is stopped', async () => {
    const { page } = await opened(address, '/figures')
    await page.route('**/graphql?*', async () => undefined)
    await page.getByRole('link', { name: 'Network' }).first().click()
    await page.getByText('Loading the network…').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('heading', { name: 'Stopped' }).waitFor()
  })

  test('an address brings a view back as it was', async () => {
    const { page } = await opened(address, views.reader)
    const before = await page.locator('.panel article').textContent()
    await page.reload()
    await page.locator('.panel article').waitFor()
    expect(await page.locator('.panel article').textContent()).toBe(before)
    await page.getByRole('link', { name: 'Timeline' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor()
    await page.goBack()
    await page.locator('.panel article').waitFor()
    expect(await page.locator('.panel article').textContent()).toBe(before)
  })
})
